#include "core/language/tokenizer.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "core/language/characters.hpp"
#include "core/language/chunk.hpp"
#include "core/language/token_lists.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::language {
namespace {

std::uint32_t skip_space(std::string_view text, std::uint32_t i, std::uint32_t end) {
  while (i < end) {
    const CodePoint c = code_point_at(text, i);
    if (!is_space(c.value)) break;
    i += c.size;
  }
  return std::min(i, end);
}

// "its" before "not", "lets" before "see": contractions without their apostrophe. `next`: where the chunk
// after that of the last word begins. A hyphen makes the follower part of a name for something ("its in-house
// team").
void split_contraction(std::string_view text, std::uint32_t next, std::uint32_t end,
                       std::vector<RawToken>& tokens) {
  constexpr std::uint32_t kLongestFollower = 12;
  RawToken& last = tokens.back();
  const std::string word = last.span.size() <= 4 && !last.joined ? ascii::lower(last.span.in(text)) : "";
  if (word != "its" && word != "lets") return;
  std::uint32_t follower_end = next;
  while (follower_end < end && follower_end - next < kLongestFollower && ascii::is_letter(text[follower_end]))
    ++follower_end;
  if (follower_end < end && (text[follower_end] == '-' || ascii::is_beyond(text[follower_end]))) return;
  const std::string follower = ascii::lower(text.substr(next, follower_end - next));
  const auto among = [&](const auto& list) {
    return std::binary_search(list.begin(), list.end(), std::string_view(follower));
  };
  if (word == "its" ? !among(kAfterItIs) : !among(kAfterLetUs)) return;
  const std::uint32_t clitic = last.span.end - 1;
  const RawToken is{{clitic, last.span.end}, true};
  last.span.end = clitic;
  tokens.push_back(is);
}

}  // namespace

Tokenizer::Tokenizer(std::string_view text, Span where)
    : text_(text), at_(where.begin), end_(where.end), chunk_(std::make_unique<Chunk>(text)) {
  at_ = skip_space(text_, at_, end_);
}

Tokenizer::~Tokenizer() = default;

bool Tokenizer::read_chunk(std::vector<RawToken>& tokens) {
  if (done()) return false;
  std::uint32_t end = at_;
  while (end < end_) {
    const CodePoint c = code_point_at(text_, end);
    if (is_space(c.value)) break;
    end += c.size;
  }
  end = std::min(end, end_);
  const std::uint32_t next = skip_space(text_, end, end_);
  chunk_->run({at_, end}, next < end_ ? code_point_at(text_, next).value : 0, tokens);
  if (!tokens.empty()) split_contraction(text_, next, end_, tokens);
  at_ = next;
  return true;
}

}  // namespace hearsay::language
