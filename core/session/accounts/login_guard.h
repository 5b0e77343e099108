#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/session/accounts/try_window.h"

namespace brusio::session {

/// What addresses are counted as one: an IPv4 address, or the /64 of an IPv6 address.
[[nodiscard]] std::string address_group(std::string_view address);

/// One try to log in: from where, and as whom, whether there is such an account or not.
struct LoginTry {
    std::string address;  // an address_group
    Folded name;
};

/// Slows those who guess passwords. Tries that fail count, by address and by the name that was
/// tried; a name's tries do not count for addresses from which its owner has logged in before, so
/// that nobody can lock anybody out.
class LoginGuard {
 public:
    enum class Verdict : std::uint8_t { go_on, too_many };

    /// A try begins. It counts at once, so that tries side by side count too; a right password
    /// takes it back.
    [[nodiscard]] Verdict begin(const LoginTry& login, const Limits& limits, MonoTime now);
    void succeeded(const LoginTry& login);
    /// The hasher had no time: it was no try at all.
    void not_tried(const LoginTry& login);

    /// May this address register another account now? Counts it if so.
    [[nodiscard]] Verdict begin_registration(const std::string& address, const Limits& limits,
                                             MonoTime now);
    /// The account is gone: its addresses are forgotten.
    void forget(const Folded& name) { known_.erase(name); }

    void check_invariants() const;

 private:
    [[nodiscard]] bool is_known(const LoginTry& login) const;

    static constexpr std::size_t known_addresses_max = 8;  // of one account, the newest

    TryWindow by_address_;
    TryWindow by_name_;
    TryWindow registrations_;
    std::map<Folded, std::vector<std::string>> known_;
};

}  // namespace brusio::session
