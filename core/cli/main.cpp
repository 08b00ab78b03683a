// The command line: hearsay analyze | conllu | --version | --help. See README.md.
// Exit status: 0 done; 1 the input cannot be read as text; 2 wrong usage.
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analyzer.hpp"
#include "core/export/export.hpp"
#include "core/input/reader.hpp"

namespace {

using namespace hearsay;

constexpr int kDone = 0;
constexpr int kUnreadable = 1;
constexpr int kWrongUsage = 2;

constexpr const char* kHelp =
    "Hearsay reads a security advisory, or an article about one, and shows who claims what\n"
    "about whom, on what evidence, who denies it, who must act, who need not, and when.\n"
    "\n"
    "  hearsay analyze [--published YYYY-MM-DD] [--inventory LIST] [--format FORMAT] [FILE | -]\n"
    "  hearsay analyze [--published YYYY-MM-DD] [--inventory LIST] --format json --lines FILE...\n"
    "  hearsay conllu FILE\n"
    "  hearsay --version | --help\n"
    "\n"
    "FORMAT  json (default), markdown, html, stix, csaf, misp or csv\n"
    "FILE    text, Markdown, HTML or CSAF 2.0 JSON; - reads standard input\n"
    "LIST    your own vendors and products, CSV (vendor,product) or JSON: actors on it are marked\n"
    "--lines one JSON document a line for each file, in order\n"
    "\n"
    "Exit status: 0 done; 1 the input cannot be read as text; 2 wrong usage.\n";

int wrong_usage(const std::string& message) {
  std::fprintf(stderr, "hearsay: %s\nTry: hearsay --help\n", message.c_str());
  return kWrongUsage;
}

struct Arguments {
  AnalyzeOptions options;
  exporting::Format format = exporting::Format::json;
  bool lines = false;
  std::string inventory;  // a file, or empty
  std::vector<std::string> files;
};

// Reads the words after `analyze`. An empty string means all is well, else it says what is wrong.
std::string read_arguments(const std::vector<std::string>& words, Arguments& arguments) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--lines") {
      arguments.lines = true;
    } else if (word == "--inventory") {
      if (++i == words.size()) return word + " needs a file";
      arguments.inventory = words[i];
    } else if (word == "--published" || word == "--format") {
      if (++i == words.size()) return word + " needs a value";
      if (word == "--published") {
        if (!time::is_date(words[i]))
          return "--published needs a date as YYYY-MM-DD, not \"" + words[i] + "\"";
        arguments.options.published = words[i];
      } else {
        const auto format = exporting::format_named(words[i]);
        if (!format) return "unknown format \"" + words[i] + "\"";
        arguments.format = *format;
      }
    } else if (word.size() > 1 && word[0] == '-') {
      return "unknown option " + word;
    } else {
      arguments.files.push_back(word);
    }
  }
  if (arguments.lines && arguments.format != exporting::Format::json) return "--lines writes JSON only";
  if (arguments.lines && arguments.files.empty()) return "--lines needs files";
  if (!arguments.lines && arguments.files.size() > 1) return "give one file, or --lines";
  if (arguments.files.empty()) arguments.files.push_back("-");
  return {};
}

std::optional<std::string> read_bytes(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string bytes;
  char buffer[1 << 16];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) bytes.append(buffer, count);
  const bool failed = std::ferror(file) != 0;
  if (file != stdin) std::fclose(file);
  if (failed) return std::nullopt;
  return bytes;
}

std::optional<Document> read_document(const std::string& path) {
  const auto bytes = read_bytes(path);
  if (!bytes) {
    std::fprintf(stderr, "hearsay: cannot open %s\n", path.c_str());
    return std::nullopt;
  }
  auto document = input::read(*bytes, path == "-" ? "" : path);
  if (!document) {
    std::fprintf(stderr, "hearsay: %s: %s\n", path.c_str(), document.error().message.c_str());
    return std::nullopt;
  }
  return std::move(document).value();
}

// Runs an analyzer to its end. On a command line nothing else waits, so the slices are generous.
void run(Analyzer& analyzer) {
  constexpr std::uint32_t kSlice = 1u << 20;
  while (!analyzer.step(Budget(kSlice))) {
  }
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

// Reads the user's list. False: it cannot be read, and it is said why.
bool read_inventory(const std::string& path, Knowledge& knowledge) {
  const auto bytes = read_bytes(path);
  if (!bytes) {
    std::fprintf(stderr, "hearsay: cannot open %s\n", path.c_str());
    return false;
  }
  const auto added = knowledge.gazetteer.add_inventory(path, *bytes);
  if (!added) std::fprintf(stderr, "hearsay: %s\n", added.error().message.c_str());
  return added.ok();
}

int analyze(const std::vector<std::string>& words, Knowledge& knowledge) {
  Arguments arguments;
  if (const auto problem = read_arguments(words, arguments); !problem.empty()) return wrong_usage(problem);
  if (!arguments.inventory.empty() && !read_inventory(arguments.inventory, knowledge)) return kUnreadable;
  for (const auto& path : arguments.files) {
    const auto document = read_document(path);
    if (!document) return kUnreadable;
    Analyzer analyzer(*document, knowledge, arguments.options);
    run(analyzer);
    exporting::write(arguments.format, *document, analyzer.analysis(), arguments.lines, print);
  }
  return kDone;
}

int conllu(const std::vector<std::string>& words, const Knowledge& knowledge) {
  if (words.size() != 1) return wrong_usage("conllu needs one file");
  const auto document = read_document(words[0]);
  if (!document) return kUnreadable;
  language::LanguageStage stage(*document, knowledge.model);
  Budget budget(0);
  do {
    budget = Budget(1u << 20);
  } while (!stage.advance(budget));
  print(language::to_conllu(*document, stage.take()));
  return kDone;
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + 1, values + count);
  if (arguments.empty()) return wrong_usage("say what to do");
  const std::string& command = arguments[0];
  if (command == "--help" || command == "-h") return print(kHelp), kDone;
  if (command == "--version") return print("hearsay " HEARSAY_VERSION "\n"), kDone;
  const auto knowledge = Knowledge::load();
  if (!knowledge) {
    std::fprintf(stderr, "hearsay: this build is damaged: %s\n", knowledge.error().message.c_str());
    return kUnreadable;
  }
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (command == "analyze") return analyze(rest, *knowledge.value());
  if (command == "conllu") return conllu(rest, *knowledge.value());
  return wrong_usage("unknown command \"" + command + "\"");
}
