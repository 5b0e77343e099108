#pragma once

#include <string>
#include <vector>

#include "core/base/ids.h"

namespace brusio {

/// Does `password` match the stored `hash`? Slow on purpose, so it is asked, not called.
struct HashJob {
    HashJobId id;
    std::string hash;      // as `brusiod hash-password` printed it
    std::string password;  // from the peer
};

struct HashAnswer {
    HashJobId id;
    bool matches = false;
};

/// Checks passwords off the driver's thread. A bounded number of jobs runs at a time; the others
/// wait. Called from the driver's thread; never blocks, never throws; wakes its driver when an
/// answer can be collected.
class Hasher {
 public:
    virtual ~Hasher() = default;
    virtual void submit(HashJob job) = 0;
    /// Appends the answers that have come since the last call to `answers`.
    virtual void collect(std::vector<HashAnswer>& answers) = 0;
};

}  // namespace brusio
