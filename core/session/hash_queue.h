#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/time.h"
#include "core/session/pending_work.h"

namespace brusio::session {

/// A job that waits for its turn at the hasher.
struct WaitingWork {
    PendingWork pending;
    HashWork work;
    MonoTime since{};
    bool has_failed = false;  // its link, at a try before
};

/// What waits for the hasher, in a fair order: those who have been let in from their address before
/// and all others take turns, so do the addresses among each, and the names at an address; links
/// that have failed come after those that have not. The same inputs give the same order.
class HashQueue {
 public:
    using Predicate = std::function<bool(const WaitingWork&)>;

    void add(WaitingWork work);
    /// Takes out the next one that may start, of those whose turn comes next. Of tries of one name
    /// at one address only the first is asked about: the others are no different.
    [[nodiscard]] std::optional<WaitingWork> take_next(const Predicate& may_start);
    /// Takes out what fits, in the order of asking. O(all).
    [[nodiscard]] std::vector<WaitingWork> take_all(const Predicate& fits);
    /// Takes out one of the address that waits for most: of the name with most, the newest. Not on
    /// an empty queue. O(addresses).
    [[nodiscard]] WaitingWork take_excess();
    /// Forgets what a link waits for.
    void remove(LinkId link);
    /// How many wait from one address for one name.
    [[nodiscard]] std::size_t count_alike(const LoginTry& login) const;

    [[nodiscard]] std::size_t size() const { return places_.size(); }
    /// Since when the first of all has waited; none if nobody waits.
    [[nodiscard]] std::optional<MonoTime> oldest() const;
    /// Asserts that the indices agree. O(all).
    void check_invariants() const;

 private:
    /// Links that have failed stand behind those that have not.
    using NameKey = std::pair<bool, std::string>;
    struct Lane {
        std::map<NameKey, std::deque<WaitingWork>> names;
        std::array<std::string, 2> last;  // whose turn it was, of either kind
        std::size_t count = 0;
    };
    struct Side {
        std::map<std::string, Lane> lanes;  // by address
        std::string last;                   // whose turn it was
    };
    struct Place {
        std::size_t side = 0;
        std::string address;
        NameKey name;
        LinkId link;
        MonoTime since;
    };
    using Lanes = std::map<std::string, Lane>;
    using Names = std::map<NameKey, std::deque<WaitingWork>>;

    [[nodiscard]] static Place place_of(const WaitingWork& work);
    [[nodiscard]] std::optional<HashJobId> next_in(const Lane& lane,
                                                   const Predicate& may_start) const;
    [[nodiscard]] std::optional<HashJobId> next_on(const Side& side,
                                                   const Predicate& may_start) const;
    [[nodiscard]] WaitingWork take(HashJobId job);

    std::array<Side, 2> sides_;          // those who are known where they are, and all others
    std::size_t turn_ = 0;               // of the sides
    std::map<HashJobId, Place> places_;  // in the order of asking
};

/// What will not be looked at, and what to say instead.
struct RefusedWork {
    PendingWork pending;
    WorkResult result;
};

/// Whose turn it is at the hasher, see ask_hasher.h.
struct HashTurns {
    HashQueue queue;
    std::vector<RefusedWork> refused;  // at once, but answered in their turn
    std::vector<LoginTry> worn_out;    // of these there were too many just now
    std::size_t running = 0;           // of those that had to wait for a turn
    std::size_t programs_running = 0;  // likewise, of those that a program answers
    std::optional<MonoTime> wake_at;   // when a pause ends
    bool is_due = false;               // something has changed
};

}  // namespace brusio::session
