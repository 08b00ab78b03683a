#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/claims/ledger.hpp"

// Which earlier claim an answer answers: what speaks for it, counted in points. Disputes are made of these.
namespace hearsay::claims {

// Who stands behind a claim.
struct Side {
  std::vector<Ref<Actor>> members;  // the source, and the bodies it speaks for
  std::string_view word;            // the head of the source's words, as lemma; empty: nobody is named
  bool noun = false;                // that word is a noun: "firm"
  bool author = false;              // "we" outside quotation marks: whoever wrote the text
};

// How words point back at a claim: "this assessment", "no such warning", "the vendor's figure".
struct Pointer {
  TokenIndex token = kNoToken;  // kNoToken: they do not
  MatterKind kind = MatterKind::claim;
  TokenIndex owner = kNoToken;  // whose claim they say it is: "vendor"
  bool content = false;         // they say what was claimed as well: "the charge that it paid"
  bool opposes = false;         // they say at once that it is otherwise: "higher than the vendor's figure"
  bool vague = false;           // no word for a claim: "disputed the timeline" means what was just said
  bool such = false;            // "no such warning": of what was spoken of with this word
  bool many = false;            // they may mean several: "what is being claimed"
};

// A stretch of a claim's content that says one thing: a sentence or a part of one.
struct Passage {
  Extent tokens;
  bool negative = false;          // it has a "not", or calls something untrue
  Words words;                    // the sorted beginnings of its content words
  Words negated;                  // of those, what a "not" stands on
  Words objects;                  // and what that is done to
  TokenIndex subject = kNoToken;  // of what a "not" stands on: who or what does not do it
};

// A claim as disputes look at it.
struct Standpoint {
  Side side;
  std::vector<Ref<Actor>> about;  // the actors named in its content, and its target; sorted
  std::vector<Passage> passages;
  Words words;  // of all passages
  Pointer pointer;
  std::uint32_t sentence = 0;
  std::uint32_t block = 0;
  bool negative = false;
  bool nested = false;  // its cue stands in the content of another claim
};

// pointers.cpp: how the claim points back at another, if it does. `passages` are those of its content.
[[nodiscard]] Pointer find_pointer(const Evidence& evidence, const Draft& draft, const Claim& claim,
                                   const std::vector<Passage>& passages);

// What speaks for one claim being the answer to another.
struct Fit {
  int points = 0;
  int words = 0;         // points for shared words
  bool role = false;     // the one it is about answers, or the answer names whom it answers
  bool mutual = false;   // each speaks of the other
  bool pointed = false;  // the answer points back at it
  bool inside = false;   // it is reported within the answer ("disputed the group's claim that ...")
};

class Standpoints {
 public:
  // Keeps references to its arguments, which must outlive it; `drafts[i]` belongs to `claims[i]`.
  Standpoints(const Evidence& evidence, const std::vector<Draft>& drafts, const std::vector<Claim>& claims);

  [[nodiscard]] const Standpoint& operator[](std::size_t claim) const { return standpoints_[claim]; }
  [[nodiscard]] std::size_t size() const { return standpoints_.size(); }
  [[nodiscard]] bool same_side(const Side& a, const Side& b) const;
  // Whether the claim can be what an answer answers.
  [[nodiscard]] bool answerable(std::size_t claim) const;
  // Points for claim `c` being what `d` answers.
  [[nodiscard]] Fit fit(std::size_t c, std::size_t d) const;
  // The claim of another side before `d` that its pointer means: of the one it names, in the words it names,
  // or the nearest of the kind; size() if there is none.
  [[nodiscard]] std::size_t pointed_at(std::size_t d) const { return pointed_[d]; }
  // Whether the source is a pronoun that was not read as anybody.
  [[nodiscard]] bool unread_pronoun(std::size_t claim) const;
  // Whether claim `c` is made in the words by which `d` points back: "warned" and "the warning", "In a ruling
  // it said" and "the ruling".
  [[nodiscard]] bool names(std::size_t c, std::size_t d) const;
  // Whether a verb of the passage has the subject of which `no` says that it does not do it.
  [[nodiscard]] bool same_subject(const Passage& yes, const Passage& no) const;
  // Whether the passage says that what `no` says not to be done is done, to the same thing.
  [[nodiscard]] bool says_done(const Passage& yes, const Passage& no) const;
  // Points for the words that two lists share: two for a rare one, one for another.
  [[nodiscard]] int shared(const Words& a, const Words& b) const;

 private:
  [[nodiscard]] Side side_of(std::size_t claim) const;
  [[nodiscard]] std::size_t find_pointed(std::size_t d) const;
  [[nodiscard]] bool suits(std::size_t c, std::size_t d) const;
  [[nodiscard]] bool owned_by(const Pointer& pointer, const Side& side) const;
  [[nodiscard]] bool concerns(const Standpoint& claim, const Side& side) const;
  void add_passages(std::size_t claim, Standpoint& out) const;
  // What words are compared by.
  [[nodiscard]] std::string_view key_of(std::string_view lemma) const;
  void add_negated(TokenIndex negator, Passage& passage) const;
  void add_pointed_words(Standpoint& out) const;
  void count_words();

  const Evidence& evidence_;
  const std::vector<Draft>& drafts_;
  const std::vector<Claim>& claims_;
  std::vector<Standpoint> standpoints_;
  std::vector<std::size_t> pointed_;  // by claim; size() for none
  Words common_;                      // sorted beginnings of words that many claims use
};

}  // namespace hearsay::claims
