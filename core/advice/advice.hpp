#pragma once

#include <memory>
#include <vector>

#include "core/analysis.hpp"
#include "core/budget.hpp"
#include "core/language/language.hpp"
#include "core/result.hpp"
#include "core/text/document.hpp"

namespace hearsay::advice {

// Words of obligation, permission and exemption; verbs that name an action: read once from assets.
class AdviceLexicon {
 public:
  static Result<AdviceLexicon> load();
  AdviceLexicon(AdviceLexicon&&) noexcept;
  AdviceLexicon& operator=(AdviceLexicon&&) noexcept;
  ~AdviceLexicon();

 private:
  friend class AdviceStage;
  struct Impl;
  explicit AdviceLexicon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct AdviceLayer {
  std::vector<Advice> advice;          // in text order
  std::vector<Considered> considered;  // what reads like advice and is none
  bool issuing = false;                // the document speaks for its issuer to its readers
  Ref<Actor> issuer;                   // of a document that does, where it is known
};

// Who must act, who need not, and when: from the claims that advise, warn or exempt, from modal sentences,
// and from imperatives in mitigation lists.
class AdviceStage {
 public:
  AdviceStage(const Document& document, const language::LanguageLayer& language,
              const std::vector<Actor>& actors, const std::vector<Time>& times, const Published& published,
              const std::vector<Claim>& claims, const AdviceLexicon& lexicon);
  ~AdviceStage();
  AdviceStage(const AdviceStage&) = delete;
  AdviceStage& operator=(const AdviceStage&) = delete;
  bool advance(Budget& budget);
  [[nodiscard]] AdviceLayer take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay::advice
