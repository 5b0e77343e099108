#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/session/accounts/login_try.h"
#include "core/session/accounts/try_window.h"

namespace brusio::session {

/// What addresses are counted as one: an IPv4 address, or the /64 of an IPv6 address.
[[nodiscard]] std::string address_group(std::string_view address);

/// Slows those who guess passwords, and nobody else. A try counts when it turned out to be wrong;
/// how many are under way is bounded by how many more may be wrong.
///
/// - A name may be tried wrongly so often an hour, and so often a minute from one address; further
///   tries are refused unread.
/// - An address may fail at so many names a minute; further names wait their turn, one at a time,
///   with pauses that grow up to a share of the minute.
/// - From an address where its owner has logged in before, a name is not held to what happens at
///   other names or addresses; what is wrong there makes the next ones wait, and refuses none.
///
/// So nobody can lock out anybody who has been there before, and at an address with somebody who
/// guesses the others get in a little later.
class LoginGuard {
 public:
    enum class Turn : std::uint8_t { now, later, never };
    struct Verdict {
        Turn turn = Turn::now;
        /// When to ask again if it is `later`; none: when a try ends.
        std::optional<MonoTime> at{};
    };

    /// May this try be looked at?
    [[nodiscard]] Verdict judge(const LoginTry& login, const Limits& limits, MonoTime now);
    /// It is being looked at from now on; each begin has its end.
    void begin(const LoginTry& login);
    void end(const LoginTry& login, TryEnd end, MonoTime now);
    /// True if the wrong tries of `login` have just become too many: those who wait for the same
    /// are told so.
    [[nodiscard]] bool just_too_many(const LoginTry& login, const Limits& limits, MonoTime now);

    /// Has this operator shown the right password from there, since the start?
    [[nodiscard]] bool is_known_operator(const std::string& address, const Folded& name) const;

    /// May this address register another account now? Counts it if so; one that came to nothing
    /// shall not count.
    [[nodiscard]] bool begin_registration(const std::string& address, const Limits& limits,
                                          MonoTime now);
    void forget_registration(const std::string& address) { registrations_.forgive(address); }

    [[nodiscard]] std::size_t under_way() const { return under_way_total_; }
    void check_invariants() const;

 private:
    using Counts = std::map<std::string, std::size_t, std::less<>>;

    [[nodiscard]] Verdict judge_known(const LoginTry& login, const Limits& limits, MonoTime now);
    [[nodiscard]] Verdict judge_unknown(const LoginTry& login, const Limits& limits, MonoTime now);

    TryWindow by_pair_;  // of address and name, within the address's window
    TryWindow by_name_;  // within the name's window; of known ones by pair
    TryWindow registrations_;
    Counts under_way_;  // by pair, by name and by address
    std::size_t under_way_total_ = 0;
    std::map<Folded, std::vector<std::string>> operators_;  // the addresses of each, oldest first
};

/// Notes an address in a list of the newest few, oldest first; false if it is there already.
bool note_address(std::vector<std::string>& addresses, const std::string& address);

}  // namespace brusio::session
