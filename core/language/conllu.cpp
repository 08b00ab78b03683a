#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::language {
namespace {

// The text without line breaks and tabs, which would break CoNLL-U's lines.
void append_text(std::string_view text, std::string& out) {
  for (const char c : text) out.push_back(c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
}

void append_misc(const Document& document, Span span, bool space_after, std::string& out) {
  if (!space_after) out += "SpaceAfter=No|";
  out += "TokenRange=" + std::to_string(document.code_points_before(span.begin)) + ":" +
         std::to_string(document.code_points_before(span.end));
}

void append_sentence(const Document& document, const LanguageLayer& layer, const Sentence& sentence,
                     std::string& out) {
  out += "# text = ";
  append_text(document.text(sentence.span), out);
  out += '\n';
  const auto space_after = [&](TokenIndex i) {
    return i + 1 >= layer.tokens.size() || layer.tokens[i + 1].span.begin > layer.tokens[i].span.end;
  };
  for (TokenIndex i = sentence.first; i < sentence.last(); ++i) {
    const Token& token = layer.tokens[i];
    if (!token.joined) {
      TokenIndex last = i;
      while (last + 1 < sentence.last() && layer.tokens[last + 1].joined) ++last;
      if (last > i) {
        out +=
            std::to_string(i - sentence.first + 1) + "-" + std::to_string(last - sentence.first + 1) + "\t";
        const Span whole{token.span.begin, layer.tokens[last].span.end};
        append_text(document.text(whole), out);
        out += "\t_\t_\t_\t_\t_\t_\t_\t";
        append_misc(document, whole, space_after(last), out);
        out += '\n';
      }
    }
    const bool in_group = token.joined || (i + 1 < sentence.last() && layer.tokens[i + 1].joined);
    out += std::to_string(i - sentence.first + 1) + "\t";
    append_text(document.text(token.span), out);
    out += '\t';
    append_text(layer.lemma(i), out);
    out += '\t';
    out += name(token.upos);
    out += '\t';
    out += name(token.xpos);
    out += "\t_\t";
    out += token.head == kNoToken ? "0" : std::to_string(token.head - sentence.first + 1);
    out += '\t';
    out += name(token.rel);
    out += "\t_\t";
    append_misc(document, token.span, in_group || space_after(i), out);
    out += '\n';
  }
  out += '\n';
}

using ascii::is_space;

// The words of a line, between white space.
std::vector<Span> words_of(std::string_view text, Span line) {
  std::vector<Span> words;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    if (is_space(text[at])) continue;
    Span word{at, at};
    while (word.end < line.end && !is_space(text[word.end])) ++word.end;
    words.push_back(word);
    at = word.end;
  }
  return words;
}

// Code is not parsed, but CoNLL-U must hold the whole text: a sentence for each line, its words hung flat on
// the first as what they are, X.
void append_code(const Document& document, Span block, std::string& out) {
  const std::string_view text = document.text();
  for (std::uint32_t begin = block.begin; begin < block.end;) {
    const auto found = text.find('\n', begin);
    const auto end =
        found == std::string_view::npos ? block.end : std::min(block.end, static_cast<std::uint32_t>(found));
    const std::vector<Span> words = words_of(text, {begin, end});
    begin = end + 1;
    if (words.empty()) continue;
    out += "# text = ";
    append_text(document.text({words.front().begin, words.back().end}), out);
    out += '\n';
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string word(document.text(words[i]));
      out += std::to_string(i + 1) + "\t" + word + "\t" + word + "\tX\tXX\t_\t" +
             (i == 0 ? "0\troot" : "1\tdep") + "\t_\t";
      append_misc(document, words[i], true, out);
      out += '\n';
    }
    out += '\n';
  }
}

}  // namespace

std::string to_conllu(const Document& document, const LanguageLayer& layer) {
  std::string out;
  auto sentence = layer.sentences.begin();
  for (const Block& block : document.blocks()) {
    if (block.kind == BlockKind::code) append_code(document, block.span, out);
    for (; sentence != layer.sentences.end() && sentence->span.begin < block.span.end; ++sentence) {
      append_sentence(document, layer, *sentence, out);
    }
  }
  return out;
}

}  // namespace hearsay::language
