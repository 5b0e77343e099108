#pragma once

#include <string>
#include <vector>

namespace brusio::server {

/// How mails leave: by a relay or by a program, or not at all.
struct MailConfig {
    std::string relay;                 // see smtp.h
    std::vector<std::string> program;  // an absolute path, then its arguments
    std::string from;                  // an address
    std::string user;
    std::string password_file;
    std::string password;  // what the file holds
    std::string ca_file;   // whom to trust as the relay; see smtp.h

    [[nodiscard]] bool is_on() const { return !relay.empty() || !program.empty(); }
};

}  // namespace brusio::server
