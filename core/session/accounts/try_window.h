#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace brusio::session {

/// Counts tries by a text (an address, a name) within a window of time. Of all texts together it
/// remembers a bounded number of tries: the oldest make place for new ones.
class TryWindow {
 public:
    /// The tries of one text, or the texts with one beginning.
    struct Count {
        std::size_t count = 0;
        MonoTime newest{};  // of the tries; of no meaning without one
    };

    /// How many tries of `key` are within the last `window`.
    [[nodiscard]] Count tries_of(std::string_view key, MonoTime now, Duration window);
    /// How many keys that begin with `prefix` have tries within the last `window`.
    [[nodiscard]] Count keys_under(std::string_view prefix, MonoTime now, Duration window);
    void note(std::string_view key, MonoTime now);
    /// The newest try of `key` shall not count, if it is still remembered.
    void forgive(std::string_view key);

    [[nodiscard]] std::size_t size() const { return tries_.size(); }
    /// Asserts that tries and counts agree. O(tries).
    void check_invariants() const;

 private:
    struct Try {
        MonoTime when;
        std::string key;
    };
    void drop(std::deque<Try>::iterator at);
    void drop_old(MonoTime now, Duration window);

    static constexpr std::size_t tries_max = 50'000;

    std::deque<Try> tries_;  // oldest first
    std::map<std::string, Count, std::less<>> counts_;
};

}  // namespace brusio::session
