#include "core/claims/gist.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

bool is_light(std::string_view lemma) {
  constexpr std::string_view words[] = {"be",   "have", "do",  "any",  "kind", "make", "say",
                                        "such", "same", "own", "also", "that", "this"};
  return is_any(lemma, words);
}

bool is_no(std::string_view word) {
  constexpr std::string_view words[] = {"not",     "no",     "never", "n't",   "n\xE2\x80\x99t",
                                        "neither", "nobody", "none",  "nor",   "nothing",
                                        "without", "hardly", "few",   "cannot"};
  return is_any(word, words);
}

std::uint8_t modality_of(std::string_view word) {
  constexpr std::string_view may[] = {"may", "might", "could", "can", "possibly", "perhaps", "potentially"};
  constexpr std::string_view will[] = {"will", "would", "'ll", "wo"};
  constexpr std::string_view must[] = {"must", "should", "shall", "ought"};
  if (is_any(word, may)) return 1;
  if (is_any(word, will)) return 2;
  return is_any(word, must) ? 4 : 0;
}

// The word of the content that no other word of it governs.
TokenIndex head_of(const Reading& reading, const Draft& draft) {
  if (draft.content_head != kNoToken) return draft.content_head;
  TokenIndex found = kNoToken;
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const TokenIndex up = reading[token].head;
      if (reading.is_punctuation(token) || (up != kNoToken && covers(draft.content, up))) continue;
      if (found != kNoToken) return kNoToken;  // several: no one clause
      found = token;
    }
  }
  return found;
}

class GistReader {
 public:
  GistReader(const Evidence& evidence, const Draft& draft, const Claim& claim)
      : evidence_(evidence), reading_(evidence.reading), draft_(draft), claim_(claim) {}

  Gist read() {
    head_ = head_of(reading_, draft_);
    read_words();
    if (head_ == kNoToken) return gist_;
    gist_.predicate = meaning(head_);
    // "condemned the attack": what is said of it stands in the cue.
    if (!draft_.clausal && reading_.is_nominal(head_)) gist_.cue = claim_.cue_lemma;
    read_parties();
    gist_.clear = gist_.agent.kind != Party::Kind::unclear && gist_.patient.kind != Party::Kind::unclear;
    return gist_;
  }

 private:
  std::string_view meaning(TokenIndex token) const {
    return evidence_.lexicon.meaning(reading_.lemma(token));
  }

  void add(Gist::Word word) {
    if (std::find(gist_.words.begin(), gist_.words.end(), word) == gist_.words.end())
      gist_.words.push_back(word);
  }

  // Actors without a name ("attackers") stand for themselves by their noun.
  Ref<Actor> named(Ref<Actor> actor) const {
    if (!actor) return {};
    const auto& mentions = evidence_.actors[actor.index()].mentions;
    const bool by_name = std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
      return mention.form == MentionForm::name;
    });
    return by_name ? actor : Ref<Actor>();
  }

  void read_words() {
    constexpr std::uint32_t kLongest = 80;  // longer contents hold more than one claim
    if (length(draft_.content) > kLongest) return;
    gist_.negated = claim_.polarity == Polarity::negated;
    for (const Extent run : draft_.content) {
      for (TokenIndex token = run.first; token < run.last; ++token) read_word(token);
    }
    if (const auto target = named(evidence_.actor_of(draft_.target))) add({target, {}});
    std::sort(gist_.words.begin(), gist_.words.end());
    std::sort(gist_.numbers.begin(), gist_.numbers.end());
  }

  void read_word(TokenIndex token) {
    const auto& word = reading_.lower(token);
    const Upos tag = reading_[token].upos;
    gist_.modality |= modality_of(word);
    gist_.conditional = gist_.conditional || word == "if" || word == "unless" || word == "whether";
    if (is_no(word)) ++nos_;
    if (tag == Upos::NUM) gist_.numbers.push_back(word);
    if (const auto actor = named(evidence_.mentions.headed_by(token))) {
      add({actor, {}});
      return;
    }
    if (tag == Upos::PROPN && evidence_.mentions.covering(token)) return;  // the rest of a name
    const bool content = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::VERB || tag == Upos::ADJ;
    if (content && !is_light(reading_.lemma(token))) add({{}, meaning(token)});
  }

  Party party_of(TokenIndex token) const {
    Party party;
    const auto actor = evidence_.actor_of(token);
    if (reading_[token].upos == Upos::PRON) {
      // A pronoun that is not the speaker's is too often read as somebody else.
      const auto& word = reading_.lower(token);
      const bool own =
          claim_.source && (actor == claim_.source || word == "we" || word == "i" || word == "us");
      party.kind = own ? Party::Kind::actor : Party::Kind::unclear;
      if (own) party.actor = claim_.source;
    } else if (named(actor)) {
      party.kind = Party::Kind::actor;
      party.actor = actor;
    } else if (reading_.is_nominal(token)) {
      party.kind = Party::Kind::noun;
      party.noun = meaning(token);
    } else {
      party.kind = Party::Kind::unclear;
    }
    return party;
  }

  void read_parties() {
    bool finite = is_finite(reading_, head_);
    for (const TokenIndex child : reading_.layer.children_of(head_)) {
      const Deprel rel = reading_[child].rel;
      const bool by = reading_.marker(child) == "by";
      if (rel == Deprel::nsubj || rel == Deprel::nsubj_outer) {
        gist_.agent = party_of(child);
        finite = true;
      } else if (rel == Deprel::nsubj_pass) {
        gist_.patient = party_of(child);
        finite = true;
      } else if (rel == Deprel::obj && child > head_) {
        gist_.patient = party_of(child);
      } else if (rel == Deprel::obl_agent || ((rel == Deprel::obl || rel == Deprel::nmod) && by)) {
        gist_.agent = party_of(child);
      } else if (rel == Deprel::nmod_poss) {
        gist_.agent = party_of(child);
      } else if (rel == Deprel::case_ && reading_.lower(child) == "behind") {
        gist_.predicate = evidence_.lexicon.meaning("behind");  // "was behind the attack": did it
      } else if (rel == Deprel::expl) {
        finite = true;
      }
    }
    // "of hiding it", "denied taking part": the one accused, or else whoever speaks, is meant.
    if (finite || gist_.agent.kind != Party::Kind::none) return;
    const bool aimed = draft_.target != kNoToken && claim_.stance != Stance::deny;
    if (aimed) {
      if (gist_.patient.kind == Party::Kind::none || claim_.stance == Stance::accuse)
        gist_.agent = party_of(draft_.target);
      return;
    }
    const bool orders =
        claim_.stance == Stance::advise || claim_.stance == Stance::warn || claim_.stance == Stance::exempt;
    if (orders && reading_.is_nominal(head_)) return;
    if (orders && draft_.addressee != kNoToken) {
      gist_.agent = party_of(draft_.addressee);
    } else if (!orders && claim_.source) {
      gist_.agent = {Party::Kind::actor, claim_.source, {}};
    } else if (!orders) {
      gist_.agent.kind = Party::Kind::unclear;
    }
  }

  const Evidence& evidence_;
  const Reading& reading_;
  const Draft& draft_;
  const Claim& claim_;
  TokenIndex head_ = kNoToken;
  Gist gist_;

 public:
  int nos_ = 0;
};

bool clash(const Party& a, const Party& b) {
  if (a.kind == Party::Kind::none || b.kind == Party::Kind::none) return false;
  return a.kind != b.kind || a.actor != b.actor || a.noun != b.noun;
}

bool agree(const Party& a, const Party& b) {
  return a.kind != Party::Kind::none && b.kind != Party::Kind::none && !clash(a, b);
}

}  // namespace

Gist gist_of(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  GistReader reader(evidence, draft, claim);
  Gist gist = reader.read();
  // A "no" that does not turn the claim as a whole makes it hard to compare.
  if (reader.nos_ > 1 || (reader.nos_ == 1 && !gist.negated)) gist.clear = false;
  return gist;
}

bool same_gist(const Gist& a, const Gist& b) {
  if (!a.clear || !b.clear || a.negated != b.negated || a.conditional || b.conditional) return false;
  if (a.modality != b.modality || a.predicate != b.predicate || a.cue != b.cue) return false;
  if (clash(a.agent, b.agent) || clash(a.patient, b.patient)) return false;
  if (!agree(a.agent, b.agent) && !agree(a.patient, b.patient)) return false;
  const auto within = [](const auto& few, const auto& many) {
    return std::includes(many.begin(), many.end(), few.begin(), few.end());
  };
  if (!within(a.numbers, b.numbers) && !within(b.numbers, a.numbers)) return false;
  std::size_t shared = 0;
  for (const Gist::Word& word : a.words)
    shared += std::binary_search(b.words.begin(), b.words.end(), word) ? 1U : 0U;
  const std::size_t fewer = std::min(a.words.size(), b.words.size());
  const std::size_t all = a.words.size() + b.words.size() - shared;
  if (shared < 2) return false;
  // Nearly the same words; or all that the shorter of the two says, and not much less than the longer.
  return shared * 10 >= all * 6 || (shared >= 3 && shared * 10 >= fewer * 8 && shared * 10 >= all * 4);
}

}  // namespace hearsay::claims
