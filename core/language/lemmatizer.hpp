#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"

namespace hearsay::language {

// Form and tag to lemma by edits learned from the treebanks: of the rules stored for (tag, ending) the one
// with the longest ending decides, the whole word being the longest.
class Lemmatizer {
 public:
  struct Edit {
    std::uint8_t strip = 0;  // bytes taken off the end
    std::string append;
  };
  struct Rule {
    std::uint32_t key = 0;
    std::uint16_t edit = 0;
  };
  static constexpr std::size_t kLongestEnding = 6;

  Lemmatizer() = default;
  // `rules` need not be sorted.
  Lemmatizer(std::vector<Edit> edits, std::vector<Rule> rules);

  // Reads what `serialize` wrote; an empty lemmatiser where the bytes are damaged.
  static Lemmatizer parse(std::string_view bytes);
  [[nodiscard]] std::string serialize() const;
  [[nodiscard]] bool empty() const { return rules_.empty(); }

  void append_lemma(std::string_view form, Upos upos, Xpos xpos, std::string& out) const;

  // The form that edits apply to: lower case except for names and addresses.
  static std::string base(std::string_view form, Upos upos, Xpos xpos);
  static std::uint32_t ending_key(std::string_view base, std::size_t length, Upos upos, Xpos xpos);
  static std::uint32_t word_key(std::string_view base, Upos upos, Xpos xpos);

 private:
  [[nodiscard]] const Edit* find(std::uint32_t key) const;

  std::vector<Edit> edits_;
  std::vector<Rule> rules_;  // sorted by key
};

}  // namespace hearsay::language
