// The user's own list of vendors and products.
#include <nlohmann/json.hpp>

#include "core/actors/gazetteer.hpp"
#include "core/lexicon/table.hpp"

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

// One record of comma- or semicolon-separated values from `at`, quotes as in RFC 4180. A quoted cell may hold
// line breaks; `line` counts them. Returns false where a quotation mark is never closed.
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

Result<std::vector<Item>> read_csv(std::string_view file, std::string_view bytes) {
  std::vector<Item> items;
  const auto first_line = bytes.substr(0, bytes.find('\n'));
  const char separator =
      first_line.find(',') == std::string_view::npos && first_line.find(';') != std::string_view::npos ? ';'
                                                                                                       : ',';
  std::size_t at = 0, line = 1;
  std::vector<std::string> cells;
  bool first = true;
  while (at < bytes.size()) {
    const std::size_t began = line;
    if (!read_record(bytes, at, line, separator, cells)) {
      return bad_row(file, began, "a quotation mark is opened and never closed.");
    }
    Item item{trimmed(cells[0]), cells.size() > 1 ? trimmed(cells[1]) : std::string()};
    const bool header = first && (folded(item.vendor) == "vendor" || folded(item.vendor) == "vendorproject");
    const bool empty = cells.size() == 1 && item.vendor.empty();
    if (!empty) first = false;
    if (header || empty) continue;
    if (cells.size() > 2 && !trimmed(cells[2]).empty()) {
      return bad_row(file, began, "has more than two columns. Write: vendor,product.");
    }
    if (item.vendor.empty() && item.product.empty()) {
      return bad_row(file, began, "names neither a vendor nor a product.");
    }
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

Result<std::size_t> Gazetteer::add_inventory(std::string_view file_name, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) {
    return Error{ErrorCode::empty_input,
                 std::string(file_name) + " is empty. Give a list of vendors and products."};
  }
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
