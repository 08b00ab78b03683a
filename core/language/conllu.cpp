#include <string>

#include "core/language/language.hpp"

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

}  // namespace

std::string to_conllu(const Document& document, const LanguageLayer& layer) {
  std::string out;
  for (const Sentence& sentence : layer.sentences) append_sentence(document, layer, sentence, out);
  return out;
}

}  // namespace hearsay::language
