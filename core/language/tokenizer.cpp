#include "core/language/tokenizer.hpp"

#include <algorithm>
#include <cstdint>

#include "core/language/characters.hpp"
#include "core/language/chunk.hpp"

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
  at_ = next;
  return true;
}

}  // namespace hearsay::language
