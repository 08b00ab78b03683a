#pragma once

#include <vector>

#include "core/language/language.hpp"
#include "core/language/lemmatizer.hpp"
#include "core/language/network.hpp"
#include "core/language/word_kinds.hpp"

namespace hearsay::language {

struct JointTag {
  Upos upos;
  Xpos xpos;
};

struct Model::Impl {
  Network network;
  std::vector<JointTag> joint_tags;
  Lemmatizer lemmatizer;
  WordKinds dictionary;
};

}  // namespace hearsay::language
