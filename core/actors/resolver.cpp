#include "core/actors/resolver.hpp"

#include <utility>

#include "core/actors/kinds.hpp"

namespace hearsay::actors {
namespace {

constexpr std::size_t kMostDoubts = 20;  // notes

}  // namespace

Resolver::Resolver(const Reading& reading, std::vector<Found>& found, Cast& cast, PronounJudge* judge)
    : reading_(reading),
      found_(found),
      cast_(cast),
      draft_of_token_(reading.language.tokens.size(), kNobody),
      pronouns_(reading, cast, draft_of_token_, judge) {
  for (const Found& mention : found_) {
    if (mention.draft == kNobody) continue;
    for (auto token = mention.first; token < mention.last; ++token) draft_of_token_[token] = mention.draft;
  }
  for (std::uint32_t i = 0; i < cast_.drafts.size(); ++i) {
    const Draft& draft = cast_.drafts[i];
    if (draft.kind == ActorKind::government && !draft.country.empty())
      governments_[draft.country].push_back(i);
  }
}

std::uint32_t Resolver::draft_at(TokenIndex token) const {
  return token < draft_of_token_.size() ? draft_of_token_[token] : kNobody;
}

void Resolver::assign(Found& mention, std::uint32_t draft, std::string why) {
  mention.draft = draft;
  mention.why = std::move(why);
  ++cast_.drafts[draft].mentions;
  if (draft_of_token_[mention.head] == kNobody) draft_of_token_[mention.head] = draft;
}

std::uint32_t Resolver::introduce(const Found& mention, ActorKind kind, std::string kind_why) {
  Draft draft;
  draft.kind = kind;
  draft.kind_why = std::move(kind_why);
  draft.name = mention.span;
  draft.plural = mention.plural;
  draft.gender = mention.gender;
  draft.head_lemma = reading_.lemma(mention.head);
  Span evidence;
  draft.country = country_in(mention, &evidence);
  if (!draft.country.empty()) draft.country_evidence = evidence;
  cast_.drafts.push_back(std::move(draft));
  return static_cast<std::uint32_t>(cast_.drafts.size() - 1);
}

void Resolver::doubt(const Found& mention, std::uint32_t leader, std::uint32_t rival) {
  if (++doubts_ > kMostDoubts) return;
  Note note{"doubtful-reference", {}, {mention.span, cast_.drafts[leader].name}};
  if (rival != kNobody) {
    note.message =
        "The first words may mean either of the two actors after them; they were joined to neither.";
    note.evidence.push_back(cast_.drafts[rival].name);
  } else {
    note.message =
        "The first words may mean the actor after them, or something else; they were not joined to it.";
  }
  cast_.notes.push_back(std::move(note));
}

void Resolver::read_publisher(Span name) {
  constexpr std::uint32_t kFewest = 2;  // a text that speaks for itself says "we" more than once
  std::uint32_t said = 0;
  for (const Found& mention : found_) {
    if (mention.span == name && mention.draft != kNobody && is_body(cast_.drafts[mention.draft].kind))
      publisher_ = mention.draft;
    if (mention.first_person && !pronouns_.is_quoted(mention.head)) ++said;
  }
  if (said < kFewest) publisher_ = kNobody;
}

void Resolver::resolve_pronoun(Found& mention) {
  if (mention.first_person) {
    if (publisher_ == kNobody || pronouns_.is_quoted(mention.head)) return;
    assign(mention, publisher_, "\"we\" outside quotations: whoever publishes the text");
    return;
  }
  const auto decision = pronouns_.resolve(mention);
  if (decision.doubtful) doubt(mention, decision.leader, decision.rival);
  if (decision.draft == kNobody) return;
  assign(mention, decision.draft, "pronoun: of all before it that fit, the likeliest by far");
  Draft& draft = cast_.drafts[decision.draft];
  if (draft.gender == 'x' && decision.sure && draft.kind == ActorKind::person) draft.gender = mention.gender;
}

// "its chief executive, Viktor Orlan": beside the name it was not known yet whom "its" means.
void Resolver::read_employer(const Found& mention) {
  Draft& draft = cast_.drafts[mention.draft];
  if (mention.noun == nullptr || !mention.noun->role || draft.kind != ActorKind::person) return;
  if (draft.affiliation != kNobody || draft.plural) return;
  const auto body =
      draft_at(mention.possessor != language::kNoToken ? mention.possessor : mention.affiliation);
  if (body != kNobody && is_body(cast_.drafts[body].kind)) draft.affiliation = body;
}

// "Ada Holt of the Harbour Watch", "Ms Holt, who left the company in May": whom a person works or worked for.
void Resolver::read_workplace(const Found& body) {
  if (!is_body(cast_.drafts[body.draft].kind)) return;
  const auto& token = reading_.token(body.head);
  if (token.head == language::kNoToken) return;
  auto person = kNobody;
  if (token.rel == language::Deprel::nmod && token.head < body.head) {
    const auto mark = reading_.language.child(body.head, language::Deprel::case_);
    const auto lemma = mark != language::kNoToken ? reading_.lemma(mark) : std::string();
    if (lemma == "of" || lemma == "at" || lemma == "from") person = draft_at(token.head);
  } else if (token.rel == language::Deprel::obj || token.rel == language::Deprel::obl) {
    const auto verb = reading_.lemma(token.head);
    const bool of_work = token.rel == language::Deprel::obj
                             ? verb == "leave" || verb == "join" || verb == "lead" || verb == "head" ||
                                   verb == "found" || verb == "quit" || verb == "chair" || verb == "run"
                             : verb == "work";
    if (!of_work) return;
    const auto subject = reading_.language.child(token.head, language::Deprel::nsubj);
    if (subject == language::kNoToken) return;
    const auto& clause = reading_.token(token.head);
    const bool who = reading_.lemma(subject) == "who" && clause.rel == language::Deprel::acl_relcl;
    person = draft_at(who ? clause.head : subject);
  }
  if (person == kNobody) return;
  Draft& draft = cast_.drafts[person];
  if (draft.kind == ActorKind::person && !draft.plural && draft.affiliation == kNobody)
    draft.affiliation = body.draft;
}

void Resolver::resolve(std::size_t index) {
  Found& mention = found_[index];
  if (mention.draft == kNobody && mention.form == MentionForm::pronoun) resolve_pronoun(mention);
  if (mention.draft == kNobody && mention.form == MentionForm::nominal) resolve_nominal(mention);
  if (mention.draft == kNobody) return;
  if (mention.form == MentionForm::nominal) read_employer(mention);
  if (mention.form != MentionForm::pronoun) read_workplace(mention);
  if (mention.first_person) return;  // who speaks is not whom the text has just spoken of
  recent_.push_back(index);
  pronouns_.see(mention);
}

}  // namespace hearsay::actors
