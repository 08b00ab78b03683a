#include "core/text/document.hpp"

#include <utility>

namespace hearsay {
namespace {

constexpr std::uint32_t kIndexStep = 64;

bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
}

}  // namespace

Document::Document(std::string text, std::vector<Block> blocks, InputFormat format, bool derived,
                   Metadata metadata)
    : text_(std::move(text)),
      blocks_(std::move(blocks)),
      metadata_(std::move(metadata)),
      format_(format),
      derived_(derived) {
  code_point_index_.reserve(text_.size() / kIndexStep + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (i % kIndexStep == 0) code_point_index_.push_back(count);
    if (begins_code_point(text_[i])) ++count;
  }
  if (text_.size() % kIndexStep == 0) code_point_index_.push_back(count);
}

std::uint32_t Document::code_points_before(std::uint32_t byte) const {
  std::uint32_t count = code_point_index_[byte / kIndexStep];
  for (std::uint32_t i = byte / kIndexStep * kIndexStep; i < byte; ++i) {
    if (begins_code_point(text_[i])) ++count;
  }
  return count;
}

}  // namespace hearsay
