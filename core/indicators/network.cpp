// Addresses on a network: URL, e-mail, domain, IPv4, IPv6, MAC, written plainly or defanged
// ("hxxp://evil[.]example").
#include <algorithm>
#include <array>

#include "core/indicators/characters.hpp"
#include "core/indicators/match.hpp"

namespace hearsay::indicators {
namespace {

// ---- what stands for a dot, an at sign, a colon ---------------------------------------------------------

struct Mark {
  std::size_t size = 0;  // 0: none here
  bool defanged = false;
};

char closer_of(char open) {
  return open == '[' ? ']' : open == '(' ? ')' : open == '{' ? '}' : '\0';
}

// One of `words` in brackets: "[.]", "(dot)", "{at}".
std::size_t in_brackets(std::string_view text, std::size_t at,
                        std::initializer_list<std::string_view> words) {
  const char close = closer_of(at_or_nul(text, at));
  if (close == '\0') return 0;
  for (const auto word : words) {
    const auto end = at + 1 + word.size();
    if (stands_at(text, at + 1, word) && at_or_nul(text, end) == close) return word.size() + 2;
  }
  return 0;
}

// The same, also with one space on both sides: "evil [.] example".
std::size_t bracketed(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
  if (at_or_nul(text, at) != ' ') return in_brackets(text, at, words);
  const auto size = in_brackets(text, at + 1, words);
  return size != 0 && at_or_nul(text, at + 1 + size) == ' ' ? size + 2 : 0;
}

Mark dot(std::string_view text, std::size_t at) {
  const char here = at_or_nul(text, at);
  const char next = at_or_nul(text, at + 1);
  if (here == '.') {
    if (next == ']' && is_alnum(at_or_nul(text, at + 2))) return {2, true};
    return is_alnum(next) || next == '_' ? Mark{1, false} : Mark{};
  }
  if (here == '\\' && next == '.' && is_alnum(at_or_nul(text, at + 2))) return {2, true};
  auto size = bracketed(text, at, {".", "dot", "d0t", "punto", "punkt"});
  if (size == 0 && here == '[' && next == '.') size = 2;  // "evil[.example": the closing bracket was lost
  if (size == 0 || !is_alnum(at_or_nul(text, at + size))) return {};
  return {size, true};
}

Mark at_sign(std::string_view text, std::size_t at) {
  if (at_or_nul(text, at) == '@') return {1, false};
  return {bracketed(text, at, {"@", "at"}), true};
}

// ---- labels and dots ------------------------------------------------------------------------------------

struct Label {
  std::size_t begin;
  std::size_t end;
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

struct Labels {
  static constexpr std::size_t kMost = 24;  // a longer row of dotted words is no address
  std::array<Label, kMost> label{};
  std::array<bool, kMost> defanged_before{};
  std::size_t count = 0;
  std::size_t end = 0;
  bool too_many = false;

  [[nodiscard]] bool defanged(std::size_t used) const {
    return std::any_of(defanged_before.begin(), defanged_before.begin() + static_cast<std::ptrdiff_t>(used),
                       [](bool flag) { return flag; });
  }
};

bool is_label_char(char c) {
  return is_alnum(c) || c == '-' || c == '_';
}
bool is_local_char(char c) {
  return is_label_char(c) || c == '+' || c == '%';
}

template <class Class>
Labels read_labels(std::string_view text, std::size_t at, Class is_member) {
  Labels labels;
  bool defanged = false;
  while (true) {
    const auto end = run_end(text, at, is_member);
    if (end == at) break;
    labels.end = end;
    if (labels.count < Labels::kMost) {
      labels.defanged_before[labels.count] = defanged;
      labels.label[labels.count++] = {at, end};
    } else {
      labels.too_many = true;
    }
    const auto mark = dot(text, end);
    if (mark.size == 0) break;
    defanged = mark.defanged;
    at = end + mark.size;
  }
  return labels;
}

std::string join(std::string_view text, const Labels& labels, std::size_t used) {
  std::string out;
  for (std::size_t i = 0; i < used; ++i) {
    if (i > 0) out += '.';
    out += lower(labels.label[i].in(text));
  }
  return out;
}

// ---- IPv4 -----------------------------------------------------------------------------------------------

bool is_octet(std::string_view label) {
  if (label.empty() || label.size() > 3 || (label.size() > 1 && label[0] == '0')) return false;
  unsigned value = 0;
  for (const char c : label) {
    if (!is_digit(c)) return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value <= 255;
}

bool is_ipv4(std::string_view text, const Labels& labels) {
  if (labels.count != 4 || labels.label[0].in(text) == "0") return false;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_octet(labels.label[i].in(text))) return false;
  }
  return true;
}

// Whether the words around speak of machines: then even 4.1.2.3 is an address.
bool is_called_address(std::string_view text, std::size_t at) {
  const auto begin = at < 60 ? 0 : at - 60;
  const auto before = lower(text.substr(begin, at - begin));
  constexpr std::array<std::string_view, 12> kWords = {
      "ip ", "ip:", "ips", "address", "server", "host", "c2", "connect", "traffic", "dns", "ping", "subnet"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return before.find(word) != std::string::npos; });
}

// Four small numbers after a name ("Tallow Suite 4.1.2.3") are a version more often than an address.
bool is_rather_version(std::string_view text, const Labels& labels) {
  const auto begin = labels.label[0].begin;
  if (is_called_version(text, begin, labels.end))
    return !is_called_address(text, begin) || (begin > 0 && text[begin - 1] == 'v');
  for (std::size_t i = 0; i < 4; ++i) {
    if (labels.label[i].in(text).size() > 2) return false;
  }
  const bool after_word = begin >= 2 && text[begin - 1] == ' ' && is_letter(text[begin - 2]);
  return after_word && labels.label[0].in(text).size() == 1 && !is_called_address(text, begin);
}

// ---- domains --------------------------------------------------------------------------------------------

bool contains(const std::vector<std::string_view>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool is_top_level(std::string_view label, const NameTables& names) {
  return label.size() >= 2 && contains(names.top_level_domains, lower(label));
}

bool is_well_formed(std::string_view text, const Labels& labels, std::size_t used) {
  for (std::size_t i = 0; i < used; ++i) {
    const auto label = labels.label[i].in(text);
    if (label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    if (i + 2 >= used && label.find('_') != std::string_view::npos) return false;
    if (label.find_first_of("+%") != std::string_view::npos) return false;
  }
  return true;
}

// "Trojan.Win32.Something.kh": what virus scanners call their finds.
bool names_malware(std::string_view text, const Labels& labels, std::size_t used) {
  constexpr std::array<std::string_view, 8> kPlatforms = {"android", "generic", "linux", "msil",
                                                          "w32",     "w64",     "win32", "win64"};
  return std::any_of(
      labels.label.begin(), labels.label.begin() + static_cast<std::ptrdiff_t>(used), [&](Label label) {
        const auto word = label.in(text);
        return is_upper(word.front()) &&
               std::find(kPlatforms.begin(), kPlatforms.end(), lower(word)) != kPlatforms.end();
      });
}

// Whether a plain dotted word is a domain and not a file, a property of a program or two sentences that
// touch.
bool is_plausible(std::string_view text, const Labels& labels, std::size_t used, const NameTables& names) {
  const auto top = labels.label[used - 1].in(text);
  const auto second = labels.label[used - 2].in(text);
  if (std::any_of(top.begin(), top.end(), is_upper)) return false;
  const auto first = lower(labels.label[0].in(text));
  if (first == "www") return true;
  const char after = at_or_nul(text, labels.label[used - 1].end);
  if (after == '(' || after == '=') return false;
  const auto begin = labels.label[0].begin;
  const char before = begin == 0 ? ' ' : text[begin - 1];
  if (before == '\\' || before == '_' || before == '$' || before == '%' || before == '/') return false;
  const bool port_after = after == ':' && is_digit(at_or_nul(text, labels.label[used - 1].end + 1));
  const bool address_after = after == '/' || port_after;
  if (contains(names.file_endings, top) && !address_after) return false;
  constexpr std::array<std::string_view, 5> kShort = {"co", "com", "me", "net", "org"};  // t.co, x.com, t.me
  if (second.size() == 1 && std::find(kShort.begin(), kShort.end(), top) == kShort.end()) return false;
  if (names_malware(text, labels, used)) return false;
  // Names of packages turn a domain around: com.example.app.
  constexpr std::array<std::string_view, 4> kReversed = {"com", "io", "net", "org"};
  if (used >= 3 && std::find(kReversed.begin(), kReversed.end(), first) != kReversed.end()) return false;
  return !contains(names.not_domains, join(text, labels, used));
}

// How many of the labels are a domain; 0: none. A word that begins the next sentence ("example.com.Then") is
// not a part of it.
std::size_t domain_labels(std::string_view text, const Labels& labels, const NameTables& names) {
  for (std::size_t used = labels.count; used >= 2; --used) {
    if (is_top_level(labels.label[used - 1].in(text), names)) {
      const bool good = is_well_formed(text, labels, used) &&
                        (labels.defanged(used) || is_plausible(text, labels, used, names));
      return good ? used : 0;
    }
    if (!is_upper(text[labels.label[used - 1].begin])) return 0;
  }
  return 0;
}

// ---- URLs -----------------------------------------------------------------------------------------------

// Whether a URL cannot go on at `at`: white space, quotation marks, angle brackets.
bool ends_url(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_space(c) || static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '"' || c == '`' ||
      c == '|') {
    return true;
  }
  const auto rest = text.substr(at, 3);
  if (rest.starts_with("](")) return true;  // Markdown: [address](address)
  if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\xAB") || rest.starts_with("\xC2\xBB"))
    return true;
  return rest.size() == 3 && rest.starts_with("\xE2\x80") && static_cast<unsigned char>(rest[2]) <= 0x9F &&
         static_cast<unsigned char>(rest[2]) != 0x90;  // spaces, dashes and quotation marks of U+2000..U+201F
}

std::size_t url_end(std::string_view text, std::size_t at, bool in_host) {
  while (at < text.size()) {
    if (in_host) {
      const auto mark = dot(text, at);
      if (mark.size > 1) {
        at += mark.size;
        continue;
      }
      in_host = text[at] != '/';
    }
    if (ends_url(text, at)) break;
    ++at;
  }
  return at;
}

// Leaves out what closes the sentence and not the address: "(see https://example.com/a)." Counted once, so
// that a row of a thousand brackets costs a thousand steps.
std::size_t without_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  std::ptrdiff_t open = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const char c = text[i];
    open += c == '(' || c == '[' || c == '{';
    open -= c == ')' || c == ']' || c == '}';
  }
  while (end > begin) {
    const char last = text[end - 1];
    if (std::string_view(".,;:!?'*\\").find(last) != std::string_view::npos) {
      --end;
    } else if ((last == ')' || last == ']' || last == '}') && open < 0) {
      --end;
      ++open;
    } else {
      break;
    }
  }
  return end;
}

struct Refanged {
  std::string text;
  bool changed = false;
};

Refanged refang(std::string_view text) {
  Refanged out;
  for (std::size_t at = 0; at < text.size();) {
    const auto mark = dot(text, at);
    std::size_t size = mark.defanged ? mark.size : 0;
    char plain = '.';
    if (size == 0 && (size = in_brackets(text, at, {":"})) != 0) plain = ':';
    if (size == 0 && (size = in_brackets(text, at, {"/"})) != 0) plain = '/';
    if (size == 0 && (size = in_brackets(text, at, {"@", "at"})) != 0) plain = '@';
    out.text += size != 0 ? plain : text[at];
    out.changed |= size != 0;
    at += std::max<std::size_t>(size, 1);
  }
  return out;
}

struct Scheme {
  std::string name;      // as it should be
  std::size_t size = 0;  // with "://"
  bool defanged = false;
};

std::optional<Scheme> scheme(std::string_view text, std::size_t at) {
  const auto end = run_end(text, at, [](char c) { return is_letter(c) || c == '*'; });
  constexpr std::size_t kLongest = 5;
  const char after = at_or_nul(text, end);
  if (end == at || end - at > kLongest || (after != ':' && after != '[' && after != '(')) return std::nullopt;
  Scheme found;
  found.name = lower(text.substr(at, end - at));
  for (const std::string_view spelled : {"hxxp", "hxtp", "htxp", "h**p", "htpp", "hxxx"}) {
    if (!std::string_view(found.name).starts_with(spelled)) continue;
    found.name.replace(0, 4, "http");
    found.defanged = true;
  }
  if (found.name == "fxp") {
    found.name = "ftp";
    found.defanged = true;
  }
  constexpr std::array<std::string_view, 13> kKnown = {
      "file", "ftp", "ftps", "http", "https", "ldap", "ldaps", "rmi", "sftp", "smb", "ssh", "ws", "wss"};
  if (std::find(kKnown.begin(), kKnown.end(), found.name) == kKnown.end()) return std::nullopt;
  for (const std::string_view colon :
       {"://", "[:]//", "[://]", "[:/]/", ":[//]", ":\\/\\/", "(:)//", ":[/][/]"}) {
    if (!stands_at(text, end, colon)) continue;
    found.size = end - at + colon.size();
    found.defanged |= colon != "://";
    return found;
  }
  return std::nullopt;
}

Match make(IndicatorType type, std::size_t begin, std::size_t end, std::string value, bool defanged) {
  Match match;
  match.type = type;
  match.begin = begin;
  match.end = end;
  match.value = std::move(value);
  match.defanged = defanged;
  return match;
}

// ":8080" after an address.
std::size_t port_end(std::string_view text, std::size_t at) {
  const auto colon = in_brackets(text, at, {":"});
  const auto begin = colon != 0 ? at + colon : at_or_nul(text, at) == ':' ? at + 1 : at;
  if (begin == at) return at;
  const auto end = run_end(text, begin, is_digit);
  return end > begin && end - begin <= 5 && !is_letter(at_or_nul(text, end)) ? end : at;
}

// What stands after an address: a path makes a URL of it.
Match with_tail(std::string_view text, Match match) {
  const auto port = port_end(text, match.end);
  if (at_or_nul(text, port) == '/' && is_alnum(at_or_nul(text, port + 1))) {
    const auto end = without_punctuation(text, match.begin, url_end(text, port, false));
    auto tail = refang(text.substr(match.end, end - match.end));
    match.type = IndicatorType::url;
    match.value += tail.text;
    match.end = end;
    match.defanged |= tail.changed;
  } else if (port > match.end) {
    const auto digits = text.find_first_of("0123456789", match.end);
    match.context["port"] = std::string(text.substr(digits, port - digits));
  }
  return match;
}

// "/24" after an IPv4 address. 0 where there is none.
std::size_t prefix_size(std::string_view text, std::size_t at, unsigned most) {
  if (at_or_nul(text, at) != '/') return 0;
  const auto end = run_end(text, at + 1, is_digit);
  if (end == at + 1 || end > at + 4 || is_alnum(at_or_nul(text, end)) || at_or_nul(text, end) == '/')
    return 0;
  unsigned bits = 0;
  for (std::size_t i = at + 1; i < end; ++i) bits = bits * 10 + static_cast<unsigned>(text[i] - '0');
  return bits <= most ? end - at : 0;
}

Found email(std::string_view text, const Labels& local, const NameTables& names, std::size_t& end) {
  const auto sign = at_sign(text, local.end);
  if (sign.size == 0 || local.end - local.label[0].begin > 64) return std::nullopt;
  const auto host = read_labels(text, local.end + sign.size, is_label_char);
  if (host.count == 0) return std::nullopt;
  end = host.end;
  for (std::size_t used = host.count; used >= 2; --used) {
    if (!is_top_level(host.label[used - 1].in(text), names)) continue;
    if (!is_well_formed(text, host, used)) return std::nullopt;
    const bool defanged = sign.defanged || local.defanged(local.count) || host.defanged(used);
    return make(IndicatorType::email, local.label[0].begin, host.label[used - 1].end,
                join(text, local, local.count) + "@" + join(text, host, used), defanged);
  }
  return std::nullopt;
}

}  // namespace

Found match_url(std::string_view text, std::size_t at) {
  const auto begins = scheme(text, at);
  if (!begins) return std::nullopt;
  const auto body = at + begins->size;
  const char first = at_or_nul(text, body);
  if (!is_alnum(first) && first != '[' && first != '/' && static_cast<unsigned char>(first) < 0x80)
    return std::nullopt;
  const auto end = without_punctuation(text, body, url_end(text, body, true));
  if (end == body) return std::nullopt;
  auto rest = refang(text.substr(body, end - body));
  const auto host_end = std::min(rest.text.find('/'), rest.text.size());
  auto value = begins->name + "://" + lower(rest.text.substr(0, host_end)) + rest.text.substr(host_end);
  return make(IndicatorType::url, at, end, std::move(value), begins->defanged || rest.changed);
}

HostScan match_host(std::string_view text, std::size_t at, const NameTables& names) {
  HostScan scan;
  // Most words are words: nothing that joins labels follows them.
  scan.end = run_end(text, at, is_local_char);
  const char joint = at_or_nul(text, at_or_nul(text, scan.end) == ' ' ? scan.end + 1 : scan.end);
  if (std::string_view(".@[({\\").find(joint) == std::string_view::npos) return scan;
  const auto labels = read_labels(text, at, is_local_char);
  scan.end = std::max(labels.end, at + 1);
  if (labels.count == 0 || labels.too_many) return scan;
  if ((scan.found = email(text, labels, names, scan.end))) return scan;
  if (labels.count < 2) return scan;
  if (is_ipv4(text, labels)) {
    const bool defanged = labels.defanged(4);
    if (!defanged && is_rather_version(text, labels)) return scan;
    auto match = make(IndicatorType::ipv4, at, labels.end, join(text, labels, 4), defanged);
    if (const auto prefix = prefix_size(text, labels.end, 32)) {
      match.value += text.substr(labels.end, prefix);
      match.end += prefix;
      scan.found = std::move(match);
    } else {
      scan.found = with_tail(text, std::move(match));
    }
    return scan;
  }
  if (const auto used = domain_labels(text, labels, names)) {
    auto match = make(IndicatorType::domain, at, labels.label[used - 1].end, join(text, labels, used),
                      labels.defanged(used));
    scan.found = used == labels.count ? with_tail(text, std::move(match)) : std::move(match);
  }
  return scan;
}

Found match_ipv6(std::string_view text, std::size_t at) {
  const auto first_group = run_end(text, at, is_hex);
  const char colon = at_or_nul(text, first_group);
  if (first_group - at > 4 || (colon != ':' && colon != '[' && colon != '(')) return std::nullopt;
  constexpr std::size_t kLongest = 64;  // 39 for the longest address, and room for "[:]"
  std::string plain;
  bool defanged = false;
  std::size_t end = at;
  while (end < text.size() && end - at <= kLongest) {
    if (const auto size = in_brackets(text, end, {":"})) {
      plain += ':';
      defanged = true;
      end += size;
    } else if (is_hex(text[end]) || text[end] == ':') {
      plain += to_lower(text[end++]);
    } else {
      break;
    }
  }
  if (is_alnum(at_or_nul(text, end))) return std::nullopt;
  while (plain.size() > 2 && plain.back() == ':' && plain[plain.size() - 2] != ':') {
    plain.pop_back();
    --end;
  }
  std::size_t groups = 0;
  std::size_t colons = 0;
  std::size_t run = 0;
  bool digit = false;
  bool all_pairs = true;  // the serial number of a certificate
  for (const char c : plain) {
    if (c == ':') {
      ++colons;
      all_pairs &= run == 2;
      groups += run > 0;
      run = 0;
    } else {
      digit |= is_digit(c);
      if (++run > 4) return std::nullopt;
    }
  }
  groups += run > 0;
  const auto gap = plain.find("::");
  const bool compressed = gap != std::string::npos;
  if (compressed && plain.find("::", gap + 1) != std::string::npos) return std::nullopt;
  // Without a digit it is a name of a program's ("std::bad").
  const bool whole = !compressed && groups == 8 && colons == 7 && !all_pairs;
  const bool short_form = compressed && digit && groups >= 1 && groups <= 7 && plain.size() >= 3;
  if (!whole && !short_form) return std::nullopt;
  auto match = make(IndicatorType::ipv6, at, end, std::move(plain), defanged);
  if (const auto prefix = prefix_size(text, end, 128)) {
    match.value += text.substr(end, prefix);
    match.end += prefix;
  }
  return match;
}

Found match_mac(std::string_view text, std::size_t at) {
  constexpr std::size_t kSize = 17;
  if (text.size() - at < kSize) return std::nullopt;
  const char separator = text[at + 2];
  if (separator != ':' && separator != '-') return std::nullopt;
  for (std::size_t i = 0; i < kSize; ++i) {
    const char c = text[at + i];
    if (i % 3 == 2 ? c != separator : !is_hex(c)) return std::nullopt;
  }
  const char after = at_or_nul(text, at + kSize);
  if (is_alnum(after) || (after == separator && is_hex(at_or_nul(text, at + kSize + 1)))) return std::nullopt;
  auto value = lower(text.substr(at, kSize));
  std::replace(value.begin(), value.end(), '-', ':');
  return make(IndicatorType::mac, at, at + kSize, std::move(value), false);
}

}  // namespace hearsay::indicators
