#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/actors/actors.hpp"
#include "core/claims/claims.hpp"
#include "core/claims/draft.hpp"

namespace hearsay::claims {

// What the claims are written down with: the layers before this stage, and the word lists.
struct Evidence {
  const Reading& reading;
  const Lexicon& lexicon;
  const std::vector<Actor>& actors;
  const std::vector<Time>& times;
  const actors::MentionIndex& mentions;

  // Whom a noun phrase names: its head's actor; of "the agency's report" and "a spokesman for the firm" the
  // body it belongs to.
  [[nodiscard]] Ref<Actor> actor_of(TokenIndex head) const;
  [[nodiscard]] Ref<Actor> named_after_demonym(TokenIndex head, Ref<Actor> own) const;
  [[nodiscard]] bool is_kind(Ref<Actor> actor, ActorKind kind) const {
    return actor && actors[actor.index()].kind == kind;
  }
  // Whether the two are one party: the same actor, or a person and whom they speak for, or a firm and a
  // product that carries its name.
  [[nodiscard]] bool same_party(Ref<Actor> a, Ref<Actor> b) const;
  // Whether any of `phrases` begins at `token`; its length and kind.
  [[nodiscard]] const Phrase* phrase_at(const std::vector<Phrase>& phrases, TokenIndex token,
                                        bool lemmas) const;
};

// "report", "letter", "statement": whoever is named with them is who speaks.
[[nodiscard]] bool is_document(std::string_view lemma);

[[nodiscard]] Claim write_claim(const Evidence& evidence, const Draft& draft);

// The word at `token` as one for what somebody has said or found ("the charge", "this finding"), or null.
// What is refused rather than denied is none.
[[nodiscard]] const Matter* matter_at(const Evidence& evidence, TokenIndex token);
// denials.cpp: gives a claim the stance of denying where its words say that a claim is untrue, and takes it
// from a refusal ("rejected the offer").
void find_denial(const Evidence& evidence, const Draft& draft, Claim& claim);
// Of what claim, report or evidence the word `predicate` says that it is untrue: the word for it, or
// kNoToken.
[[nodiscard]] TokenIndex judged_untrue(const Evidence& evidence, TokenIndex predicate);
// author_denials.cpp: what the text denies in its own voice. `begin`: the first draft of the sentence.
void read_author_denials(const Evidence& evidence, const language::Sentence& sentence,
                         std::vector<Draft>& out, std::size_t begin);
// plain_denials.cpp: "X denies Y" where the frames found nothing.
void read_plain_denials(const Evidence& evidence, const language::Sentence& sentence, std::vector<Draft>& out,
                        std::size_t begin);
// apposed_answers.cpp: answers in the same sentence ("..., a charge the ministry denies").
void read_apposed_answers(const Evidence& evidence, const language::Sentence& sentence,
                          std::vector<Draft>& out, std::size_t begin);
// accusations.cpp: drops what has the words of an accusation and is none, and turns round whom it is against.
void sort_accusations(const Evidence& evidence, std::vector<Draft>& out, std::size_t begin,
                      std::vector<Considered>& considered);
// Whether the text calls the actor by a name anywhere.
[[nodiscard]] bool has_name(const Evidence& evidence, Ref<Actor> who);
// The subject of the clause that is said, or kNoToken.
[[nodiscard]] TokenIndex content_subject(const Evidence& evidence, const Draft& draft);
// targets.cpp
[[nodiscard]] Ref<Actor> find_target(const Evidence& evidence, const Draft& draft, const Claim& claim);
// voice.cpp
void find_voice(const Evidence& evidence, const Draft& draft, Claim& claim);
// certainty.cpp
void find_certainty(const Evidence& evidence, const Draft& draft, Claim& claim);
// basis.cpp
void find_basis(const Evidence& evidence, const Draft& draft, Claim& claim);

// referents.cpp: whose letters, statements and reports the text has spoken of so far.
class DocumentOwners {
 public:
  // Learns from the sentence of the claim.
  void learn(const Evidence& evidence, const Draft& draft, const Claim& claim);
  [[nodiscard]] Ref<Actor> owner(std::string_view lemma) const;

 private:
  struct Owned {
    std::string_view lemma;
    Ref<Actor> owner;
  };
  std::vector<Owned> owned_;
};

// Of the last claim, whose source is a pronoun or a document that the actors leave open: who it is, where the
// sentences before leave only one; and a pronoun goes to the last speaker where whom it was read as was named
// before that speaker. `drafts[i]` belongs to `claims[i]`.
void name_unresolved(const Evidence& evidence, const std::vector<Draft>& drafts, std::vector<Claim>& claims,
                     DocumentOwners& documents);

// issuer.cpp: the voice of an advisory. `begin`: the first draft of the sentence.
[[nodiscard]] bool is_advisory(const Reading& reading);
void read_orders(const Reading& reading, const language::Sentence& sentence, std::vector<Draft>& out,
                 std::size_t begin);
// findings.cpp: what it finds affected, mended or exploited.
void read_findings(const Reading& reading, const language::Sentence& sentence, std::vector<Draft>& out,
                   std::size_t begin);
// Whom the document names as its issuer, or in whose name it recommends outside of the sections of others.
struct PartySection;
[[nodiscard]] Ref<Actor> find_issuer(const Evidence& evidence, const std::vector<PartySection>& sections,
                                     const std::vector<Draft>& drafts, const std::vector<Claim>& claims);
void name_issuer(const Evidence& evidence, const std::vector<PartySection>& sections,
                 const std::vector<Draft>& drafts, std::vector<Claim>& claims);

// author.cpp: the body whose own words a document in the first person plural is; none for any other.
[[nodiscard]] Ref<Actor> find_author(const Evidence& evidence);
// The whole sentence as what the one whose words it is asserts; its root stands for the cue.
[[nodiscard]] Draft assertion_of(const Reading& reading, const language::Sentence& sentence, TokenIndex root);
// What it asserts without any cue of saying. `begin`: the first draft of the sentence.
void read_assertions(const Evidence& evidence, const language::Sentence& sentence, std::vector<Draft>& out,
                     std::size_t begin);
void name_author(const Evidence& evidence, Ref<Actor> author, const std::vector<Draft>& drafts,
                 std::vector<Claim>& claims);

// acts.cpp: what actors did, as drafts of stance act.
void read_acts(const Evidence& evidence, const language::Sentence& sentence, std::vector<Draft>& out);

// Claims of people whose name the text withholds once, wherever they are called "he" or "the official".
void spread_anonymity(const Evidence& evidence, const std::vector<Draft>& drafts, std::vector<Claim>& claims);

// The content words of each claim, as sorted lemmas; what "the same matter" is judged by.
using Words = std::vector<std::string_view>;
[[nodiscard]] Words content_words(const Evidence& evidence, const Draft& draft);
[[nodiscard]] std::size_t shared_words(const Words& a, const Words& b);

// Statements by which a source denies what somebody else has said of it, though no verb of denial stands.
void find_own_denials(const Evidence& evidence, const std::vector<Draft>& drafts, std::vector<Claim>& claims,
                      const std::vector<Words>& words);

// disputes.cpp
[[nodiscard]] std::vector<Dispute> find_disputes(const Evidence& evidence, const std::vector<Draft>& drafts,
                                                 const std::vector<Claim>& claims);
// origins.cpp: claims made again.
void find_repeats(const Evidence& evidence, std::vector<Claim>& claims, const std::vector<Words>& words);
// source_list.cpp: where the text has its claims from.
[[nodiscard]] std::vector<SourceEntry> list_sources(const Evidence& evidence,
                                                    const std::vector<Draft>& drafts,
                                                    const std::vector<Claim>& claims);
// lint.cpp
[[nodiscard]] std::vector<Note> find_lint(const Evidence& evidence, const std::vector<Draft>& drafts,
                                          const std::vector<Claim>& claims, const std::vector<Words>& words);

}  // namespace hearsay::claims
