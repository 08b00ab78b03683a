#include "core/advice/voice.hpp"

#include <algorithm>

#include "core/advice/letterhead.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::advice {
namespace {

// How much of the text may hold a document's own data ("Issued by", "Release Date").
constexpr std::uint32_t kHeadBytes = 1200;

// "Directive 24-03", "Advisory KCC-17: ...": a title that numbers its document, not one that reports on it.
bool issuing_title(std::string_view title, const AdviceWords& words) {
  return names_document(title, words) && title.find_first_of("0123456789:") != std::string_view::npos;
}

bool issuing_head(const std::string& head) {
  for (const char* mark :
       {" issued by ", " release date ", " alert code ", " advisory id ", " bulletin id ", " document id ",
        " ics advisory ", " vulnerability note ", " security advisory "}) {
    if (head.find(mark) != std::string::npos) return true;
  }
  return false;
}

// "This directive requires ...": a document that speaks of itself.
bool speaks_of_itself(const std::string& text, const AdviceWords& words) {
  for (const auto& [word, value] : words.words[static_cast<std::size_t>(WordClass::issuing)]) {
    if (text.find(" this " + word + " ") != std::string::npos) return true;
  }
  return false;
}

// "TO: ...", "FROM: ...": a memorandum or a mail.
bool memorandum(const Document& document) {
  const auto fields = head_fields(document);
  const auto has = [&](std::string_view name) {
    return std::any_of(fields.begin(), fields.end(), [&](const HeadField& one) { return one.name == name; });
  };
  return has("from") && (has("to") || has("subject") || has("re"));
}

// "Dear parents,"
bool letter(const Document& document) {
  if (!closing_line(document).empty()) return true;
  return std::any_of(document.blocks().begin(), document.blocks().end(), [&](const Block& block) {
    return block.span.begin < kHeadBytes && document.text(block.span).starts_with("Dear ");
  });
}

// "Statement by the minister", "Open letter to": a title that says that somebody speaks.
bool speech(const Document& document) {
  return std::any_of(document.blocks().begin(), document.blocks().end(), [&](const Block& block) {
    if (block.kind != BlockKind::title) return false;
    const auto title = plain_words(document.text(block.span));
    return title.starts_with(" statement by ") || title.starts_with(" speech by ") ||
           title.starts_with(" remarks by ") || title.starts_with(" open letter ") ||
           title.starts_with(" letter from ") || title.starts_with(" letter to ");
  });
}

// "PRESS RELEASE", on a line of its own at the head.
bool press_release(const Document& document) {
  constexpr std::uint32_t kLine = 60;
  return std::any_of(document.blocks().begin(), document.blocks().end(), [&](const Block& block) {
    if (block.span.begin > kHeadBytes / 2 || block.span.size() > kLine) return false;
    const auto line = plain_words(document.text(block.span));
    return line.starts_with(" press release ") || line.starts_with(" media release ") ||
           line.starts_with(" news release ") || line.find(" for immediate release ") != std::string::npos;
  });
}

// Counts, sentence by sentence, whom the running text speaks to and whose words it gives.
class Manner {
 public:
  Manner(const Tree& tree, const std::vector<Claim>& claims, const AdviceWords& words)
      : tree_(tree), words_(words), reported_(tree.language.sentences.size(), false) {
    for (const auto& claim : claims) mark_reported(claim);
    for (std::size_t i = 0; i < reported_.size(); ++i) count(i);
  }

  // "You" and orders to the reader, more often than what others say; or "we" all through the text.
  [[nodiscard]] bool addresses() const {
    const std::size_t fewest = reports_ == 0 ? 2 : 3;
    constexpr std::size_t kOneIn = 8;
    const auto all = std::max(sentences_, std::size_t{1});
    const auto spoken = to_reader_ + (to_reader_ > 0 ? we_sentences_ : 0);
    return spoken >= fewest && spoken * kOneIn >= all && to_reader_ > reports_;
  }
  [[nodiscard]] bool says_we() const {
    constexpr std::size_t kFewest = 5;           // once or twice a reporter says "we" too
    constexpr std::size_t kTokensForEach = 150;  // and not lost in a long text
    return we_ >= kFewest && we_ * kTokensForEach >= tree_.language.tokens.size();
  }
  // A story: a good part of it gives what others say.
  [[nodiscard]] bool tells() const {
    constexpr std::size_t kOneIn = 4;
    constexpr std::size_t kFewest = 2;
    return reports_ >= kFewest && reports_ * kOneIn >= sentences_;
  }
  // "shall", as in a law, an order of a court or a contract.
  [[nodiscard]] bool lays_down() const {
    constexpr std::size_t kFewest = 2;
    constexpr std::size_t kOneIn = 8;
    return shall_ >= kFewest && shall_ * kOneIn >= sentences_ && shall_ >= reports_;
  }

 private:
  // A sentence that gives the words of somebody whom it names, and who is not "we".
  void mark_reported(const Claim& claim) {
    if (claim.source_spans.empty() || claim.cue.empty() || claim.stance == Stance::act) return;
    const auto token = tree_.language.token_at(claim.cue.front().begin);
    const auto who = tree_.language.token_at(claim.source_spans.front().begin);
    if (token >= tree_.language.tokens.size() || who >= tree_.language.tokens.size()) return;
    if (tree_.has_lemma(who, {"we", "I", "i", "you"})) return;
    reported_[tree_.language.sentence_of[token]] = true;
  }

  void count(std::size_t index) {
    const auto& sentence = tree_.language.sentences[index];
    const auto& block = tree_.document.blocks()[sentence.block];
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) return;
    constexpr std::uint32_t kSomeWords = 4;
    if (sentence.count < kSomeWords) return;
    if (sentence.block != block_) quoted_ = false;
    block_ = sentence.block;
    ++sentences_;
    bool reader = orders(sentence);
    bool we = false;
    bool shall = false;
    for (auto token = sentence.first; token < sentence.last(); ++token) {
      const auto form = tree_.form(token);
      if (form == "“" || form == "``") quoted_ = true;
      if (form == "”" || form == "''") quoted_ = false;
      if (form == "\"") quoted_ = !quoted_;
      if (quoted_) continue;
      const auto word = ascii::lower(form);
      reader = reader || word == "you" || word == "your" || word == "please";
      const bool acts = word == "we" && tree_.token(token).rel == Deprel::nsubj;
      we = we || acts;
      we_ += acts ? 1 : 0;
      shall = shall || (word == "shall" && tree_.token(token).xpos == Xpos::MD);
    }
    if (reported_[index]) {
      ++reports_;
      return;
    }
    to_reader_ += reader ? 1 : 0;
    we_sentences_ += we ? 1 : 0;
    shall_ += shall ? 1 : 0;
  }

  // A verb that tells to act opens the sentence, outside of quotation marks.
  [[nodiscard]] bool orders(const language::Sentence& sentence) const {
    auto first = Clause(tree_, words_, sentence).first_word();
    // "First, train the help desk."
    if (first + 2 < sentence.last() && tree_.token(first).upos == Upos::ADV && tree_.form(first + 1) == ",")
      first += 2;
    // "Do not skip it.", "Never skip it."
    if (!quoted_ && first + 2 < sentence.last() &&
        (tree_.lower(first) == "never" ||
         (tree_.lower(first) == "do" && tree_.token(first + 1).upos == Upos::PART)))
      return true;
    return !quoted_ && first < sentence.last() && tree_.token(first).xpos == Xpos::VB &&
           tree_.token(first).rel == Deprel::root && words_.is(WordClass::imperative, tree_.lower(first));
  }

  const Tree& tree_;
  const AdviceWords& words_;
  std::vector<bool> reported_;
  std::uint32_t block_ = 0;
  bool quoted_ = false;
  std::size_t sentences_ = 0;
  std::size_t to_reader_ = 0;
  std::size_t we_ = 0;
  std::size_t we_sentences_ = 0;
  std::size_t shall_ = 0;
  std::size_t reports_ = 0;
};

}  // namespace

DocumentVoice document_voice(const Tree& tree, const std::vector<Actor>& actors,
                             const std::vector<Claim>& claims, const AdviceWords& words) {
  DocumentVoice voice;
  const auto& document = tree.document;
  const auto text = document.text();
  voice.issuing = document.format() == InputFormat::csaf || !document.metadata().tlp.value.empty();
  for (const auto& block : document.blocks()) {
    if (block.span.begin > kHeadBytes) break;
    if (block.kind == BlockKind::title && issuing_title(document.text(block.span), words))
      voice.issuing = true;
  }
  const auto head = plain_words(text.substr(0, std::min<std::size_t>(text.size(), kHeadBytes)));
  const Manner manner(tree, claims, words);
  voice.issuing = voice.issuing || issuing_head(head) ||
                  (speaks_of_itself(plain_words(text), words) && !manner.tells()) || memorandum(document) ||
                  opens_with_letterhead(document, actors) || manner.lays_down();
  const bool release = press_release(document);
  voice.addressing =
      letter(document) || speech(document) || release || manner.addresses() || manner.says_we();
  if (voice.issuing || voice.addressing)
    voice.issuer = letterhead(document, actors, words, voice.issuing || release);
  return voice;
}

std::optional<Modality> section_modality(std::string_view heading, const AdviceWords& words) {
  const auto plain = plain_words(heading);
  std::optional<Modality> best;
  for (const auto& [word, value] : words.words[static_cast<std::size_t>(WordClass::section)]) {
    if (value && plain.find(" " + word + " ") != std::string::npos && (!best || *value == Modality::must)) {
      best = value;
    }
  }
  return best;
}

}  // namespace hearsay::advice
