#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/base/limits.h"
#include "core/base/time.h"
#include "core/session/accounts/try_window.h"

namespace brusio::session {

/// What there is to know of links whose address a gateway has told (gateway_login.h).
///
/// The transport holds links to limits by address, but only this knows the addresses behind a
/// gateway, so it holds them to the same limits.
class GatewayBook {
 public:
    enum class Verdict : std::uint8_t { admitted, too_many_links, too_many_new_links };

    /// Counts one more link of an address_group unless that would pass
    /// `Limits::links_per_address_max` or `new_links_per_address_max`. Each `admitted` is undone by
    /// one `release`.
    [[nodiscard]] Verdict admit(const std::string& address, const Limits& limits, MonoTime now);
    void release(const std::string& address);

    /// Was a password with this keyed hash right for this stored hash before? Then it need not be
    /// hashed again: a gateway sends the same one for each of its clients. Never for an empty
    /// proof.
    [[nodiscard]] bool knows(std::string_view password_hash, std::string_view proof) const;
    void remember(std::string_view password_hash, std::string_view proof);

    /// Addresses with links now.
    [[nodiscard]] std::size_t addresses() const { return links_.size(); }

 private:
    static constexpr std::size_t passwords_max = 256;

    std::map<std::string, std::size_t, std::less<>> links_;
    TryWindow new_links_;
    std::map<std::string, std::string, std::less<>> right_;  // proofs by stored hash
};

}  // namespace brusio::session
