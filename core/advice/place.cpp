#include "core/advice/place.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/advice/clause.hpp"
#include "core/advice/extent.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::advice {

Place::Place(const Tree& tree, const AdviceWords& words, const People& people)
    : tree_(tree), words_(words), people_(people) {
  for (const auto& block : tree.document.blocks()) {
    if (block.kind != BlockKind::heading) continue;
    const auto modality = section_modality(tree.document.text(block.span), words);
    has_advice_section_ = has_advice_section_ || modality.has_value();
    binding_ = binding_ || modality == Modality::must;
  }
}

void Place::enter(std::uint32_t block) {
  const auto& blocks = tree_.document.blocks();
  for (; next_block_ <= block; ++next_block_) {
    switch (blocks[next_block_].kind) {
      case BlockKind::heading:
      case BlockKind::title:
        if (!order_line(blocks[next_block_])) enter_heading(blocks[next_block_]);
        break;
      case BlockKind::list_item:
      case BlockKind::quote:  // an item that was set as a quotation
        break;
      default:
        list_.reset();
        break;
    }
  }
}

void Place::enter_heading(const Block& block) {
  list_.reset();
  follow_speaker(block);
  if (block.kind == BlockKind::title) {
    sections_.clear();
    return;
  }
  while (!sections_.empty() && sections_.back().level >= block.level) sections_.pop_back();
  auto modality = section_modality(tree_.document.text(block.span), words_);
  // "Action One" under "Required actions": what is required stays so.
  const auto above = section();
  if (above && (!modality || *above == Modality::must)) modality = above;
  auto told = sections_.empty() ? std::nullopt : sections_.back().told;
  sections_.push_back({block.level, modality, std::move(told)});
}

// "Corvane GmbH", then "Vendor statement": what follows is Corvane's word.
void Place::follow_speaker(const Block& block) {
  const auto plain = plain_words(tree_.document.text(block.span));
  const bool statement =
      plain.find(" statement ") != std::string::npos || plain.find(" vendor response ") != std::string::npos;
  const auto named = body_named_in(block);
  if (named) named_ = named;
  speaker_ = statement ? named_ : Ref<Actor>();
}

Ref<Actor> Place::body_named_in(const Block& block) const {
  const auto& language = tree_.language;
  for (auto token = language.token_at(block.span.begin);
       token < language.tokens.size() && language.tokens[token].span.begin < block.span.end; ++token) {
    const auto ref = people_.headed_by(token);
    if (!ref) continue;
    const auto kind = people_.actor(ref).kind;
    if (kind == ActorKind::organization || kind == ActorKind::government) return ref;
  }
  return {};
}

void Place::open_list(ListContext context, bool rest) {
  end_deadline();
  if (rest && !sections_.empty()) sections_.back().told = context;
  list_ = std::move(context);
}

void Place::end_deadline() {
  if (!sections_.empty() && sections_.back().told) sections_.back().told->deadline = {};
}

std::optional<Modality> Place::section() const {
  return sections_.empty() ? std::nullopt : sections_.back().modality;
}

const ListContext* Place::told() const {
  return sections_.empty() || !sections_.back().told ? nullptr : &*sections_.back().told;
}

bool Place::order_line(const Block& block) const {
  if (block.kind != BlockKind::heading || !section()) return false;
  const auto text = tree_.document.text(block.span);
  if (std::none_of(text.begin(), text.end(), ascii::is_lower)) return false;
  const auto plain = plain_words(text);
  if (section_modality(text, words_)) return false;
  if (plain.find(" should ") != std::string::npos || plain.find(" must ") != std::string::npos) return true;
  const auto end = plain.find(' ', 1);
  return end != std::string::npos && end + 1 < plain.size() &&
         words_.is(WordClass::imperative, plain.substr(1, end - 1));
}

bool Place::list_follows(std::uint32_t block) const {
  const auto& blocks = tree_.document.blocks();
  return block + 1 < blocks.size() && blocks[block + 1].kind == BlockKind::list_item;
}

Modality forbidden_in_list(Modality modality) {
  return modality == Modality::must || modality == Modality::must_not ? Modality::must_not
                                                                      : Modality::should_not;
}

namespace {

// "Organisations that operate the gateway": the noun with all that says which. `modal`: the auxiliary of
// which it is the subject, or kNoToken.
Audience named_in_full(const Tree& tree, const AdviceWords& words, const People& people,
                       const language::Sentence& sentence, TokenIndex noun, TokenIndex modal) {
  const Clause clause(tree, words, sentence);
  auto whole = modal == kNoToken ? Phrase() : clause.before(modal);
  if (!whole.found() || noun < whole.first || noun >= whole.last) {
    const auto extent = tree.language.subtree(noun);
    whole = {std::max(extent.first, clause.begin()), noun + 1, noun};
    // "all operators of the gateway to:", without what follows the recommendation.
    auto last = noun + 1;
    while (last < std::min(extent.last, sentence.last()) && tree.lower(last) != "to" &&
           tree.form(last) != ":" && tree.form(last) != "," && tree.token(last).upos != Upos::AUX)
      ++last;
    if (extent.last > noun + 1) whole.last = last;
    while (whole.last > noun + 1 && tree.token(whole.last - 1).upos == Upos::PUNCT) --whole.last;
    if (tree.token(whole.first).upos == Upos::ADP || tree.token(whole.first).upos == Upos::PUNCT)
      whole.first = noun;
  }
  // "recommends that operators:": the conjunction is nobody.
  if (whole.first < noun && tree.lower(whole.first) == "that") ++whole.first;
  Audience one;
  one.actor = people.headed_by(noun);
  one.spans.push_back(span_of(tree, whole));
  return one;
}

}  // namespace

void read_introduction(const Tree& tree, const AdviceWords& words, const People& people, bool issuing,
                       const language::Sentence& sentence, ListContext& context) {
  for (auto token = sentence.first; token < sentence.last(); ++token) {
    std::optional<Modality> modality;
    const auto* verb = words.verb(tree.lower(token));
    const bool recommends = verb != nullptr && !verb->passive_only && tree.token(token).upos != Upos::NOUN;
    if (recommends) {
      modality = verb->modality;
      const auto issuer = tree.subject(token);
      if (issuer != kNoToken && issuer < token) context.issuer = people.at(issuer);
    } else {
      modality = words.value(WordClass::modal, tree.lower(token));
      if (tree.token(token).upos != Upos::AUX || modality == Modality::may) modality.reset();
    }
    if (!modality) continue;
    context.modality = modality;
    // "The policy must not:", "advises users not to:"
    for (auto other = token + 1; other < sentence.last(); ++other) {
      const auto word = tree.lower(other);
      if (word == "not" || word == "never" || word == "against")
        context.modality = forbidden_in_list(*modality);
    }
    for (auto other = sentence.first; other < sentence.last(); ++other) {
      if (recommends != (other > token) || other == token) continue;
      const bool those = tree.has_lemma(other, {"those", "anyone", "everyone", "all"}) &&
                         other + 1 < sentence.last() && tree.token(other + 1).upos != Upos::NOUN;
      const bool you = tree.lower(other) == "you";
      if (!those && !you && (tree.token(other).upos == Upos::PRON || tree.token(other).upos == Upos::DET))
        continue;
      const bool more = other + 1 < sentence.last() && tree.token(other + 1).upos == Upos::NOUN;
      if (!those && (more || !people.addressable(other, issuing))) continue;
      context.audience = {named_in_full(tree, words, people, sentence, other, recommends ? kNoToken : token)};
      break;
    }
    return;
  }
}

}  // namespace hearsay::advice
