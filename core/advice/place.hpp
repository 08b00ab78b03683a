#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/advice/lexicon.hpp"
#include "core/advice/people.hpp"
#include "core/advice/tree.hpp"
#include "core/advice/voice.hpp"
#include "core/analysis.hpp"

namespace hearsay::advice {

// What a line that ends in a colon says of the list under it: "KCC recommends that operators:".
struct ListContext {
  std::optional<Modality> modality;
  std::vector<Audience> audience;
  Ref<Actor> issuer;
  Ref<Time> deadline;  // "Within 30 days of the issuance of this directive:"
};

// Where in the document a sentence stands: under which heading, in which list.
class Place {
 public:
  // `people`, `words` and `tree` must outlive it.
  Place(const Tree& tree, const AdviceWords& words, const People& people);

  // Follows headings and lists up to and with the block. Blocks are given in order.
  void enter(std::uint32_t block);
  // What the line above a list says of its items; `rest`: and of the other orders of this section.
  void open_list(ListContext context, bool rest);

  // The deadline of a line above holds no longer: another time is told.
  void end_deadline();

  // What the headings above say of imperatives, or nothing.
  [[nodiscard]] std::optional<Modality> section() const;
  // The document has sections of advice, and this is another.
  [[nodiscard]] bool descriptive() const { return has_advice_section_ && !section(); }
  // Some heading of the document announces what must be done.
  [[nodiscard]] bool binding() const { return binding_; }
  [[nodiscard]] const std::optional<ListContext>& list() const { return list_; }
  // Who has been told to do what follows in this section: "agencies must complete the following actions".
  [[nodiscard]] const ListContext* told() const;
  // Who speaks, where a heading says so: a vendor in its statement.
  [[nodiscard]] Ref<Actor> speaker() const { return speaker_; }
  // A line that the layout takes for a heading and that is itself advice: "Update to version 2 or later".
  [[nodiscard]] bool order_line(const Block& block) const;
  // Whether a list item stands right after the block.
  [[nodiscard]] bool list_follows(std::uint32_t block) const;

 private:
  struct Section {
    std::uint8_t level = 0;
    std::optional<Modality> modality;
    std::optional<ListContext> told;
  };
  void enter_heading(const Block& block);
  void follow_speaker(const Block& block);
  [[nodiscard]] Ref<Actor> body_named_in(const Block& block) const;

  const Tree& tree_;
  const AdviceWords& words_;
  const People& people_;
  std::vector<Section> sections_;  // from the outermost
  std::optional<ListContext> list_;
  std::uint32_t next_block_ = 0;
  bool has_advice_section_ = false;
  bool binding_ = false;
  Ref<Actor> named_;    // the body that the last heading names
  Ref<Actor> speaker_;  // whose statement this section is
};

// Reads the sentence before a list: "KCC recommends that operators:", "Agencies shall:". `context` holds what
// the heading says already.
void read_introduction(const Tree& tree, const AdviceWords& words, const People& people, bool issuing,
                       const language::Sentence& sentence, ListContext& context);

// "must" becomes "must not", all else "should not".
[[nodiscard]] Modality forbidden_in_list(Modality modality);

}  // namespace hearsay::advice
