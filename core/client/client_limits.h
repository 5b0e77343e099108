#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/time.h"

namespace brusio::client {

/// Every bound and every time of the client with its unit; part of ClientConfig.
struct ClientLimits {
    // What is kept in memory.
    std::size_t messages_per_conversation_max = 1'000;
    std::size_t conversations_max = 2'000;
    std::size_t outbox_entries_max = 10'000;
    std::size_t members_per_room_max = 100'000;
    std::size_t open_batches_max = 32;
    std::size_t isupport_tokens_max = 256;
    std::size_t gathered_text_bytes_max = 4'096;  // notes of a WHOIS, nicks of a netsplit
    std::size_t message_text_bytes_max = 65'536;  // of a message of several lines

    std::size_t history_page_messages = 100;                    // asked for at once
    std::size_t history_pages_max = 20;                         // of one gap
    std::size_t history_targets_max = 50;                       // private conversations with news
    Duration history_first_look = std::chrono::hours{24 * 30};  // back, the first time we are here
    std::size_t scrollback_messages_max = 20'000;  // in one conversation, with its live ones
    Duration history_deadline = std::chrono::seconds{30};     // for one page
    Duration read_marker_interval = std::chrono::seconds{3};  // between two of one conversation

    // What is kept in a store.
    std::size_t stored_page_messages = 100;  // read at once, and all that is unread
    std::size_t stored_page_rows_max = 2'000;
    std::size_t stored_rows_of_conversation_max = 100'000;
    std::size_t stored_rows_max = 1'000'000;
    Duration stored_age_max = std::chrono::hours{24 * 730};
    std::size_t stored_trim_interval_rows = 5'000;  // looked at after so many new ones

    // One link.
    Duration connect_deadline = std::chrono::seconds{20};
    Duration registration_deadline = std::chrono::seconds{30};
    Duration welcome_deadline = std::chrono::seconds{5};  // from 001 to the end of the MOTD
    Duration ping_after = std::chrono::seconds{30};       // of silence
    std::uint32_t scram_iterations_min = 4'096;           // RFC 7677 section 4
    std::uint32_t scram_iterations_max = 2'000'000;
    unsigned login_refusals_max = 5;                 // in a row, of a log-in that worked before
    Duration drop_after = std::chrono::seconds{20};  // of silence after our PING

    // Reconnecting: first, 2 x first, 4 x first ... up to the maximum, each less up to a quarter.
    Duration reconnect_first = std::chrono::seconds{1};
    Duration reconnect_max = std::chrono::seconds{30};
    Duration reconnect_reset_after = std::chrono::seconds{30};  // of being online

    // Own messages.
    std::size_t unconfirmed_messages_max = 16;  // written and not yet echoed
    Duration confirmation_deadline = std::chrono::seconds{60};
    std::size_t unechoed_burst_max = 8;  // to a server without echo: a burst, then one a pace
    Duration unechoed_pace = std::chrono::milliseconds{500};

    // Politeness.
    std::size_t who_on_join_members_max = 100;  // 0: never ask
    Duration typing_send_interval = std::chrono::seconds{3};
    Duration typing_active_expiry = std::chrono::seconds{6};
    Duration typing_paused_expiry = std::chrono::seconds{30};
    Duration ctcp_reply_interval = std::chrono::seconds{2};
};

static_assert(ClientLimits{}.typing_send_interval < ClientLimits{}.typing_active_expiry,
              "somebody who keeps typing does not flicker");
static_assert(ClientLimits{}.stored_page_messages <= ClientLimits{}.stored_page_rows_max);
static_assert(ClientLimits{}.stored_trim_interval_rows <=
                  ClientLimits{}.stored_rows_of_conversation_max,
              "a conversation is not much longer than its bound says");
static_assert(ClientLimits{}.reconnect_first <= ClientLimits{}.reconnect_max);

}  // namespace brusio::client
