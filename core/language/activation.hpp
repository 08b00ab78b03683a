#pragma once

// The nonlinearities of the networks, made of additions, multiplications and one division, so that native and
// wasm give the same bits (libm's tanh and exp differ from one library to the next).
namespace hearsay::language {

// Padé approximant of order [5/4], within 0.0005 of tanh; reaches 1 at about 3.646.
inline float tanh(float x) {
  const float limited = x < -3.646F ? -3.646F : x > 3.646F ? 3.646F : x;
  const float square = limited * limited;
  const float y =
      limited * (945.0F + square * (105.0F + square)) / (945.0F + square * (420.0F + square * 15.0F));
  return y < -1.0F ? -1.0F : y > 1.0F ? 1.0F : y;
}

inline float sigmoid(float x) {
  return 0.5F + 0.5F * tanh(0.5F * x);
}

}  // namespace hearsay::language
