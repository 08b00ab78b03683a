#include "core/language/simd.hpp"

// Out of line: where GCC knows the number of inputs it unrolls the loops whole and spills every sum to
// memory.
namespace hearsay::language {

void multiply(const std::int16_t* x, std::size_t rows, std::size_t inputs, const std::int16_t* weights,
              std::size_t outputs, std::int32_t* out) {
  std::size_t t = 0;
  for (; t + 2 <= rows; t += 2) {
    const std::int16_t* x0 = x + t * inputs;
    const std::int16_t* x1 = x0 + inputs;
    for (std::size_t o = 0; o < outputs; o += 4) {
      const std::int16_t* w0 = weights + o * inputs;
      const std::int16_t* w1 = w0 + inputs;
      const std::int16_t* w2 = w1 + inputs;
      const std::int16_t* w3 = w2 + inputs;
      Sum4 a0, a1, a2, a3, b0, b1, b2, b3;
      for (std::size_t i = 0; i < inputs; i += kLanes) {
        a0.add(x0 + i, w0 + i);
        a1.add(x0 + i, w1 + i);
        a2.add(x0 + i, w2 + i);
        a3.add(x0 + i, w3 + i);
        b0.add(x1 + i, w0 + i);
        b1.add(x1 + i, w1 + i);
        b2.add(x1 + i, w2 + i);
        b3.add(x1 + i, w3 + i);
      }
      totals(a0, a1, a2, a3, out + t * outputs + o);
      totals(b0, b1, b2, b3, out + (t + 1) * outputs + o);
    }
  }
  for (; t < rows; ++t) {
    const std::int16_t* x0 = x + t * inputs;
    for (std::size_t o = 0; o < outputs; o += 4) {
      const std::int16_t* w0 = weights + o * inputs;
      const std::int16_t* w1 = w0 + inputs;
      const std::int16_t* w2 = w1 + inputs;
      const std::int16_t* w3 = w2 + inputs;
      Sum4 a0, a1, a2, a3;
      for (std::size_t i = 0; i < inputs; i += kLanes) {
        a0.add(x0 + i, w0 + i);
        a1.add(x0 + i, w1 + i);
        a2.add(x0 + i, w2 + i);
        a3.add(x0 + i, w3 + i);
      }
      totals(a0, a1, a2, a3, out + t * outputs + o);
    }
  }
}

}  // namespace hearsay::language
