#include <algorithm>

#include "core/actors/actors.hpp"

namespace hearsay::actors {

MentionIndex::MentionIndex(const std::vector<Actor>& actors, const language::LanguageLayer& language)
    : by_head_(language.tokens.size()), by_cover_(language.tokens.size()) {
  struct Entry {
    Span span;
    std::uint32_t head;
    Ref<Actor> actor;
  };
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    for (const Mention& mention : actors[i].mentions) {
      entries.push_back({mention.span, mention.head, Ref<Actor>(i)});
    }
  }
  // The longest first: what a smaller mention covers it then takes from the larger one around it.
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.span.size() > b.span.size(); });
  for (const Entry& entry : entries) {
    if (entry.head < by_head_.size()) by_head_[entry.head] = entry.actor;
    for (auto token = language.token_at(entry.span.begin);
         token < language.tokens.size() && language.tokens[token].span.begin < entry.span.end; ++token) {
      by_cover_[token] = entry.actor;
    }
  }
}

Ref<Actor> MentionIndex::headed_by(language::TokenIndex token) const {
  return token < by_head_.size() ? by_head_[token] : Ref<Actor>();
}

Ref<Actor> MentionIndex::covering(language::TokenIndex token) const {
  return token < by_cover_.size() ? by_cover_[token] : Ref<Actor>();
}

}  // namespace hearsay::actors
