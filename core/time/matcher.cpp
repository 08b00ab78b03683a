// Matches the rules of the grammar against words, in rounds. The work per word is bounded: a pattern has at
// most a dozen elements, each takes one reading, and readings are a few words long.
#include <algorithm>
#include <array>

#include "core/time/bare_year.hpp"
#include "core/time/grammar.hpp"

namespace hearsay::time {
namespace {

// A rule that fits somewhere.
struct Fit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t rule = 0;
  std::vector<Caught> caught;
  bool weak = false;
};

// An edge that a rule made, with what selection needs to know.
struct Made {
  Edge edge;
  std::uint32_t rule = 0;
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Matcher {
 public:
  Matcher(const Grammar::Impl& grammar, const Words& words) : grammar_(grammar), words_(words) {
    for (const auto& word : words.words) {
      ids_.push_back(
          word.kind == WordKind::letters || word.kind == WordKind::punctuation ? grammar.id(word.lower) : -1);
    }
    edges_ = read_edges(grammar, words, ids_);
    made_.resize(edges_.size());
  }

  std::vector<Match> run() {
    for (std::size_t round = 0; round < kRounds; ++round) {
      std::vector<std::pair<std::uint32_t, Made>> found;
      for (std::uint32_t at = 0; at < size(); ++at) match_at(at, round, found);
      for (auto& [first, made] : found) {
        edges_[first].push_back(made.edge);
        made_[first].push_back(made);
      }
    }
    return select();
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.words.size()); }

  void match_at(std::uint32_t at, std::size_t round, std::vector<std::pair<std::uint32_t, Made>>& found) {
    if (ids_[at] < 0 && edges_[at].empty()) return;
    candidates_.clear();
    if (ids_[at] >= 0) {
      const auto& list = grammar_.rules_by_word[round][static_cast<std::size_t>(ids_[at])];
      candidates_.insert(candidates_.end(), list.begin(), list.end());
    }
    for (const auto& edge : edges_[at]) {
      const auto& list = grammar_.rules_by_class[round][static_cast<std::size_t>(edge.cls)];
      candidates_.insert(candidates_.end(), list.begin(), list.end());
    }
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    const auto first_found = found.size();
    for (const auto index : candidates_) {
      const auto& rule = grammar_.rules[index];
      best_ = {};
      caught_.clear();
      extend(rule, 0, at, at, false);
      if (best_.last == 0) continue;
      best_.rule = index;
      keep(best_, found, first_found);
    }
  }

  // Tries to match elements from `element` on at word `at`; keeps the longest way in best_.
  void extend(const Rule& rule, std::size_t element, std::uint32_t at, std::uint32_t first, bool inside) {
    if (element == rule.elements.size() || (inside && rule.elements[element].context)) {
      if (element < rule.elements.size() && !fits_context(rule.elements[element], at)) return;
      if (at > best_.last && at > first) {
        best_.first = first;
        best_.last = at;
        best_.caught = caught_;
        best_.weak = caught_.size() == 1 && at - first <= 2 && single_weak_;
      }
      return;
    }
    const auto& wanted = rule.elements[element];
    if (at < size()) {
      if (ids_[at] >= 0 &&
          std::find(wanted.literals.begin(), wanted.literals.end(), ids_[at]) != wanted.literals.end()) {
        step(rule, element, at, at + 1, first, inside);
      }
      for (std::size_t i = 0; i < edges_[at].size(); ++i) {
        const Edge edge = edges_[at][i];
        if (std::find(wanted.classes.begin(), wanted.classes.end(), edge.cls) == wanted.classes.end())
          continue;
        if (!wanted.context) {
          const Meaning* meaning =
              edge.meaning >= 0 ? &meanings_[static_cast<std::size_t>(edge.meaning)] : nullptr;
          caught_.push_back({edge.cls, edge.value, meaning});
          single_weak_ = edge.weak;
        }
        step(rule, element, at, at + edge.length, first, inside);
        if (!wanted.context) caught_.pop_back();
      }
    }
    if (wanted.optional) extend(rule, element + 1, at, first, inside);
  }

  void step(const Rule& rule, std::size_t element, std::uint32_t at, std::uint32_t next, std::uint32_t first,
            bool inside) {
    const bool context = rule.elements[element].context;
    if (context && !inside) {
      extend(rule, element + 1, next, next, false);
    } else {
      (void)at;
      extend(rule, element + 1, next, first, true);
    }
  }

  [[nodiscard]] bool fits_context(const Element& wanted, std::uint32_t at) const {
    if (at >= size()) return false;
    if (ids_[at] >= 0 &&
        std::find(wanted.literals.begin(), wanted.literals.end(), ids_[at]) != wanted.literals.end()) {
      return true;
    }
    return std::any_of(edges_[at].begin(), edges_[at].end(), [&](const Edge& edge) {
      return std::find(wanted.classes.begin(), wanted.classes.end(), edge.cls) != wanted.classes.end();
    });
  }

  void keep(const Fit& fit, std::vector<std::pair<std::uint32_t, Made>>& found, std::size_t first_found) {
    const auto& rule = grammar_.rules[fit.rule];
    if (rule.year && !can_be_year(words_.words, fit.first, fit.last, fit.caught.front().value)) {
      return;
    }
    if (rule.apostrophe && !is_short_year(fit)) return;
    Meaning meaning;
    if (!build_meaning(grammar_, words_, rule, fit.caught, meaning)) return;
    const auto length = static_cast<std::uint16_t>(fit.last - fit.first);
    // One edge of a class at a place: the longest, and of equals the rule that stands first.
    for (std::size_t i = first_found; i < found.size(); ++i) {
      if (found[i].first == fit.first && found[i].second.edge.cls == rule.produces) {
        if (found[i].second.edge.length >= length) return;
        // Shorter readings stay: a longer one may fit no larger rule.
      }
    }
    Made made;
    made.edge.cls = rule.produces;
    made.edge.length = length;
    made.edge.meaning = static_cast<std::int32_t>(meanings_.size());
    made.edge.weak = fit.weak || rule.weak;
    made.rule = fit.rule;
    meanings_.push_back(std::move(meaning));
    found.emplace_back(fit.first, made);
  }

  [[nodiscard]] bool is_short_year(const Fit& fit) const {
    const auto& number = words_.words[fit.last - 1];
    const auto& mark = words_.words[fit.last - 2];
    return number.glued && number.kind == WordKind::number && number.digits == 2 &&
           (!mark.glued || fit.last - fit.first > 2);
  }

  // A weak reading stands only where a word before it speaks of time.
  [[nodiscard]] bool weak_stands(std::uint32_t first, const Edge& edge) const {
    if (first == 0) return false;
    const auto& meaning = meanings_[static_cast<std::size_t>(edge.meaning)];
    const auto before = words_.words[first - 1].lower;
    if (meaning.hour != kNone) {
      return is_one_of(before, {"at", "from", "to", "until", "till", "by", "around", "about", "before",
                                "after", "since", "between", "and", "approximately"});
    }
    if (meaning.weekday != kNone) return is_one_of(before, {"on", "by", "until"});
    if (meaning.season != kNone)
      return is_one_of(before, {"in", "since", "until", "during", "throughout", "late", "early"});
    return is_one_of(before, {"in", "since", "by", "until", "till", "from", "during", "through", "before",
                              "after", "of", "to", "between", "throughout", "late", "early"});
  }

  // "Note July-SCO.docm": what goes on with a hyphen and capitals is a name.
  [[nodiscard]] bool is_cut_from_name(std::uint32_t last) const {
    if (last + 1 >= size()) return false;
    const auto& hyphen = words_.words[last];
    const auto& next = words_.words[last + 1];
    return hyphen.glued && hyphen.lower == "-" && next.glued && next.caps && next.span.size() > 1;
  }

  [[nodiscard]] bool can_stand(std::uint32_t at, const Made& made) const {
    const auto cls = made.edge.cls;
    if (cls == Class::CAL || cls == Class::QUARTER || cls == Class::SPAN || cls == Class::CLOCKTIME ||
        grammar_.rules[made.rule].inner) {
      return false;
    }
    return !(made.edge.weak && !weak_stands(at, made.edge)) && !is_cut_from_name(at + made.edge.length);
  }

  // The longest expression of at most `most` words that begins here; of equals one of the last round.
  [[nodiscard]] const Made* longest(std::uint32_t at, std::uint32_t most) const {
    const Made* best = nullptr;
    for (const auto& made : made_[at]) {
      if (made.edge.length > most || !can_stand(at, made)) continue;
      if (best == nullptr || made.edge.length > best->edge.length ||
          (made.edge.length == best->edge.length && made.edge.cls >= Class::PHRASE &&
           made.edge.cls > best->edge.cls)) {
        best = &made;
      }
    }
    return best;
  }

  [[nodiscard]] bool says_year(const Made& made) const {
    return meanings_[static_cast<std::size_t>(made.edge.meaning)].year != kNone;
  }

  // Of two that overlap the longer one stands, or the one with a year: not "coming Dec", but "Dec 2020".
  [[nodiscard]] const Made* uncut(std::uint32_t at) const {
    const Made* best = longest(at, size());
    if (best == nullptr || best->edge.cls == Class::SKIP) return best;
    const auto end = at + best->edge.length;
    for (auto next = at + 1; next < end; ++next) {
      const Made* other = longest(next, size());
      if (other != nullptr && other->edge.cls != Class::SKIP && !grammar_.rules[other->rule].range &&
          next + other->edge.length > end &&
          (other->edge.length > best->edge.length || (says_year(*other) && !says_year(*best)))) {
        return longest(at, next - at);
      }
    }
    return best;
  }

  [[nodiscard]] std::vector<Match> select() const {
    std::vector<Match> matches;
    for (std::uint32_t at = 0; at < size();) {
      const Made* best = uncut(at);
      if (best == nullptr) {
        ++at;
        continue;
      }
      if (best->edge.cls != Class::SKIP) emit(*best, at, matches);
      at += best->edge.length;
    }
    return matches;
  }

  void emit(const Made& made, std::uint32_t at, std::vector<Match>& matches) const {
    const auto& meaning = meanings_[static_cast<std::size_t>(made.edge.meaning)];
    const auto last = at + made.edge.length;
    if (!grammar_.rules[made.rule].range) {
      matches.push_back({at, last, meaning});
      return;
    }
    // Two dates: up to the joining word, and after it. `meaning` holds the second day, range_first the first.
    auto joint = at + 1;
    while (joint < last && !is_one_of(words_.words[joint].lower,
                                      {"to", "-", "/", "--", "through", "until", "and", "or", "till"})) {
      ++joint;
    }
    Meaning first = meaning;
    if (meaning.range_first_day != kNone) first.day = meaning.range_first_day;
    if (meaning.range_first_month != kNone && meaning.day == kNone) {
      first.month = meaning.range_first_month;
      if (first.year != kNone && first.month > meaning.month) --first.year;
    }
    if (meaning.range_first_hour != kNone) {
      first.hour = meaning.range_first_hour;
      first.minute = kNone;
    }
    if (meaning.range_first_year != kNone) first.year = meaning.range_first_year;
    Meaning second = meaning;
    second.range_end = true;
    matches.push_back({at, joint, first});
    matches.push_back({joint + 1, last, second});
  }

  const Grammar::Impl& grammar_;
  const Words& words_;
  std::vector<std::int32_t> ids_;
  std::vector<std::vector<Edge>> edges_;
  std::vector<std::vector<Made>> made_;
  std::vector<Meaning> meanings_;
  std::vector<std::uint32_t> candidates_;
  std::vector<Caught> caught_;
  bool single_weak_ = false;
  Fit best_;
};

}  // namespace

std::vector<Match> Grammar::Impl::match(const Words& words) const {
  return Matcher(*this, words).run();
}

}  // namespace hearsay::time
