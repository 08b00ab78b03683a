#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/training/examples.hpp"
#include "core/training/network.hpp"

namespace hearsay::training {

// The averaged network in 8 bits, with everything else that belongs in the model file.
std::string pack(const Network& network, const Vocabularies& vocabularies,
                 const std::vector<language::JointTag>& tags, const std::string& lemmas);

// Sets the network to the weights of a model file made from the same treebanks, to go on from there. False
// where the file does not fit.
bool unpack(std::string_view file, Network& network);

}  // namespace hearsay::training
