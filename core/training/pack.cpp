#include "core/training/pack.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace hearsay::training {

void put_u32(std::string& out, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
}

void put_float(std::string& out, float value) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &value, 4);
  put_u32(out, bits);
}

namespace {

using namespace language;

void put_quantised(std::string& out, float value, float scale, long levels = 127) {
  const long q = std::lround(value / scale);
  out.push_back(static_cast<char>(static_cast<std::int8_t>(std::clamp(q, -levels, levels))));
}

// The size that only one weight in ten thousand exceeds; those are cut to it.
float top(const std::vector<float>& weights) {
  std::vector<float> sizes(weights.size());
  std::transform(weights.begin(), weights.end(), sizes.begin(), [](float w) { return std::fabs(w); });
  const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size() - 1) * 0.9999);
  std::nth_element(sizes.begin(), sizes.begin() + at, sizes.end());
  return std::max(sizes[static_cast<std::size_t>(at)], 1e-6F);
}

// Rows [out][in] of 8-bit weights, one scale a row. [in x out] in the trainer.
void put_matrix(std::string& out, const Matrix& w) {
  for (std::size_t o = 0; o < w.cols; ++o) {
    float largest = 1e-6F;
    for (std::size_t i = 0; i < w.rows; ++i) largest = std::max(largest, std::fabs(w[i][o]));
    put_float(out, largest / 127);
  }
  for (std::size_t o = 0; o < w.cols; ++o) {
    float largest = 1e-6F;
    for (std::size_t i = 0; i < w.rows; ++i) largest = std::max(largest, std::fabs(w[i][o]));
    for (std::size_t i = 0; i < w.rows; ++i) put_quantised(out, w[i][o], largest / 127);
  }
}

void put_floats(std::string& out, const Matrix& w) {
  for (const float value : w.v) put_float(out, value);
}

// A table of embeddings: the scale goes before the rows, `between` after the scale.
void put_table(std::string& out, const Matrix& table, long levels, const std::string& between) {
  const float scale = top(table.v) / static_cast<float>(levels);
  put_float(out, scale);
  out += between;
  for (const float value : table.v) put_quantised(out, value, scale, levels);
}

std::string vocabulary(const Parameter& embedding, const std::vector<std::uint32_t>& keys, long levels) {
  std::string between;
  put_u32(between, 0);
  for (const std::uint32_t key : keys) put_u32(between, key);
  std::string out;
  put_u32(out, static_cast<std::uint32_t>(keys.size()));
  put_u32(out, static_cast<std::uint32_t>(embedding.mean.cols));
  put_table(out, embedding.mean, levels, between);
  return out;
}

}  // namespace

void put_linear(std::string& out, const Linear& linear) {
  put_matrix(out, linear.w.mean);
  put_floats(out, linear.b.mean);
}

std::string pack(const Network& network, const Vocabularies& vocabularies, const std::vector<JointTag>& tags,
                 const std::string& lemmas, const std::string& dictionary, long levels) {
  std::vector<std::pair<std::string, std::string>> sections;
  std::string pairs;
  for (const JointTag& tag : tags) {
    pairs.push_back(static_cast<char>(tag.upos));
    pairs.push_back(static_cast<char>(tag.xpos));
  }
  sections.emplace_back("JTAG", pairs);
  sections.emplace_back("LEMM", lemmas);
  sections.emplace_back("KIND", dictionary);
  for (std::size_t k = 0; k < kVocabularies; ++k) {
    sections.emplace_back("VOC" + std::to_string(k),
                          vocabulary(network.embeddings[k], vocabularies.keys(k), levels));
  }
  std::string net;
  for (const auto* layer : {&network.first, &network.second}) {
    for (const Lstm& lstm : *layer) {
      put_linear(net, lstm.in);
      put_matrix(net, lstm.recurrent.mean);
    }
  }
  put_linear(net, network.tagger);
  put_linear(net, network.arc_dependent);
  put_linear(net, network.arc_head);
  put_linear(net, network.rel_dependent);
  put_linear(net, network.rel_head);
  put_linear(net, network.rel_out);
  put_matrix(net, network.arc_product.mean);
  put_floats(net, network.arc_bias.mean);
  put_floats(net, network.distance.mean);
  put_floats(net, network.root.mean);
  sections.emplace_back("NETW", net);
  return write_sections(sections);
}

namespace {

void read_floats(ModelReader& in, Parameter& parameter) {
  for (float& value : parameter.w.v) value = in.real();
}

void read_matrix(ModelReader& in, Parameter& parameter) {
  Matrix& w = parameter.w;
  std::vector<float> scales;
  for (std::size_t o = 0; o < w.cols; ++o) scales.push_back(in.real());
  const std::string_view bytes = in.bytes(w.rows * w.cols);
  if (!in.ok()) return;
  for (std::size_t o = 0; o < w.cols; ++o) {
    for (std::size_t i = 0; i < w.rows; ++i) {
      w[i][o] = static_cast<float>(static_cast<signed char>(bytes[o * w.rows + i])) * scales[o];
    }
  }
}

void read_linear(ModelReader& in, Linear& linear) {
  read_matrix(in, linear.w);
  read_floats(in, linear.b);
}

bool read_table(ModelReader& in, Matrix& table, float scale) {
  const std::string_view bytes = in.bytes(table.v.size());
  if (!in.ok()) return false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    table.v[i] = static_cast<float>(static_cast<signed char>(bytes[i])) * scale;
  }
  return true;
}

}  // namespace

bool unpack(std::string_view file, const Vocabularies& vocabularies, Network& network) {
  for (std::size_t k = 0; k < kVocabularies; ++k) {
    ModelReader in(find_section(file, "VOC" + std::to_string(k)));
    Matrix& w = network.embeddings[k].w;
    const std::uint32_t count = in.number();
    const std::uint32_t size = in.number();
    const float scale = in.real();
    in.number();
    if (!in.ok() || size != w.cols) return false;
    std::vector<std::uint32_t> keys;
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) keys.push_back(in.number());
    Matrix table(count + std::size_t{1}, size);
    if (!read_table(in, table, scale)) return false;
    // What the file does not know begins as it would treat it: as unknown.
    for (std::size_t r = 0; r < w.rows; ++r) std::copy(table[0], table[0] + size, w[r]);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (const std::uint32_t row = vocabularies.row(k, keys[i]); row != 0)
        std::copy(table[i + 1], table[i + 1] + size, w[row]);
    }
  }
  ModelReader in(find_section(file, "NETW"));
  for (auto* layer : {&network.first, &network.second}) {
    for (Lstm& lstm : *layer) {
      read_linear(in, lstm.in);
      read_matrix(in, lstm.recurrent);
    }
  }
  for (Linear* linear : {&network.tagger, &network.arc_dependent, &network.arc_head, &network.rel_dependent,
                         &network.rel_head, &network.rel_out}) {
    read_linear(in, *linear);
  }
  read_matrix(in, network.arc_product);
  for (Parameter* parameter : {&network.arc_bias, &network.distance, &network.root})
    read_floats(in, *parameter);
  for (auto& [name, parameter] : network.parameters()) {
    parameter->mean = parameter->w;
    parameter->refresh();
  }
  return in.ok();
}

}  // namespace hearsay::training
