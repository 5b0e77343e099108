#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/limits.h"

namespace brusio::session {

/// Somebody who may run the server from inside the chat (OPER). Each operator has a name and a
/// password of their own; there is no shared one.
struct OperatorConfig {
    std::string name;
    std::string password_hash;   // as `brusiod hash-password` prints it
    std::string mask = "*!*@*";  // nick!user@host masks that may log in as this operator
};

/// What the person who runs the server decides. Read from the configuration file by the server
/// and made by hand in tests; a reload replaces it whole.
struct ServerConfig {
    std::string name = "brusio.localhost";  // a host name: one dot or more, no space
    std::string network = "Brusio";
    std::string description = "a Brusio chat server";
    std::string version = "brusio";
    std::vector<std::string> motd;   // one line each
    std::vector<std::string> admin;  // location, organisation, e-mail address
    std::string password_hash;       // empty: no password is asked
    std::vector<OperatorConfig> operators;
    std::string plain_room = "#lobby";  // where users of the plain protocol meet
    std::uint16_t sts_port = 0;         // where links with TLS are taken (IRCv3 sts); 0: no policy
    Duration sts_duration{0};           // how long clients keep to it; 0 takes it back
    bool history_for_new_members = false;  // do they see what was said before they came?
    std::string room_modes = "nt";  // what a new room begins with; letters of room_flag_letters()
    Limits limits;
};

}  // namespace brusio::session
