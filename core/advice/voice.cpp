#include "core/advice/voice.hpp"

#include <algorithm>

namespace hearsay::advice {
namespace {

// How much of the text may hold a document's own data ("Issued by", "Release Date").
constexpr std::uint32_t kHeadBytes = 1200;

bool any_issuing_word(const std::string& plain, const AdviceWords& words) {
  for (const auto& [word, value] : words.words[static_cast<std::size_t>(WordClass::issuing)]) {
    if (plain.find(" " + word + " ") != std::string::npos) return true;
  }
  return false;
}

// "Directive 24-03", "Advisory KCC-17: ...": a title that numbers its document, not one that reports on it.
bool issuing_title(std::string_view title, const AdviceWords& words) {
  if (!any_issuing_word(plain_words(title), words)) return false;
  return title.find_first_of("0123456789:") != std::string_view::npos;
}

bool issuing_head(const std::string& head) {
  for (const char* mark :
       {" issued by ", " release date ", " alert code ", " advisory id ", " bulletin id ", " document id ",
        " ics advisory ", " vulnerability note ", " security advisory "}) {
    if (head.find(mark) != std::string::npos) return true;
  }
  return false;
}

// "This directive requires ...": a document that speaks of itself.
bool speaks_of_itself(const std::string& text, const AdviceWords& words) {
  for (const auto& [word, value] : words.words[static_cast<std::size_t>(WordClass::issuing)]) {
    if (text.find(" this " + word + " ") != std::string::npos) return true;
  }
  return false;
}

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
      if (!possessive || !any_issuing_word(plain_words(after), words)) continue;
      first = mention.span.begin;
      owner = Ref<Actor>(i);
    }
  }
  return owner;
}

// The body that the head of the document names and that the text names most.
Ref<Actor> leading_body(const Document& document, const std::vector<Actor>& actors) {
  Ref<Actor> best;
  std::size_t most = 0;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const auto& actor = actors[i];
    if (actor.kind != ActorKind::government || actor.mentions.empty() || is_law(document, actor)) continue;
    if (actor.mentions.front().span.begin > kHeadBytes) continue;
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
        if (mention.span.begin == block.span.begin && next.size() > 1 &&
            words.is(WordClass::issuing, next.substr(1)))
          return Ref<Actor>(i);
      }
    }
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

// Whether "we" acts all through the text, outside of quotation marks: who publishes it speaks.
bool speaks_as_we(const Document& document, const language::LanguageLayer& language) {
  constexpr std::size_t kFewest = 5;           // once or twice a reporter says "we" too
  constexpr std::size_t kTokensForEach = 150;  // and not lost in a long text
  std::size_t count = 0;
  std::uint32_t block = 0;
  bool quoted = false;
  for (const auto& sentence : language.sentences) {
    if (sentence.block != block) quoted = false;
    block = sentence.block;
    for (auto token = sentence.first; token < sentence.last(); ++token) {
      const auto form = document.text(language.tokens[token].span);
      if (form == "“" || form == "``") quoted = true;
      if (form == "”" || form == "''") quoted = false;
      if (form == "\"") quoted = !quoted;
      const bool we = form == "we" || form == "We";
      if (we && !quoted && language.tokens[token].rel == language::Deprel::nsubj) ++count;
    }
  }
  return count >= kFewest && count * kTokensForEach >= language.tokens.size();
}

}  // namespace

DocumentVoice document_voice(const Document& document, const language::LanguageLayer& language,
                             const std::vector<Actor>& actors, const AdviceWords& words) {
  DocumentVoice voice;
  const auto text = document.text();
  voice.issuing = document.format() == InputFormat::csaf || !document.metadata().tlp.value.empty();
  for (const auto& block : document.blocks()) {
    if (block.span.begin > kHeadBytes) break;
    if (block.kind == BlockKind::title && issuing_title(document.text(block.span), words))
      voice.issuing = true;
  }
  const auto head = plain_words(text.substr(0, std::min<std::size_t>(text.size(), kHeadBytes)));
  voice.issuing = voice.issuing || issuing_head(head) || speaks_of_itself(plain_words(text), words);
  voice.first_person = speaks_as_we(document, language);
  if (!voice.issuing && !voice.first_person) return voice;
  voice.issuer = actor_named(document.metadata().issuer.value, document, actors);
  if (!voice.issuer) voice.issuer = actor_on_issuer_line(document, actors);
  if (!voice.issuer) voice.issuer = body_in_title(document, actors, words);
  if (!voice.issuer && voice.issuing) voice.issuer = owner_in_head(document, actors, words);
  if (!voice.issuer && voice.issuing) voice.issuer = leading_body(document, actors);
  if (!voice.issuer) voice.issuer = body_in_byline(document, actors);
  if (!voice.issuer) voice.issuer = body_on_letterhead(document, actors);
  return voice;
}

std::optional<Modality> section_modality(std::string_view heading, const AdviceWords& words) {
  const auto plain = plain_words(heading);
  std::optional<Modality> best;
  for (const auto& [word, value] : words.words[static_cast<std::size_t>(WordClass::section)]) {
    if (value && plain.find(" " + word + " ") != std::string::npos && (!best || *value == Modality::must)) {
      best = value;
    }
  }
  return best;
}

}  // namespace hearsay::advice
