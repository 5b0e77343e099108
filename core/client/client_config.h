#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/client/client_limits.h"
#include "core/client/client_store.h"
#include "core/client/secret.h"

namespace brusio::client {

/// A room to be in, with the key that opens it ("" if none).
struct RoomToJoin {
    std::string name;
    std::string key;
};

/// Whether a CTCP VERSION request is answered with ClientConfig::version.
enum class VersionReply { answer, silent };

/// Whether every protocol line becomes a LogLine event. Costs a copy of each line.
enum class ProtocolLog { off, on };

/// Whether an account is there already.
enum class AccountEntry {
    log_in,
    make_first,  ///< REGISTER it at the first connection; from then on as log_in
};

/// The account to be logged in to. Its password goes out only where nobody else can read along
/// (LinkPrivacy::sealed).
struct AccountAccess {
    std::string name;  ///< "" goes without an account
    Secret password;
    AccountEntry entry = AccountEntry::log_in;
    std::string email;  ///< for make_first; "" for none
};

/// Whom to be and where. `server` is opaque here: it comes back in OpenConnection for the driver
/// ("ircs://chat.example:6697", a simulated port, anything).
struct ClientConfig {
    std::string server;
    std::string nick;
    std::vector<std::string> nick_alternatives;  ///< tried in order while `nick` is taken
    std::string username;                        ///< "" takes the nick
    std::string realname;                        ///< "" takes the nick
    std::string password;                        ///< of the server; "" sends no PASS
    AccountAccess account;
    /// Names this start of this program in the messages it sends, so that the server tells what is
    /// sent again from what is said twice: letters and digits, 32 at most, never used by another
    /// start. "" does without: what is in doubt after a broken link fails.
    std::string device;
    /// Chance for SCRAM, printable and without a comma, never used for another connect(). "" if the
    /// driver does not answer ProveSecret: the password goes as PLAIN then.
    std::string scram_nonce;
    std::vector<RoomToJoin> rooms;
    /// Client::heard_until() of the last time we were here: what was said since is news. 0 if this
    /// is the first time.
    WallTime heard_until;
    /// ClientStore::bounds() of the store of this account on this server, which has to be the same
    /// one for as long as conversations are kept open; none if there is no store.
    std::optional<StoredBounds> stored;
    /// Whether conversations are closed on the way also where they could go on.
    bool begins_anew = false;
    std::string version = "Brusio";
    VersionReply version_reply = VersionReply::answer;
    ProtocolLog protocol_log = ProtocolLog::off;
    ClientLimits limits;
};

/// Whether who connects with `after` goes on with the conversations of `before`: on the same
/// server, as the same account or as a guest who has got one.
[[nodiscard]] inline bool keeps_conversations(const ClientConfig& before,
                                              const ClientConfig& after) {
    return !after.begins_anew && before.server == after.server &&
           (before.account.name.empty() || before.account.name == after.account.name);
}

}  // namespace brusio::client
