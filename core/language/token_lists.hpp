#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// Word lists of the tokeniser. Those that are searched by halves are in alphabetical order.
namespace hearsay::language {

// Words that keep their period.
inline constexpr std::array<std::string_view, 111> kAbbreviations = {
    {"adm",  "al",    "approx", "apr",  "assn",  "assoc", "attn", "atty", "aug",  "ave",  "b.sc", "blvd",
     "bros", "calif", "capt",   "cf",   "cmdr",  "co",    "col",  "colo", "conn", "corp", "cpl",  "d.phil",
     "dec",  "dept",  "det",    "dr",   "drs",   "eg",    "esp",  "esq",  "est",  "etc",  "ext",  "feb",
     "fla",  "ft",    "gen",    "gov",  "hon",   "hrs",   "hwy",  "ie",   "inc",  "incl", "insp", "intl",
     "jan",  "jct",   "jr",     "kan",  "lbs",   "llc",   "lt",   "ltd",  "m",    "m.sc", "maj",  "messrs",
     "mfg",  "mich",  "minn",   "mme",  "mr",    "mrs",   "ms",   "mt",   "natl", "neb",  "nov",  "oct",
     "okla", "ont",   "oz",     "penn", "ph.d",  "pres",  "prof", "pvt",  "rd",   "rep",  "reps", "rev",
     "sen",  "sens",  "sep",    "sept", "sgt",   "sq",    "sr",   "st",   "ste",  "sts",  "supt", "tel",
     "tenn", "tex",   "thu",    "thur", "thurs", "tue",   "tues", "u.k",  "u.s",  "univ", "va",   "vs",
     "vt",   "wis",   "yrs"}};

// Words that keep their period where a number follows ("No. 5").
inline constexpr std::array<std::string_view, 16> kAbbreviationsBeforeNumber = {
    {"art", "ch", "ed", "eq", "fig", "figs", "no", "nos", "p", "para", "pp", "pt", "sec", "secs", "ver",
     "vol"}};

// Prefixes that the treebanks leave on their word ("non-profit"; but "well - known").
inline constexpr std::array<std::string_view, 46> kPrefixes = {
    {"anti",   "bi",     "bio",   "co",    "counter", "cross", "de",    "di",   "e",     "ex",
     "extra",  "geo",    "hm",    "hyper", "infra",   "inter", "intra", "meta", "micro", "mid",
     "mini",   "mm",     "multi", "neo",   "non",     "over",  "pan",   "post", "pre",   "pro",
     "pseudo", "psycho", "quasi", "re",    "semi",    "sh",    "socio", "sub",  "super", "th",
     "trans",  "tri",    "uh",    "ultra", "un",      "under"}};

// Units that are words of their own after a number ("5 pm").
inline constexpr std::array<std::string_view, 40> kUnits = {
    {"am",   "billion", "bn",  "bps", "cm",  "ft", "gb", "gbps", "ghz", "hr",  "hrs",  "hz", "k",   "kb",
     "kbps", "kg",      "khz", "km",  "kph", "kw", "lb", "lbs",  "m",   "mb",  "mbps", "mg", "mhz", "million",
     "min",  "mins",    "ml",  "mm",  "mph", "ms", "mw", "oz",   "pm",  "sec", "secs", "tb"}};

// Words that begin with an apostrophe.
inline constexpr std::array<std::string_view, 8> kClippedWords = {
    {"bout", "cause", "cuz", "em", "n", "til", "tis", "twas"}};

// Words with a slash.
inline constexpr std::array<std::string_view, 8> kSlashed = {
    {"b/c", "w/o", "w/out", "i/o", "l/c", "n/a", "p/e", "s/n"}};

// Signs of several characters, longest first.
inline constexpr std::array<std::string_view, 6> kOperators = {{"-->", "->", "=>", ">=", "<=", "!="}};

// Longest first.
inline constexpr std::array<std::string_view, 26> kEmoticons = {
    {":-)", ";-)", ":-(", ":-D", ":-P", ":-/", ":'(", "^_^", "-_-", ">:(", ":))", "(:", ":)",
     ";)",  ":(",  ":D",  ":P",  ":p",  ";P",  "=)",  "=(",  ":/",  ":|",  "<3",  ":O", ":o"}};

struct Contraction {
  std::string_view word;
  std::size_t split;  // characters of the first word
};

// Contractions written without an apostrophe.
inline constexpr std::array<Contraction, 42> kContractions = {
    {{"cannot", 3}, {"gonna", 3},   {"gotta", 3},   {"wanna", 3},    {"dont", 2},   {"doesnt", 4},
     {"didnt", 3},  {"isnt", 2},    {"wasnt", 3},   {"arent", 3},    {"werent", 4}, {"wont", 2},
     {"cant", 2},   {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6}, {"hasnt", 3},  {"havent", 4},
     {"hadnt", 3},  {"aint", 2},    {"thats", 4},   {"youre", 3},    {"theyre", 4}, {"ive", 1},
     {"youll", 3},  {"im", 1},      {"youve", 3},   {"weve", 2},     {"theyve", 4}, {"itll", 2},
     {"theyll", 4}, {"hes", 2},     {"shes", 3},    {"theres", 5},   {"heres", 4},  {"whats", 4},
     {"wheres", 5}, {"whos", 3},    {"arnt", 2},    {"outta", 3},    {"lotta", 3},  {"alot", 1}}};

// Words that are contractions written without an apostrophe where certain words follow: no noun phrase goes
// on so after a possessive "its", and hardly a clause after the verb "lets". In alphabetical order.
inline constexpr std::array<std::string_view, 50> kAfterItIs = {
    {"a",       "about", "also",   "always",     "an",       "anyone", "at",      "because",   "been",
     "between", "by",    "called", "definitely", "for",      "from",   "getting", "going",     "gonna",
     "gotta",   "here",  "how",    "in",         "just",     "like",   "my",      "nobody",    "not",
     "nothing", "ok",    "okay",   "on",         "probably", "really", "simply",  "something", "that",
     "the",     "there", "this",   "to",         "too",      "what",   "when",    "where",     "who",
     "why",     "with",  "worth",  "you",        "your"}};
inline constexpr std::array<std::string_view, 18> kAfterLetUs = {
    {"assume", "be", "face", "find", "get", "go", "hope", "keep", "look", "make", "not", "say", "see",
     "start", "take", "talk", "try", "wait"}};

// Ends of names of files, which tell "27.doc" from a number at the end of a sentence.
inline constexpr std::array<std::string_view, 36> kFileTypes = {
    {"apk", "asp", "aspx", "bat", "bin",  "cmd", "csv", "dat", "dll", "dmg",  "doc", "docx",
     "exe", "gif", "hta",  "htm", "html", "iso", "jar", "jpg", "js",  "json", "lnk", "log",
     "msi", "pdf", "php",  "png", "ppt",  "ps1", "rtf", "txt", "vbs", "xls",  "xml", "zip"}};

}  // namespace hearsay::language
