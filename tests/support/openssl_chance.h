#pragma once

#include <cstdint>

namespace brusio::test {

/// While it lives, all that OpenSSL takes for chance in this process comes from a seed: keys,
/// signatures and nonces are the same in each run. For tests that must repeat; one at a time.
class OpensslChance {
 public:
    explicit OpensslChance(std::uint64_t seed);
    ~OpensslChance();
    OpensslChance(const OpensslChance&) = delete;
    OpensslChance& operator=(const OpensslChance&) = delete;
};

}  // namespace brusio::test
