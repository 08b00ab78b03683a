#include "core/advice/advice.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/actors/actors.hpp"
#include "core/advice/extent.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/patterns.hpp"
#include "core/advice/tree.hpp"
#include "core/advice/voice.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::advice {
namespace {

// What a line that ends in a colon says of the list under it: "KCC recommends that operators:".
struct ListContext {
  std::optional<Modality> modality;
  std::vector<Audience> audience;
  Ref<Actor> issuer;
};

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

struct AdviceStage::Impl {
  Impl(const Document& document, const language::LanguageLayer& language,
       const std::vector<Actor>& the_actors, const std::vector<Time>& the_times,
       const std::vector<Claim>& the_claims, const AdviceWords& the_words)
      : tree{document, language},
        actors(the_actors),
        times(the_times),
        claims(the_claims),
        words(the_words),
        mentions(the_actors, language),
        claim_of(claims_by_token(language, the_claims)),
        voice(document_voice(document, the_actors, the_words)) {
    for (const auto& block : document.blocks()) {
      has_advice_section =
          has_advice_section || (block.kind == BlockKind::heading &&
                                 section_modality(document.text(block.span), words).has_value());
    }
    find_hostile();
    for (std::size_t i = 0; i < claims.size(); ++i) {
      for (const auto span : claims[i].cue) {
        const auto token = language.token_at(span.begin);
        if (token < language.tokens.size()) claim_cued.emplace(token, i);
      }
    }
  }

  Tree tree;
  const std::vector<Actor>& actors;
  const std::vector<Time>& times;
  const std::vector<Claim>& claims;
  const AdviceWords& words;
  actors::MentionIndex mentions;
  std::vector<Ref<Claim>> claim_of;              // per token: the claim whose content holds it
  std::map<TokenIndex, std::size_t> claim_cued;  // by the first token of a cue
  DocumentVoice voice;
  std::vector<bool> is_hostile;  // per actor: called an attacker, a hacker ...

  std::size_t next_sentence = 0;
  std::uint32_t next_block = 0;     // first block whose heading and list state is not yet followed
  std::optional<Modality> section;  // what the heading above says of imperatives
  bool has_advice_section = false;  // some heading of the document announces advice
  bool descriptive = false;         // such a document, and this is another of its sections
  std::optional<ListContext> list;
  std::vector<Advice> found;
  std::vector<Considered> considered;
  std::vector<TokenIndex> found_action;  // the head of each, for doubles

  // ---- the walk ---------------------------------------------------------------------------------------
  void follow_blocks(std::uint32_t block) {
    const auto& blocks = tree.document.blocks();
    for (; next_block <= block; ++next_block) {
      switch (blocks[next_block].kind) {
        case BlockKind::heading:
        case BlockKind::title:
          if (order_line(blocks[next_block])) break;
          section = blocks[next_block].kind == BlockKind::heading
                        ? section_modality(tree.document.text(blocks[next_block].span), words)
                        : std::nullopt;
          descriptive = has_advice_section && !section;
          list.reset();
          break;
        case BlockKind::list_item:
          break;
        default:
          list.reset();
          break;
      }
    }
  }

  // "Update to version 2 or later", "Users should upgrade": a line that the layout takes for a heading and
  // that is itself advice, under a heading for advice.
  bool order_line(const Block& block) const {
    if (block.kind != BlockKind::heading || !section) return false;
    const auto text = tree.document.text(block.span);
    if (std::none_of(text.begin(), text.end(), ascii::is_lower)) return false;
    const auto plain = plain_words(text);
    if (section_modality(text, words)) return false;
    if (plain.find(" should ") != std::string::npos || plain.find(" must ") != std::string::npos) return true;
    const auto end = plain.find(' ', 1);
    return end != std::string::npos && end + 1 < plain.size() &&
           words.is(WordClass::imperative, plain.substr(1, end - 1));
  }

  void sentence(const language::Sentence& sentence) {
    follow_blocks(sentence.block);
    const auto& block = tree.document.blocks()[sentence.block];
    for (const auto& candidate : find_candidates(tree, words, sentence)) consider(candidate, block);
    const auto text = tree.document.text(sentence.span);
    const bool ends_block = sentence.span.end >= block.span.end;
    if (ends_block && !text.empty() && text.back() == ':') open_list(sentence, block);
  }

  // ---- judging a candidate ----------------------------------------------------------------------------
  void consider(const Candidate& candidate, const Block& block) {
    if (candidate.action == kNoToken || taken(candidate.action)) return;
    const bool headline =
        block.kind == BlockKind::title || (block.kind == BlockKind::heading && !order_line(block));
    if (block.kind == BlockKind::byline || question(candidate)) return;
    if (headline && candidate.shape != Shape::told) return;

    Advice advice;
    advice.modality = candidate.modality;
    advice.why = candidate.why;
    const auto claim = claim_for(candidate);
    advice.claim = claim;
    bool subject_in_action = false;
    bool accepted = false;
    switch (candidate.shape) {
      case Shape::told:
        accepted = judge_told(candidate, advice, subject_in_action);
        break;
      case Shape::imperative:
        accepted = judge_imperative(candidate, block, advice);
        break;
      case Shape::modal:
        accepted = judge_modal(candidate, advice, subject_in_action);
        break;
      case Shape::exemption:
        accepted = judge_exemption(candidate, advice);
        break;
    }
    if (!accepted) return;
    if (!advice.issuer) advice.issuer = issuer_of(claim, advice);
    if (advice.issuer && hostile(advice.issuer)) return;
    // What the issuer sets itself to do is no advice.
    const bool to_itself =
        std::any_of(advice.audience.begin(), advice.audience.end(), [&](const Audience& one) {
          return one.actor && (one.actor == advice.issuer || one.actor == voice.issuer);
        });
    if (to_itself) return;
    const auto parts = parts_of(tree, words, times, candidate, subject_in_action);
    if (parts.action.empty()) return;
    if (parts.action.size() == 1 && parts.action.front().size() <= 2) return;  // "do", "be": nothing is said
    advice.action = parts.action;
    advice.condition = parts.condition;
    advice.deadline = parts.deadline;
    advice.object = object_of(candidate);
    found_action.push_back(candidate.action);
    found.push_back(std::move(advice));
  }

  bool judge_told(const Candidate& candidate, Advice& advice, bool& subject_in_action) const {
    if (candidate.issuer.found()) {
      const auto issuer = candidate.issuer.head;
      if (words.is(WordClass::not_audience, tree.lemma(issuer))) return false;
      advice.issuer = actor_at(issuer);
      if (candidate.needs_source && !acting(advice.issuer) &&
          !words.is(WordClass::instrument, tree.lemma(issuer))) {
        return false;
      }
      if (advice.issuer && actors[advice.issuer.index()].kind == ActorKind::product) return false;
    } else if (candidate.needs_source && !present_plural(candidate)) {
      return false;
    }
    // "recommends a restart", "asked that it be removed": advice in a document of advice only.
    const bool thing = !candidate.words.empty() && !negative(candidate.modality);
    if ((thing || candidate.passive) && !voice.issuing && !section) return false;
    if (!candidate.audience.found()) return true;
    // "asks you to click on a link": what a fraud says, not what the text advises.
    const bool pronoun = tree.token(candidate.audience.head).upos == Upos::PRON;
    if (pronoun && candidate.needs_source && !voice.issuing && !advice.claim) return false;
    if (addressable(candidate.audience.head) && !candidate.passive) {
      advice.audience = audience(candidate.audience);
      return true;
    }
    // "recommends that access be restricted": the readers are meant.
    subject_in_action = candidate.passive;
    return candidate.passive && candidate.issuer.found();
  }

  bool judge_modal(const Candidate& candidate, Advice& advice, bool& subject_in_action) const {
    const auto subject = candidate.audience.head;
    const bool exempt = candidate.modality == Modality::need_not;
    if (subject != kNoToken && words.is(WordClass::not_audience, tree.lemma(subject))) return false;
    if (tree.has_lemma(candidate.action, {"know", "want"})) return false;  // a state of mind is no action
    if (candidate.permission &&
        (!words.is(WordClass::permission, tree.lemma(candidate.action)) || !voice.issuing)) {
      return false;
    }
    // "you need not be an expert to see": no exemption.
    if (exempt && !voice.issuing && tree.lower(candidate.action) == "be") return false;
    const bool own_voice = (voice.issuing || section) && !quoted(candidate.cue);
    const auto claim = claim_of[candidate.cue];
    if (!own_voice && !spoken_with_authority(candidate, claim, exempt)) return false;
    if (subject == kNoToken) return exempt;
    // "the local user must have an account": how an attack goes, told where nobody is advised.
    const auto number = subject == kNoToken ? language::Xpos::NNS : tree.token(subject).xpos;
    if (descriptive && number == language::Xpos::NN && !exempt && !mentions.headed_by(subject)) return false;
    if (addressable(subject)) {
      if (candidate.passive && !exempt) return false;  // "users must be warned": somebody else must act
      if (candidate.needs_source && !own_voice) return false;
      advice.audience = audience(candidate.audience);
      return true;
    }
    if (!own_voice || exempt || self(subject) || descriptive || candidate.permission) return false;
    // "The update should be installed": the readers are meant.
    if (!candidate.passive || tree.token(subject).upos == Upos::PRON) return false;
    subject_in_action = true;
    return true;
  }

  bool judge_imperative(const Candidate& candidate, const Block& block, Advice& advice) const {
    if (quoted(candidate.cue)) return told_in_quotes(candidate.cue);
    if (claim_by_other(candidate.cue)) return false;
    const bool item = block.kind == BlockKind::list_item && list;
    if (block.kind == BlockKind::table_row) return false;
    if (item) {
      if (!list->modality) return false;
      if (negative(candidate.modality) && negative(*list->modality)) return false;  // no one can tell
      advice.modality = negative(candidate.modality) ? forbidden_of(*list->modality) : *list->modality;
      advice.audience = list->audience;
      advice.issuer = list->issuer;
      advice.why = "an item of a list of what to do";
      return true;
    }
    if (section) {
      if (!negative(candidate.modality)) advice.modality = *section;
      advice.why = "tells the reader to act, under a heading for advice";
      return true;
    }
    if (voice.issuing) return !descriptive;
    // In a story, only what a verb form shows beyond doubt.
    return tree.token(candidate.action).xpos == Xpos::VB && block.kind == BlockKind::list_item;
  }

  // "“Do not open the attachment,” the office said": somebody's own order in their own words.
  bool told_in_quotes(TokenIndex token) const {
    const auto claim = claim_of[token];
    if (!claim) return false;
    const auto& said = claims[claim.index()];
    if (!said.source || (said.stance != Stance::advise && said.stance != Stance::warn)) return false;
    const auto kind = actors[said.source.index()].kind;
    return kind == ActorKind::government || kind == ActorKind::organization;
  }

  bool judge_exemption(const Candidate& candidate, Advice& advice) const {
    if (candidate.audience.found() && !self(candidate.audience.head)) {
      advice.audience = audience(candidate.audience);
      if (candidate.also.found()) {
        for (auto& one : audience(candidate.also)) advice.audience.push_back(std::move(one));
      }
    }
    return true;
  }

  // In a story: a claim of somebody with authority, or the story's own word to people who can act.
  bool spoken_with_authority(const Candidate& candidate, Ref<Claim> claim, bool exempt) const {
    if (!claim) {
      if (quoted(candidate.cue)) return false;
      return candidate.audience.found() && plural_audience(candidate.audience.head);
    }
    const auto& said = claims[claim.index()];
    if (said.stance == Stance::deny || said.stance == Stance::question)
      return exempt && said.stance == Stance::deny;
    if (said.stance == Stance::advise || said.stance == Stance::warn || said.stance == Stance::exempt)
      return true;
    if (!said.source) return false;
    const auto& source = actors[said.source.index()];
    if (source.kind == ActorKind::government || source.kind == ActorKind::organization) return true;
    if (source.kind == ActorKind::person && source.affiliation) {
      return exempt || actors[source.affiliation.index()].kind == ActorKind::government;
    }
    return exempt;
  }

  // ---- lists ------------------------------------------------------------------------------------------
  void open_list(const language::Sentence& sentence, const Block& block) {
    ListContext context;
    context.modality = section;
    // The last advice of the introducing sentence gives the items their modality and audience.
    if (!found.empty() && introduces(sentence)) {
      const auto& intro = found.back();
      context.modality = intro.modality;
      context.audience = intro.audience;
      context.issuer = intro.issuer;
      if (block.kind != BlockKind::list_item && list_follows(sentence.block) &&
          points_at_list(found_action.back(), sentence.last())) {
        found.pop_back();
        found_action.pop_back();
      }
    } else {
      read_introduction(sentence, context);
    }
    list = std::move(context);
  }

  bool introduces(const language::Sentence& sentence) const {
    return found_action.back() >= sentence.first && found_action.back() < sentence.last();
  }

  bool list_follows(std::uint32_t block) const {
    const auto& blocks = tree.document.blocks();
    return block + 1 < blocks.size() && blocks[block + 1].kind == BlockKind::list_item;
  }

  // "complete the following actions": what is to be done stands in the list, not here.
  bool points_at_list(TokenIndex action, TokenIndex end) const {
    for (auto token = action; token < end; ++token) {
      if (tree.has_lemma(token, {"following", "follow", "below", "these"})) return true;
    }
    return end - action <= 3;
  }

  // "KCC recommends that operators:", "Agencies shall:", "recommends the following:".
  void read_introduction(const language::Sentence& sentence, ListContext& context) const {
    for (auto token = sentence.first; token < sentence.last(); ++token) {
      std::optional<Modality> modality;
      const auto* verb = words.verb(tree.lower(token));
      const bool recommends = verb != nullptr && !verb->passive_only && tree.token(token).upos != Upos::NOUN;
      if (recommends) {
        modality = verb->modality;
        const auto issuer = tree.subject(token);
        if (issuer != kNoToken && issuer < token) context.issuer = actor_at(issuer);
      } else {
        modality = words.value(WordClass::modal, tree.lower(token));
        if (tree.token(token).upos != Upos::AUX || modality == Modality::may) modality.reset();
      }
      if (!modality) continue;
      context.modality = modality;
      // "The policy must not:", "advises users not to:"
      for (auto other = token + 1; other < sentence.last(); ++other) {
        const auto word = tree.lower(other);
        if (word == "not" || word == "never" || word == "against") context.modality = forbidden_of(*modality);
      }
      for (auto other = sentence.first; other < sentence.last(); ++other) {
        if (recommends != (other > token) || other == token) continue;
        if (tree.token(other).upos == Upos::PRON || tree.token(other).upos == Upos::DET) continue;
        const bool more = other + 1 < sentence.last() && tree.token(other + 1).upos == Upos::NOUN;
        if (more || !addressable(other)) continue;
        Audience one;
        one.actor = mentions.headed_by(other);
        one.spans.push_back(tree.token(other).span);
        context.audience = {std::move(one)};
        break;
      }
      return;
    }
  }

  // ---- who is who -------------------------------------------------------------------------------------
  Ref<Actor> actor_at(TokenIndex token) const {
    auto actor = mentions.headed_by(token);
    return actor ? actor : mentions.covering(token);
  }

  bool self(TokenIndex token) const { return tree.has_lemma(token, {"we", "I", "i", "us", "me"}); }

  // Somebody who can be told to act.
  bool addressable(TokenIndex token) const {
    const auto lemma = tree.lemma(token);
    if (self(token) || words.is(WordClass::not_audience, lemma) || words.is(WordClass::thing, lemma))
      return false;
    if (tree.token(token).upos == Upos::PRON && !words.is(WordClass::audience, lemma)) {
      if (tree.has_lemma(token, {"he", "she", "they"})) return acting(mentions.headed_by(token));
      if (tree.has_lemma(token, {"it"})) return !voice.issuing && acting(mentions.headed_by(token));
      return false;
    }
    if (words.is(WordClass::audience, lemma)) return true;
    auto form = tree.lower(token);
    if (words.is(WordClass::audience, form)) return true;
    if (form.size() > 3 && form.back() == 's') form.pop_back();  // a plural that was not read as one
    if (words.is(WordClass::audience, form)) return true;
    return acting(mentions.headed_by(token));
  }

  // "The hackers gave the hospital seven days to pay": a demand, not advice.
  bool hostile(Ref<Actor> actor) const { return is_hostile[actor.index()]; }

  void find_hostile() {
    is_hostile.assign(actors.size(), false);
    for (std::size_t i = 0; i < actors.size(); ++i) {
      for (const auto& mention : actors[i].mentions) {
        if (mention.form == MentionForm::pronoun) continue;
        is_hostile[i] = is_hostile[i] || words.is(WordClass::not_audience, tree.lemma(mention.head));
      }
    }
  }

  bool acting(Ref<Actor> actor) const {
    if (!actor) return false;
    switch (actors[actor.index()].kind) {
      case ActorKind::person:
      case ActorKind::organization:
      case ActorKind::government:
      case ActorKind::group:
      case ActorKind::outlet:
        return true;
      default:
        return false;
    }
  }

  bool plural_audience(TokenIndex token) const {
    const auto xpos = tree.token(token).xpos;
    const auto lemma = tree.lemma(token);
    if (tree.token(token).upos == Upos::PRON)
      return lemma == "you" || lemma == "everyone" || lemma == "anyone";
    return words.is(WordClass::audience, lemma) &&
           (xpos == Xpos::NNS || xpos == Xpos::NNPS || lemma == "public" || lemma == "population" ||
            lemma == "people");
  }

  bool instrument(TokenIndex token) const { return words.is(WordClass::instrument, tree.lemma(token)); }

  std::vector<Audience> audience(const Phrase& who) const {
    if (tree.lemma(who.head) == "you") return {};
    if (tree.has_lemma(who.head, {"they"})) {
      auto named = audience_before(who.head);
      if (!named.empty()) return named;
    }
    Audience one;
    one.actor = mentions.headed_by(who.head);
    one.spans.push_back(span_of(tree, who));
    return {one};
  }

  bool present_plural(const Candidate& candidate) const {
    const auto be = candidate.cue > 0 ? candidate.cue - 1 : candidate.cue;
    return tree.token(be).xpos == Xpos::VBP && candidate.audience.found() &&
           (plural_audience(candidate.audience.head) || tree.lemma(candidate.audience.head) == "other");
  }

  // Whom "they" and "them" stand for: who was told something just before, in the same paragraph.
  std::vector<Audience> audience_before(TokenIndex pronoun) const {
    if (found.empty()) return {};
    const auto& last = found.back();
    const auto block = tree.block(pronoun).span;
    if (last.audience.size() != 1 || last.audience.front().spans.empty()) return {};
    return block.contains(last.audience.front().spans.front()) ? last.audience : std::vector<Audience>();
  }

  // Who tells it: the claim's source, else in a document that speaks for its issuer the issuer.
  Ref<Actor> issuer_of(Ref<Claim> claim, const Advice& advice) const {
    if (!claim || !claims[claim.index()].source) return voice.issuer;
    const auto source = claims[claim.index()].source;
    const bool told_themselves = std::any_of(advice.audience.begin(), advice.audience.end(),
                                             [&](const Audience& one) { return one.actor == source; });
    return !told_themselves && (acting(source) || !voice.issuing) ? source : voice.issuer;
  }

  Ref<Claim> claim_for(const Candidate& candidate) const {
    const auto cued = claim_cued.find(candidate.cue);
    if (cued != claim_cued.end()) return Ref<Claim>(cued->second);
    const auto inside = claim_of[candidate.action];
    return inside ? inside : claim_of[candidate.cue];
  }

  // Whether somebody other than the issuer says it.
  bool claim_by_other(TokenIndex token) const {
    const auto claim = claim_of[token];
    if (!claim) return false;
    const auto source = claims[claim.index()].source;
    return source.has_value() && voice.issuer.has_value() && source != voice.issuer &&
           claims[claim.index()].stance != Stance::advise;
  }

  // The first thing that the action is about: a product before others.
  Ref<Actor> object_of(const Candidate& candidate) const {
    const auto extent = tree.language.subtree(candidate.action);
    Ref<Actor> first;
    for (auto token = candidate.action; token < extent.last; ++token) {
      const auto actor = mentions.headed_by(token);
      if (!actor) continue;
      const auto kind = actors[actor.index()].kind;
      if (kind == ActorKind::product) return actor;
      if (tree.token(token).upos == Upos::PRON) continue;  // "it": too often something else
      if (!first && kind == ActorKind::organization) first = actor;
    }
    return first;
  }

  // ---- small questions --------------------------------------------------------------------------------
  static bool negative(Modality modality) {
    return modality == Modality::should_not || modality == Modality::must_not;
  }
  static Modality forbidden_of(Modality modality) {
    return modality == Modality::must || modality == Modality::must_not ? Modality::must_not
                                                                        : Modality::should_not;
  }

  bool taken(TokenIndex action) const {
    for (auto i = found_action.size(); i > 0 && i + 40 > found_action.size(); --i) {
      if (found_action[i - 1] == action) return true;
    }
    return false;
  }

  bool question(const Candidate& candidate) const {
    const auto text = tree.document.text(tree.language.sentence(candidate.cue).span);
    return !text.empty() && text.back() == '?';
  }

  // Whether an odd number of quotation marks stands before the token in its block... within its sentence.
  bool quoted(TokenIndex token) const {
    const auto& sentence = tree.language.sentence(token);
    bool open = false;
    for (auto i = sentence.first; i < token; ++i) {
      const auto form = tree.form(i);
      if (form == "“" || form == "``") open = true;
      if (form == "”" || form == "''") open = false;
      if (form == "\"") open = !open;
    }
    return open;
  }
};

AdviceStage::AdviceStage(const Document& document, const language::LanguageLayer& language,
                         const std::vector<Actor>& actors, const std::vector<Time>& times,
                         const std::vector<Claim>& claims, const AdviceLexicon& lexicon)
    : impl_(std::make_unique<Impl>(document, language, actors, times, claims, *lexicon.impl_)) {}
AdviceStage::~AdviceStage() = default;

bool AdviceStage::advance(Budget& budget) {
  auto& sentences = impl_->tree.language.sentences;
  while (impl_->next_sentence < sentences.size()) {
    if (budget.exhausted()) return false;
    const auto& sentence = sentences[impl_->next_sentence++];
    budget.spend(sentence.count);
    impl_->sentence(sentence);
  }
  return true;
}

AdviceLayer AdviceStage::take() {
  return {std::move(impl_->found), std::move(impl_->considered)};
}

}  // namespace hearsay::advice
