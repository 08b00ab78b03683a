// The user's own list of vendors and products.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/actors/gazetteer.hpp"
#include "core/input/encoding.hpp"

namespace hearsay::actors {
namespace {

struct Item {
  std::string vendor;
  std::string product;
};

Error bad_row(std::string_view file, std::size_t line, std::string_view what) {
  return {ErrorCode::bad_lexicon,
          std::string(file) + ", line " + std::to_string(line) + ": " + std::string(what)};
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

constexpr std::size_t kLongestCell = 200;  // characters; a longer one is no name

// Spreadsheets end lines in three ways; one is enough here.
std::string with_plain_lines(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool pair = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (!pair) out += bytes[i] == '\r' ? '\n' : bytes[i];
  }
  return out;
}

// The one of comma, semicolon and tab that stands most often in the first line, outside quotation marks.
char separator_of(std::string_view bytes) {
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool quoted = false;
  for (const char c : bytes.substr(0, bytes.find('\n'))) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    commas += c == ',' ? 1 : 0;
    semicolons += c == ';' ? 1 : 0;
    tabs += c == '\t' ? 1 : 0;
  }
  if (tabs > commas && tabs > semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

// One record of separated values from `at`, quotes as in RFC 4180. A quoted cell may hold line breaks; `line`
// counts them. Returns false where a quotation mark is never closed.
bool read_record(std::string_view bytes, std::size_t& at, std::size_t& line, char separator,
                 std::vector<std::string>& cells) {
  cells.assign(1, {});
  bool quoted = false;
  while (at < bytes.size()) {
    const char c = bytes[at++];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"') {
        cells.back() += c;
      } else if (at < bytes.size() && bytes[at] == '"') {
        cells.back() += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"' && trimmed(cells.back()).empty()) {
      cells.back().clear();
      quoted = true;
    } else if (c == separator) {
      cells.emplace_back();
    } else if (c == '\n') {
      return true;
    } else {
      cells.back() += c;
    }
  }
  return !quoted;
}

// Which column holds what. Without a first line that says so: the vendor, then the product.
struct Columns {
  std::size_t vendor = 0, product = 1;
  std::size_t count = 2;
  bool said = false;  // by the first line
};

Columns columns_of(const std::vector<std::string>& cells) {
  constexpr std::string_view kVendor[] = {"vendor",        "vendors",      "vendorname",
                                          "vendorproject", "manufacturer", "supplier",
                                          "maker",         "publisher",    "company"};
  constexpr std::string_view kProduct[] = {"product",  "products",    "productname",
                                           "software", "application", "softwarename",
                                           "model",    "asset",       "equipment"};
  constexpr std::size_t kNone = 0xFFFF;
  Columns columns{kNone, kNone, cells.size(), false};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto name = folded(cells[i]);
    const bool vendor = std::find(std::begin(kVendor), std::end(kVendor), name) != std::end(kVendor);
    const bool product = std::find(std::begin(kProduct), std::end(kProduct), name) != std::end(kProduct);
    if (vendor && columns.vendor == kNone) columns.vendor = i;
    if (product && columns.product == kNone) columns.product = i;
  }
  columns.said = columns.vendor != kNone || columns.product != kNone;
  return columns.said ? columns : Columns{};
}

std::string cell_at(const std::vector<std::string>& cells, std::size_t column) {
  return column < cells.size() ? trimmed(cells[column]) : std::string();
}

// What is wrong with a row, or empty.
std::string fault_of(const Item& item) {
  if (item.vendor.empty() && item.product.empty()) return "names neither a vendor nor a product.";
  for (const std::string* name : {&item.vendor, &item.product}) {
    if (name->size() > kLongestCell)
      return "holds a name of more than 200 characters. Is this a list of names?";
    if (!name->empty() && folded(*name).size() < 2) {
      return "\"" + *name + "\" is too short to be looked for in a text. Give the whole name.";
    }
  }
  return {};
}

Result<std::vector<Item>> read_csv(std::string_view file, std::string_view given) {
  const std::string text = with_plain_lines(given);
  const std::string_view bytes = text;
  std::vector<Item> items;
  std::size_t at = 0, line = 1;
  // "sep=;" is a spreadsheet's word to itself.
  const bool spreadsheet = bytes.starts_with("sep=") && bytes.find('\n') == 5;
  const char separator = spreadsheet ? bytes[4] : separator_of(bytes);
  if (spreadsheet) at = 6, line = 2;
  std::vector<std::string> cells;
  Columns columns;
  bool first = true;
  while (at < bytes.size()) {
    const std::size_t began = line;
    if (!read_record(bytes, at, line, separator, cells)) {
      return bad_row(file, began, "a quotation mark is opened and never closed.");
    }
    if (cells.size() == 1 && trimmed(cells[0]).empty()) continue;  // an empty line
    if (first) columns = columns_of(cells);
    const bool header = first && columns.said;
    first = false;
    if (header) continue;
    bool more = false;
    for (std::size_t i = columns.count; i < cells.size(); ++i) more = more || !trimmed(cells[i]).empty();
    if (more) {
      return bad_row(file, began,
                     columns.said
                         ? "has more columns than the first line names."
                         : "has more than two columns. Write vendor,product, or name the columns in the "
                           "first line: one of them \"vendor\", one \"product\".");
    }
    Item item{cell_at(cells, columns.vendor), cell_at(cells, columns.product)};
    if (auto fault = fault_of(item); !fault.empty()) return bad_row(file, began, fault);
    items.push_back(std::move(item));
  }
  return items;
}

std::size_t line_of(std::string_view bytes, std::size_t at) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < at && i < bytes.size(); ++i) line += bytes[i] == '\n' ? 1 : 0;
  return line;
}

// [{"vendor": "...", "product": "..."}, ...] or {"products": [...]} or {"vendor": ["product", ...], ...}
Result<std::vector<Item>> read_json(std::string_view file, std::string_view bytes) {
  const auto json = nlohmann::json::parse(bytes, nullptr, false);
  if (json.is_discarded()) {
    // Where it stops: the longest beginning that is still the beginning of well-formed JSON.
    struct Finder : nlohmann::json_sax<nlohmann::json> {
      std::size_t at = 0;
      bool null() override { return true; }
      bool boolean(bool) override { return true; }
      bool number_integer(number_integer_t) override { return true; }
      bool number_unsigned(number_unsigned_t) override { return true; }
      bool number_float(number_float_t, const string_t&) override { return true; }
      bool string(string_t&) override { return true; }
      bool binary(binary_t&) override { return true; }
      bool start_object(std::size_t) override { return true; }
      bool key(string_t&) override { return true; }
      bool end_object() override { return true; }
      bool start_array(std::size_t) override { return true; }
      bool end_array() override { return true; }
      bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        at = position;
        return false;
      }
    } finder;
    nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &finder);
    return bad_row(file, line_of(bytes, finder.at), "this is not well-formed JSON here.");
  }
  std::vector<Item> items;
  const auto text = [](const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? trimmed(found->get<std::string>()) : std::string();
  };
  const auto add_list = [&](const nlohmann::json& list) -> Result<bool> {
    std::size_t number = 0;
    for (const auto& entry : list) {
      ++number;
      Item item;
      if (entry.is_string()) item.vendor = trimmed(entry.get<std::string>());
      if (entry.is_object()) item = {text(entry, "vendor"), text(entry, "product")};
      if (auto fault = fault_of(item); !fault.empty() && !(item.vendor.empty() && item.product.empty())) {
        return Error{ErrorCode::bad_lexicon,
                     std::string(file) + ", entry " + std::to_string(number) + ": " + fault};
      }
      if (item.vendor.empty() && item.product.empty()) {
        return Error{ErrorCode::bad_lexicon, std::string(file) + ", entry " + std::to_string(number) +
                                                 ": names neither a vendor nor a product. Write: "
                                                 "{\"vendor\": \"...\", \"product\": \"...\"}."};
      }
      items.push_back(std::move(item));
    }
    return true;
  };
  const auto* list = &json;
  if (json.is_object()) {
    for (const char* key : {"products", "inventory", "items"}) {
      if (json.contains(key) && json[key].is_array()) list = &json[key];
    }
  }
  if (list->is_array()) {
    if (auto done = add_list(*list); !done) return done.error();
    return items;
  }
  return Error{ErrorCode::bad_lexicon,
               std::string(file) + ": needs a list of entries with \"vendor\" and \"product\"."};
}

}  // namespace

Result<std::size_t> Gazetteer::add_inventory(std::string_view file_name, std::string_view given) {
  const Error nothing{ErrorCode::empty_input,
                      std::string(file_name) + " is empty. Give a list of vendors and products."};
  if (given.empty()) return nothing;
  auto decoded = input::decode(given);
  if (!decoded) return Error{decoded.error().code, std::string(file_name) + ": " + decoded.error().message};
  const std::string_view bytes = decoded.value().text;
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return nothing;
  const bool json = bytes[first] == '{' || bytes[first] == '[';
  auto items = json ? read_json(file_name, bytes) : read_csv(file_name, bytes);
  if (!items) return items.error();
  if (items.value().empty()) {
    return Error{ErrorCode::empty_input, std::string(file_name) + " names no vendor and no product."};
  }
  // `names` holds views: the texts must stay where they are, also when a second list is added.
  for (Item& item : items.value()) {
    const auto add = [&](NameClass name_class, std::string&& text) {
      if (text.empty()) return;
      impl_->kept.push_back(std::make_unique<std::string>(std::move(text)));
      const std::string& kept = *impl_->kept.back();
      impl_->add(name_class, impl_->entities++, kept, kept, {});
    };
    add(NameClass::inventory_vendor, std::move(item.vendor));
    add(NameClass::inventory_product, std::move(item.product));
  }
  return items.value().size();
}

}  // namespace hearsay::actors
