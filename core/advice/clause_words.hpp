#pragma once

#include <string_view>

#include "core/advice/tree.hpp"

// What clause.cpp and subject.cpp ask of single words.
namespace hearsay::advice {

inline bool is_break(std::string_view form) {
  return form == ";" || form == ":" || form == "—" || form == "–" || form == "--" || form == "…" ||
         form == "|";
}

inline bool relative(const language::Token& token) {
  return token.xpos == Xpos::WDT || token.xpos == Xpos::WP || token.xpos == Xpos::WPS ||
         token.xpos == Xpos::WRB;
}

inline bool nominal(Upos upos) {
  return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON;
}

}  // namespace hearsay::advice
