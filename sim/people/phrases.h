#pragma once

#include <cstdint>
#include <string>

namespace brusio::sim {

/// A sentence of 2 to 40 words, mostly short, some with letters beyond ASCII. The same bits give
/// the same sentence.
[[nodiscard]] std::string sentence(std::uint64_t bits);

/// A nick from a list of first names, made unique by `index`: "ada0", "bea1", ...
[[nodiscard]] std::string nick_for(std::uint32_t index);

}  // namespace brusio::sim
