#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/base/time.h"

namespace brusio {

/// Every bound of the server with its unit; all are keys of the configuration file under
/// `[limits]`. The defaults come from what other servers ship (docs/operations.md has the table).
struct Limits {
    // One line on the wire (RFC 1459 section 2.3; IRCv3 message-tags, "Size limit").
    static constexpr std::size_t line_bytes_max = 512;
    /// Of commands with passwords in them, which go no further than to this server.
    static constexpr std::size_t password_line_bytes_max = 1280;
    static constexpr std::size_t client_tag_bytes_max = 4096;
    static constexpr std::size_t server_tag_bytes_max = 4094;
    static constexpr std::size_t tag_section_bytes_max = 8191;
    static constexpr std::size_t params_max = 15;
    static constexpr std::size_t metadata_key_bytes_max = 40;

    /// A page of history goes on beyond its limit rather than end between entries of one
    /// millisecond, by so many at most.
    static constexpr std::uint32_t same_time_entries_max = 1'000;

    // Names and texts, in bytes.
    std::size_t nick_bytes_max = 30;
    std::size_t user_bytes_max = 10;
    std::size_t host_bytes_max = 63;
    std::size_t realname_bytes_max = 150;
    std::size_t room_name_bytes_max = 64;
    std::size_t topic_bytes_max = 390;
    std::size_t kick_reason_bytes_max = 300;
    std::size_t away_bytes_max = 200;
    std::size_t quit_reason_bytes_max = 300;
    std::size_t key_bytes_max = 32;

    // Counts.
    std::size_t rooms_per_user_max = 100;
    std::size_t rooms_max = 100'000;
    std::size_t rooms_founded_per_account_max = 50;
    std::size_t list_entries_per_room_max = 100;  // bans, exceptions and invite masks, each
    std::size_t monitor_entries_max = 100;
    std::size_t accept_entries_max = 100;              // whom one user has accepted (ACCEPT)
    std::size_t silence_entries_max = 100;             // whom one user has silenced (SILENCE)
    Duration caller_pause = std::chrono::seconds{60};  // between two callers that a user is told of
    std::size_t targets_per_command_max = 4;
    std::size_t mode_changes_per_command_max = 6;  // those with a parameter
    std::size_t whowas_entries_max = 1'000;
    std::size_t recent_messages_per_room_max = 1'000;
    std::size_t read_markers_per_account_max = 1'000;
    std::size_t metadata_keys_max = 50;          // of one user, account or room
    std::size_t metadata_value_bytes_max = 250;  // a line holds it together with long names
    std::size_t metadata_subscriptions_max = 50;
    std::size_t private_notes_per_account_max = 1'000;  // metadata for nobody else
    std::size_t metadata_sync_members_max = 200;        // of a room whose metadata comes unasked
    std::size_t multiline_bytes_max = 4'096;  // of a message of several lines, line feeds included
    std::size_t multiline_lines_max = 100;
    Duration multiline_deadline = std::chrono::minutes{1};  // from its first line to its last
    std::uint32_t messages_per_conversation_max = 0;        // older ones are forgotten; 0: none
    Duration message_age_max{0};                            // likewise
    std::uint32_t history_messages_max = 100;               // in one answer to CHATHISTORY

    // What somebody is told at coming back whose client cannot ask for it; 0: nothing.
    std::uint32_t missed_messages_max = 50;         // of each conversation, the newest
    std::size_t missed_conversations_max = 50;      // private ones first
    std::size_t absence_news_per_account_max = 50;  // what was done to it meanwhile

    /// How long people may take back what they said; 0: always. Room operators are not held to it.
    Duration redact_window = std::chrono::hours{24};

    // A room that is renamed is shown anew to each client that does not know RENAME: all its names
    // to all its members.
    std::size_t rename_members_max = 1'000;
    Duration rename_pause = std::chrono::seconds{10};  // between two new names of a room

    // After a start, how long rooms without a founder wait for the people they had before.
    Duration rooms_wait = std::chrono::hours{1};

    // One link.
    std::size_t receive_bytes_max = 16 * 1024;
    std::size_t receive_unregistered_bytes_max = 12 * 1024;  // one line with the largest tags fits
    std::size_t send_queue_bytes_max = 1024 * 1024;
    /// Of its answers a session is sent so much at a time, and more when no more than this waits.
    std::size_t answer_piece_bytes_max = 64 * 1024;
    /// The same if the queue is a short one: two pieces leave half of it to what others say.
    [[nodiscard]] std::size_t answer_piece_bytes() const {
        return std::min(answer_piece_bytes_max, send_queue_bytes_max / 4);
    }
    Duration handshake_deadline = std::chrono::seconds{10};    // of TLS and WebSocket
    std::size_t handshakes_at_once_max = 512;                  // the rest wait, within the deadline
    Duration proxy_header_deadline = std::chrono::seconds{5};  // from trusted proxies alone
    Duration registration_deadline = std::chrono::seconds{30};
    Duration ping_after = std::chrono::seconds{90};
    Duration drop_after = std::chrono::seconds{150};
    Duration drain_deadline = std::chrono::seconds{5};
    Duration plain_name_deadline = std::chrono::minutes{10};  // people type it, not programs
    Duration plain_quiet = std::chrono::milliseconds{50};  // an unterminated chunk is one message

    // Links of one address (an IPv6 /64 counts as one).
    std::size_t links_per_address_max = 16;
    std::size_t new_links_per_address_max = 32;
    Duration new_links_window = std::chrono::minutes{10};

    // Accounts and operators. Tries are those that failed.
    std::size_t password_bytes_max = 600;
    std::size_t sasl_response_bytes_max = 1'200;  // of base64, all pieces together
    std::size_t hash_threads_max = 0;             // passwords checked at a time; 0: by the machine
    std::size_t hash_jobs_waiting_max = 4'096;    // passwords that wait to be checked
    Duration login_wait_max = std::chrono::minutes{1};  // for its turn to be checked
    std::size_t sessions_per_account_max = 0;           // at once; 0: any number
    std::size_t login_tries_per_address_max = 3;
    Duration login_tries_per_address_window = std::chrono::minutes{1};
    std::size_t login_tries_per_account_max = 10;
    Duration login_tries_per_account_window = std::chrono::hours{1};
    std::size_t registrations_per_address_max = 10;
    Duration registrations_per_address_window = std::chrono::hours{1};

    // E-mail, and programs that answer for passwords.
    Duration mail_token_age_max = std::chrono::minutes{30};  // and of accounts that wait for theirs
    std::size_t unverified_accounts_max = 1'000;
    std::size_t mails_per_account_max = 3;
    std::size_t mails_per_mailbox_max = 5;
    std::size_t mails_per_address_max = 10;         // asked for from one
    std::size_t wrong_tokens_per_address_max = 10;  // further ones are not looked at
    Duration mails_window = std::chrono::hours{1};  // of the four
    std::size_t mails_waiting_max = 1'000;          // to be sent
    Duration mail_deadline = std::chrono::seconds{30};
    std::size_t auth_programs_max = 8;  // that run at a time
    Duration auth_deadline = std::chrono::seconds{10};

    // Operators.
    std::size_t bans_max = 10'000;              // of the whole server
    std::uint32_t audit_entries_max = 100'000;  // the oldest go
    Duration audit_age_max = std::chrono::hours{24 * 365};
    std::uint32_t notices_burst = 20;       // of the server to one operator (+s), at once
    std::uint32_t notices_per_minute = 60;  // that may follow; 0: no limit

    // Cost of commands: a token bucket per session. A plain command costs 1 token.
    std::uint32_t command_burst_tokens = 40;
    std::uint32_t command_tokens_per_second = 10;
    // What others are told of although nobody spoke (nick, topic, part...) costs one of these too.
    std::uint32_t announcement_burst_tokens = 20;
    std::uint32_t announcement_tokens_per_minute = 20;
    std::uint32_t multiline_lines_per_token = 4;
    /// What a client asks of its rooms when it comes back costs nothing: so many questions for each
    /// room that it is in, this long after its link was opened.
    std::uint32_t return_answers_per_room = 6;
    Duration return_window = std::chrono::minutes{3};

    static_assert(client_tag_bytes_max + server_tag_bytes_max + 1 == tag_section_bytes_max,
                  "both halves of the tags fit one section (IRCv3 message-tags)");
};

static_assert(Limits{}.receive_unregistered_bytes_max >
                  Limits::tag_section_bytes_max + Limits::password_line_bytes_max,
              "a link that has not registered can still send one line with all its tags");
static_assert(Limits{}.sasl_response_bytes_max / 4 * 3 >=
                  Limits{}.password_bytes_max + 2 * Limits{}.nick_bytes_max + 2,
              "the longest password fits a SASL response");
static_assert(Limits::password_line_bytes_max >= 2 * Limits{}.password_bytes_max + 32,
              "the longest password can be changed to another one");
static_assert(Limits{}.nick_bytes_max + Limits{}.user_bytes_max + Limits{}.host_bytes_max +
                      Limits{}.room_name_bytes_max + Limits::metadata_key_bytes_max +
                      Limits{}.metadata_value_bytes_max + 32 <=
                  Limits::line_bytes_max,
              "the longest value fits a line with everything else");
static_assert(Limits{}.answer_piece_bytes_max <= Limits{}.send_queue_bytes_max / 4,
              "two pieces of an answer leave half of the queue to what others say");
static_assert(Limits{}.drop_after > Limits{}.ping_after, "a ping has time to be answered");

}  // namespace brusio
