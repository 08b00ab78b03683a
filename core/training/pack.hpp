#pragma once

#include <string>
#include <vector>

#include "core/training/examples.hpp"
#include "core/training/network.hpp"

namespace hearsay::training {

// The averaged network in 8 bits, with everything else that belongs in the model file.
std::string pack(const Network& network, const Vocabularies& vocabularies,
                 const std::vector<language::JointTag>& tags, const std::string& lemmas,
                 const std::string& boundaries);

}  // namespace hearsay::training
