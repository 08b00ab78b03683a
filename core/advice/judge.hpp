#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/advice/issuers.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/patterns.hpp"
#include "core/advice/people.hpp"
#include "core/advice/place.hpp"
#include "core/advice/tree.hpp"
#include "core/advice/voice.hpp"
#include "core/analysis.hpp"

namespace hearsay::advice {

// What a candidate comes to in this document.
struct Verdict {
  std::optional<Advice> advice;    // without its action, condition and deadline
  bool subject_in_action = false;  // "the update must be installed": what is acted on is part of the action
  bool dated = false;              // it has a deadline of its own
  std::string dropped;  // why it is no advice although it reads like it; empty: no word is lost on it
};

[[nodiscard]] inline bool negative(Modality modality) {
  return modality == Modality::should_not || modality == Modality::must_not;
}

// Decides whether a candidate is advice in this document, whose, and to whom. All that it is made of must
// outlive it.
class Judge {
 public:
  Judge(const Tree& tree, const AdviceWords& words, const People& people, const DocumentVoice& voice,
        const std::vector<Claim>& claims);

  // `before`: the advice found last, or null. `dated`: the candidate has a deadline of its own.
  [[nodiscard]] Verdict judge(const Candidate& candidate, const Block& block, const Place& place,
                              const Advice* before, bool dated) const;
  // The first thing that the action is about: a product before others.
  [[nodiscard]] Ref<Actor> object_of(const Candidate& candidate) const;

 private:
  bool told(const Candidate& candidate, const Place& place, bool dated, Verdict& verdict) const;
  bool modal(const Candidate& candidate, const Place& place, const Advice* before, bool ordered,
             Verdict& verdict) const;
  bool imperative(const Candidate& candidate, const Block& block, const Place& place, Verdict& verdict) const;
  bool exemption(const Candidate& candidate, Verdict& verdict) const;

  [[nodiscard]] bool ordered_above(const Candidate& candidate, const ListContext& above, Advice& advice,
                                   std::string why) const;
  [[nodiscard]] bool titled(TokenIndex token) const;
  [[nodiscard]] bool manner_of_speaking(const Candidate& candidate) const;
  [[nodiscard]] bool asks_for_ransom(const Candidate& candidate) const;
  [[nodiscard]] bool told_once(const Candidate& candidate, const Advice& advice) const;
  [[nodiscard]] bool told_by_lure(const Candidate& candidate) const;
  [[nodiscard]] bool told_by_another(const Candidate& candidate) const;
  [[nodiscard]] bool told_themselves(const Candidate& candidate) const;
  [[nodiscard]] bool told_in_quotes(TokenIndex token, bool please) const;
  [[nodiscard]] bool after_order(const Candidate& candidate, const Advice* before) const;
  [[nodiscard]] bool permitted_in_story(const Candidate& candidate, const Advice* before) const;
  [[nodiscard]] TokenIndex users_of_sentence_before(TokenIndex pronoun) const;
  [[nodiscard]] TokenIndex users_before(TokenIndex pronoun) const;
  [[nodiscard]] bool retold(const Claim& claim) const;
  [[nodiscard]] bool spoken_with_authority(const Candidate& candidate, Ref<Claim> claim, bool exempt) const;
  [[nodiscard]] bool for_an_attack(const Candidate& candidate) const;
  [[nodiscard]] bool names_an_attacker(const Candidate& candidate) const;
  [[nodiscard]] Ref<Actor> said_of_others(Ref<Actor> teller, const Advice& advice) const;
  [[nodiscard]] Ref<Actor> issuer_of(Ref<Claim> claim, const Advice& advice, const Place& place,
                                     TokenIndex cue) const;
  [[nodiscard]] bool ordered_in_story(const Candidate& candidate, const Advice* before, bool dated) const;
  [[nodiscard]] Ref<Claim> claim_for(const Candidate& candidate) const;
  [[nodiscard]] bool claim_by_other(TokenIndex token) const;
  [[nodiscard]] bool addressable(TokenIndex token) const {
    return people_.addressable(token, voice_.issuing);
  }
  // Somebody who can be told to act heads the phrase, or stands before a name in it: "Defendant Tarn
  // Systems".
  [[nodiscard]] bool addressable(const Phrase& who) const {
    return addressable(who.head) || (tree_.token(who.head).upos == Upos::PROPN && who.first < who.head &&
                                     words_.is(WordClass::audience, tree_.lower(who.first)));
  }
  [[nodiscard]] std::vector<Audience> audience(const Phrase& who, const Advice* before) const;
  [[nodiscard]] Phrase whole_phrase(TokenIndex noun, TokenIndex limit) const;
  [[nodiscard]] std::vector<Audience> same_as(const Advice* before, TokenIndex pronoun) const;
  [[nodiscard]] bool told_to_all(const Candidate& candidate) const;
  [[nodiscard]] bool conditional_word(const Candidate& candidate) const;
  [[nodiscard]] bool question(const Candidate& candidate) const;

  const Tree& tree_;
  const AdviceWords& words_;
  const People& people_;
  const DocumentVoice& voice_;
  const std::vector<Claim>& claims_;
  Issuers issuers_;
  std::vector<Ref<Claim>> claim_of_;              // per token: the smallest claim whose content holds it
  std::map<TokenIndex, std::size_t> claim_cued_;  // by the first token of a cue
};

}  // namespace hearsay::advice
