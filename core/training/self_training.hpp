#pragma once

#include <string>
#include <vector>

#include "core/training/treebank.hpp"

namespace hearsay::training {

// Sentences of the text in the file `path`, as the first of `models` (bytes of model files, two or more)
// reads them: those that all models cut alike and read alike in most words. An empty result where the file
// cannot be read.
std::vector<TreebankSentence> agreed_sentences(const std::string& path,
                                               const std::vector<std::string>& models);

}  // namespace hearsay::training
