#include "core/language/lemmatizer.hpp"

#include <algorithm>

#include "core/language/characters.hpp"
#include "core/language/word_features.hpp"

namespace hearsay::language {
namespace {

void append_utf8(char32_t c, std::string& out) {
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  const std::uint32_t v = c;
  if (v < 0x80) {
    put(v);
  } else if (v < 0x800) {
    put(0xC0 | (v >> 6));
    put(0x80 | (v & 0x3F));
  } else if (v < 0x10000) {
    put(0xE0 | (v >> 12));
    put(0x80 | ((v >> 6) & 0x3F));
    put(0x80 | (v & 0x3F));
  } else {
    put(0xF0 | (v >> 18));
    put(0x80 | ((v >> 12) & 0x3F));
    put(0x80 | ((v >> 6) & 0x3F));
    put(0x80 | (v & 0x3F));
  }
}

bool keeps_case(Upos upos, Xpos xpos) {
  return upos == Upos::PROPN || xpos == Xpos::NNP || xpos == Xpos::NNPS || xpos == Xpos::ADD ||
         upos == Upos::X;
}

std::uint32_t tag_key(Upos upos, Xpos xpos) {
  return static_cast<std::uint32_t>(upos) * 64 + static_cast<std::uint32_t>(xpos);
}

}  // namespace

Lemmatizer::Lemmatizer(std::vector<Edit> edits, std::vector<Rule> rules)
    : edits_(std::move(edits)), rules_(std::move(rules)) {
  std::sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) { return a.key < b.key; });
}

std::string Lemmatizer::base(std::string_view form, Upos upos, Xpos xpos) {
  std::string result;
  const bool keep = keeps_case(upos, xpos);
  for (std::size_t i = 0; i < form.size();) {
    const CodePoint c = code_point_at(form, i);
    i += c.size;
    const char32_t value = c.value == 0x2019 ? U'\'' : keep ? c.value : lower_case(c.value);
    append_utf8(value, result);
  }
  return result;
}

std::uint32_t Lemmatizer::ending_key(std::string_view base, std::size_t length, Upos upos, Xpos xpos) {
  return mix(hash(base.substr(base.size() - std::min(length, base.size())), tag_key(upos, xpos)),
             static_cast<std::uint32_t>(length));
}

std::uint32_t Lemmatizer::word_key(std::string_view base, Upos upos, Xpos xpos) {
  return mix(hash(base, tag_key(upos, xpos)), 99);
}

const Lemmatizer::Edit* Lemmatizer::find(std::uint32_t key) const {
  const auto found =
      std::lower_bound(rules_.begin(), rules_.end(), key,
                       [](const Rule& rule, std::uint32_t wanted) { return rule.key < wanted; });
  if (found == rules_.end() || found->key != key || found->edit >= edits_.size()) return nullptr;
  return &edits_[found->edit];
}

void Lemmatizer::append_lemma(std::string_view form, Upos upos, Xpos xpos, std::string& out) const {
  const std::string word = base(form, upos, xpos);
  const Edit* edit = find(word_key(word, upos, xpos));
  for (std::size_t length = std::min(kLongestEnding, word.size()) + 1; edit == nullptr && length-- > 0;) {
    edit = find(ending_key(word, length, upos, xpos));
  }
  if (edit == nullptr || edit->strip > word.size() || edit->strip == word.size() + edit->append.size()) {
    out += word;
    return;
  }
  const std::size_t stem = word.size() - edit->strip;
  // Never cut a code point in two.
  if (stem < word.size() && (static_cast<unsigned char>(word[stem]) & 0xC0) == 0x80) {
    out += word;
    return;
  }
  out.append(word, 0, stem);
  out += edit->append;
}

std::string Lemmatizer::serialize() const {
  std::string out;
  const auto put = [&out](std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
  };
  put(static_cast<std::uint32_t>(edits_.size()), 2);
  for (const Edit& edit : edits_) {
    put(edit.strip, 1);
    put(static_cast<std::uint32_t>(edit.append.size()), 1);
    out += edit.append;
  }
  put(static_cast<std::uint32_t>(rules_.size()), 4);
  for (const Rule& rule : rules_) {
    put(rule.key, 4);
    put(rule.edit, 2);
  }
  return out;
}

Lemmatizer Lemmatizer::parse(std::string_view bytes) {
  std::size_t at = 0;
  bool ok = true;
  const auto get = [&](int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) {
      if (at >= bytes.size()) {
        ok = false;
        return std::uint32_t{0};
      }
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at++])) << (8 * i);
    }
    return value;
  };
  std::vector<Edit> edits(get(2));
  for (Edit& edit : edits) {
    edit.strip = static_cast<std::uint8_t>(get(1));
    const std::size_t size = get(1);
    if (!ok || bytes.size() - at < size) return {};
    edit.append.assign(bytes.substr(at, size));
    at += size;
  }
  const std::size_t count = get(4);
  if (!ok || (bytes.size() - at) / 6 < count) return {};
  std::vector<Rule> rules(count);
  for (Rule& rule : rules) {
    rule.key = get(4);
    rule.edit = static_cast<std::uint16_t>(get(2));
  }
  return {std::move(edits), std::move(rules)};
}

}  // namespace hearsay::language
