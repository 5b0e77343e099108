#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/ids.h"

namespace brusio::session {

/// The sender's own name for a message: "phone-42". A device counts its messages up and never uses
/// a number twice, so that one number tells what it has sent (brusio/exactly-once).
struct ClientMessageId {
    std::string device;  // 1 to 32 letters and digits
    std::uint64_t count = 0;

    /// None if the text is no such id.
    [[nodiscard]] static std::optional<ClientMessageId> parse(std::string_view text);
    /// As it is kept: the ids of a device sort by their counts.
    [[nodiscard]] std::string key() const;
};

/// How far the devices of accounts have counted. Knows what this start of the server has seen; what
/// came before, the store is asked for.
class DeviceBook {
 public:
    enum class Verdict : std::uint8_t {
        fresh,         // nothing with this id was ever kept
        unknown,       // ask the store for the device's last id
        maybe_before,  // ask the store for this id
    };
    [[nodiscard]] Verdict judge(AccountId account, const ClientMessageId& id) const;

    /// The store's last id of the device; 0 if it has none.
    void learn(AccountId account, const std::string& device, std::uint64_t last);
    /// The store has nothing with this id: the next to ask is told that it is fresh.
    void clear(AccountId account, const ClientMessageId& id);
    /// A message with this id is on its way to the store.
    void take(AccountId account, const ClientMessageId& id);
    /// The account is gone.
    void forget(AccountId account);

    void check_invariants() const;

 private:
    using Key = std::pair<AccountId, std::string>;
    struct Device {
        std::uint64_t last = 0;
        std::uint64_t cleared = 0;      // 0: none
        std::set<std::uint64_t> later;  // taken when these or greater ones had been
    };
    /// So many devices are remembered; those that were met longest ago are asked for again.
    static constexpr std::size_t devices_max = 10'000;

    std::map<Key, Device> devices_;
    std::deque<Key> by_age_;
};

}  // namespace brusio::session
