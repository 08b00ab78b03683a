#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/training/examples.hpp"
#include "core/training/network.hpp"

namespace hearsay::training {

void put_u32(std::string& out, std::uint32_t value);
void put_float(std::string& out, float value);
// Averaged weights in 8 bits, one scale for each output, and biases.
void put_linear(std::string& out, const Linear& linear);

// The averaged network in 8 bits, with everything else that belongs in the model file (`dictionary`: as
// core/language/word_kinds.hpp reads it). The weights of
// embeddings are rounded to `levels` steps on either side of zero, 127 at most; fewer compress better.
std::string pack(const Network& network, const Vocabularies& vocabularies,
                 const std::vector<language::JointTag>& tags, const std::string& lemmas,
                 const std::string& dictionary, long levels);

// Sets the network to the weights of a model file of the same shape and tags, to go on from there; its
// vocabularies may be others. False where the file does not fit.
bool unpack(std::string_view file, const Vocabularies& vocabularies, Network& network);

}  // namespace hearsay::training
