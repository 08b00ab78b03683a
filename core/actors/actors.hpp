#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/budget.hpp"
#include "core/language/language.hpp"
#include "core/result.hpp"
#include "core/text/document.hpp"

namespace hearsay::actors {

// Gazetteers and word lists (agencies, outlets, vendors and products, threat groups, countries with
// demonyms and capitals, roles), read once from assets; and the user's own inventory, if loaded.
class Gazetteer {
 public:
  static Result<Gazetteer> load();
  // Without the name tagger: for the program that trains it.
  static Result<Gazetteer> load_lists();
  // The user's list of vendors and products, in any encoding that documents may have. CSV: separated by
  // commas, semicolons or tabs, two columns (vendor, product) or a first line that says which column is
  // which; or JSON. Returns how many rows there are. An error names file and line, in words for the user;
  // nothing is added then. Analyses begun before keep what they have.
  Result<std::size_t> add_inventory(std::string_view file_name, std::string_view bytes);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  struct Impl;  // core/actors/gazetteer.hpp, for this stage and its trainer only
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  explicit Gazetteer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct ActorLayer {
  std::vector<Actor> actors;
  std::vector<Note> notes;  // doubtful joins
  std::vector<Considered> considered;
};

class PronounJudge;  // core/actors/pronouns.hpp, for the trainer only

// What the language network's states say of the names in a text, for the stage that finds them. Given to the
// LanguageStage, it hears of every sentence. `gazetteer` must outlive it.
class NameReader : public language::StateReader {
 public:
  explicit NameReader(const Gazetteer& gazetteer);
  ~NameReader() override;
  void read(const std::int16_t* states, std::size_t count) override;

 private:
  friend class ActorStage;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Finds mentions and joins those of one real thing.
class ActorStage {
 public:
  // `names` has read the whole text. Everything given must outlive the stage.
  ActorStage(const Document& document, const language::LanguageLayer& language, const NameReader& names,
             const std::vector<Time>& times, const std::vector<Indicator>& indicators,
             const Gazetteer& gazetteer, PronounJudge* judge = nullptr);
  ~ActorStage();
  ActorStage(const ActorStage&) = delete;
  ActorStage& operator=(const ActorStage&) = delete;
  bool advance(Budget& budget);
  [[nodiscard]] ActorLayer take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Which actor's mention a stretch of text is: for later stages. Built once over the finished actors.
class MentionIndex {
 public:
  MentionIndex(const std::vector<Actor>& actors, const language::LanguageLayer& language);
  // The actor of the mention that `token` heads.
  [[nodiscard]] Ref<Actor> headed_by(language::TokenIndex token) const;
  // The actor of the smallest mention that covers `token`.
  [[nodiscard]] Ref<Actor> covering(language::TokenIndex token) const;

 private:
  std::vector<Ref<Actor>> by_head_;
  std::vector<Ref<Actor>> by_cover_;
};

}  // namespace hearsay::actors
