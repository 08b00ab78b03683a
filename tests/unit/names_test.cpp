// What finds names in a text: word classes, and bodies and states that say themselves what they are.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/actors/word_classes.hpp"
#include "core/assets/assets.hpp"
#include "tests/unit/actor_reading.hpp"

namespace hearsay::actors {
namespace {

TEST_CASE("words that stand in like company are of one class") {
  WordClasses classes;
  REQUIRE(classes.load(asset("models/word_classes.bin")));
  const auto cricket = classes.find("cricket"), rugby = classes.find("rugby");
  const auto denied = classes.find("denied");
  CHECK(cricket.broad > 0);
  CHECK(cricket.middle == rugby.middle);
  CHECK(cricket.middle != denied.middle);
  CHECK(classes.find("qzxvkwj").fine == 0);
  CHECK(denied.ordinary);
  CHECK_FALSE(classes.find("stockholm").ordinary);
}

TEST_CASE("damaged word classes are refused, none at all know no word") {
  WordClasses classes;
  const std::string whole(asset("models/word_classes.bin"));
  CHECK_FALSE(classes.load("HWC0"));
  CHECK_FALSE(classes.load(std::string_view(whole).substr(0, 200)));
  CHECK_FALSE(classes.load(std::string_view(whole).substr(0, whole.size() - 1)));
  CHECK(classes.load({}));
  CHECK(classes.find("cricket").fine == 0);
}

TEST_CASE("a legal form makes a company of the capitalised words before it") {
  const Read read(
      "| Beijing Tarnwei Network Technology Co., Ltd. |\n\n| Velmar Garden Systems GmbH |\n\nThe sites were "
      "registered by them.");
  const Actor* tarnwei = read.named("Beijing Tarnwei Network Technology Co., Ltd.");
  REQUIRE(tarnwei != nullptr);
  CHECK(tarnwei->kind == ActorKind::organization);
  REQUIRE(read.named("Velmar Garden Systems GmbH") != nullptr);
  CHECK(read.named("Beijing") == nullptr);
}

TEST_CASE("what says what or whence a body is belongs to no name") {
  const Read read(
      "The program is made by the Bergen firm Velmar Tarn Ltd. of Oslo. We met its Ostrava-built twin.");
  CHECK(read.named("Bergen firm Velmar Tarn Ltd.") == nullptr);
  CHECK(read.named("We") == nullptr);
  CHECK(read.named("Ostrava-built") == nullptr);
}

TEST_CASE("a state's adjective names it in a text about attacks, and nowhere else") {
  const auto names_norway = [](const char* text) {
    const Read read(text);
    const Actor* norway = read.named("Norway");
    REQUIRE(norway != nullptr);
    for (const Mention& mention : norway->mentions) {
      if (read.document.text(mention.span) == "Norwegian" && mention.form == MentionForm::name) return true;
    }
    return false;
  };
  CHECK(names_norway(
      "The hackers sent malware to Norway. Their phishing mails reached Norwegian ports and a hospital."));
  CHECK_FALSE(names_norway("The choir travelled through Norway in June. It sang in Norwegian churches."));
}

}  // namespace
}  // namespace hearsay::actors
