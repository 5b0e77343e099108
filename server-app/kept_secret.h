#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace brusio::server {

/// What a secret is for; each purpose has one of its own.
enum class SecretFor : std::uint8_t {
    unknown_names,  // the file `secret`: what SCRAM answers for a name that is none
    cloaks,         // the file `cloak-key`: what addresses look like
};

/// 32 bytes that nobody outside can foresee and that stay the same from start to start: a file in
/// the data directory, for its owner alone, made if it is not there. The error is a sentence.
[[nodiscard]] Result<std::string, std::string> kept_secret(const std::string& folder,
                                                           SecretFor purpose);

}  // namespace brusio::server
