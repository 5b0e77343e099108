#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/limits.h"
#include "core/session/operators/privilege_names.h"

namespace brusio::session {

/// Somebody who may run the server from inside the chat (OPER). Each operator has a name and a
/// password of their own; there is no shared one.
struct OperatorConfig {
    std::string name;
    std::string password_hash;  // as `brusiod hash-password` prints it
    std::string mask{};         // nick!user@host that may log in; empty: this machine alone
    std::string class_name{};   // what it may do; empty: everything
};

/// What operators of one kind may do.
struct OperatorClass {
    std::string name;
    PrivilegeSet privileges;
};

/// A gateway that may say where its clients come from (WEBIRC).
struct GatewayConfig {
    std::string name;
    std::string password_hash;           // as `brusiod hash-password` prints it
    std::vector<std::string> addresses;  // and ranges that it connects from
};

/// What others see of somebody's address (cloak.h).
struct CloaksConfig {
    bool enabled = false;  // needs the engine to be given a keyed hash
    std::string suffix;    // the end of every cloak; empty: made of the network's name
};

/// Whether an account has an e-mail address.
enum class EmailUse : std::uint8_t {
    off,  // none is asked for or kept
    optional,
    required,
};

/// What accounts may be and do.
struct AccountsConfig {
    bool registration = true;    // anybody may make an account (REGISTER)
    bool before_connect = true;  // also before it has become a user
    bool required = false;       // nobody is let in who has not logged in
    bool stay_in_rooms = true;   // members stay members while none of their sessions is there
    bool stay_by_choice = true;  // unless they have chosen otherwise (PERSISTENCE)
    std::size_t password_bytes_min = 8;
    /// Of the SCRAM keys of new passwords: RFC 7677 asks for 4096 or more; this is what OWASP
    /// says for PBKDF2 with HMAC-SHA-256.
    std::uint32_t scram_iterations = 600'000;
    EmailUse email = EmailUse::off;  // otherwise there is somebody who sends mails
    /// A program answers for the passwords of names that have none here (HashWork, AskProgram).
    bool program_answers = false;
    bool program_makes_accounts = true;  // of those whom it knows and we do not
};

/// What the person who runs the server decides. Read from the configuration file by the server
/// and made by hand in tests; a reload replaces it whole.
struct ServerConfig {
    std::string name = "brusio.localhost";  // a host name: one dot or more, no space
    std::string network = "Brusio";
    std::string description = "a Brusio chat server";
    std::string version = "brusio";
    std::string icon;      // a URL of a picture (IRCv3 draft/ICON); empty: none
    std::string filehost;  // where clients upload files (IRCv3 draft/FILEHOST); empty: none
    std::vector<std::string> motd;   // one line each
    std::vector<std::string> admin;  // location, organisation, e-mail address
    std::string password_hash;       // empty: no password is asked
    std::vector<OperatorConfig> operators;
    std::vector<OperatorClass> operator_classes;
    bool oper_needs_tls = true;  // OPER over TLS or from this machine alone
    std::vector<GatewayConfig> gateways;
    std::string plain_room = "#lobby";  // where users of the plain protocol meet
    std::uint16_t sts_port = 0;         // where links with TLS are taken (IRCv3 sts); 0: no policy
    Duration sts_duration{0};           // how long clients keep to it; 0 takes it back
    bool history_for_new_members = false;      // do they see what was said before they came?
    std::vector<std::string> permanent_rooms;  // stay when nobody is in them
    std::vector<std::string> room_operators;   // accounts that run the rooms of the server
    std::string room_modes = "nt";  // what a new room begins with; letters of room_flag_letters()
    AccountsConfig accounts;
    CloaksConfig cloaks;
    Limits limits;
};

}  // namespace brusio::session
