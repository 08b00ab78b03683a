#include "core/training/names/corpora.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/text/ascii.hpp"

namespace hearsay::training {
namespace {

using actors::NameType;

constexpr LabelSet kOutside = 1;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> cells_of(const std::string& line, char separator) {
  std::vector<std::string> cells;
  std::string cell;
  std::istringstream in(line);
  while (std::getline(in, cell, separator)) cells.push_back(cell);
  if (!cells.empty() && !cells.back().empty() && cells.back().back() == '\r') cells.back().pop_back();
  return cells;
}

std::string squeezed(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) <= ' ') continue;
    if (text.compare(i, 2, "\xC2\xA0") == 0) {
      ++i;
      continue;
    }
    out += text[i];
  }
  return out;
}

// What a tag of a corpus means for us.
struct Meaning {
  NameType type = NameType::person;
  LabelSet open = 0;
  bool names_only = false;  // the corpus tags common nouns ("ransomware") alike: those stay open
};
using Tagset = std::map<std::string, Meaning>;

struct TaggedToken {
  std::string form;
  std::string tag;  // "B-ORG", "I-ORG", "O"
  bool begins_sentence = false;
  bool begins_paragraph = false;
};

bool holds_capital(const std::string& text) {
  return std::any_of(text.begin(), text.end(), ascii::is_upper);
}

bool no_space_before(const std::string& form) {
  static const std::string kClosing[] = {".", ",", ";", ":", "!", "?", ")", "]", "'s", "’s", "n't", "%", "'"};
  return std::find(std::begin(kClosing), std::end(kClosing), form) != std::end(kClosing);
}

// Puts tokens at their places in `text`, or makes the text where there is none.
NamedText assemble(const std::vector<TaggedToken>& tokens, std::string text, const Tagset& tagset,
                   LabelSet outside) {
  NamedText made;
  made.outside = outside;
  const bool given = !text.empty();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  std::size_t at = 0;
  std::string before;
  for (const TaggedToken& token : tokens) {
    if (given) {
      std::size_t begin = std::string::npos;
      for (const char c : squeezed(token.form)) {
        at = text.find(c, at);
        if (at == std::string::npos) return made;
        if (begin == std::string::npos) begin = at;
        ++at;
      }
      if (begin == std::string::npos) begin = at;
      places.emplace_back(begin, at);
      continue;
    }
    if (token.begins_paragraph && !text.empty()) {
      text += "\n\n";
    } else if (token.begins_sentence && !text.empty()) {
      text += "\n";
    } else if (!text.empty() && !no_space_before(token.form) && before != "(" && before != "[") {
      text += " ";
    }
    places.emplace_back(text.size(), text.size() + token.form.size());
    text += token.form;
    before = token.form;
  }
  made.text = std::move(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& tag = tokens[i].tag;
    if (tag.size() < 3) continue;
    const std::string name = tag.substr(2);
    const auto meaning = tagset.find(name);
    if (meaning == tagset.end()) continue;
    const bool goes_on = tag[0] == 'I' && i > 0 && tokens[i - 1].tag.size() > 2 &&
                         tokens[i - 1].tag.substr(2) == name && !tokens[i].begins_sentence;
    if (goes_on && !made.spans.empty()) {
      made.spans.back().end = places[i].second;
    } else {
      made.spans.push_back({places[i].first, places[i].second, meaning->second.type, meaning->second.open});
    }
  }
  for (GoldSpan& span : made.spans) {
    for (const auto& [tag, meaning] : tagset) {
      if (!meaning.names_only || meaning.type != span.type || span.open != 0) continue;
      if (!holds_capital(made.text.substr(span.begin, span.end - span.begin))) {
        span.open = kOutside | both(span.type);
      }
    }
  }
  return made;
}

std::vector<NamedText> read_uner(const std::string& path) {
  const Tagset tagset = {
      {"PER", {NameType::person, 0, false}},
      {"ORG", {NameType::organization, 0, false}},
      {"LOC", {NameType::place, 0, false}},
      {"OTH",
       {NameType::product,
        static_cast<LabelSet>(kOutside | both(NameType::product) | both(NameType::threat_group)), false}}};
  std::vector<NamedText> texts;
  std::vector<TaggedToken> tokens;
  std::string text, sentence_text;
  bool new_paragraph = false;
  std::istringstream in(read_file(path));
  const auto finish = [&] {
    if (!tokens.empty()) texts.push_back(assemble(tokens, text, tagset, kOutside));
    tokens.clear();
    text.clear();
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# newdoc")) finish();
    if (line.starts_with("# newpar")) new_paragraph = true;
    if (line.starts_with("# text = ")) {
      if (!text.empty()) text += new_paragraph ? "\n\n" : "\n";
      new_paragraph = false;
      text += line.substr(9);
    }
    if (line.starts_with("# ")) continue;
    const auto cells = cells_of(line, '\t');
    if (cells.size() < 3) continue;
    tokens.push_back({cells[1], cells[2], cells[0] == "1", false});
  }
  finish();
  return texts;
}

// A title is no part of a person's name.
bool is_title(const std::string& word) {
  static const std::string kTitles[] = {
      "Mr.",     "Mr",         "Mrs.",  "Mrs",       "Ms.",      "Ms",         "Miss",
      "Dr.",     "Dr",         "Prof.", "Professor", "Doctor",   "Sir",        "Lord",
      "Lady",    "Senator",    "Sen.",  "President", "Minister", "General",    "Gen.",
      "Colonel", "Captain",    "Major", "Judge",     "Justice",  "Secretary",  "Governor",
      "Mayor",   "Chancellor", "Rev.",  "Prime",     "Vice",     "Congressman"};
  return std::find(std::begin(kTitles), std::end(kTitles), word) != std::end(kTitles);
}

// GUM marks every noun phrase; a name is one of which every word is a proper noun, "of" and the like aside.
// What is larger stays open.
void mark_entities(const std::vector<std::vector<std::string>>& rows, std::vector<TaggedToken>& tokens) {
  struct Entity {
    std::size_t first, last;
    std::string type;
  };
  std::vector<Entity> done;
  std::vector<std::pair<std::string, Entity>> open;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& misc = rows[i][9];
    const auto at = misc.find("Entity=");
    if (at == std::string::npos) continue;
    const std::string marks = misc.substr(at + 7, misc.find('|', at) - at - 7);
    for (std::size_t c = 0; c < marks.size();) {
      if (marks[c] == '(') {
        const auto end = marks.find_first_of("()", c + 1);
        const auto parts = cells_of(marks.substr(c + 1, end - c - 1), '-');
        if (parts.size() > 1) open.push_back({parts[0], {i, i, parts[1]}});
        const bool closes = end != std::string::npos && marks[end] == ')';
        if (closes && !open.empty()) {
          done.push_back(open.back().second);
          open.pop_back();
        }
        c = end == std::string::npos ? marks.size() : end + (closes ? 1 : 0);
        continue;
      }
      const auto end = marks.find(')', c);
      if (end == std::string::npos) break;
      const std::string id = marks.substr(c, end - c);
      for (std::size_t o = open.size(); o-- > 0;) {
        if (open[o].first != id) continue;
        open[o].second.last = i;
        done.push_back(open[o].second);
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(o));
        break;
      }
      c = end + 1;
    }
  }
  std::sort(done.begin(), done.end(),
            [](const Entity& a, const Entity& b) { return a.last - a.first > b.last - b.first; });
  const auto proper = [&](std::size_t i) { return rows[i][4].starts_with("NNP"); };
  std::vector<bool> taken(rows.size());
  for (Entity entity : done) {
    if (rows[entity.first][3] == "DET") ++entity.first;
    while (entity.type == "person" && entity.first < entity.last && is_title(rows[entity.first][1])) {
      taken[entity.first++] = true;
    }
    bool fits = entity.first <= entity.last && proper(entity.first) && proper(entity.last);
    bool any = false;
    for (std::size_t i = entity.first; i <= entity.last; ++i) {
      any = any || proper(i);
      fits =
          fits && !taken[i] && (proper(i) || rows[i][3] == "ADP" || rows[i][1] == "-" || rows[i][1] == "&");
    }
    if (!any) continue;
    const bool known = entity.type == "person" || entity.type == "place" || entity.type == "organization";
    for (std::size_t i = entity.first; i <= entity.last; ++i) {
      if (fits) {
        taken[i] = true;
        tokens[i].tag = (i == entity.first ? "B-" : "I-") + (known ? entity.type : std::string("thing"));
      } else if (tokens[i].tag == "O" && proper(i)) {
        tokens[i].tag = "B-open";
      }
    }
  }
}

std::vector<NamedText> read_gum(const std::string& path) {
  constexpr auto kAny = static_cast<LabelSet>((1u << actors::kNameLabels) - 1);
  const Tagset tagset = {
      {"person", {NameType::person, 0, false}},
      {"organization", {NameType::organization, 0, false}},
      {"place", {NameType::place, 0, false}},
      {"thing", {NameType::product, static_cast<LabelSet>(kOutside | both(NameType::product)), false}},
      {"open", {NameType::product, kAny, false}}};
  std::vector<NamedText> texts;
  std::vector<TaggedToken> tokens, sentence;
  std::vector<std::vector<std::string>> rows;
  std::string text;
  bool new_paragraph = false;
  const auto finish_sentence = [&] {
    if (!rows.empty()) mark_entities(rows, sentence);
    for (auto& token : sentence) tokens.push_back(std::move(token));
    sentence.clear();
    rows.clear();
  };
  const auto finish = [&] {
    finish_sentence();
    if (!tokens.empty()) texts.push_back(assemble(tokens, text, tagset, kOutside));
    tokens.clear();
    text.clear();
  };
  std::istringstream in(read_file(path));
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# newdoc")) finish();
    if (line.starts_with("# newpar")) new_paragraph = true;
    if (line.starts_with("# text = ")) {
      if (!text.empty()) text += new_paragraph ? "\n\n" : "\n";
      new_paragraph = false;
      text += line.substr(9);
    }
    auto cells = cells_of(line, '\t');
    if (cells.size() < 10) {
      if (line.empty()) finish_sentence();
      continue;
    }
    if (cells[0].find_first_of("-.") != std::string::npos) continue;
    sentence.push_back({cells[1], "O", sentence.empty(), false});
    rows.push_back(std::move(cells));
  }
  finish();
  return texts;
}

// One token a line, the tag in its last column, sentences apart by empty lines. A document every `per_text`
// sentences, or where -DOCSTART- stands.
std::vector<NamedText> read_columns(const std::string& path, const Tagset& tagset, LabelSet outside,
                                    std::size_t per_text) {
  std::vector<NamedText> texts;
  std::vector<TaggedToken> tokens;
  std::size_t sentences = 0;
  bool begins = true;
  std::istringstream in(read_file(path));
  const auto finish = [&] {
    if (!tokens.empty()) texts.push_back(assemble(tokens, {}, tagset, outside));
    tokens.clear();
    sentences = 0;
  };
  for (std::string line; std::getline(in, line);) {
    auto cells = cells_of(line, line.find('\t') == std::string::npos ? ' ' : '\t');
    if (cells.size() < 2 || cells.front().empty()) {
      if (!begins && ++sentences == per_text) finish();
      begins = true;
      continue;
    }
    if (cells.front() == "-DOCSTART-") {
      finish();
      continue;
    }
    tokens.push_back({cells.front(), cells.back(), begins, false});
    begins = false;
  }
  finish();
  return texts;
}

std::vector<NamedText> read_annoctr(const std::filesystem::path& path) {
  const Tagset tagset = {{"ORG", {NameType::organization, 0, false}},
                         {"LOC", {NameType::place, 0, false}},
                         {"MALWARE", {NameType::product, 0, true}},
                         {"TOOL", {NameType::product, 0, true}},
                         {"GROUP", {NameType::threat_group, 0, true}}};
  std::map<std::string, std::string> originals;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(path.parent_path().parent_path() / "text")) {
    if (entry.path().extension() == ".txt") {
      auto text = read_file(entry.path());
      auto key = squeezed(text);
      originals.emplace(std::move(key), std::move(text));
    }
  }
  const auto outside = static_cast<LabelSet>(kOutside | both(NameType::person) | both(NameType::product));
  std::vector<NamedText> texts;
  std::vector<TaggedToken> tokens;
  const auto finish = [&] {
    std::string key;
    for (const auto& token : tokens) key += squeezed(token.form);
    const auto found = originals.find(key);
    if (!tokens.empty() && found != originals.end()) {
      texts.push_back(assemble(tokens, found->second, tagset, outside));
    }
    tokens.clear();
  };
  std::istringstream in(read_file(path));
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("<DOCSTART>")) {
      finish();
      continue;
    }
    const auto cells = cells_of(line, '\t');
    if (cells.size() < 5) continue;
    const bool named = cells[4].find("MALWARE") != std::string::npos ||
                       cells[4].find("TOOL") != std::string::npos ||
                       cells[4].find("GROUP") != std::string::npos;
    tokens.push_back({cells[0],
                      cells[1] != "O" && cells[1].find("SECTOR") == std::string::npos ? cells[1]
                      : named                                                         ? cells[4]
                                                                                      : "O",
                      false, false});
  }
  finish();
  return texts;
}

std::vector<NamedText> read_re3d(const std::filesystem::path& folder) {
  std::map<std::string, NamedText> texts;
  std::istringstream documents(read_file(folder / "documents.json"));
  for (std::string line; std::getline(documents, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded()) continue;
    NamedText made;
    made.text = json.value("text", "");
    made.outside = kOutside | both(NameType::product);
    texts[json.value("_id", "")] = made;
  }
  std::map<std::string, std::vector<GoldSpan>> spans;
  std::istringstream entities(read_file(folder / "entities.json"));
  for (std::string line; std::getline(entities, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded()) continue;
    const auto text = texts.find(json.value("documentId", ""));
    if (text == texts.end()) continue;
    // begin and end count characters.
    std::vector<std::uint32_t> offsets;
    for (std::uint32_t i = 0; i < text->second.text.size(); ++i) {
      if ((static_cast<unsigned char>(text->second.text[i]) & 0xC0u) != 0x80u) offsets.push_back(i);
    }
    offsets.push_back(static_cast<std::uint32_t>(text->second.text.size()));
    const std::size_t begin = json.value("begin", 0u), end = json.value("end", 0u);
    if (end >= offsets.size() || begin >= end) continue;
    GoldSpan span{offsets[begin], offsets[end], NameType::person, 0};
    const std::string type = json.value("type", "");
    std::string words = text->second.text.substr(span.begin, span.end - span.begin);
    if (words != json.value("value", "")) continue;
    for (const char* article : {"the ", "The "}) {
      if (words.starts_with(article)) {
        span.begin += 4;
        words = words.substr(4);
      }
    }
    if (type == "Organisation") {
      span.type = NameType::organization;
    } else if (type == "Location") {
      span.type = NameType::place;
    } else if (type == "Person") {
      // Roles are marked as persons too ("Minister for ..."): what is not two or three plain names stays
      // open.
      const auto blanks = std::count(words.begin(), words.end(), ' ');
      if (blanks < 1 || blanks > 2 || words.find(" for ") != std::string::npos ||
          words.find("inister") != std::string::npos || words.find("ecretary") != std::string::npos) {
        span.open = kOutside | both(NameType::person) | both(NameType::organization);
      }
    } else if (type == "MilitaryPlatform" || type == "Weapon" || type == "Vehicle") {
      span.type = NameType::product;
      span.open = kOutside | both(NameType::product);
    } else {
      continue;
    }
    if (!holds_capital(words)) span.open = kOutside | both(span.type);
    spans[text->first].push_back(span);
  }
  std::vector<NamedText> out;
  for (auto& [id, text] : texts) {
    auto& found = spans[id];
    std::sort(found.begin(), found.end(), [](const GoldSpan& a, const GoldSpan& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    for (const GoldSpan& span : found) {
      if (text.spans.empty() || text.spans.back().end <= span.begin) text.spans.push_back(span);
    }
    out.push_back(std::move(text));
  }
  return out;
}

}  // namespace

LabelSet both(NameType type) {
  return static_cast<LabelSet>(bit(actors::begins(type)) | bit(actors::continues(type)));
}

std::vector<NamedText> read_corpus(const std::string& source) {
  const auto colon = source.find(':');
  if (colon == std::string::npos) return {};
  const std::string kind = source.substr(0, colon), path = source.substr(colon + 1);
  const auto others =
      static_cast<LabelSet>(kOutside | both(NameType::product) | both(NameType::threat_group));
  if (kind == "uner") return read_uner(path);
  if (kind == "gum") return read_gum(path);
  if (kind == "wikigold") {
    return read_columns(path,
                        {{"PER", {NameType::person, 0, false}},
                         {"ORG", {NameType::organization, 0, false}},
                         {"LOC", {NameType::place, 0, false}},
                         {"MISC", {NameType::product, others, false}}},
                        kOutside, 1000);
  }
  if (kind == "wnut") {
    return read_columns(path,
                        {{"person", {NameType::person, 0, false}},
                         {"corporation", {NameType::organization, 0, false}},
                         {"group", {NameType::organization, 0, false}},
                         {"location", {NameType::place, 0, false}},
                         {"product", {NameType::product, 0, true}},
                         {"creative-work", {NameType::product, others, false}}},
                        kOutside, 1);
  }
  if (kind == "cyner") {
    return read_columns(
        path,
        {{"Organization", {NameType::organization, 0, false}},
         {"System", {NameType::product, 0, true}},
         {"Malware", {NameType::product, 0, true}},
         {"Indicator", {NameType::product, static_cast<LabelSet>(kOutside | both(NameType::product)), false}},
         {"Vulnerability",
          {NameType::product, static_cast<LabelSet>(kOutside | both(NameType::product)), false}}},
        kOutside | both(NameType::person) | both(NameType::place) | both(NameType::threat_group), 20);
  }
  if (kind == "annoctr") return read_annoctr(path);
  if (kind == "re3d") return read_re3d(path);
  return {};
}

}  // namespace hearsay::training
