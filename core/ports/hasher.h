#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/base/ids.h"
#include "core/ports/records.h"

namespace brusio {

// What the core wants done with secrets. It has no cryptography of its own: it asks, and goes on.

/// Does `password` match the argon2id text `hash`? An empty hash matches nothing and costs as much
/// as any other, so that an unknown account cannot be told from a wrong password by the clock.
struct CheckPassword {
    std::string hash;
    std::string password;  // from the peer
};

/// What an account keeps of a new password.
struct MakeCredentials {
    std::string password;
    std::uint32_t scram_iterations = 0;  // 4096 or more (RFC 7677 section 4)
};

/// A nonce for one SCRAM exchange, and the salt that this server shows for a name that has no
/// account: the same for the same name, so that repeating the question tells nothing.
struct BeginScram {
    std::string name;
};

/// Is `proof` the ClientProof of RFC 5802 section 3 for these keys and this AuthMessage?
struct CheckScramProof {
    ScramKeys keys;  // without a stored key nothing matches
    std::string auth_message;
    std::string proof;  // 32 bytes
};

/// Does the program that whoever runs the server has named for it know this account and password?
/// All texts are without line feeds, carriage returns and NUL.
struct AskProgram {
    std::string account;  // as the peer gave it; a name that could be one
    std::string password;
    std::string address;  // of the peer
};

using HashWork =
    std::variant<CheckPassword, MakeCredentials, BeginScram, CheckScramProof, AskProgram>;

struct HashJob {
    HashJobId id;
    HashWork work;
};

/// To CheckPassword.
struct PasswordVerdict {
    bool matches = false;
};

/// To MakeCredentials.
struct Credentials {
    std::string password_hash;  // argon2id
    ScramKeys scram;
};

/// To BeginScram.
struct ScramChallenge {
    std::string nonce;      // printable, without a comma
    std::string fake_salt;  // as long as a real one
};

/// To CheckScramProof.
struct ScramVerdict {
    bool matches = false;
    std::string server_signature;  // 32 bytes; empty unless it matches
};

/// To AskProgram.
struct ProgramVerdict {
    bool matches = false;
    std::string account{};  // whose account it is, unchecked; empty: the one that was asked for
};

/// To any of them: too many jobs wait already, or the program failed; this one was not done.
struct HasherBusy {};

using HashResult = std::variant<HasherBusy, PasswordVerdict, Credentials, ScramChallenge,
                                ScramVerdict, ProgramVerdict>;

struct HashAnswer {
    HashJobId id;
    HashResult result;
};

/// Works with secrets off the driver's thread. A bounded number of slow jobs runs at a time, a
/// bounded number waits, and those beyond are answered HasherBusy. Called from the driver's
/// thread; never blocks, never throws; wakes its driver when an answer can be collected.
class Hasher {
 public:
    virtual ~Hasher() = default;
    virtual void submit(HashJob job) = 0;
    /// Appends the answers that have come since the last call to `answers`.
    virtual void collect(std::vector<HashAnswer>& answers) = 0;
};

}  // namespace brusio
