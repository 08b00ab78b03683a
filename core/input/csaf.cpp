#include "core/input/csaf.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/input/html_metadata.hpp"
#include "core/input/json_fields.hpp"
#include "core/input/text_builder.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::input {
namespace {

constexpr std::string_view kRemedy = "Open the whole file, or paste the advisory as text.";

// How JSON's brackets stand, by one look at the bytes: so that a hostile file is refused before it is parsed.
struct Nesting {
  std::size_t deepest = 0;
  std::ptrdiff_t open_at_end = 0;
  bool in_string_at_end = false;
};

Nesting nesting(std::string_view json) {
  Nesting seen;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++seen.open_at_end;
      seen.deepest =
          std::max(seen.deepest, static_cast<std::size_t>(std::max<std::ptrdiff_t>(seen.open_at_end, 0)));
    } else if (c == '}' || c == ']') {
      --seen.open_at_end;
    }
  }
  seen.in_string_at_end = in_string;
  return seen;
}

// A number as JSON writes it ("9.8"), or a string.
std::string scalar(const Json* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  return value->is_number() ? value->dump() : std::string();
}

std::string sentence_case(std::string_view words) {
  std::string out(words);
  std::replace(out.begin(), out.end(), '_', ' ');
  if (!out.empty()) out[0] = ascii::to_upper(out[0]);
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

bool ends_sentence(std::string_view text) {
  return !text.empty() &&
         (text.back() == '.' || text.back() == '!' || text.back() == '?' || text.back() == ':');
}

class Writer {
 public:
  explicit Writer(const Json& csaf) : csaf_(csaf), document_(*field(csaf, "document")) {}

  Document run() {
    write_head();
    write_notes({"summary", "description", "details", "general", "faq", "other"});
    write_products();
    each(csaf_, "vulnerabilities", [&](const Json& one) { write_vulnerability(one); });
    write_acknowledgments();
    write_references();
    write_history();
    write_notes({"legal_disclaimer"});
    return std::move(builder_).finish(InputFormat::csaf, std::move(metadata_));
  }

 private:
  // "Label: value" on a line; `field` gets the value's place.
  void write_label(std::string_view label, std::string_view value, Metadata::Field* place = nullptr) {
    if (value.empty()) return;
    const auto span = builder_.add(std::string(label) + ": " + std::string(value), BlockKind::byline);
    if (place == nullptr) return;
    place->value = value;
    place->span = {span.end - static_cast<std::uint32_t>(value.size()), span.end};
  }

  void write_date(std::string_view label, std::string_view value, Metadata::Field& place) {
    const auto date = iso_date(value);
    if (date.empty()) return;
    write_label(label, date.substr(0, 10), &place);
    place.value = date;
  }

  void write_head() {
    builder_.add(text_field(document_, "title"), BlockKind::title, 1);
    if (const auto* publisher = field(document_, "publisher")) {
      write_label("Publisher", text_field(*publisher, "name"), &metadata_.issuer);
    }
    if (const auto* tracking = field(document_, "tracking")) {
      const auto first = text_field(*tracking, "initial_release_date");
      const auto current = text_field(*tracking, "current_release_date");
      write_date("Published", first, metadata_.published);
      if (iso_date(first) != iso_date(current)) write_date("Last revised", current, metadata_.revised);
      write_label("Advisory", text_field(*tracking, "id"));
    }
    if (const auto* distribution = field(document_, "distribution")) {
      if (const auto* tlp = field(*distribution, "tlp")) write_tlp(text_field(*tlp, "label"));
      builder_.add(text_field(*distribution, "text"), BlockKind::paragraph);
    }
    if (const auto* severity = field(document_, "aggregate_severity")) {
      write_label("Severity", text_field(*severity, "text"));
    }
  }

  // TLP 1.0's WHITE is 2.0's CLEAR (FIRST, 2022); the text keeps the word of the file.
  void write_tlp(std::string_view label) {
    if (label.empty()) return;
    const auto span = builder_.add("TLP:" + std::string(label), BlockKind::byline);
    metadata_.tlp.value = label == "WHITE" ? "CLEAR" : std::string(label);
    metadata_.tlp.span = span;
  }

  // A text that was not shown before: files repeat their notes for every vulnerability.
  void write_once(std::string_view text) {
    if (!text.empty() && shown_.insert(std::string(text)).second) builder_.add(text, BlockKind::paragraph);
  }

  void write_notes(std::initializer_list<std::string_view> categories) {
    for (const auto category : categories) {
      each(document_, "notes", [&](const Json& note) {
        if (text_field(note, "category") != category || text_field(note, "text").empty()) return;
        const auto text = text_field(note, "text");
        if (shown_.contains(std::string(text))) return;
        const auto given = text_field(note, "title");
        auto title = given.empty() ? sentence_case(category) : std::string(given);
        if (title != last_note_) builder_.add(title, BlockKind::heading, 2);
        last_note_ = std::move(title);
        write_once(text);
      });
    }
  }

  // ---- products ----

  struct Branch {
    const Json* node;
    std::string path;  // "Vendor Product"
  };

  // Names of all products by their id. The branches are walked with a stack of our own.
  void collect_products() {
    const auto* tree = field(csaf_, "product_tree");
    if (tree == nullptr) return;
    std::vector<Branch> open{{tree, {}}};
    while (!open.empty()) {
      const Branch here = std::move(open.back());
      open.pop_back();
      const auto& path = here.path;
      if (const auto* product = field(*here.node, "product")) add_product(*product, path);
      std::vector<Branch> children;
      each(*here.node, "branches", [&](const Json& branch) {
        const auto name = std::string(text_field(branch, "name"));
        const bool vendor = text_field(branch, "category") == "vendor";
        if (vendor && std::find(vendors_.begin(), vendors_.end(), name) == vendors_.end())
          vendors_.push_back(name);
        children.push_back({&branch, joined({path, name}, " ")});
      });
      open.insert(open.end(), std::make_move_iterator(children.rbegin()),
                  std::make_move_iterator(children.rend()));
    }
    each(*tree, "full_product_names", [&](const Json& product) { add_product(product, {}); });
    each(*tree, "relationships", [&](const Json& relation) {
      if (const auto* product = field(relation, "full_product_name")) add_product(*product, {});
    });
  }

  void add_product(const Json& product, const std::string& path) {
    const auto id = text_field(product, "product_id");
    const auto name = text_field(product, "name");
    auto shown = name.empty() ? path : std::string(name);
    if (shown.empty()) return;
    if (product_names_.emplace(std::string(id), shown).second) products_.push_back(std::move(shown));
  }

  void write_products() {
    collect_products();
    if (products_.empty()) return;
    builder_.add("Affected products", BlockKind::heading, 2);
    write_label(vendors_.size() > 1 ? "Vendors" : "Vendor", joined(vendors_, ", "));
    std::set<std::string> seen;
    for (const auto& product : products_) {
      if (seen.insert(product).second) builder_.add("- " + product, BlockKind::list_item, 1);
    }
  }

  // "A, B and 3 others". The list above names them all.
  [[nodiscard]] std::string product_list(const Json& object, const char* name) const {
    constexpr std::size_t kMost = 12;
    std::vector<std::string> names;
    std::size_t others = 0;
    each(object, name, [&](const Json& id) {
      if (!id.is_string()) return;
      const auto found = product_names_.find(id.get_ref<const std::string&>());
      if (names.size() < kMost)
        names.push_back(found == product_names_.end() ? id.get<std::string>() : found->second);
      else
        ++others;
    });
    auto list = joined(names, ", ");
    if (others > 0) list += " and " + std::to_string(others) + " others";
    return list;
  }

  // ---- vulnerabilities ----

  void write_vulnerability(const Json& one) {
    const auto cve = std::string(text_field(one, "cve"));
    const auto title = std::string(text_field(one, "title"));
    auto heading = joined({cve, title == cve ? std::string() : title}, ": ");
    builder_.add(heading.empty() ? "Vulnerability" : heading, BlockKind::heading, 2);
    if (const auto* cwe = field(one, "cwe")) {
      write_label("Weakness",
                  joined({std::string(text_field(*cwe, "id")), std::string(text_field(*cwe, "name"))}, " "));
    }
    each(one, "notes", [&](const Json& note) { write_once(text_field(note, "text")); });
    each(one, "scores", [&](const Json& score) { write_score(cve, score); });
    write_status(one);
    each(one, "threats", [&](const Json& threat) {
      write_item(sentence_case(text_field(threat, "category")), text_field(threat, "details"));
    });
    each(one, "remediations", [&](const Json& remedy) { write_remediation(remedy); });
  }

  void write_score(const std::string& cve, const Json& score) {
    for (const char* scale : {"cvss_v4", "cvss_v3", "cvss_v2"}) {
      const auto* cvss = field(score, scale);
      if (cvss == nullptr) continue;
      const auto base = scalar(field(*cvss, "baseScore"));
      const auto vector = text_field(*cvss, "vectorString");
      if (base.empty() && vector.empty()) continue;
      auto version = std::string(text_field(*cvss, "version"));
      if (version.empty()) version = std::string(1, scale[6]);
      auto sentence = (cve.empty() ? "It" : cve) + " has a CVSS v" + version + " base score of " +
                      (base.empty() ? "unknown height" : base);
      if (!vector.empty()) sentence += "; the CVSS vector string is (" + std::string(vector) + ")";
      write_once(sentence + ".");
    }
  }

  void write_status(const Json& one) {
    const auto* status = field(one, "product_status");
    if (status == nullptr) return;
    struct Kind {
      const char* name;
      std::string_view label;
    };
    constexpr std::array<Kind, 8> kKinds = {{{"known_affected", "Affected"},
                                             {"first_affected", "First affected"},
                                             {"last_affected", "Last affected"},
                                             {"known_not_affected", "Not affected"},
                                             {"under_investigation", "Under investigation"},
                                             {"first_fixed", "First fixed"},
                                             {"fixed", "Fixed"},
                                             {"recommended", "Recommended"}}};
    for (const auto& kind : kKinds) write_item(std::string(kind.label), product_list(*status, kind.name));
  }

  void write_item(const std::string& label, std::string_view text) {
    if (!text.empty()) builder_.add("- " + label + ": " + std::string(text), BlockKind::list_item, 1);
  }

  // What to do is a paragraph of its own, so that it reads as the sentences it is made of.
  void write_remediation(const Json& remedy) {
    const auto details = text_field(remedy, "details");
    const auto url = text_field(remedy, "url");
    const auto key = joined({std::string(details), std::string(url)}, "\n");
    if (key.empty() || !remedies_.insert(key).second) return;
    const auto label = sentence_case(text_field(remedy, "category"));
    if (label != last_remedy_) builder_.add(label.empty() ? "Remediation" : label, BlockKind::heading, 3);
    last_remedy_ = label;
    std::string text(details);
    if (!url.empty() && text.find(url) == std::string::npos) {
      text += (text.empty() ? "See " : ends_sentence(text) ? " See " : ". See ") + std::string(url);
    }
    builder_.add(text, BlockKind::paragraph);
  }

  // ---- the end matter ----

  void write_acknowledgments() {
    bool first = true;
    each(document_, "acknowledgments", [&](const Json& one) {
      std::vector<std::string> names;
      each(one, "names", [&](const Json& name) {
        if (name.is_string()) names.push_back(name.get<std::string>());
      });
      auto text = joined({joined(names, ", "), std::string(text_field(one, "organization"))}, " of ");
      text = joined({text, std::string(text_field(one, "summary"))}, " ");
      if (text.empty()) return;
      if (std::exchange(first, false)) builder_.add("Acknowledgments", BlockKind::heading, 2);
      builder_.add(ends_sentence(text) ? text : text + ".", BlockKind::paragraph);
    });
  }

  void write_references() {
    bool first = true;
    each(document_, "references", [&](const Json& one) {
      const auto text =
          joined({std::string(text_field(one, "summary")), std::string(text_field(one, "url"))}, ": ");
      if (text.empty()) return;
      if (std::exchange(first, false)) builder_.add("References", BlockKind::heading, 2);
      builder_.add("- " + text, BlockKind::list_item, 1);
    });
  }

  void write_history() {
    const auto* tracking = field(document_, "tracking");
    if (tracking == nullptr) return;
    bool first = true;
    each(*tracking, "revision_history", [&](const Json& one) {
      const auto date = iso_date(text_field(one, "date")).substr(0, 10);
      const auto text = joined({date, std::string(text_field(one, "summary"))}, ": ");
      if (text.empty()) return;
      if (std::exchange(first, false)) builder_.add("Update history", BlockKind::heading, 2);
      builder_.add("- " + text, BlockKind::list_item, 1);
    });
  }

  const Json& csaf_;
  const Json& document_;
  TextBuilder builder_;
  Metadata metadata_;
  std::map<std::string, std::string> product_names_;
  std::vector<std::string> products_;
  std::vector<std::string> vendors_;
  std::set<std::string> shown_;
  std::set<std::string> remedies_;
  std::string last_remedy_;
  std::string last_note_;
};

}  // namespace

bool is_json(std::string_view text, std::string_view name) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  const bool named = name.size() >= 5 && (name.ends_with(".json") || name.ends_with(".JSON"));
  if (text[begin] == '[' && named) return true;
  if (text[begin] != '{') return named;
  const auto next = text.find_first_not_of(" \t\r\n", begin + 1);
  return named || next == std::string_view::npos || text[next] == '"' || text[next] == '}';
}

Result<Document> read_csaf(std::string_view json) {
  const auto seen = nesting(json);
  constexpr std::size_t kDeepest = 256;  // CSAF nests some thirty deep
  if (seen.deepest > kDeepest) {
    return Error{ErrorCode::malformed_json,
                 "This JSON nests deeper than any advisory does. " + std::string(kRemedy)};
  }
  if (seen.open_at_end > 0 || seen.in_string_at_end) {
    return Error{ErrorCode::malformed_json, "This JSON breaks off before its end. " + std::string(kRemedy)};
  }
  const auto csaf = Json::parse(json, nullptr, false);
  if (csaf.is_discarded()) {
    return Error{ErrorCode::malformed_json,
                 "This looks like JSON but is not well-formed. " + std::string(kRemedy)};
  }
  const auto* document = field(csaf, "document");
  const bool known =
      document != nullptr && document->is_object() && !text_field(*document, "csaf_version").empty();
  if (!known) {
    return Error{
        ErrorCode::unknown_json,
        "This JSON is no CSAF advisory: it has no document with a csaf_version. Paste its text instead."};
  }
  return Writer(csaf).run();
}

}  // namespace hearsay::input
