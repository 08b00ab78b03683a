// The same loops as in kernels.cpp, compiled for AVX2 where the build can (see CMakeLists.txt).
#include "core/language/kernels.hpp"

#if defined(__AVX2__)
#include "core/language/kernel_loops.hpp"
#endif

namespace hearsay::language {

const Kernels* avx2_kernels();

const Kernels* avx2_kernels() {
#if defined(__AVX2__)
  static constexpr Kernels kAvx2 = {multiply_packed<std::int8_t>, multiply_packed<std::int16_t>, scale,
                                    lstm_step};
  return &kAvx2;
#else
  return nullptr;
#endif
}

}  // namespace hearsay::language
