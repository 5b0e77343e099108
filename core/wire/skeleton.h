#pragma once

#include <string>
#include <string_view>

namespace brusio::wire {

/// What a name looks like, as far as ASCII goes: case is folded, 0 looks like o, 1 and | like l, m
/// like rn (UTS #39, confusables). Other characters look like themselves: programs that meet
/// people bring a whole table of their own (EngineConfig::skeleton_of).
[[nodiscard]] std::string ascii_skeleton(std::string_view name);

}  // namespace brusio::wire
