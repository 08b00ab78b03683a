#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

// What a dictionary knows of a word, whatever stands around it: which kinds of word it can be. It tells the
// network of words that the treebanks do not hold, and of kinds that they do not show ("patch", "breach").
namespace hearsay::language {

class WordKinds {
 public:
  // A noun may have a sense besides: what it is for most often, a person or a body of people.
  enum Kind : std::uint8_t { noun = 1, verb = 2, adjective = 4, adverb = 8, person = 16, group = 32 };
  static constexpr std::uint8_t kKinds = noun | verb | adjective | adverb;  // without the senses

  // Format: "HWK1", bits (1 byte), how many entries each of the 2^bits buckets has (1 byte each), 8 bits of
  // each entry's hash, bucket by bucket, and its kinds (1 byte each). An unknown word is taken for a known
  // one about once in 100. False where it is damaged. `bytes` must outlive the dictionary; an empty view
  // knows no words.
  bool load(std::string_view bytes);
  // The kinds that the word, in small letters or not, or the word of which it is a form ("breaches",
  // "patching") can be; 0: unknown. Words with other letters than those of English are unknown.
  [[nodiscard]] std::uint8_t find(std::string_view word) const;

 private:
  [[nodiscard]] std::uint8_t entry(std::string_view lower) const;

  unsigned bits_ = 0;
  std::vector<std::uint32_t> starts_;  // of the buckets, in entries; one more than there are buckets
  std::string_view prints_;
  std::string_view kinds_;
};

}  // namespace hearsay::language
