#include "core/advice/letterhead.hpp"

#include <algorithm>
#include <string>

#include "core/text/ascii.hpp"

namespace hearsay::advice {
namespace {

// How much of the text may hold a document's own data ("Issued by", "From:").
constexpr std::uint32_t kHeadBytes = 1200;

Ref<Actor> actor_named(std::string_view issuer, const Document& document, const std::vector<Actor>& actors) {
  if (issuer.empty()) return {};
  const auto wanted = plain_words(issuer);
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (plain_words(document.text(actors[i].name)) == wanted) return Ref<Actor>(i);
    for (const auto alias : actors[i].aliases) {
      if (plain_words(document.text(alias)) == wanted) return Ref<Actor>(i);
    }
  }
  return {};
}

// The actor on the line that begins with "Issued by".
Ref<Actor> actor_on_issuer_line(const Document& document, const std::vector<Actor>& actors) {
  const auto text = document.text();
  const auto at = text.substr(0, std::min<std::size_t>(text.size(), 4 * kHeadBytes)).find("Issued by");
  if (at == std::string_view::npos) return {};
  const auto end = std::min(text.find('\n', at), text.size());
  for (std::size_t i = 0; i < actors.size(); ++i) {
    for (const auto& mention : actors[i].mentions) {
      if (mention.span.begin >= at && mention.span.end <= end) return Ref<Actor>(i);
    }
  }
  return {};
}

bool is_law(const Document& document, const Actor& actor) {
  const auto named_law = [&](Span name) {
    const auto plain = plain_words(document.text(name));
    return plain.find(" act ") != std::string::npos || plain.find(" law ") != std::string::npos;
  };
  return named_law(actor.name) || std::any_of(actor.aliases.begin(), actor.aliases.end(), named_law);
}

// "the Bureau of Seals' Binding Directive 24-03", "issued by the Bureau": whose document the head says it is.
Ref<Actor> owner_in_head(const Document& document, const std::vector<Actor>& actors,
                         const AdviceWords& words) {
  const auto text = document.text();
  Ref<Actor> owner;
  std::uint32_t first = 2 * kHeadBytes;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const auto kind = actors[i].kind;
    if (kind != ActorKind::government && kind != ActorKind::organization) continue;
    for (const auto& mention : actors[i].mentions) {
      if (mention.span.begin >= first) break;
      constexpr std::size_t kAfterName = 48;
      auto after = text.substr(mention.span.end, kAfterName);
      const bool possessive = after.substr(0, 2) == "'s" || after.substr(0, 4) == "’s" ||
                              text.substr(mention.span.begin, mention.span.size()).ends_with("'s") ||
                              after.substr(0, 2) == "' " || after.substr(0, 4) == "’ ";
      after = after.substr(0, after.find_first_of(".,;\n"));
      if (!possessive || !names_document(after, words)) continue;
      first = mention.span.begin;
      owner = Ref<Actor>(i);
    }
  }
  return owner;
}

// In the title, or on a line under it that is no prose.
bool in_head_line(const Document& document, Span name) {
  return std::any_of(document.blocks().begin(), document.blocks().end(), [&](const Block& block) {
    return block.span.contains(name) && block.kind != BlockKind::paragraph &&
           block.kind != BlockKind::list_item;
  });
}

// The body that the head of the document names and that the text names most.
Ref<Actor> leading_body(const Document& document, const std::vector<Actor>& actors) {
  Ref<Actor> best;
  std::size_t most = 0;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const auto& actor = actors[i];
    if (actor.kind != ActorKind::government || actor.mentions.empty() || is_law(document, actor)) continue;
    if (actor.mentions.front().form != MentionForm::name) continue;  // "a public body"
    if (actor.mentions.front().span.begin > kHeadBytes) continue;
    // Named once in the running text: whoever it speaks of as likely as whoever speaks.
    if (actor.mentions.size() < 2 && !in_head_line(document, actor.mentions.front().span)) continue;
    if (actor.mentions.size() > most) {
      most = actor.mentions.size();
      best = Ref<Actor>(i);
    }
  }
  return best;
}

bool body(const Actor& actor) {
  return actor.kind == ActorKind::government || actor.kind == ActorKind::organization;
}

// "KCC ALERT 31", "Statement by Corvane AG": the body whose name stands in the title as the one that issues.
Ref<Actor> body_in_title(const Document& document, const std::vector<Actor>& actors,
                         const AdviceWords& words) {
  const auto text = document.text();
  for (const auto& block : document.blocks()) {
    if (block.span.begin > kHeadBytes) break;
    if (block.kind != BlockKind::title) continue;
    for (std::size_t i = 0; i < actors.size(); ++i) {
      if (!body(actors[i])) continue;
      for (const auto& mention : actors[i].mentions) {
        if (!block.span.contains(mention.span)) continue;
        const auto before = plain_words(text.substr(block.span.begin, mention.span.begin - block.span.begin));
        if (before.ends_with(" statement by ") || before.ends_with(" statement from ")) return Ref<Actor>(i);
        const auto after = plain_words(text.substr(mention.span.end, block.span.end - mention.span.end));
        const auto next = after.substr(0, after.find(' ', 1));
        // "IN THE DISTRICT COURT OF HARROW" too
        const bool opens = mention.span.begin == block.span.begin || before == " in the ";
        // "Tarn Bank: questions and answers", and a line that is the name and nothing else
        const bool alone = mention.span.end == block.span.end || text[mention.span.end] == ':';
        if (opens && (alone || (next.size() > 1 && words.is(WordClass::issuing, next.substr(1)))))
          return Ref<Actor>(i);
      }
    }
  }
  return {};
}

// The body whose name is the first line and nothing else.
Ref<Actor> body_on_top(const Document& document, const std::vector<Actor>& actors) {
  if (document.blocks().empty()) return {};
  const auto line = document.blocks().front().span;
  const auto words = plain_words(document.text(line));
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (!body(actors[i]) || actors[i].mentions.empty()) continue;
    const auto name = actors[i].mentions.front().span;
    if (line.contains(name) && plain_words(document.text(name)) == words) return Ref<Actor>(i);
  }
  return {};
}

// A line of its own at the head of the document that is a body's name, or a heading "About Corvane".
Ref<Actor> body_on_letterhead(const Document& document, const std::vector<Actor>& actors) {
  for (const auto& block : document.blocks()) {
    auto words = plain_words(document.text(block.span));
    const bool about = block.kind == BlockKind::heading && words.starts_with(" about ");
    if (about) words = words.substr(words.find(' ', 1));
    if ((block.span.begin > kHeadBytes / 2 && !about) || block.kind == BlockKind::title) continue;
    for (std::size_t i = 0; i < actors.size(); ++i) {
      // Who publishes a text is named in it more than once: "Content Developer" is not.
      if (!body(actors[i]) || actors[i].mentions.size() < 2) continue;
      for (const auto& mention : actors[i].mentions) {
        if (block.span.contains(mention.span) && plain_words(document.text(mention.span)) == words)
          return Ref<Actor>(i);
      }
    }
  }
  return {};
}

// "Corvane Product Security | First published", "Posted by Ada Quill, Chief Security Officer, Corvane": the
// body that a line under the title names as the one that publishes.
Ref<Actor> body_in_byline(const Document& document, const std::vector<Actor>& actors) {
  constexpr std::size_t kLine = 160;
  constexpr std::size_t kBlocks = 6;
  const auto text = document.text();
  std::size_t seen = 0;
  for (const auto& block : document.blocks()) {
    if (block.kind == BlockKind::title) continue;
    if (++seen > kBlocks) break;
    const auto line = document.text(block.span);
    const bool byline = block.kind == BlockKind::byline || line.find('|') != std::string_view::npos ||
                        line.starts_with("Posted by ") || line.starts_with("By ");
    if (!byline || line.size() > kLine) continue;
    for (std::size_t i = 0; i < actors.size(); ++i) {
      if (!body(actors[i]) || actors[i].mentions.size() < 2) continue;
      for (const auto& mention : actors[i].mentions) {
        if (!block.span.contains(mention.span)) continue;
        const auto before = text.substr(block.span.begin, mention.span.begin - block.span.begin);
        const auto after = text.substr(mention.span.end, block.span.end - mention.span.end);
        const bool opens = before.empty() || before.ends_with("| ") || before.ends_with("by ");
        const bool closes =
            before.ends_with(", ") && (after.empty() || after.starts_with("\n") || after.starts_with(" |"));
        if (opens || closes) return Ref<Actor>(i);
      }
    }
  }
  return {};
}

bool speaks(const Actor& actor) {
  return body(actor) || actor.kind == ActorKind::person;
}

// Whoever the words within the span name first, if they can speak.
Ref<Actor> first_within(Span span, const std::vector<Actor>& actors) {
  Ref<Actor> first;
  std::uint32_t at = span.end;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (!speaks(actors[i])) continue;
    for (const auto& mention : actors[i].mentions) {
      if (mention.form == MentionForm::pronoun || !span.contains(mention.span) || mention.span.begin >= at)
        continue;
      at = mention.span.begin;
      first = Ref<Actor>(i);
    }
  }
  return first;
}

// "FROM: Chief of Records, Town of Larkspur": the line of a memorandum that says whose it is.
Ref<Actor> sender(const Document& document, const std::vector<Actor>& actors) {
  for (const auto& line : head_fields(document)) {
    if (line.name == "from") return first_within(line.value, actors);
  }
  return {};
}

// Who signs: the name under "Sincerely,".
Ref<Actor> signer(const Document& document, const std::vector<Actor>& actors) {
  const auto closing = closing_line(document);
  if (closing.empty()) return {};
  constexpr std::uint32_t kSignature = 200;
  const auto end =
      std::min<std::uint32_t>(closing.end + kSignature, static_cast<std::uint32_t>(document.text().size()));
  return first_within({closing.end, end}, actors);
}

}  // namespace

std::vector<HeadField> head_fields(const Document& document) {
  static constexpr std::string_view kNames[] = {"from", "to", "subject", "re", "cc"};
  const auto text = document.text();
  const auto limit = std::min<std::size_t>(text.size(), kHeadBytes);
  std::vector<HeadField> fields;
  for (std::size_t begin = 0; begin < limit;) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && colon < 10) {
      const auto name = ascii::lower(line.substr(0, colon));
      if (std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames))
        fields.push_back(
            {name, {static_cast<std::uint32_t>(begin + colon + 1), static_cast<std::uint32_t>(end)}});
    }
    begin = end + 1;
  }
  return fields;
}

Span closing_line(const Document& document) {
  for (auto block = document.blocks().rbegin(); block != document.blocks().rend(); ++block) {
    const auto words = document.text(block->span);
    const auto line = words.substr(0, words.find('\n'));
    for (const std::string_view closing : {"Sincerely", "Yours ", "Best regards", "Kind regards", "Regards",
                                           "With kind regards", "Respectfully", "With best wishes"}) {
      if (line.size() < 40 && line.starts_with(closing))
        return {block->span.begin, block->span.begin + static_cast<std::uint32_t>(line.size())};
    }
  }
  return {};
}

bool names_document(std::string_view words, const AdviceWords& lexicon) {
  const auto plain = plain_words(words);
  const auto& issuing = lexicon.words[static_cast<std::size_t>(WordClass::issuing)];
  return std::any_of(issuing.begin(), issuing.end(),
                     [&](const auto& one) { return plain.find(" " + one.first + " ") != std::string::npos; });
}

bool opens_with_letterhead(const Document& document, const std::vector<Actor>& actors) {
  return !document.blocks().empty() && document.blocks().front().kind == BlockKind::title &&
         body_on_top(document, actors).has_value();
}

Ref<Actor> letterhead(const Document& document, const std::vector<Actor>& actors, const AdviceWords& words,
                      bool issuing) {
  auto whose = actor_named(document.metadata().issuer.value, document, actors);
  if (!whose) whose = actor_on_issuer_line(document, actors);
  if (!whose) whose = sender(document, actors);
  if (!whose) whose = body_in_title(document, actors, words);
  if (!whose) whose = body_on_top(document, actors);
  if (!whose && issuing) whose = owner_in_head(document, actors, words);
  if (!whose && issuing) whose = leading_body(document, actors);
  if (!whose) whose = body_in_byline(document, actors);
  if (!whose) whose = body_on_letterhead(document, actors);
  return whose ? whose : signer(document, actors);
}

}  // namespace hearsay::advice
