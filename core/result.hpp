#pragma once

#include <string>
#include <utility>
#include <variant>

namespace hearsay {

// What can go wrong. Core never throws, aborts or prints: it returns one of these with a message.
enum class ErrorCode {
  empty_input,     // no bytes, or nothing but white space
  not_text,        // a binary file (image, archive, executable, PDF ...)
  too_large,       // more than Document::kMaxBytes of text
  malformed_json,  // .json that does not parse
  unknown_json,    // well-formed JSON that is not a CSAF document
  bad_lexicon,     // a row of a lexicon or inventory that cannot be read; the message names file and line
  bad_model,       // a model whose bytes are damaged or of another version
  bad_date,        // a date given by the user that is not YYYY-MM-DD
};

// A failure as a value. `message` is for the reader: one sentence on what is wrong, one on what to do.
struct Error {
  ErrorCode code;
  std::string message;
};

// A T, or the Error that stood in its way. (C++23's std::expected, which clang 14's library lacks.)
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): reads as a return
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  // Precondition: ok().
  [[nodiscard]] T& value() & { return *std::get_if<T>(&state_); }
  [[nodiscard]] const T& value() const& { return *std::get_if<T>(&state_); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<T>(&state_)); }
  // Precondition: !ok().
  [[nodiscard]] const Error& error() const { return *std::get_if<Error>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace hearsay
