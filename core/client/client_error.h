#pragma once

#include <cstdint>
#include <string>

namespace brusio::client {

/// What went wrong, for a text in the user's language. The server's own words come beside it.
enum class ErrorKind : std::uint8_t {
    // The connection.
    host_not_found,
    connection_refused,
    network_unreachable,
    timed_out,
    connection_lost,
    closed_by_server,  ///< the text is the reason of its ERROR
    tls_untrusted,
    tls_expired,
    tls_host_mismatch,
    tls_failed,
    // Getting in.
    nick_in_use,
    nick_invalid,
    nick_unavailable,
    wrong_password,         ///< of the server
    login_needs_privacy,    ///< an account's password is not sent where others can read along
    login_not_offered,      ///< the server has no accounts, or no way to log in that we know
    login_refused,          ///< name or password is wrong, or too many tries
    account_exists,         ///< REGISTER: the name, or one like it, is taken
    account_password_poor,  ///< REGISTER: too weak, too long, or cannot be sent
    account_needs_code,     ///< REGISTER: the server waits for a code that it sent
    account_not_made,       ///< REGISTER: any other refusal
    banned_from_server,
    registration_refused,
    // Rooms.
    room_needs_key,
    room_needs_invite,
    room_is_full,
    room_bans_us,
    room_needs_account,
    room_unknown,
    room_name_invalid,
    too_many_rooms,
    not_in_room,
    not_operator,
    user_not_in_room,
    user_already_in_room,
    // Speaking.
    nobody_there,
    cannot_send,
    message_too_long,
    rate_limited,
    // The rest.
    command_unknown,
    command_malformed,
    permission_denied,
    refused,  ///< any other refusal
};

/// One entry of the error catalogue with its circumstances.
struct ClientError {
    ErrorKind kind = ErrorKind::refused;
    std::string subject;  ///< the nick, room or command it is about; "" if none
    std::string code;     ///< numeric ("433") or FAIL code ("NICKNAME_RESERVED"), "" if ours
    std::string text;     ///< the server's or system's words, UTF-8; may be ""
};

}  // namespace brusio::client
