#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/budget.hpp"
#include "core/language/network_layout.hpp"
#include "core/result.hpp"
#include "core/span.hpp"
#include "core/text/document.hpp"

// The language layer: sentences, tokens, tags, lemmas and a Universal Dependencies tree for every sentence.
// Stages after it read this header only; how the tags were made (which model, which training) is not theirs
// to know.
namespace hearsay::language {

// Universal POS tags, in the order of universaldependencies.org/u/pos.
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

// Penn Treebank tags as EWT and GUM use them. They carry what later stages need of tense, number and form:
// VBD past, VBZ third person, NNS plural ...
enum class Xpos : std::uint8_t {
  ADD,
  AFX,
  CC,
  CD,
  DT,
  EX,
  FW,
  HYPH,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NFP,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  comma,
  period,
  colon,
  open,
  close,
  open_quote,
  close_quote,
  dollar,
  hash,
  GW,
  XX
};

// Universal dependency relations of English, with those subtypes that later stages use. Other subtypes are
// folded into their relation.
enum class Deprel : std::uint8_t {
  root,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp
};

[[nodiscard]] std::string_view name(Upos tag);
[[nodiscard]] std::string_view name(Xpos tag);    // "PRP$", ",", "-LRB-", "``" as in the treebanks
[[nodiscard]] std::string_view name(Deprel rel);  // "nsubj:pass"

using TokenIndex = std::uint32_t;
inline constexpr TokenIndex kNoToken = 0xFFFFFFFFu;

// A syntactic word. Words of one surface token ("do|n't", "Kaspersky|'s") are neighbours with touching spans.
struct Token {
  Span span;
  TokenIndex head = kNoToken;     // in LanguageLayer::tokens, of the same sentence; kNoToken: the root
  std::uint32_t lemma_begin = 0;  // in LanguageLayer::lemmas
  std::uint16_t lemma_size = 0;
  Upos upos = Upos::X;
  Xpos xpos = Xpos::XX;
  Deprel rel = Deprel::dep;
  std::uint8_t kinds = 0;  // what a dictionary says a word so written can be: WordKinds
  bool joined = false;     // continues the surface token of the word before it ("n't" after "do")
};

// A sentence: `count` tokens from `first`, all within one block. Heading and table cells are sentences too.
struct Sentence {
  Span span;
  TokenIndex first = 0;
  std::uint32_t count = 0;
  std::uint32_t block = 0;  // index into Document::blocks()
  bool cut = false;         // ended by the length limit, not by the text

  [[nodiscard]] TokenIndex last() const { return first + count; }  // exclusive
};

// The finished layer. Tokens are in text order; every token belongs to one sentence. Code blocks have
// none, but for rules ("-----").
struct LanguageLayer {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> sentence_of;  // per token
  std::string lemmas;                      // all lemmas end to end, lower case except for proper nouns
  // Children of token t: children[child_begin[t]] .. children[child_begin[t + 1]], in text order.
  std::vector<std::uint32_t> child_begin;  // tokens.size() + 1 entries
  std::vector<TokenIndex> children;

  // The view is valid while the layer lives unchanged.
  [[nodiscard]] std::string_view lemma(TokenIndex token) const;
  [[nodiscard]] const Sentence& sentence(TokenIndex token) const { return sentences[sentence_of[token]]; }

  // The first token whose span ends after `byte`, or tokens.size(). O(log n).
  [[nodiscard]] TokenIndex token_at(std::uint32_t byte) const;

  // The children of a token, in text order; for use in a range-for.
  struct TokenRange {
    const TokenIndex* first;
    const TokenIndex* last;
    [[nodiscard]] const TokenIndex* begin() const { return first; }
    [[nodiscard]] const TokenIndex* end() const { return last; }
  };
  [[nodiscard]] TokenRange children_of(TokenIndex token) const;
  // The first child with the relation, or kNoToken.
  [[nodiscard]] TokenIndex child(TokenIndex token, Deprel rel) const;
  // Whether `ancestor` is `token` or stands above it.
  [[nodiscard]] bool dominates(TokenIndex ancestor, TokenIndex token) const;
  // The token range [first, last) that the subtree of `token` covers, gaps filled. O(size of the subtree).
  struct Extent {
    TokenIndex first;
    TokenIndex last;  // exclusive
  };
  [[nodiscard]] Extent subtree(TokenIndex token) const;
  // From the first byte of token `first` to the last byte of token `last - 1`.
  [[nodiscard]] Span span(Extent extent) const;
};

// The trained models, read once from their bytes and shared by all analyses. Immutable.
class Model {
 public:
  // `bytes` must outlive the Model where weights are used in place.
  static Result<Model> load(std::string_view bytes);
  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

 private:
  friend class LanguageStage;
  struct Impl;
  explicit Model(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// What the network makes of the words of a sentence, for a reader of its own that has learnt to draw more
// from it than tags and trees. Called once for each sentence, in text order.
class StateReader {
 public:
  static constexpr std::size_t kWidth = kLayer;  // states of a word
  virtual ~StateReader() = default;
  // `states`: [count][kWidth], in units of 1/4096, of the layer that the tags are read from. Valid during the
  // call.
  virtual void read(const std::int16_t* states, std::size_t count) = 0;
};

// Runs over the document a few sentences at a time. `document`, `model` and, where there is one, `reader`
// must outlive the stage.
class LanguageStage {
 public:
  LanguageStage(const Document& document, const Model& model, StateReader* reader = nullptr);
  ~LanguageStage();
  LanguageStage(const LanguageStage&) = delete;
  LanguageStage& operator=(const LanguageStage&) = delete;

  // Works until the budget is spent or the text is read. Returns true when done.
  bool advance(Budget& budget);
  // How far the stage has come, in bytes of the document.
  [[nodiscard]] std::uint32_t position() const;
  // Precondition: advance() has returned true. Leaves the stage empty.
  [[nodiscard]] LanguageLayer take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The layer as CoNLL-U: `# text`, and TokenRange (code points of the document) and SpaceAfter=No in MISC.
[[nodiscard]] std::string to_conllu(const Document& document, const LanguageLayer& layer);

}  // namespace hearsay::language
