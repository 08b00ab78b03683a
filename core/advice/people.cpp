#include "core/advice/people.hpp"

#include <algorithm>
#include <string>

#include "core/advice/extent.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::advice {

People::People(const Tree& tree, const std::vector<Actor>& actors, const AdviceWords& words)
    : tree_(tree), actors_(actors), words_(words), mentions_(actors, tree.language) {
  find_hostile();
  find_defined();
}

// "Regulated Entities (REs)": who is meant wherever the short form stands.
void People::find_defined() {
  const auto& tokens = tree_.language.tokens;
  for (TokenIndex token = 1; token + 2 < tokens.size(); ++token) {
    if (tree_.form(token) != "(" || tree_.form(token + 2) != ")") continue;
    const auto form = tree_.form(token + 1);
    if (form.size() < 2 || !ascii::is_upper(form[0]) || !ascii::is_upper(form[1])) continue;
    auto noun = tree_.lower(token - 1);
    const bool known = words_.is(WordClass::audience, tree_.lemma(token - 1)) ||
                       words_.is(WordClass::audience, ascii::lower(tree_.lemma(token - 1))) ||
                       words_.is(WordClass::audience, noun);
    if (!known) continue;
    auto shortened = ascii::lower(form);
    defined_.insert(shortened);
    if (shortened.back() == 's') shortened.pop_back();
    defined_.insert(std::move(shortened));
  }
}

Ref<Actor> People::at(TokenIndex token) const {
  const auto actor = mentions_.headed_by(token);
  return actor ? actor : mentions_.covering(token);
}

bool People::self(TokenIndex token) const {
  return tree_.has_lemma(token, {"we", "I", "i", "us", "me"});
}

bool People::addressable(TokenIndex token, bool issuing) const {
  const auto lemma = tree_.lemma(token);
  if (self(token) || words_.is(WordClass::not_audience, lemma) || words_.is(WordClass::thing, lemma))
    return false;
  if (tree_.lower(token) == "those") return true;
  if (tree_.token(token).upos == Upos::PRON && !words_.is(WordClass::audience, lemma)) {
    if (tree_.has_lemma(token, {"he", "she", "they"})) return acting(mentions_.headed_by(token));
    if (tree_.has_lemma(token, {"it"})) return !issuing && acting(mentions_.headed_by(token));
    return false;
  }
  if (words_.is(WordClass::audience, lemma)) return true;
  auto form = tree_.lower(token);
  if (defined_.find(form) != defined_.end()) return true;
  if (words_.is(WordClass::audience, form)) return true;
  if (form.size() > 3 && form.back() == 's') form.pop_back();  // a plural that was not read as one
  if (words_.is(WordClass::audience, form)) return true;
  return acting(mentions_.headed_by(token));
}

bool People::acting(Ref<Actor> ref) const {
  if (!ref) return false;
  switch (actors_[ref.index()].kind) {
    case ActorKind::person:
    case ActorKind::organization:
    case ActorKind::government:
    case ActorKind::group:
    case ActorKind::outlet:
      return true;
    default:
      return false;
  }
}

bool People::plural_audience(TokenIndex token) const {
  const auto xpos = tree_.token(token).xpos;
  const auto lemma = tree_.lemma(token);
  if (tree_.lower(token) == "those") return true;  // "those on older versions"
  if (tree_.token(token).upos == Upos::PRON)
    return lemma == "you" || lemma == "everyone" || lemma == "anyone" || lemma == "everybody" ||
           lemma == "anybody";
  return words_.is(WordClass::audience, lemma) &&
         (xpos == Xpos::NNS || xpos == Xpos::NNPS || lemma == "public" || lemma == "population" ||
          lemma == "people" || lemma == "staff" || lemma == "personnel");
}

bool People::official(TokenIndex token) const {
  return tree_.has_lemma(token, {"agency", "department", "ministry", "school", "council", "authority", "body",
                                 "municipality", "bank", "hospital", "official", "employee", "government",
                                 "operator", "servant", "minister", "university", "utility", "state"});
}

Ref<Actor> People::named_in(const Phrase& phrase) const {
  const auto actor = at(phrase.head);
  if (acting(actor)) return actor;
  // "Member of Parliament Ada Quill": the name ends the phrase.
  const auto last = at(phrase.last - 1);
  const bool name = tree_.token(phrase.last - 1).upos == Upos::PROPN;
  return name && acting(last) ? last : actor;
}

bool People::hostile_word(TokenIndex token) const {
  return words_.is(WordClass::not_audience, tree_.lemma(token));
}

bool People::numbered(Ref<Actor> ref) const {
  const auto name = tree_.document.text(actors_[ref.index()].name);
  return std::any_of(name.begin(), name.end(), ascii::is_digit);
}

bool People::unnamed(Ref<Actor> ref) const {
  if (!ref || actors_[ref.index()].kind != ActorKind::group) return false;
  const auto plain = plain_words(tree_.document.text(actors_[ref.index()].name));
  for (const char* word : {" unknown ", " unidentified ", " unnamed ", " unauthorized ", " unauthorised "}) {
    if (plain.find(word) != std::string::npos) return true;
  }
  return false;
}

std::vector<Audience> People::audience(const Phrase& who) const {
  Audience one;
  one.actor = mentions_.headed_by(who.head);
  one.spans.push_back(span_of(tree_, who));
  return {one};
}

void People::find_hostile() {
  hostile_.assign(actors_.size(), false);
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    // One "the gang" that was joined with a firm makes the firm no gang.
    constexpr std::size_t kShare = 4;
    std::size_t named = 0;
    std::size_t hostile = 0;
    for (const auto& mention : actors_[i].mentions) {
      if (mention.form == MentionForm::pronoun) continue;
      ++named;
      hostile += hostile_word(mention.head) ? 1 : 0;
    }
    hostile_[i] = hostile * kShare >= named && hostile > 0;
  }
}

}  // namespace hearsay::advice
