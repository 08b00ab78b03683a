#include "core/language/language.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/assets/assets.hpp"
#include "core/language/network_layout.hpp"
#include "core/language/spanning_tree.hpp"
#include "core/language/tokenizer.hpp"
#include "core/text/blocks.hpp"

using namespace hearsay;
using namespace hearsay::language;

namespace {

// The words of a text, a space between them; a word that continues a surface token begins with '|'.
std::string words_of(const std::string& text) {
  Tokenizer tokenizer(text, {0, static_cast<std::uint32_t>(text.size())});
  std::vector<RawToken> words;
  while (tokenizer.read_chunk(words)) {
  }
  std::string result;
  for (const RawToken& word : words) {
    if (!result.empty()) result += ' ';
    if (word.joined) result += '|';
    result += word.span.in(text);
  }
  return result;
}

const Model& model() {
  static const auto kModel = Model::load(asset("models/english.bin"));
  REQUIRE(kModel.ok());
  return kModel.value();
}

Document document_of(const std::string& text) {
  return Document(text, text::split_into_blocks(text), InputFormat::plain, false, {});
}

LanguageLayer read(const Document& document, std::uint32_t units = 1u << 30) {
  LanguageStage stage(document, model());
  for (;;) {
    Budget budget(units);
    if (stage.advance(budget)) break;
  }
  return stage.take();
}

std::vector<std::string> sentences_of(const std::string& text) {
  const Document document = document_of(text);
  std::vector<std::string> result;
  for (const Sentence& sentence : read(document).sentences) {
    result.emplace_back(document.text(sentence.span));
  }
  return result;
}

const char* const kArticle =
    "Agency warns councils about Nordwall firewalls\n"
    "\n"
    "The National Cyber Office said on Tuesday that it had found no proof of sabotage, but it won't use the "
    "firm's products. \xE2\x80\x9CWe can\xE2\x80\x99t rule it out,\xE2\x80\x9D said Ms. Ida Holm, who leads "
    "the "
    "office. Nordwall denied the claims.\n"
    "\n"
    "- Update to version 4.2.1 by 5 pm.\n"
    "- See https://www.example.org/a_b(c) or write to help@example.org.\n"
    "\n"
    "-----\n"
    "\n"
    "Contact: press office\n";

}  // namespace

TEST_CASE("words are split by the conventions of the treebanks") {
  CHECK(words_of("They don't know.") == "They do |n't know .");
  CHECK(words_of("The agency\xE2\x80\x99s staff cannot say") ==
        "The agency |\xE2\x80\x99s staff can |not say");
  CHECK(words_of("the vendors' claims") == "the vendors |' claims");
  CHECK(words_of("a 15-year-old flaw") == "a 15 - year - old flaw");
  CHECK(words_of("a non-profit re-read the well-known text") == "a non-profit re-read the well - known text");
  CHECK(words_of("It cost $60 or 50% more (at 5pm).") == "It cost $ 60 or 50 % more ( at 5 pm ) .");
  CHECK(words_of("Yes...no?! Wait\xE2\x80\xA6") == "Yes ... no ?! Wait \xE2\x80\xA6");
  CHECK(words_of("\"Stop,\" he said.") == "\" Stop , \" he said .");
  CHECK(words_of("and/or him/her") == "and / or him / her");
  CHECK(words_of("") == "");
}

TEST_CASE("periods stay with abbreviations, and only with those") {
  CHECK(words_of("Mr. Holm met Dr. J. Roe at 9 a.m. in the U.S. today.") ==
        "Mr. Holm met Dr. J. Roe at 9 a.m. in the U.S. today .");
  CHECK(words_of("See No. 5. No. Really.") == "See No. 5 . No . Really .");
  CHECK(words_of("Acme Inc. and Example Corp.") == "Acme Inc. and Example Corp.");
}

TEST_CASE("identifiers of the trade stay whole") {
  for (const char* whole : {"CVE-2017-0144",
                            "MS17-010",
                            "TA17-181A",
                            "GHSA-jfh8-c2jp-5v3q",
                            "CWE-79",
                            "4.2.1",
                            "2017-12-01",
                            "10.0.0.1",
                            "10[.]0[.]0[.]1",
                            "hxxp://evil[.]com/a-b",
                            "https://www.example.org/a_b(c)?d=e,f",
                            "hxxps[:]//bad.example/x",
                            "evil[.]com",
                            "help@example.org",
                            "name[@]example.org",
                            "C:\\Windows\\cmd.exe",
                            "/etc/passwd",
                            "%APPDATA%\\run.dll",
                            "svchost.exe",
                            "Node.js",
                            "AT&T",
                            "snake_case_name",
                            "4.2.x",
                            "10.0.*.*",
                            "ICS-TIP-12-146-01B",
                            "BOD-22-01",
                            "2023-04-06T09:23:41.96Z",
                            "8c59c35d-8fb8-4644-9fa4-ce05b30e91c3",
                            "C:\\Users\\<user>\\run.exe",
                            "\\\\host\\[REDACTED]\\Files",
                            "./configure",
                            "..\\run.dll",
                            "00:1a:2b:3c:4d:5e",
                            "VU#123456",
                            "press-room.example-agency.gov",
                            "1,000.50"}) {
    CAPTURE(whole);
    CHECK(words_of(whole) == whole);
    CHECK(words_of("see " + std::string(whole) + ", then go.") ==
          "see " + std::string(whole) + " , then go .");
  }
}

TEST_CASE("what only looks like one word is several, and what looks like several is one") {
  CHECK(words_of("Directive 19-02 of pages 10-15") == "Directive 19-02 of pages 10 - 15");
  CHECK(words_of("was fixed.CVE-2017-0144 is new") == "was fixed . CVE-2017-0144 is new");
  CHECK(words_of("in the PLC.CVE-2017-0144") == "in the PLC . CVE-2017-0144");
  CHECK(words_of("US-CERT and an F-16-based test") == "US - CERT and an F-16 - based test");
  CHECK(words_of("an over-the-air update") == "an over - the - air update");
  CHECK(words_of("if x >= 2 -> stop") == "if x >= 2 -> stop");
  CHECK(words_of("at ab:cd or CSI# 5") == "at ab : cd or CSI # 5");
  CHECK(words_of("a well-known.maker") == "a well - known.maker");
  CHECK(words_of("found Kestrel.A!dha!") == "found Kestrel.A!dha !");
}

TEST_CASE("contractions without an apostrophe are known by their form or by the word after them") {
  CHECK(words_of("Its not the router.") == "It |s not the router .");
  CHECK(words_of("the router and its filters") == "the router and its filters");
  CHECK(words_of("its in-house team and its own") == "its in - house team and its own");
  CHECK(words_of("lets see if it lets attackers in") == "let |s see if it lets attackers in");
  CHECK(words_of("theres a flaw, hes sure") == "there |s a flaw , he |s sure");
  CHECK(words_of("is it its") == "is it its");
}

TEST_CASE("marks, files and codes of mail and forums") {
  CHECK(words_of("see 27.doc, in 2005.") == "see 27.doc , in 2005 .");
  CHECK(words_of("pumps, valves, etc. The rest (valves, etc.) etc. of 1 Inc..") ==
        "pumps , valves , etc . The rest ( valves , etc. ) etc. of 1 Inc. .");
  CHECK(words_of("why.? and ... ?") == "why .? and ... ?");
  CHECK(words_of("a ---==|=--- b") == "a ---==|=--- b");
  CHECK(words_of("x 90210-1234, 3-1663 and 5-10") == "x 90210-1234 , 3-1663 and 5 - 10");
}

TEST_CASE("every character that is not white space lies in exactly one word") {
  std::vector<std::string> texts = {kArticle, std::string(5000, '('), std::string(5000, 'a'),
                                    "\xF0\x9F\x98\x80\xF0\x9F\x98\x80 \xC2\xA0 x\xE2\x80\x8By",
                                    "'''''\"\"\"`'s 's n't"};
  std::string noise;
  std::uint32_t state = 7;
  const char* const kPieces[] = {
      "a", "B",  "1", ".", "'", "\xE2\x80\x99", "-",       "/",        "\\",           "@", ":", "[", "]",
      " ", "\n", "%", "$", "s", "n't",          "http://", "\xC3\xA9", "\xE2\x82\xAC", "_", ","};
  for (int i = 0; i < 4000; ++i) {
    state = state * 1664525u + 1013904223u;
    noise += kPieces[(state >> 16) % (sizeof kPieces / sizeof *kPieces)];
  }
  texts.push_back(noise);
  for (const std::string& text : texts) {
    const std::uint32_t size = static_cast<std::uint32_t>(text.size());
    Tokenizer tokenizer(text, {0, size});
    std::vector<RawToken> words;
    while (tokenizer.read_chunk(words)) {
    }
    std::uint32_t at = 0;
    bool joined_touch = true;
    bool in_order = true;
    bool boundaries = true;
    std::string between;
    for (const RawToken& word : words) {
      in_order =
          in_order && word.span.begin >= at && word.span.end > word.span.begin && word.span.end <= size;
      joined_touch = joined_touch && (!word.joined || word.span.begin == at);
      const auto continues = [&](std::uint32_t i) {
        return i < size && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
      };
      boundaries = boundaries && !continues(word.span.begin) && !continues(word.span.end);
      between += text.substr(at, word.span.begin - at);
      at = word.span.end;
    }
    between += text.substr(at);
    CHECK(in_order);
    CHECK(joined_touch);
    CHECK(boundaries);
    CHECK(between.find_first_not_of(" \n\xC2\xA0") == std::string::npos);
  }
}

TEST_CASE("sentences end where they should") {
  CHECK(sentences_of("The firm denied it. The agency did not answer.").size() == 2);
  CHECK(sentences_of("He moved to the U.S. in May and met Mr. Holm there.").size() == 1);
  CHECK(sentences_of("The breach was found at 9 a.m. on Tuesday.").size() == 1);
  CHECK(sentences_of("Is it safe? Nobody knows! The vendor is silent.").size() == 3);
  // The line breaks of a PDF.
  CHECK(sentences_of(
            "The office said on Tuesday that it would\nremove the software from all of the computers\nof the "
            "ministry before the end of May.")
            .size() == 1);
  // Numbers of items and captions belong to what they stand before.
  CHECK(sentences_of("iv. Within one year, every agency shall report.").size() == 1);
  CHECK(sentences_of("Figure 3. The attack chain").size() == 1);
  CHECK(sentences_of("This applies to all systems. Id. \xC2\xA7 3553(d).").size() == 2);
  // Blocks end sentences whatever stands in them.
  CHECK(sentences_of("Who must act\n\nEvery council must update its servers.").size() == 2);
}

TEST_CASE("sentences of directives and bulletins are not cut within a line") {
  // Times of day and their zones.
  CHECK(sentences_of("b. By 3:30 pm EST, Tuesday, March 9, 2032, every council reports to the office.")
            .size() == 1);
  CHECK(sentences_of("By 10:00 am Eastern Daylight Time on Thursday, May 6, 2032, close the port.").size() ==
        1);
  // The number of an item within a line belongs to what it stands before.
  CHECK(sentences_of("Nordwall ships the gate closed. a. The council must keep it closed.") ==
        std::vector<std::string>{"Nordwall ships the gate closed.", "a. The council must keep it closed."});
  // Nothing ends in the pattern of a file's name; a sentence ends where only the space is missing.
  CHECK(sentences_of("The worm erases *.doc and *.xls files.").size() == 1);
  CHECK(sentences_of("The flaw was fixed.CVE-2017-0144 has been assigned to it.").size() == 2);
  // A short item without a mark.
  CHECK(sentences_of(
            "Affected\n\n- Nordwall Gate Enterprise Communications Modules 22-HX Series A: all versions\n"
            "- Nordwall Hub")
            .size() == 3);
  // An address belongs to what announces it.
  CHECK(sentences_of("The notice is to be found at: https://www.example.org/notice").size() == 1);
  // A quotation that ends with a comma goes on with who says it.
  CHECK(sentences_of(
            "\xE2\x80\x9COperators should close the gate to end all of this,\xE2\x80\x9D Petra Holm of "
            "Norvane\xE2\x80\x99s Harbour Safety Team wrote on Friday.")
            .size() == 1);
}

TEST_CASE("a dateline is a sentence of its own, and no other dash ends one") {
  const std::string story = "Norvane on Thursday accused the port of carelessness.";
  for (const std::string dateline : {"OSLO/BERGEN, Feb 12 (Penn Wire) -", "OSLO (Penn Wire) --",
                                     "Oslo, 23 January 2031 \u2013", "OSLO \u2014"}) {
    CHECK(sentences_of(dateline + " " + story) == std::vector<std::string>{dateline, story});
  }
  CHECK(sentences_of("The agency - which said so - denied it.").size() == 1);
  CHECK(sentences_of("NORVANE \u2014 the maker \u2014 denied it.").size() == 1);
  CHECK(sentences_of("Norvane Hub - Second Edition is out.").size() == 1);
}

TEST_CASE("the layer is whole: words in order, one tree a sentence, children and lemmas in place") {
  const Document document = document_of(kArticle);
  const LanguageLayer layer = read(document);
  REQUIRE(layer.tokens.size() > 50);
  REQUIRE(layer.child_begin.size() == layer.tokens.size() + 1);
  REQUIRE(layer.sentence_of.size() == layer.tokens.size());
  TokenIndex next = 0;
  for (std::size_t s = 0; s < layer.sentences.size(); ++s) {
    const Sentence& sentence = layer.sentences[s];
    CHECK(sentence.first == next);
    REQUIRE(sentence.count > 0);
    next = sentence.last();
    CHECK(document.blocks()[sentence.block].span.contains(sentence.span));
    CHECK_FALSE(sentence.cut);
    int roots = 0;
    for (TokenIndex i = sentence.first; i < sentence.last(); ++i) {
      const Token& token = layer.tokens[i];
      CHECK(layer.sentence_of[i] == s);
      CHECK(sentence.span.contains(token.span));
      CHECK_FALSE(layer.lemma(i).empty());
      if (token.joined) CHECK(layer.tokens[i - 1].span.end == token.span.begin);
      if (token.head == kNoToken) {
        ++roots;
        CHECK(token.rel == Deprel::root);
        continue;
      }
      CHECK(token.rel != Deprel::root);
      CHECK(layer.sentence_of[token.head] == s);
      bool among_children = false;
      for (const TokenIndex child : layer.children_of(token.head)) among_children |= child == i;
      CHECK(among_children);
      // Every word hangs below the root: no cycles.
      TokenIndex up = i;
      for (std::uint32_t step = 0; up != kNoToken && step <= sentence.count; ++step)
        up = layer.tokens[up].head;
      CHECK(up == kNoToken);
    }
    CHECK(roots == 1);
  }
  CHECK(next == layer.tokens.size());
}

TEST_CASE("a plain sentence is read right") {
  const Document document = document_of("The vendors denied the claims.");
  const LanguageLayer layer = read(document);
  REQUIRE(layer.tokens.size() == 6);
  const Token& denied = layer.tokens[2];
  CHECK(denied.upos == Upos::VERB);
  CHECK(denied.xpos == Xpos::VBD);
  CHECK(denied.rel == Deprel::root);
  CHECK(layer.lemma(2) == "deny");
  CHECK(layer.child(2, Deprel::nsubj) == 1);
  CHECK(layer.child(2, Deprel::obj) == 4);
  CHECK(layer.tokens[1].xpos == Xpos::NNS);
  CHECK(layer.lemma(1) == "vendor");
}

TEST_CASE("reading in small steps gives the same layer, and so does reading again") {
  const Document document = document_of(kArticle);
  const std::string whole = to_conllu(document, read(document));
  CHECK(to_conllu(document, read(document, 1)) == whole);
  CHECK(to_conllu(document, read(document)) == whole);
}

TEST_CASE("an endless sentence is cut, and said to be") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "and ";
  const Document document = document_of(text);
  const LanguageLayer layer = read(document);
  CHECK(layer.tokens.size() == 20000);
  CHECK(layer.sentences.size() >= 80);
  bool cut = false;
  for (const Sentence& sentence : layer.sentences) {
    CHECK(sentence.count <= 400);
    cut = cut || sentence.cut;
  }
  CHECK(cut);
}

TEST_CASE("the lemma of an endless address is cut between two characters") {
  std::string address = "https://acme.example/";
  for (int i = 0; i < 30'000; ++i) address += "\xE2\x82\xAC";
  const Document document = document_of("See " + address + " now.");
  const LanguageLayer layer = read(document);
  REQUIRE(layer.tokens.size() > 1);
  REQUIRE(document.text(layer.tokens[1].span) == address);
  const std::string_view lemma = layer.lemma(1);
  CHECK(lemma.size() > 65'000);
  CHECK((lemma.size() - std::string("https://acme.example/").size()) % 3 == 0);
}

TEST_CASE("code has no words, a rule of dashes has") {
  const Document document(
      "if (x) { run(); }\n-----\nDone.",
      {{{0, 17}, BlockKind::code, 0}, {{18, 23}, BlockKind::code, 0}, {{24, 29}, BlockKind::paragraph, 0}},
      InputFormat::plain, false, {});
  const LanguageLayer layer = read(document);
  REQUIRE(layer.tokens.size() == 3);
  CHECK(document.text(layer.tokens[0].span) == "-----");
  CHECK(document.text(layer.tokens[1].span) == "Done");
}

TEST_CASE("a damaged model is refused") {
  const std::string_view bytes = asset("models/english.bin");
  CHECK_FALSE(Model::load("").ok());
  CHECK_FALSE(Model::load("HSLM").ok());
  for (const std::size_t size : {bytes.size() / 2, bytes.size() - 100, std::size_t{40}}) {
    CHECK_FALSE(Model::load(bytes.substr(0, size)).ok());
  }
}

TEST_CASE("CoNLL-U names the text, the ranges and the surface tokens") {
  const Document document = document_of("\xC3\x89va can\xE2\x80\x99t.");
  const std::string conllu = to_conllu(document, read(document));
  CHECK(conllu.rfind("# text = \xC3\x89va can\xE2\x80\x99t.\n", 0) == 0);
  CHECK(conllu.find("2-3\tcan\xE2\x80\x99t\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=4:9\n") !=
        std::string::npos);
  CHECK(conllu.find("TokenRange=0:3\n") != std::string::npos);
}

TEST_CASE("every pair of words, a word and itself too, has a bucket of distances") {
  for (int dependent = 1; dependent <= 40; ++dependent) {
    for (int head = 0; head <= 40; ++head) {
      CAPTURE(dependent);
      CAPTURE(head);
      CHECK(distance_bucket(dependent, head) < kDistances);
    }
  }
  CHECK(distance_bucket(7, 7) != distance_bucket(7, 6));
}

TEST_CASE("the spanning tree is the best with a single root") {
  ArcScores scores(3);
  for (std::size_t d = 1; d <= 3; ++d) {
    for (std::size_t h = 0; h <= 3; ++h) scores.at(d, h) = 0;
  }
  // Greedily 1 and 2 choose each other and 3 hangs on 2; the cycle opens where it costs least.
  scores.at(1, 2) = 10;
  scores.at(2, 1) = 10;
  scores.at(3, 2) = 5;
  scores.at(1, 0) = 4;
  scores.at(2, 0) = 6;
  CHECK(spanning_tree(scores) == std::vector<std::uint32_t>{0, 2, 0, 2});
  // All want the root: the keenest gets it.
  scores.at(1, 0) = 20;
  scores.at(2, 0) = 30;
  scores.at(3, 0) = 25;
  CHECK(spanning_tree(scores) == std::vector<std::uint32_t>{0, 2, 0, 2});
}
