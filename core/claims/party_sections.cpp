#include "core/claims/party_sections.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/party_labels.hpp"

namespace hearsay::claims {
namespace {

constexpr std::uint32_t kLongestName = 10;  // tokens of a line that names a party

// Walks through the lines and opens, narrows and closes the entries of parties.
class SectionFinder {
 public:
  explicit SectionFinder(const Evidence& evidence)
      : evidence_(evidence), reading_(evidence.reading), sentences_(evidence.reading.layer.sentences) {}

  std::vector<PartySection> run() {
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (begins_block(i)) read_line(i);
      if (inline_ && ends_block(i)) {
        close(sentences_[i].last());
        inline_ = false;
      }
    }
    close(reading_.size());
    return std::move(sections_);
  }

 private:
  [[nodiscard]] bool begins_block(std::size_t i) const {
    return i == 0 || sentences_[i - 1].block != sentences_[i].block;
  }
  [[nodiscard]] bool ends_block(std::size_t i) const {
    return i + 1 == sentences_.size() || sentences_[i + 1].block != sentences_[i].block;
  }

  void read_line(std::size_t i) {
    const auto& sentence = sentences_[i];
    Label label = read_label(evidence_, sentence);
    const bool inlined = !take_status(i, label) && (label.last < sentence.last() || !ends_block(i));
    switch (label.kind) {
      case LabelKind::vendors:
        // Within an entry, "Vendor Information" is what the editor has of the vendor.
        if (open_) return end_words(sentence.first);
        vendors_ = !inlined;
        confirmed_ = false;
        statements_ = label.speech;
        return;
      case LabelKind::speech:
        return open_speech(sentence, label, inlined);
      case LabelKind::status:
        if (open_ && label.status.last > label.status.first) note_status(label);
        if (open_) section_.said.first = sentence.last();
        return;
      case LabelKind::data:
        if (open_ && !section_.spoken) section_.said.first = sentence.last();
        return;
      case LabelKind::aside:
        end_words(sentence.first);
        return;
      case LabelKind::party:
        if (is_entry(i, label, inlined)) return open(i, label, inlined);
        break;
      case LabelKind::none:
        if (inlined && vendors_ && !confirmed_ && is_named(label)) return open(i, label, true);
        // Whoever it is, "Status" or "Vendor Statement" under a line says that an entry begins there.
        if (!inlined && vendors_ && sentence.count <= kLongestName && is_confirmed(i))
          return open(i, whole_line(sentence, label), false);
        break;
    }
    if (!is_heading(reading_, sentence)) return;
    close(sentence.first);
    vendors_ = false;
  }

  // "Corvane Company" | "Not Vulnerable": a line that was read as two sentences.
  bool take_status(std::size_t i, Label& label) const {
    if (label.last < sentences_[i].last() || ends_block(i) || !ends_block(i + 1)) return false;
    const Label rest = read_label(evidence_, sentences_[i + 1]);
    if (rest.kind != LabelKind::status || rest.status.last == rest.status.first) return false;
    label.status = rest.status;
    label.denied = rest.denied;
    label.unknown = rest.unknown;
    label.last = rest.last;
    return true;
  }

  // Whether a name opens an entry: its label says so, or it stands where what follows is parted by vendors.
  [[nodiscard]] bool is_entry(std::size_t i, const Label& label, bool inlined) const {
    const bool status = label.status.last > label.status.first;
    // Where entries have lines of their own, "HP-UX: not vulnerable" is what one of the parties says.
    if (confirmed_ && open_ && !is_confirmed(i)) return false;
    if (status && (vendors_ || is_heading(reading_, sentences_[i]) || is_confirmed(i))) return true;
    if (label.speech && (!inlined || label.last < sentences_[i].last())) return true;
    if (!vendors_) return false;
    if (inlined) return label.last < sentences_[i].last();
    return true;
  }

  // The line under a name is one of an entry: its status, dates, "Vendor Statement".
  [[nodiscard]] bool is_confirmed(std::size_t i) const {
    while (!ends_block(i)) ++i;
    if (i + 1 == sentences_.size()) return false;
    const LabelKind kind = read_label(evidence_, sentences_[i + 1]).kind;
    return kind == LabelKind::status || kind == LabelKind::data || kind == LabelKind::speech;
  }

  // "Corvane: ..." of a firm that the actors do not know; not "Update: ...".
  [[nodiscard]] bool is_named(const Label& label) const {
    if (label.name.last - label.name.first > kLongestName) return false;
    for (TokenIndex token = label.name.first; token < label.name.last; ++token) {
      if (reading_[token].upos == Upos::PROPN) return true;
    }
    return false;
  }

  // The line up to the status that may stand on it.
  [[nodiscard]] Label whole_line(const language::Sentence& sentence, Label label) const {
    if (label.name.last == label.name.first) label.name = {sentence.first, sentence.last()};
    while (label.name.last > label.name.first + 1 && reading_.is_punctuation(label.name.last - 1)) {
      --label.name.last;
    }
    label.head = label.name.last - 1;
    return label;
  }

  void open(std::size_t i, const Label& label, bool inlined) {
    const auto& sentence = sentences_[i];
    close(sentence.first);
    section_ = {};
    section_.first = sentence.first;
    section_.said = {label.last, reading_.size()};
    section_.name = label.name;
    section_.head = label.head;
    section_.party = label.party;
    section_.spoken = label.speech || (statements_ && label.status.last == label.status.first);
    if (label.status.last > label.status.first) note_status(label);
    open_ = true;
    // "Corvane: We ship no hubs." is one paragraph; the next belongs to nobody.
    inline_ = inlined;
    confirmed_ = confirmed_ || is_confirmed(i);
  }

  void open_speech(const language::Sentence& sentence, const Label& label, bool inlined) {
    if (!open_) {
      if (!inlined) {
        vendors_ = true;  // "Vendor Statement" over "Corvane: ..."
        statements_ = true;
      }
      return;
    }
    section_.said = {inlined ? label.last : sentence.last(), reading_.size()};
    section_.spoken = true;
  }

  void note_status(const Label& label) {
    section_.status = label.status;
    section_.denied = label.denied;
    section_.unknown = label.unknown;
  }

  void end_words(TokenIndex at) {
    if (!open_) return;
    section_.said.last = std::min(section_.said.last, at);
    section_.said.first = std::min(section_.said.first, section_.said.last);
  }

  void close(TokenIndex at) {
    if (!open_) return;
    end_words(at);
    section_.last = at;
    if (section_.last > section_.first) sections_.push_back(section_);
    open_ = false;
  }

  const Evidence& evidence_;
  const Reading& reading_;
  const std::vector<language::Sentence>& sentences_;
  std::vector<PartySection> sections_;
  PartySection section_;
  bool open_ = false;
  bool inline_ = false;      // the entry ends with its paragraph
  bool vendors_ = false;     // under a heading that parts what follows by vendors
  bool statements_ = false;  // ... and says that these are their statements
  bool confirmed_ = false;   // entries there begin with a line of their own
};

}  // namespace

std::vector<PartySection> find_party_sections(const Evidence& evidence) {
  return SectionFinder(evidence).run();
}

bool is_parted_by_vendors(const Evidence& evidence) {
  const auto& sentences = evidence.reading.layer.sentences;
  return std::any_of(sentences.begin(), sentences.end(), [&](const auto& sentence) {
    const Label label = read_label(evidence, sentence);
    return (label.kind == LabelKind::vendors || label.kind == LabelKind::speech) &&
           label.last == sentence.last();
  });
}

const PartySection* section_at(const std::vector<PartySection>& sections, TokenIndex token) {
  const auto after = std::upper_bound(sections.begin(), sections.end(), token,
                                      [](TokenIndex at, const PartySection& it) { return at < it.first; });
  if (after == sections.begin()) return nullptr;
  const PartySection& section = *(after - 1);
  return token < section.last ? &section : nullptr;
}

}  // namespace hearsay::claims
