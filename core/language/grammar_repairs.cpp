#include "core/language/grammar_repairs.hpp"

namespace hearsay::language {
namespace {

class Repairs {
 public:
  Repairs(std::vector<Token>& tokens, TokenIndex first, TokenIndex last)
      : tokens_(tokens), first_(first), last_(last) {}

  void run() {
    for (TokenIndex token = first_; token < last_; ++token) {
      if (tokens_[token].rel == Deprel::acl_relcl) lift_from_date(token);
      if (tokens_[token].rel != Deprel::conj) continue;
      if (tokens_[token].xpos == Xpos::VBD) lift_past_tense(token);
      if (tokens_[token].xpos == Xpos::VBG) lift_participle(token);
    }
  }

 private:
  // A bare form after a modal or "to" ("could reach") cannot be coordinated with a past tense that has no
  // subject of its own ("could reach it, and accused ..."): the past tense goes on with the verb above, whose
  // subject it shares.
  void lift_past_tense(TokenIndex token) {
    const TokenIndex wrong = tokens_[token].head;
    if (wrong == kNoToken || tokens_[wrong].xpos != Xpos::VB || has_subject(token)) return;
    if (!follows_modal(wrong)) return;
    for (TokenIndex above = tokens_[wrong].head; above != kNoToken && above < token;
         above = tokens_[above].head) {
      if (tokens_[above].xpos == Xpos::VBD && has_subject(above)) {
        tokens_[token].head = above;
        return;
      }
    }
  }

  // A bare form ("to target systems") cannot be coordinated with an -ing form that only a comma joins to it
  // (", advising authorities"): that is a participle of the verb above, whose subject it shares.
  void lift_participle(TokenIndex token) {
    const TokenIndex wrong = tokens_[token].head;
    if (wrong == kNoToken || wrong > token || tokens_[wrong].xpos != Xpos::VB || !follows_modal(wrong))
      return;
    if (tokens_[token - 1].xpos != Xpos::comma || has_child(token, Deprel::cc)) return;
    for (TokenIndex above = tokens_[wrong].head; above != kNoToken && above < token;
         above = tokens_[above].head) {
      const Xpos form = tokens_[above].xpos;
      if ((form != Xpos::VBD && form != Xpos::VBZ && form != Xpos::VBP) || !has_subject(above)) continue;
      tokens_[token].head = above;
      tokens_[token].rel = Deprel::advcl;
      return;
    }
  }

  // "said on 3 May 2021 that the firm hid it": no clause with a subject of its own is hung on a date; it is
  // what was said.
  void lift_from_date(TokenIndex token) {
    const TokenIndex date = tokens_[token].head;
    if (date == kNoToken || date > token || tokens_[date].xpos != Xpos::CD ||
        tokens_[date].rel != Deprel::obl)
      return;
    const TokenIndex verb = tokens_[date].head;
    if (verb == kNoToken || verb > date || tokens_[verb].upos != Upos::VERB || has_child(verb, Deprel::ccomp))
      return;
    TokenIndex that = date + 1;
    while (that < token && tokens_[that].head == date) ++that;
    const bool conjunction = tokens_[that].rel == Deprel::mark || tokens_[that].xpos == Xpos::WDT;
    if (!conjunction || that + 1 >= token || !is_subject(tokens_[token - 1].rel)) return;
    tokens_[token].head = verb;
    tokens_[token].rel = Deprel::ccomp;
    tokens_[that].head = token;
    tokens_[that].rel = Deprel::mark;
    tokens_[token - 1].head = token;
  }

  static bool is_subject(Deprel rel) { return rel == Deprel::nsubj || rel == Deprel::nsubj_pass; }

  bool has_child(TokenIndex head, Deprel rel) const {
    for (TokenIndex child = first_; child < last_; ++child) {
      if (tokens_[child].head == head && tokens_[child].rel == rel) return true;
    }
    return false;
  }

  bool has_subject(TokenIndex verb) const {
    for (TokenIndex child = first_; child < last_; ++child) {
      if (tokens_[child].head != verb) continue;
      const Deprel rel = tokens_[child].rel;
      if (rel == Deprel::nsubj || rel == Deprel::nsubj_pass || rel == Deprel::csubj || rel == Deprel::expl)
        return true;
    }
    return false;
  }

  bool follows_modal(TokenIndex verb) const {
    for (TokenIndex child = first_; child < verb; ++child) {
      if (tokens_[child].head == verb && (tokens_[child].xpos == Xpos::MD || tokens_[child].xpos == Xpos::TO))
        return true;
    }
    return false;
  }

  std::vector<Token>& tokens_;
  TokenIndex first_;
  TokenIndex last_;
};

}  // namespace

void repair_by_grammar(std::vector<Token>& tokens, TokenIndex first, TokenIndex last) {
  Repairs(tokens, first, last).run();
}

}  // namespace hearsay::language
