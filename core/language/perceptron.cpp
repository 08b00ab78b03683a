#include "core/language/perceptron.hpp"

#include <algorithm>

#include "core/language/characters.hpp"

namespace hearsay::language {

Feature hash(std::string_view bytes, Feature seed) {
  std::uint32_t h = seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return mix(h, 7);
}

WordFeatures word_features(std::string_view form) {
  WordFeatures word;
  std::array<char32_t, 64> lower{};
  std::size_t size = 0;
  std::string shape;
  std::uint32_t lower_hash = 17;
  for (std::size_t i = 0; i < form.size() && size < lower.size();) {
    const CodePoint c = code_point_at(form, i);
    i += c.size;
    char32_t low = lower_case(c.value);
    if (is_digit(low)) low = '0';
    if (low == 0x2019) low = '\'';
    if (low == 0x201C || low == 0x201D) low = '"';
    lower[size++] = low;
    lower_hash = mix(lower_hash, low);
    char kind = 'o';
    switch (character_class(c.value)) {
      case CharacterClass::lower:
      case CharacterClass::mark:
      case CharacterClass::space:
        kind = 'x';
        break;
      case CharacterClass::upper:
        kind = 'X';
        break;
      case CharacterClass::digit:
        kind = 'd';
        break;
      case CharacterClass::punctuation:
      case CharacterClass::symbol:
        kind = c.value < 0x80 ? static_cast<char>(c.value) : 'o';
        break;
    }
    const std::size_t n = shape.size();
    if (n < 2 || shape[n - 1] != kind || shape[n - 2] != kind) shape.push_back(kind);
    if (size == 1) word.upper_initial = kind == 'X';
  }
  word.form = hash(form, 3);
  word.lower = lower_hash;
  word.shape = hash(shape, 5);
  std::uint32_t h = 23;
  for (std::size_t k = 0; k < 4; ++k) {
    if (k < size) h = mix(h, lower[size - 1 - k]);
    word.suffix[k] = h;
  }
  h = 29;
  for (std::size_t k = 0; k < 3; ++k) {
    if (k < size) h = mix(h, lower[k]);
    word.prefix[k] = h;
  }
  return word;
}

namespace {

class Collector {
 public:
  explicit Collector(std::vector<Feature>& out) : out_(out) { out_.clear(); }
  void add(Feature a) { out_.push_back(mix(++number_, a)); }
  void add(Feature a, Feature b) { out_.push_back(mix(mix(++number_, a), b)); }
  void add(Feature a, Feature b, Feature c) { out_.push_back(mix(mix(mix(++number_, a), b), c)); }
  void add(Feature a, Feature b, Feature c, Feature d) {
    out_.push_back(mix(mix(mix(mix(++number_, a), b), c), d));
  }

 private:
  std::vector<Feature>& out_;
  Feature number_ = 0;
};

const WordFeatures kNoWord{};

}  // namespace

void boundary_features(const std::vector<WordFeatures>& words, std::size_t i, std::size_t since,
                       std::vector<Feature>& out) {
  const auto word = [&](std::ptrdiff_t k) -> const WordFeatures& {
    const auto at = static_cast<std::ptrdiff_t>(i) + k;
    return at >= 0 && at < static_cast<std::ptrdiff_t>(words.size()) ? words[static_cast<std::size_t>(at)]
                                                                     : kNoWord;
  };
  const WordFeatures& w = word(0);
  const WordFeatures& next = word(1);
  const Feature length = since < 4 ? static_cast<Feature>(since) : since < 8 ? 4u : since < 30 ? 5u : 6u;
  const Feature space = w.space_after;
  const Feature upper = next.upper_initial;
  Collector f(out);
  f.add(1);
  f.add(space, upper);
  f.add(w.lower, upper, space);
  f.add(w.shape, next.shape, space);
  f.add(w.lower, next.lower);
  f.add(w.lower, next.shape, space);
  f.add(w.shape, next.lower, space);
  f.add(next.lower, space);
  f.add(next.form);
  f.add(word(-1).lower, w.lower);
  f.add(word(-1).shape, w.lower, next.shape);
  f.add(word(-1).lower, w.lower, upper);
  f.add(next.lower, word(2).lower);
  f.add(next.shape, word(2).shape, w.lower);
  f.add(next.shape, word(2).lower, w.lower);
  f.add(length, w.lower, upper);
  f.add(length, w.shape, next.shape);
  f.add(word(-2).shape, word(-1).shape, w.shape, next.shape);
  f.add(w.form, next.form);
}

void tag_features(const WordFeatures* words, std::size_t count, std::size_t i, std::uint32_t previous,
                  std::uint32_t before_previous, std::vector<Feature>& out) {
  const auto word = [&](std::ptrdiff_t k) -> const WordFeatures& {
    const auto at = static_cast<std::ptrdiff_t>(i) + k;
    return at >= 0 && at < static_cast<std::ptrdiff_t>(count) ? words[at] : kNoWord;
  };
  const WordFeatures& w = word(0);
  Collector f(out);
  f.add(1);
  f.add(w.lower);
  f.add(w.form);
  for (const Feature suffix : w.suffix) f.add(suffix);
  for (const Feature prefix : w.prefix) f.add(prefix);
  f.add(w.shape);
  f.add(w.shape, i == 0);
  f.add(w.suffix[2], w.shape);
  f.add(previous);
  f.add(before_previous, previous);
  f.add(previous, w.lower);
  f.add(previous, w.suffix[2]);
  f.add(previous, w.shape);
  f.add(word(-1).lower);
  f.add(word(-1).lower, w.lower);
  f.add(word(-2).lower);
  f.add(word(1).lower);
  f.add(w.lower, word(1).lower);
  f.add(word(2).lower);
  f.add(word(1).suffix[2]);
  f.add(previous, word(1).suffix[2]);
  f.add(word(1).shape, w.shape);
  f.add(w.suffix[1], word(1).suffix[2]);
  f.add(previous, word(1).lower);
  f.add(words[count - 1].lower, i == 0, w.suffix[2]);
}

ParseState::ParseState(int words)
    : count(words),
      heads(static_cast<std::size_t>(words), -1),
      rels(static_cast<std::size_t>(words), 0),
      leftmost(static_cast<std::size_t>(words) + 1, -1),
      rightmost(static_cast<std::size_t>(words) + 1, -1),
      left_children(static_cast<std::size_t>(words) + 1, 0),
      right_children(static_cast<std::size_t>(words) + 1, 0) {}

void ParseState::shift() {
  stack.push_back(buffer++);
}

void ParseState::left(std::uint32_t rel) {
  const auto child = static_cast<std::size_t>(stack.back());
  const auto head = static_cast<std::size_t>(buffer);
  stack.pop_back();
  heads[child] = buffer;
  rels[child] = static_cast<std::uint8_t>(buffer == count ? 0 : rel);
  leftmost[head] = static_cast<int>(child);
  ++left_children[head];
}

void ParseState::right(std::uint32_t rel) {
  const auto child = static_cast<std::size_t>(stack.back());
  stack.pop_back();
  const auto head = static_cast<std::size_t>(stack.back());
  heads[child] = static_cast<int>(head);
  rels[child] = static_cast<std::uint8_t>(rel);
  rightmost[head] = static_cast<int>(child);
  ++right_children[head];
}

void parse_features(const ParseState& state, const WordFeatures* words, const std::uint32_t* tags,
                    std::vector<Feature>& out) {
  constexpr Feature kNone = 1000;
  constexpr Feature kRoot = 1001;
  const int depth = static_cast<int>(state.stack.size());
  const auto stack = [&](int k) {
    return k < depth ? state.stack[static_cast<std::size_t>(depth - 1 - k)] : -1;
  };
  const auto w = [&](int i) -> Feature { return i < 0 ? kNone : i >= state.count ? kRoot : words[i].lower; };
  const auto p = [&](int i) -> Feature { return i < 0 ? kNone : i >= state.count ? kRoot : tags[i]; };
  const auto s = [&](int i) -> Feature { return i < 0 || i >= state.count ? kNone : words[i].suffix[2]; };
  const auto rel = [&](int i) -> Feature {
    return i < 0 || i >= state.count ? kNone : state.rels[static_cast<std::size_t>(i)];
  };
  const auto left = [&](int i) { return i < 0 ? -1 : state.leftmost[static_cast<std::size_t>(i)]; };
  const auto right = [&](int i) { return i < 0 ? -1 : state.rightmost[static_cast<std::size_t>(i)]; };
  const auto valency = [&](int i) -> Feature {
    if (i < 0) return 99;
    return static_cast<Feature>(std::min(state.left_children[static_cast<std::size_t>(i)], 3) * 4 +
                                std::min(state.right_children[static_cast<std::size_t>(i)], 3));
  };
  const int s0 = stack(0);
  const int s1 = stack(1);
  const int s2 = stack(2);
  const int b0 = state.buffer;
  const int b1 = std::min(b0 + 1, state.count);
  const int b2 = std::min(b0 + 2, state.count);
  const auto gap = [](int a, int b) -> Feature {
    const int d = a < 0 ? 0 : b - a;
    return static_cast<Feature>(d <= 5 ? d : d <= 10 ? 6 : d <= 20 ? 7 : 8);
  };
  const Feature d0 = gap(s0, b0);
  const Feature d1 = gap(s1, s0 < 0 ? b0 : s0);
  Collector f(out);
  f.add(1);
  f.add(w(s0), p(s0));
  f.add(w(s0));
  f.add(p(s0));
  f.add(w(s1), p(s1));
  f.add(p(s1));
  f.add(w(b0), p(b0));
  f.add(p(b0));
  f.add(w(b0));
  f.add(w(b1), p(b1));
  f.add(p(b1));
  f.add(p(b2));
  f.add(w(b2));
  f.add(p(s2));
  f.add(w(s0), p(s0), w(b0), p(b0));
  f.add(w(s0), w(b0));
  f.add(w(s0), p(s0), p(b0));
  f.add(p(s0), w(b0), p(b0));
  f.add(p(s0), p(b0));
  f.add(p(s0), p(b0), d0);
  f.add(p(s0), p(b0), p(b1));
  f.add(p(s0), p(b0), p(b1), p(b2));
  f.add(p(b0), p(b1), p(b2));
  f.add(w(s1), w(s0));
  f.add(w(s1), p(s1), p(s0));
  f.add(p(s1), w(s0), p(s0));
  f.add(p(s1), p(s0));
  f.add(p(s1), p(s0), d1);
  f.add(p(s1), p(s0), p(b0));
  f.add(p(s2), p(s1), p(s0));
  f.add(w(s1), p(s0), p(b0));
  f.add(p(s1), w(s0), p(b0));
  f.add(p(s1), p(s0), w(b0));
  f.add(p(s0), p(left(s0)), p(right(s0)));
  f.add(p(s1), p(left(s1)), p(right(s1)));
  f.add(p(s0), rel(left(s0)), rel(right(s0)));
  f.add(p(s1), rel(left(s1)), rel(right(s1)));
  f.add(p(s0), p(b0), p(left(s0)));
  f.add(p(s0), p(b0), p(right(s0)));
  f.add(p(s1), p(s0), p(right(s1)));
  f.add(p(s1), p(s0), p(left(s0)));
  f.add(p(s1), p(s0), p(right(s0)));
  f.add(p(s0), p(b0), p(left(b0)));
  f.add(w(s0), valency(s0));
  f.add(p(s0), valency(s0), p(b0));
  f.add(w(s1), valency(s1));
  f.add(p(s1), valency(s1), p(s0));
  f.add(p(b0), valency(b0), p(s0));
  f.add(s(s0), p(s0), p(b0));
  f.add(s(s0), s(s1));
  f.add(s(b0), p(b0), p(s0));
  f.add(w(s0), p(b0), d0);
  f.add(p(s0), w(b0), d0);
  f.add(w(right(s0)), p(s0), p(b0));
  f.add(w(s0), w(left(s0)), p(b0));
}

}  // namespace hearsay::language
