#include <array>

#include "core/language/language.hpp"

// The names of tags and relations as the treebanks write them, in the order of the enumerations.
namespace hearsay::language {
namespace {

constexpr std::array<std::string_view, 17> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                    "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                    "PUNCT", "SCONJ", "SYM", "VERB", "X"};
static_assert(kUpos.size() == static_cast<std::size_t>(Upos::X) + 1);

constexpr std::array<std::string_view, 51> kXpos = {
    "ADD", "AFX", "CC", "CD",  "DT",    "EX",    "FW",  "HYPH", "IN",  "JJ",   "JJR", "JJS", "LS",
    "MD",  "NFP", "NN", "NNP", "NNPS",  "NNS",   "PDT", "POS",  "PRP", "PRP$", "RB",  "RBR", "RBS",
    "RP",  "SYM", "TO", "UH",  "VB",    "VBD",   "VBG", "VBN",  "VBP", "VBZ",  "WDT", "WP",  "WP$",
    "WRB", ",",   ".",  ":",   "-LRB-", "-RRB-", "``",  "''",   "$",   "#",    "GW",  "XX"};
static_assert(kXpos.size() == static_cast<std::size_t>(Xpos::XX) + 1);

constexpr std::array<std::string_view, 50> kDeprel = {
    "root",          "acl",          "acl:relcl",   "advcl",      "advcl:relcl", "advmod",     "amod",
    "appos",         "aux",          "aux:pass",    "case",       "cc",          "cc:preconj", "ccomp",
    "compound",      "compound:prt", "conj",        "cop",        "csubj",       "csubj:pass", "dep",
    "det",           "det:predet",   "discourse",   "dislocated", "expl",        "fixed",      "flat",
    "goeswith",      "iobj",         "list",        "mark",       "nmod",        "nmod:desc",  "nmod:poss",
    "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass", "nummod",      "obj",        "obl",
    "obl:agent",     "obl:unmarked", "orphan",      "parataxis",  "punct",       "reparandum", "vocative",
    "xcomp"};
static_assert(kDeprel.size() == static_cast<std::size_t>(Deprel::xcomp) + 1);

}  // namespace

std::string_view name(Upos tag) {
  return kUpos[static_cast<std::size_t>(tag)];
}
std::string_view name(Xpos tag) {
  return kXpos[static_cast<std::size_t>(tag)];
}
std::string_view name(Deprel rel) {
  return kDeprel[static_cast<std::size_t>(rel)];
}

}  // namespace hearsay::language
