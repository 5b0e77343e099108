#pragma once

#include <string>

namespace brusio::client {

/// Somebody whose words are not wanted.
struct IgnoredPerson {
    std::string account;  ///< whoever is logged in to it; "" goes by `mask`
    std::string mask;     ///< "nick!user@host", in which * and ? stand for anything
};

}  // namespace brusio::client
