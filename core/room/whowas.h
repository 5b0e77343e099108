#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/base/time.h"

namespace brusio::room {

/// A nick that somebody gave up by leaving or by taking another.
struct PastUser {
    Folded key;
    std::string nick;
    std::string username;
    std::string host;
    std::string realname;
    WallTime when;
    std::string account{};  // empty: a guest
    std::string address{};  // of its first link, for operators; empty: it had none
};

/// The newest past users, a bounded number of them: the oldest makes place for the next.
class Whowas {
 public:
    /// 0 entries remember nobody.
    explicit Whowas(std::size_t entries_max) : entries_max_(entries_max) {}

    void remember(PastUser user);
    /// At most `count_max` of that nick, newest first. Pointers live until the next `remember`.
    [[nodiscard]] std::vector<const PastUser*> find(const Folded& key, std::size_t count_max) const;
    [[nodiscard]] std::size_t size() const { return ring_.size(); }

    /// Asserts the bounds of the ring.
    void check_invariants() const;

 private:
    std::size_t entries_max_;
    std::size_t oldest_ = 0;  // its place once the ring is full
    std::vector<PastUser> ring_;
};

}  // namespace brusio::room
