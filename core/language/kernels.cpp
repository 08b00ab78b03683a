#include "core/language/kernel_loops.hpp"

namespace hearsay::language {

const Kernels* avx2_kernels();  // kernels_avx2.cpp; null where it was built for another processor

const Kernels& portable_kernels() {
  static constexpr Kernels kPortable = {multiply_packed<std::int8_t>, multiply_packed<std::int16_t>, scale,
                                        lstm_step};
  return kPortable;
}

const Kernels& kernels() {
#if defined(__x86_64__) && defined(__GNUC__)
  if (const Kernels* fast = avx2_kernels(); fast != nullptr && __builtin_cpu_supports("avx2")) return *fast;
#endif
  return portable_kernels();
}

}  // namespace hearsay::language
