#pragma once

#include <array>

#include "core/actors/mentions.hpp"

// What the words around a name say of what it names: "payroll provider Lumen", "Lumen's founder", "the Lumen
// malware", "a crew that calls itself Lumen".
namespace hearsay::actors {

// The sides between which the signs of a name decide.
enum class Side : std::uint8_t { person, body, product, crew };
inline constexpr std::size_t kSides = 4;

struct Signs {
  std::array<int, kSides> of{};
  std::array<const char*, kSides> why{};  // the first reason for each side; null: none
  int no_person = 0;                      // "Lumen, which ...": not a person, whatever else
  bool body_by_name = false;              // "Marram Sentinel": its last word is a body's
  int made = 0;                           // "EdgeGate": capitals inside
  int speaks = 0;                         // places where it says or thinks something
  int located = 0;                        // "in Lumen", "from Lumen"
  int heard = 0;                          // "told Lumen", "seen by Lumen": more than once, of a news medium
  bool prints = false;                    // "reports in Lumen"
  int acts = 0;                           // places where it is a subject
  bool malicious = false;                 // the text calls it malware
  bool full_person = false;               // a first name stands before it somewhere
  // What nouns say of a body: "the daily Lumen". The first one counts.
  std::optional<NounClass> called;

  [[nodiscard]] int operator[](Side side) const { return of[static_cast<std::size_t>(side)]; }
  void say(Side side, int weight, const char* reason);
};

// Adds what one mention says.
void read_signs(const Reading& reading, const Found& name, Signs& signs);

// "the crew known as Lumen", "an implant we call Lumen": the noun for what the name is given to. `verb`, if
// not null, is set to the verb that gives it. kNoToken: no verb does.
[[nodiscard]] TokenIndex named_noun(const Reading& reading, const Found& name, TokenIndex* verb = nullptr);

// "EdgeGate", "iPhone": made up by a maker. Not "McBrell", "DeBrell".
[[nodiscard]] bool has_inner_capital(std::string_view text);

}  // namespace hearsay::actors
