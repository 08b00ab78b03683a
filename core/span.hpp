#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

// A half-open range of bytes of a Document's text. Both ends lie on code-point boundaries.
// Spans are values: they hold no text and stay valid as long as the Document's revision does.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const Span&, const Span&) = default;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return end <= begin; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  // The words of `text` that the span covers. `text` must be the text the span was made for.
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

// An index into one of the vectors of an Analysis (or of a layer), or nothing.
// `T` only tells apart what is referred to: a Ref<Actor> cannot stand for a Ref<Claim>.
template <class T>
class Ref {
 public:
  Ref() = default;
  explicit Ref(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

  [[nodiscard]] bool has_value() const { return index_ != kNone; }
  explicit operator bool() const { return has_value(); }
  // Precondition: has_value().
  [[nodiscard]] std::uint32_t index() const { return index_; }

  friend auto operator<=>(const Ref&, const Ref&) = default;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::uint32_t index_ = kNone;
};

}  // namespace hearsay
