#include "core/input/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "core/text/document.hpp"
#include "core/text/utf8.hpp"

namespace hearsay::input {
namespace {

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// ---- files that are not text ----------------------------------------------------------------------------

struct Signature {
  std::string_view bytes;
  std::size_t at;
  std::string_view what;
  std::string_view remedy;
};

constexpr std::string_view kCopyText = "Open it, select all its text, copy it, and paste it here.";
constexpr std::string_view kNoText = "Hearsay reads text, HTML, Markdown and CSAF files only.";

// First bytes of common files, from the public "file" magic and the formats' own specifications.
constexpr std::array<Signature, 20> kSignatures = {{
    {"%PDF-", 0, "a PDF file", kCopyText},
    {"{\\rtf", 0, "an RTF file", kCopyText},
    {"PK\x03\x04", 0, "a ZIP archive or an office document (.docx, .xlsx, .odt)", kCopyText},
    {"\xD0\xCF\x11\xE0", 0, "an old office document (.doc, .xls, .msg)", kCopyText},
    {"\x89PNG", 0, "a picture (PNG)", kNoText},
    {"\xFF\xD8\xFF", 0, "a picture (JPEG)", kNoText},
    {"GIF87a", 0, "a picture (GIF)", kNoText},
    {"GIF89a", 0, "a picture (GIF)", kNoText},
    {"WEBP", 8, "a picture (WebP)", kNoText},
    {std::string_view("II*\0", 4), 0, "a picture (TIFF)", kNoText},
    {"ftyp", 4, "a video or picture (MP4, HEIC)", kNoText},
    {"OggS", 0, "a sound or video file", kNoText},
    {"ID3\x03", 0, "a sound file (MP3)", kNoText},
    {"\x1F\x8B\x08", 0, "a gzip archive", "Unpack it first."},
    {"7z\xBC\xAF", 0, "a 7-Zip archive", "Unpack it first."},
    {"Rar!\x1A", 0, "a RAR archive", "Unpack it first."},
    {"\x7F"
     "ELF",
     0, "a program", kNoText},
    {std::string_view("\0asm", 4), 0, "a program (WebAssembly)", kNoText},
    {"SQLite format 3", 0, "a database", kNoText},
    {"bplist00", 0, "a saved web page or property list in binary form", kCopyText},
}};

Error not_text(std::string_view what, std::string_view remedy) {
  return {ErrorCode::not_text, "This is " + std::string(what) + ", not text. " + std::string(remedy)};
}

// Control characters that no text holds: all but tab, line ends, form feed, backspace, escape, Ctrl-Z.
bool is_odd_control(std::uint32_t c) {
  return c < 0x20 && !(c >= 0x08 && c <= 0x0D) && c != 0x1A && c != 0x1B;
}

std::optional<Error> refuse_binary(std::string_view bytes) {
  for (const auto& signature : kSignatures) {
    if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes)) {
      return not_text(signature.what, signature.remedy);
    }
  }
  return std::nullopt;
}

// More than one odd control character in fifty, or any count of zero bytes beyond a stray one.
bool looks_binary(std::string_view bytes) {
  std::size_t odd = 0;
  std::size_t zeros = 0;
  for (const char c : bytes) {
    odd += is_odd_control(static_cast<unsigned char>(c));
    zeros += c == '\0';
  }
  return odd * 50 > bytes.size() || zeros * 500 > bytes.size();
}

// ---- UTF-16 and UTF-32 ----------------------------------------------------------------------------------

enum class Order { little, big };

// UTF-16 of Western text without a mark: of the bytes at even (or odd) places most are zero, of the others
// hardly one.
std::optional<Order> evident_utf16(std::string_view bytes) {
  const auto sample = bytes.substr(0, 4096);
  if (sample.size() < 4) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  const auto half = sample.size() / 2;
  if (zeros[1] * 3 > half && zeros[0] * 20 < half) return Order::little;
  if (zeros[0] * 3 > half && zeros[1] * 20 < half) return Order::big;
  return std::nullopt;
}

std::uint32_t unit(std::string_view bytes, std::size_t at, std::size_t size, Order order) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = value << 8 | byte_at(bytes, at + (order == Order::big ? i : size - 1 - i));
  }
  return value;
}

std::string from_utf16(std::string_view bytes, Order order) {
  std::string out;
  out.reserve(bytes.size() / 2 + bytes.size() / 16);
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(bytes, at, 2, order);
    if (code >= 0xD800 && code <= 0xDBFF && at + 3 < bytes.size()) {
      const char32_t low = unit(bytes, at + 2, 2, order);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    utf8::append(out, code >= 0xD800 && code <= 0xDFFF ? utf8::kReplacement : code);
  }
  if (at < bytes.size()) utf8::append(out, utf8::kReplacement);
  return out;
}

std::string from_utf32(std::string_view bytes, Order order) {
  std::string out;
  for (std::size_t at = 0; at + 3 < bytes.size(); at += 4) {
    const char32_t code = unit(bytes, at, 4, order);
    utf8::append(out, code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? utf8::kReplacement : code);
  }
  if (bytes.size() % 4 != 0) utf8::append(out, utf8::kReplacement);
  return out;
}

// ---- bytes above 0x7F -----------------------------------------------------------------------------------

// The code points of Windows-1252 from 0x80 to 0x9F (encoding.spec.whatwg.org, index windows-1252).
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    utf8::append(out, byte >= 0x80 && byte <= 0x9F ? kWindows1252[byte - 0x80u] : byte);
  }
  return out;
}

struct Utf8Check {
  std::size_t good = 0;    // sequences of two bytes and more
  std::size_t broken = 0;  // bytes that belong to none
};

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  for (std::size_t at = utf8::skip_ascii(bytes, 0); at < bytes.size(); at = utf8::skip_ascii(bytes, at)) {
    const auto here = utf8::decode(bytes, at);
    check.good += here.size > 1;
    check.broken += here.size == 0;
    at += here.size == 0 ? 1 : here.size;
  }
  return check;
}

// One U+FFFD for every maximal run of bytes that begins a code point and breaks off, as browsers do, but
// simpler: for every broken byte that is not a continuation, with the continuations after it.
std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto here = utf8::decode(bytes, at);
    if (here.size != 0) {
      out.append(bytes.substr(at, here.size));
      at += here.size;
      continue;
    }
    utf8::append(out, utf8::kReplacement);
    ++at;
    while (at < bytes.size() && utf8::continues(bytes[at])) ++at;
  }
  return out;
}

Decoded decode_bytes(std::string_view bytes) {
  const auto check = check_utf8(bytes);
  if (check.broken == 0) return {std::string(bytes), false};
  if (check.good > check.broken) return {repair_utf8(bytes), true};
  return {from_windows_1252(bytes), true};
}

bool is_empty(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto here = utf8::decode(text, at);
    if (!utf8::is_blank(here.code) && here.code != '\n' && here.code != '\r' && here.code != '\f')
      return false;
    at += here.size;
  }
  return true;
}

}  // namespace

Result<Decoded> decode(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.size() > Document::kMaxBytes * 2) {
    return Error{ErrorCode::too_large,
                 "The text is larger than 64 MB. Split it, and read the parts one by one."};
  }
  Decoded decoded;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) {
    decoded = {from_utf32(bytes.substr(4), Order::little), true};
  } else if (bytes.starts_with("\0\0\xFE\xFF"sv)) {
    decoded = {from_utf32(bytes.substr(4), Order::big), true};
  } else if (bytes.starts_with("\xFF\xFE")) {
    decoded = {from_utf16(bytes.substr(2), Order::little), true};
  } else if (bytes.starts_with("\xFE\xFF")) {
    decoded = {from_utf16(bytes.substr(2), Order::big), true};
  } else if (bytes.starts_with("\xEF\xBB\xBF")) {
    decoded = decode_bytes(bytes.substr(3));
  } else if (auto refusal = refuse_binary(bytes)) {
    return *refusal;
  } else if (const auto order = evident_utf16(bytes)) {
    decoded = {from_utf16(bytes, *order), true};
  } else {
    decoded = decode_bytes(bytes);
  }
  if (is_empty(decoded.text))
    return Error{ErrorCode::empty_input, "There is no text. Paste an article, or open one."};
  if (looks_binary(decoded.text)) return not_text("a binary file", kNoText);
  if (decoded.text.size() > Document::kMaxBytes) {
    return Error{ErrorCode::too_large,
                 "The text is larger than 64 MB. Split it, and read the parts one by one."};
  }
  return decoded;
}

}  // namespace hearsay::input
