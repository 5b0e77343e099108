#pragma once

#include <cstdint>
#include <string>

namespace brusio::session {

/// Makes message ids (IRCv3 message-ids): the epoch of this start of the server, then a counter.
/// Unique for ever as long as no two starts share an epoch; ids of one start sort by time.
class MessageIds {
 public:
    explicit MessageIds(std::uint64_t epoch);
    /// 13 characters of epoch and 8 or more of counter, all of [0-9a-v].
    [[nodiscard]] std::string next();

 private:
    std::string epoch_;
    std::uint64_t counter_ = 0;
};

}  // namespace brusio::session
