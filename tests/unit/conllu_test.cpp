#include <doctest/doctest.h>

#include "core/language/language.hpp"

using namespace hearsay;

TEST_CASE("CoNLL-U holds the words of code blocks too, a sentence for each line") {
  const std::string text = "tool --check\n\n  a=1\tb";
  const Document document(text, {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::code, 0}},
                          InputFormat::plain, false, {});
  CHECK(language::to_conllu(document, {}) ==
        "# text = tool --check\n"
        "1\ttool\ttool\tX\tXX\t_\t0\troot\t_\tTokenRange=0:4\n"
        "2\t--check\t--check\tX\tXX\t_\t1\tdep\t_\tTokenRange=5:12\n\n"
        "# text = a=1 b\n"
        "1\ta=1\ta=1\tX\tXX\t_\t0\troot\t_\tTokenRange=16:19\n"
        "2\tb\tb\tX\tXX\t_\t1\tdep\t_\tTokenRange=20:21\n\n");
}
