#pragma once

#include <string>
#include <vector>

#include "core/training/treebank.hpp"

namespace hearsay::training {

// Learns the edits of the Lemmatizer; the bytes of the model's section.
std::string train_lemmas(const std::vector<TreebankSentence>& sentences);

}  // namespace hearsay::training
