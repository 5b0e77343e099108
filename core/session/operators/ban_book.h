#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ip_address.h"
#include "core/ports/records.h"
#include "core/session/operators/ban_subject.h"

namespace brusio::session {

/// All bans of the server. An address is looked for among thousands of them without a walk: once
/// for each length of ranges that there is. Masks and real names are patterns and are tried one
/// by one, which is why that happens once a person, when it registers.
class BanBook {
 public:
    using Key = std::pair<BanKind, std::string>;

    void restore(const std::vector<BanRecord>& bans);
    /// Adds it, or takes the place of what has that kind and subject.
    void put(const BanRecord& ban);
    /// False if there is none.
    bool remove(BanKind kind, const std::string& subject);
    /// Takes out what has ended by `now`.
    [[nodiscard]] std::vector<BanRecord> take_ended(WallTime now);
    /// When the next one ends; nothing if none ever does.
    [[nodiscard]] std::optional<WallTime> next_end() const;

    /// Null if there is none. What has ended and was not taken out yet is passed over by all.
    [[nodiscard]] const BanRecord* find(BanKind kind, const std::string& subject,
                                        WallTime now) const;
    [[nodiscard]] const BanRecord* find_address(const IpAddress& address, WallTime now) const;
    /// By address, account, mask or real name, in this order.
    [[nodiscard]] const BanRecord* find_person(const Person& person, WallTime now) const;

    [[nodiscard]] std::size_t size() const { return bans_.size(); }
    /// By kind, then by subject.
    [[nodiscard]] const std::map<Key, BanRecord>& all() const { return bans_; }
    /// Asserts that all indices agree. O(bans).
    void check_invariants() const;

 private:
    void count_range(const BanRecord& ban, int by);
    [[nodiscard]] const BanRecord* find_pattern(BanKind kind, const Person& person,
                                                WallTime now) const;

    std::map<Key, BanRecord> bans_;
    std::set<std::pair<WallTime, Key>> ends_;  // of those that end
    std::array<std::uint32_t, 33> ipv4_{};     // how many ranges of each length
    std::array<std::uint32_t, 129> ipv6_{};
};

}  // namespace brusio::session
