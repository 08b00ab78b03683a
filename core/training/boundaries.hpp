#pragma once

#include <string>
#include <vector>

#include "core/training/examples.hpp"

namespace hearsay::training {

// Learns the linear model of sentence ends; the bytes of the model's section.
std::string train_boundaries(const std::vector<Paragraph>& paragraphs, Random& random);

}  // namespace hearsay::training
