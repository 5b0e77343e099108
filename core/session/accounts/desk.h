#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/ports/hasher.h"

namespace brusio::session {

struct Stage;

/// What whoever runs the host asks about accounts, from outside the chat (`brusiod account`).
struct DeskRequest {
    enum class Verb : std::uint8_t { list, info, add, password, suspend, resume, remove, certs };

    std::uint64_t ticket = 0;  // the answer has it too
    Verb verb = Verb::list;
    std::string doer;      // who asks, for the audit ("root@control")
    std::string account;   // the name
    std::string password;  // to `add` and `password`, for a check only
    std::string email;     // to `add`; empty: none
    std::string reason;    // to `suspend` and `remove`; may be empty
    std::string duration;  // to `suspend`: "1d12h"; empty: for good
    /// What the account is to keep of the password: whoever asks makes it, after the check.
    std::optional<Credentials> credentials;
};

struct DeskAnswer {
    enum class Status : std::uint8_t {
        carried_out,
        refused,
        /// All is well so far: make credentials with that many iterations and ask again.
        wants_credentials,
    };

    std::uint64_t ticket = 0;
    Status status = Status::carried_out;
    std::vector<std::string> lines;  // what to say; one sentence if it was refused
    std::uint32_t scram_iterations = 0;
};

/// Does what is asked, as the same deed is done in the chat. Nobody's session is under way.
[[nodiscard]] DeskAnswer serve_desk(Stage& stage, const DeskRequest& request);

}  // namespace brusio::session
