#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

// Classes of words that stand in like company in a very large text ("symantec" with "mcafee", "kazan" with
// "samara"): what the name tagger knows of words that its training text does not hold.
namespace hearsay::actors {

// Three sizes of class, each within the one before it, counted from 1; 0: an unknown word.
struct WordClass {
  std::uint32_t broad = 0;   // up to 32
  std::uint32_t middle = 0;  // up to 256
  std::uint32_t fine = 0;    // up to 2048
  bool ordinary = false;     // written small within sentences, all but always
};

class WordClasses {
 public:
  // Format: "HWC1", bits (1 byte), the broad class of each middle one (256 bytes), how many entries each of
  // the 2^bits buckets has (1 byte each), and the entries, bucket by bucket: 12 bits of the word's hash, a
  // bit for an ordinary word and 11 bits of its fine class, in 3 bytes, little endian. An unknown word is
  // taken for a known one about once in 2,000. False where it is damaged. `bytes` must outlive the classes;
  // an empty view knows no words.
  bool load(std::string_view bytes);
  // `word` in lower case.
  [[nodiscard]] WordClass find(std::string_view word) const;

 private:
  unsigned bits_ = 0;
  std::string_view broad_;
  std::vector<std::uint32_t> starts_;  // of the buckets, in entries; one more than there are buckets
  std::string_view entries_;
};

}  // namespace hearsay::actors
