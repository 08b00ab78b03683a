#include "core/advice/judge.hpp"

#include <algorithm>
#include <utility>

#include "core/text/ascii.hpp"

namespace hearsay::advice {
namespace {

Verdict left_out(std::string why) {
  Verdict verdict;
  verdict.dropped = std::move(why);
  return verdict;
}

// Which claim's content a token stands in: the smallest.
std::vector<Ref<Claim>> claims_by_token(const language::LanguageLayer& language,
                                        const std::vector<Claim>& claims) {
  std::vector<Ref<Claim>> by_token(language.tokens.size());
  std::vector<std::uint32_t> size(language.tokens.size(), 0xFFFFFFFFu);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    std::uint32_t bytes = 0;
    for (const auto span : claims[i].content) bytes += span.size();
    for (const auto span : claims[i].content) {
      for (auto token = language.token_at(span.begin);
           token < language.tokens.size() && language.tokens[token].span.begin < span.end; ++token) {
        if (bytes >= size[token]) continue;
        size[token] = bytes;
        by_token[token] = Ref<Claim>(i);
      }
    }
  }
  return by_token;
}

}  // namespace

Judge::Judge(const Tree& tree, const AdviceWords& words, const People& people, const DocumentVoice& voice,
             const std::vector<Claim>& claims)
    : tree_(tree),
      words_(words),
      people_(people),
      voice_(voice),
      claims_(claims),
      issuers_(tree, words, people, voice, claims),
      claim_of_(claims_by_token(tree.language, claims)) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (const auto span : claims[i].cue) {
      const auto token = tree.language.token_at(span.begin);
      if (token < tree.language.tokens.size()) claim_cued_.emplace(token, i);
    }
  }
}

Verdict Judge::judge(const Candidate& candidate, const Block& block, const Place& place, const Advice* before,
                     bool dated) const {
  Verdict none;
  if (candidate.action == kNoToken) return none;
  const bool headline =
      block.kind == BlockKind::title || (block.kind == BlockKind::heading && !place.order_line(block));
  if (block.kind == BlockKind::byline || question(candidate)) return none;
  if (headline && candidate.shape != Shape::told) return none;

  if (candidate.after_order && !after_order(candidate, before)) return none;
  if (asks_for_ransom(candidate)) return left_out("asks for money as an extortioner does");
  Verdict verdict;
  verdict.advice.emplace();
  verdict.dated = dated;
  auto& advice = *verdict.advice;
  advice.modality = candidate.modality;
  advice.why = candidate.why;
  advice.claim = claim_for(candidate);
  bool accepted = false;
  switch (candidate.shape) {
    case Shape::told:
      accepted = told(candidate, place, dated, verdict);
      break;
    case Shape::imperative:
      accepted = imperative(candidate, block, place, verdict);
      break;
    case Shape::modal:
      accepted = modal(candidate, place, before,
                       candidate.after_order || ordered_in_story(candidate, before, dated), verdict);
      break;
    case Shape::exemption:
      accepted = exemption(candidate, verdict);
      break;
  }
  if (!accepted) return left_out(std::move(verdict.dropped));
  if (candidate.audience.found() && advice.audience.size() == 1 &&
      tree_.has_lemma(candidate.audience.head, {"they"}) &&
      advice.audience.front().spans.front() == tree_.token(candidate.audience.head).span) {
    advice.audience = audience(candidate.audience, before);
  }
  if (!advice.issuer && candidate.after_order) advice.issuer = before->issuer;
  if (!advice.issuer && !told_by_another(candidate)) {
    advice.issuer = issuer_of(advice.claim, advice, place, candidate.cue);
  } else if (!advice.issuer && claim_cued_.contains(candidate.cue)) {
    advice.issuer =
        issuers_.source_of(advice.claim);  // "The bureau's crime unit recommended": as the claim has it
  }
  if (!advice.issuer && candidate.shape == Shape::told && !candidate.issuer.found())
    advice.issuer = issuers_.adviser_before(candidate.cue);
  // "Under the order, ministries must": whose order the story reports.
  const bool binds = advice.modality != Modality::should && advice.modality != Modality::should_not;
  if (!advice.issuer && !voice_.issuing && binds && candidate.shape != Shape::imperative) {
    if (dated || issuers_.said_by_instrument(advice.claim) || issuers_.speaks_of_instrument(candidate.cue))
      advice.issuer = issuers_.owner_in_sentence(candidate.cue);
    const bool by_order =
        candidate.issuer.found() && words_.is(WordClass::instrument, tree_.lemma(candidate.issuer.head));
    const bool reported =
        candidate.shape != Shape::told &&
        (dated || issuers_.said_by_instrument(advice.claim) || issuers_.speaks_of_instrument(candidate.cue));
    if (!advice.issuer && (by_order || reported)) advice.issuer = issuers_.orderer();
  }
  if (people_.hostile(advice.issuer) || names_an_attacker(candidate)) {
    return left_out("reads like advice, but an attacker or a fraud says it");
  }
  // Advice without a source right after advice that has one, in the same paragraph, goes on with it.
  if (!advice.issuer && !voice_.issuing && !advice.claim && before != nullptr && before->issuer &&
      people_.acting(before->issuer) && people_.actor(before->issuer).kind != ActorKind::person &&
      tree_.block(candidate.cue).span.contains(before->action.front()) && !quoted(tree_, candidate.cue))
    advice.issuer = before->issuer;
  // What the issuer sets itself to do is no advice.
  const bool to_itself =
      std::any_of(advice.audience.begin(), advice.audience.end(), [&](const Audience& one) {
        return one.actor && (one.actor == advice.issuer || (one.actor == voice_.issuer && !advice.issuer));
      });
  // "It need not act, the office said": the pronoun was read as the office, which speaks of somebody else.
  const bool misread = to_itself && advice.audience.size() == 1 && candidate.audience.found() &&
                       tree_.lemma(candidate.audience.head) == "it" && advice.claim;
  if (misread) {
    advice.audience.front().actor = {};
  } else if (to_itself) {
    return none;
  }
  advice.object = object_of(candidate);
  return verdict;
}

// ---- the shapes
// ---------------------------------------------------------------------------------------------

bool Judge::imperative(const Candidate& candidate, const Block& block, const Place& place,
                       Verdict& verdict) const {
  auto& advice = *verdict.advice;
  if (candidate.announced) {
    if (candidate.issuer.found()) advice.issuer = people_.named_in(candidate.issuer);
    return true;
  }
  // "let us check it", "let me say": what the speaker offers.
  if (tree_.lower(candidate.cue) == "let") return false;
  if (quoted(tree_, candidate.cue))
    return !manner_of_speaking(candidate) && told_in_quotes(candidate.cue, candidate.please);
  if (claim_by_other(candidate.cue)) return false;
  if (block.kind == BlockKind::table_row) return false;
  if (candidate.audience.found()) advice.audience = people_.audience(candidate.audience);
  const bool spoken = voice_.issuing || voice_.addressing;
  const bool please = candidate.please && spoken;
  const bool listed = block.kind == BlockKind::list_item && place.list() && place.list()->modality;
  const bool own_list =
      block.kind == BlockKind::list_item && spoken && place.section() && candidate.audience.found();
  if (candidate.unlisted && !please && !listed && !own_list) return false;
  const bool item = block.kind == BlockKind::list_item || block.kind == BlockKind::quote;
  // "If you run it yourself:" tells no force: what a document that advises lists there is advice as
  // elsewhere.
  if (item && place.list() && (place.list()->modality || !spoken))
    return ordered_above(candidate, *place.list(), advice, "an item of a list of what to do");
  if (const auto* above = place.told(); above != nullptr)
    return ordered_above(candidate, *above, advice, "tells to act, below a line that says who must");
  if (const auto section = place.section()) {
    if (!negative(candidate.modality)) {
      advice.modality = *section;
    } else if (*section == Modality::must) {
      advice.modality = Modality::must_not;
    }
    advice.why = "tells the reader to act, under a heading for advice";
    return true;
  }
  if (voice_.issuing) return !place.descriptive();
  if (voice_.addressing) {
    const auto words = tree_.document.text(tree_.language.sentence(candidate.cue).span);
    const bool verb =
        tree_.token(candidate.action).xpos == Xpos::VB || words.ends_with('.') || words.ends_with('!');
    return verb && !place.descriptive() && !manner_of_speaking(candidate) && !titled(candidate.cue);
  }
  // In a story, only what a verb form shows beyond doubt.
  return tree_.token(candidate.action).xpos == Xpos::VB && block.kind == BlockKind::list_item;
}

bool Judge::ordered_above(const Candidate& candidate, const ListContext& above, Advice& advice,
                          std::string why) const {
  if (!above.modality) return false;
  if (negative(candidate.modality) && negative(*above.modality)) return false;  // no one can tell
  advice.modality = negative(candidate.modality) ? forbidden_in_list(*above.modality) : *above.modality;
  advice.audience = above.audience;
  advice.issuer = above.issuer;
  advice.deadline = above.deadline;
  advice.why = std::move(why);
  return true;
}

bool Judge::exemption(const Candidate& candidate, Verdict& verdict) const {
  auto& advice = *verdict.advice;
  if (candidate.audience.found() && !people_.self(candidate.audience.head)) {
    advice.audience = people_.audience(candidate.audience);
    if (candidate.also.found()) {
      for (auto& one : people_.audience(candidate.also)) advice.audience.push_back(std::move(one));
    }
  }
  return true;
}

// "Follow Ada Quill On Chirp", "Open Wire Watch, 27 June": a line in capitals is a title or a name.
bool Judge::titled(TokenIndex token) const {
  const auto& sentence = tree_.language.sentence(token);
  constexpr std::size_t kLongWord = 4;
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (auto word = sentence.first; word < sentence.last(); ++word) {
    const auto form = tree_.form(word);
    const bool letters = ascii::is_upper(form.front()) || ascii::is_lower(form.front());
    if (form.size() < kLongWord || !letters || tree_.token(word).upos == Upos::NUM) continue;
    ++words;
    capitals += ascii::is_upper(form.front()) ? 1 : 0;
  }
  return words > 2 && capitals == words;
}

// "Look at the last vote.", "Take a look": how people speak to each other, and nothing to be done.
bool Judge::manner_of_speaking(const Candidate& candidate) const {
  const auto verb = candidate.action;
  if (tree_.lemma(verb) == "take" && tree_.lemma(verb + 1) == "a") return true;
  if (tree_.has_lemma(verb, {"keep", "bear"}) && tree_.lower(verb + 1) == "in") return true;  // "in mind"
  return tree_.has_lemma(verb, {"look", "see", "think", "remember", "imagine", "consider", "note", "suppose",
                                "say", "listen", "believe", "forget", "hope", "let", "wait", "mind"}) &&
         !candidate.please;
}

// ---- small questions
// ----------------------------------------------------------------------------------------

std::vector<Audience> Judge::audience(const Phrase& who, const Advice* before) const {
  // "Patients were told there was nothing they needed to do": whom its own sentence speaks of first
  if (tree_.has_lemma(who.head, {"they"})) {
    const auto users = users_before(who.head);
    if (users != kNoToken) return people_.audience(whole_phrase(users, who.head));
  }
  auto named = same_as(before, who.head);
  return named.empty() ? people_.audience(who) : named;
}

// The noun with what belongs to it, up to the comma that ends the phrase and before `limit`: "Schools that
// gave it out, mainly."
Phrase Judge::whole_phrase(TokenIndex noun, TokenIndex limit) const {
  const auto extent = tree_.language.subtree(noun);
  auto last = noun + 1;
  while (last < std::min(extent.last, limit) && tree_.form(last) != "," &&
         tree_.token(last).xpos != Xpos::period)
    ++last;
  return {std::min(extent.first, noun), last, noun};
}

// Whom "they" and "them" stand for: who was told something just before, in the same paragraph.
std::vector<Audience> Judge::same_as(const Advice* before, TokenIndex pronoun) const {
  if (before == nullptr) return {};
  const auto block = tree_.block(pronoun).span;
  if (before->audience.size() != 1 || before->audience.front().spans.empty()) return {};
  return block.contains(before->audience.front().spans.front()) ? before->audience : std::vector<Audience>();
}

// "Users are asked to", "are being told to", "have been told to"; "agencies were told to", but not "users
// were asked to", which a fraud may have done.
bool Judge::told_to_all(const Candidate& candidate) const {
  if (!candidate.audience.found()) return false;
  const auto be = candidate.cue > 0 ? candidate.cue - 1 : candidate.cue;
  const auto xpos = tree_.token(be).xpos;
  const auto head = candidate.audience.head;
  const auto number = tree_.token(head).xpos;
  const bool named = (number == Xpos::NNS || number == Xpos::NNPS) && addressable(head);
  if (!people_.plural_audience(head) && tree_.lemma(head) != "other" && !named) return false;
  // "had been told to": once, as "were told to" is
  const bool had = xpos == Xpos::VBN && be > 0 && tree_.token(be - 1).xpos == Xpos::VBD;
  if (xpos == Xpos::VBD || had) return people_.official(head);
  if (xpos == Xpos::VBZ) return tree_.token(head).upos == Upos::PRON;  // "Anyone who waits is asked to"
  return xpos == Xpos::VBP || xpos == Xpos::VBN || xpos == Xpos::VBG;
}

bool Judge::question(const Candidate& candidate) const {
  const auto text = tree_.document.text(tree_.language.sentence(candidate.cue).span);
  return !text.empty() && text.back() == '?';
}

}  // namespace hearsay::advice
