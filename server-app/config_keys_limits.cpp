#include <algorithm>
#include <chrono>

#include "core/base/assert.h"
#include "server-app/config_key_kinds.h"
#include "server-app/config_keys.h"

namespace brusio::server {

namespace {

using namespace std::chrono_literals;

template <class Number>
CountAt at(Number Limits::*member) {
    return {[member](AppConfig& config, std::int64_t value) {
                config.server.limits.*member = static_cast<Number>(value);
            },
            [member](const AppConfig& config) {
                return static_cast<std::int64_t>(config.server.limits.*member);
            }};
}

DurationAt at(Duration Limits::*member) {
    return [member](AppConfig& config) -> Duration& { return config.server.limits.*member; };
}

ConfigKey count(std::string_view name, std::string_view doc, std::size_t Limits::*member,
                CountRange range) {
    return count_key("limits", name, doc, at(member), range);
}
ConfigKey rate(std::string_view name, std::string_view doc, std::uint32_t Limits::*member,
               CountRange range) {
    return count_key("limits", name, doc, at(member), range);
}
ConfigKey bytes(std::string_view name, std::string_view doc, std::size_t Limits::*member,
                CountRange range) {
    return bytes_key("limits", name, doc, at(member), range);
}
ConfigKey span(std::string_view name, std::string_view doc, Duration Limits::*member,
               DurationRange range) {
    return duration_key("limits", name, doc, at(member), range);
}

// Upper bounds of names and texts: with the longest of all of them, a line of the server still has
// room for what it has to say in 512 bytes.
void add_name_limits(std::vector<ConfigKey>& keys) {
    keys.push_back(bytes("nick_bytes_max", "The longest nick.", &Limits::nick_bytes_max, {9, 64}));
    keys.push_back(bytes("user_bytes_max", "The longest user name, the part before the @.",
                         &Limits::user_bytes_max, {4, 32}));
    keys.push_back(bytes("host_bytes_max", "The longest host that is shown.",
                         &Limits::host_bytes_max, {15, 63}));
    keys.push_back(bytes("realname_bytes_max", "The longest real name.",
                         &Limits::realname_bytes_max, {16, 200}));
    keys.push_back(bytes("room_name_bytes_max", "The longest name of a room, its # included.",
                         &Limits::room_name_bytes_max, {16, 100}));
    keys.push_back(bytes("topic_bytes_max", "The longest topic of a room.",
                         &Limits::topic_bytes_max, {80, 390}));
    keys.push_back(bytes("kick_reason_bytes_max", "The longest reason of a KICK.",
                         &Limits::kick_reason_bytes_max, {40, 300}));
    keys.push_back(
        bytes("away_bytes_max", "The longest away message.", &Limits::away_bytes_max, {40, 300}));
    keys.push_back(bytes("quit_reason_bytes_max", "The longest reason of a QUIT or a PART.",
                         &Limits::quit_reason_bytes_max, {40, 300}));
    keys.push_back(bytes("key_bytes_max", "The longest key (password) of a room.",
                         &Limits::key_bytes_max, {8, 32}));
}

void add_counts(std::vector<ConfigKey>& keys) {
    keys.push_back(count("rooms_per_user_max", "Rooms that one user may be in.",
                         &Limits::rooms_per_user_max, {1, 10'000}));
    keys.push_back(count("rooms_max", "Rooms on the server.", &Limits::rooms_max, {1, 10'000'000}));
    keys.push_back(count("rooms_founded_per_account_max",
                         "Rooms that one account may be the founder of; more end with their last\n"
                         "member.",
                         &Limits::rooms_founded_per_account_max, {0, 100'000}));
    keys.push_back(span("rooms_wait",
                        "After a start, how long rooms without a founder wait for the people they\n"
                        "had before.",
                        &Limits::rooms_wait, {1s, 240h}));
    keys.push_back(span("redact_window",
                        "How long people may take back what they said (REDACT); 0s: always. Room\n"
                        "operators are not held to it.",
                        &Limits::redact_window, {0s, 87600h}));
    keys.push_back(
        count("rename_members_max",
              "Members that a room may have to be renamed (RENAME). Clients that do not\n"
              "know RENAME are sent all names again.",
              &Limits::rename_members_max, {1, 1'000'000}));
    keys.push_back(span("rename_pause", "How long a room keeps a new name before the next.",
                        &Limits::rename_pause, {0s, 24h}));
    keys.push_back(count("list_entries_per_room_max",
                         "Entries in each of a room's lists: bans, exceptions, invite masks.",
                         &Limits::list_entries_per_room_max, {1, 10'000}));
    keys.push_back(count("monitor_entries_max", "Nicks that one user may MONITOR.",
                         &Limits::monitor_entries_max, {1, 10'000}));
    keys.push_back(count("accept_entries_max", "Whom one user may ACCEPT.",
                         &Limits::accept_entries_max, {1, 10'000}));
    keys.push_back(count("silence_entries_max", "Whom one user may SILENCE.",
                         &Limits::silence_entries_max, {1, 10'000}));
    keys.push_back(span("caller_pause",
                        "A user with +g is told of one caller, and of the next so much later.",
                        &Limits::caller_pause, {1s, 24h}));
    keys.push_back(count("targets_per_command_max", "Targets of one PRIVMSG, NOTICE or the like.",
                         &Limits::targets_per_command_max, {1, 100}));
    keys.push_back(count("mode_changes_per_command_max",
                         "Changes with a parameter in one MODE command.",
                         &Limits::mode_changes_per_command_max, {1, 100}));
    keys.push_back(count("whowas_entries_max", "Users who left that WHOWAS remembers.",
                         &Limits::whowas_entries_max, {0, 1'000'000}));
    keys.push_back(count("recent_messages_per_room_max",
                         "Messages of each room that a server without a disk (--ephemeral) keeps.",
                         &Limits::recent_messages_per_room_max, {1, 1'000'000}));
    keys.push_back(count("read_markers_per_account_max",
                         "Conversations of which an account's read marker is kept.",
                         &Limits::read_markers_per_account_max, {1, 100'000}));
    keys.push_back(bytes("multiline_bytes_max", "The longest message of several lines.",
                         &Limits::multiline_bytes_max, {512, 65'536}));
    keys.push_back(
        count("multiline_lines_max", "Its lines.", &Limits::multiline_lines_max, {2, 1'000}));
    keys.push_back(span("multiline_deadline", "How long a client may take to send it.",
                        &Limits::multiline_deadline, {1s, 1h}));
    keys.push_back(rate("messages_per_conversation_max",
                        "Messages and events that are kept of each room and private conversation;\n"
                        "older ones are forgotten for ever. 0: all are kept.",
                        &Limits::messages_per_conversation_max, {0, 1'000'000'000}));
    keys.push_back(span("message_age_max",
                        "How long messages are kept before they are forgotten for ever, 168h or\n"
                        "more; 0s: always.",
                        &Limits::message_age_max, {0s, 876000h}));
    keys.push_back(rate("history_messages_max", "Messages in one answer to CHATHISTORY or SEARCH.",
                        &Limits::history_messages_max, {1, 1'000}));
}

void add_return_limits(std::vector<ConfigKey>& keys) {
    keys.push_back(rate("missed_messages_max",
                        "Messages of each conversation that a client without CHATHISTORY is shown\n"
                        "when its person comes back after missing them: the newest. 0: none.",
                        &Limits::missed_messages_max, {0, 1'000}));
    keys.push_back(count("missed_conversations_max",
                         "Of so many conversations, private ones first.",
                         &Limits::missed_conversations_max, {1, 1'000}));
    keys.push_back(count("absence_news_per_account_max",
                         "What was done to somebody who was away (removed from a room, banned, no\n"
                         "longer an operator) and is told at coming back: the newest. 0: none.",
                         &Limits::absence_news_per_account_max, {0, 1'000}));
}

void add_metadata_limits(std::vector<ConfigKey>& keys) {
    keys.push_back(count("metadata_keys_max",
                         "Keys that a user, an account or a room may have set (METADATA).",
                         &Limits::metadata_keys_max, {1, 1'000}));
    keys.push_back(bytes("metadata_value_bytes_max",
                         "The longest value of such a key. A value too long for a line together\n"
                         "with very long names is cut at its end.",
                         &Limits::metadata_value_bytes_max, {16, 400}));
    keys.push_back(count("metadata_subscriptions_max",
                         "Keys that one client may want to hear about (METADATA SUB).",
                         &Limits::metadata_subscriptions_max, {1, 1'000}));
    keys.push_back(count("private_notes_per_account_max",
                         "Values that an account may note for itself alone (keys like\n"
                         "soju.im/muted).",
                         &Limits::private_notes_per_account_max, {1, 100'000}));
    keys.push_back(count("metadata_sync_members_max",
                         "Members of a room whose metadata a client gets without asking for it\n"
                         "when it enters; those of larger rooms it asks for (METADATA SYNC).",
                         &Limits::metadata_sync_members_max, {0, 10'000}));
}

void add_link_limits(std::vector<ConfigKey>& keys) {
    constexpr std::int64_t kib = 1024;
    constexpr std::int64_t line_with_tags =
        Limits::tag_section_bytes_max + Limits::password_line_bytes_max + 1;
    keys.push_back(bytes("receive_bytes_max",
                         "What a registered link may send ahead of being served before the server\n"
                         "stops reading from it.",
                         &Limits::receive_bytes_max, {line_with_tags, 1024 * kib}));
    keys.push_back(bytes("receive_unregistered_bytes_max", "The same before a link has registered.",
                         &Limits::receive_unregistered_bytes_max, {line_with_tags, 1024 * kib}));
    keys.push_back(bytes("send_queue_bytes_max",
                         "What may wait for a link that does not read; past it the link is closed.",
                         &Limits::send_queue_bytes_max, {64 * kib, 1024 * 1024 * kib}));
    keys.push_back(
        bytes("answer_piece_bytes_max",
              "Of its answers a client is sent so much at a time, and more when no more\n"
              "than this waits for it; at most a quarter of send_queue_bytes_max.",
              &Limits::answer_piece_bytes_max, {4 * kib, 16 * 1024 * kib}));
    keys.push_back(span("handshake_deadline",
                        "A link whose TLS or WebSocket handshake is not done by then is closed.",
                        &Limits::handshake_deadline, {1s, 5min}));
    keys.push_back(span("proxy_header_deadline",
                        "A trusted proxy whose PROXY header is not whole by then is closed.",
                        &Limits::proxy_header_deadline, {100ms, 5min}));
    keys.push_back(count("handshakes_at_once_max",
                         "Handshakes at a time; the others wait, within the same deadline.",
                         &Limits::handshakes_at_once_max, {1, 1'000'000}));
    keys.push_back(span("registration_deadline",
                        "A link that has not registered by then is closed.",
                        &Limits::registration_deadline, {1s, 10min}));
    keys.push_back(span("ping_after",
                        "A link that has been silent for so long is asked for a PONG.",
                        &Limits::ping_after, {5s, 1h}));
    keys.push_back(span("drop_after", "A link that has been silent for so long is closed.",
                        &Limits::drop_after, {10s, 2h}));
    keys.push_back(
        span("drain_deadline",
             "A closed link, and the server itself when it stops, waits so long for its\n"
             "last bytes to be taken.",
             &Limits::drain_deadline, {0s, 10min}));
}

void add_address_limits(std::vector<ConfigKey>& keys) {
    keys.push_back(count("links_per_address_max",
                         "Links that one address may hold; an IPv6 /64 counts as one address.",
                         &Limits::links_per_address_max, {1, 1'000'000}));
    keys.push_back(count("new_links_per_address_max",
                         "Links that one address may open within the window.",
                         &Limits::new_links_per_address_max, {1, 1'000'000}));
    keys.push_back(span("new_links_window", "The window in which new links are counted.",
                        &Limits::new_links_window, {1s, 24h}));
}

void add_operators(std::vector<ConfigKey>& keys) {
    keys.push_back(
        count("bans_max", "Bans of the whole server (BAN).", &Limits::bans_max, {1, 1'000'000}));
    keys.push_back(rate("audit_entries_max",
                        "Deeds of operators that the audit keeps; the oldest go.",
                        &Limits::audit_entries_max, {100, 100'000'000}));
    keys.push_back(span("audit_age_max", "How long it keeps them.", &Limits::audit_age_max,
                        {24h, 24h * 3650}));
    keys.push_back(rate("notices_burst", "Notices of the server to one operator (+s), at once.",
                        &Limits::notices_burst, {1, 1'000}));
    keys.push_back(rate("notices_per_minute",
                        "Of these a minute; the others are counted. 0: no limit.",
                        &Limits::notices_per_minute, {0, 60'000}));
}

void add_rates(std::vector<ConfigKey>& keys) {
    keys.push_back(rate("command_burst_tokens",
                        "Commands that a user may send at once. Most cost 1, a message 2 for each\n"
                        "target, LIST and WHO more.",
                        &Limits::command_burst_tokens, {10, 1'000'000}));
    keys.push_back(
        rate("command_tokens_per_second",
             "Commands that a user may go on sending. Faster ones wait; nobody is closed\n"
             "for it. 0: no limit.",
             &Limits::command_tokens_per_second, {0, 1'000'000}));
    keys.push_back(
        rate("announcement_burst_tokens",
             "What others are told of although nobody spoke (a new nick, a topic, a part,\n"
             "being away...), at once. Ordinary tokens are paid as well.",
             &Limits::announcement_burst_tokens, {1, 1'000'000}));
    keys.push_back(rate("announcement_tokens_per_minute",
                        "Such announcements a minute. Faster ones wait. 0: no limit.",
                        &Limits::announcement_tokens_per_minute, {0, 1'000'000}));
    keys.push_back(
        rate("multiline_lines_per_token",
             "Lines of one message that cost a token together. Such a message is said at\n"
             "once, and what follows waits.",
             &Limits::multiline_lines_per_token, {1, 1'000}));
    keys.push_back(rate("return_answers_per_room",
                        "Questions about its rooms (MODE, WHO, NAMES, history) that cost a client\n"
                        "nothing when it comes back, for each of its rooms.",
                        &Limits::return_answers_per_room, {0, 100}));
    keys.push_back(span("return_window", "So long after its link was opened.",
                        &Limits::return_window, {0s, 1h}));
}

void add_account_limits(std::vector<ConfigKey>& keys) {
    keys.push_back(bytes("password_bytes_max", "The longest password of an account.",
                         &Limits::password_bytes_max, {32, 600}));
    keys.push_back(bytes("sasl_response_bytes_max",
                         "The longest response to AUTHENTICATE, all pieces together.",
                         &Limits::sasl_response_bytes_max, {1'200, 16'384}));
    keys.push_back(count("hash_threads_max",
                         "Passwords that are checked at a time. 0: half the cores that the server\n"
                         "may use, from 2 to 8.",
                         &Limits::hash_threads_max, {0, 64}));
    keys.push_back(
        count("hash_jobs_waiting_max",
              "Passwords that may wait to be checked. Addresses take turns, and the one\n"
              "that waits for most is told to try again if there are more.",
              &Limits::hash_jobs_waiting_max, {1, 100'000}));
    keys.push_back(span("login_wait_max",
                        "How long one may wait. The time to register stands still meanwhile.",
                        &Limits::login_wait_max, {1s, 10min}));
    keys.push_back(count("sessions_per_account_max",
                         "Sessions of one account at once; 0: as many as come.",
                         &Limits::sessions_per_account_max, {0, 1'000'000}));
    keys.push_back(
        count("login_tries_per_address_max",
              "Wrong passwords for one name that an address may give within the window,\n"
              "and names it may fail at; then its tries wait for their turn, or are\n"
              "refused if the name is no one's who has logged in from there before.",
              &Limits::login_tries_per_address_max, {1, 1'000'000}));
    keys.push_back(span("login_tries_per_address_window", "That window.",
                        &Limits::login_tries_per_address_window, {1s, 24h}));
    keys.push_back(
        count("login_tries_per_account_max",
              "Wrong passwords for one account or operator within the window. Addresses\n"
              "from which its owner has logged in before are not held to those of others.",
              &Limits::login_tries_per_account_max, {1, 1'000'000}));
    keys.push_back(span("login_tries_per_account_window", "That window.",
                        &Limits::login_tries_per_account_window, {1s, 24h}));
    keys.push_back(count("registrations_per_address_max",
                         "Accounts that one address may make within the window.",
                         &Limits::registrations_per_address_max, {1, 1'000'000}));
    keys.push_back(span("registrations_per_address_window", "That window.",
                        &Limits::registrations_per_address_window, {1s, 24h}));
}

void add_mail_limits(std::vector<ConfigKey>& keys) {
    constexpr CountRange some{1, 1'000'000};
    keys.push_back(
        span("mail_token_age_max",
             "How long a token is good that went out by mail, and a name is kept for an\n"
             "account that is not verified.",
             &Limits::mail_token_age_max, {1min, 24h}));
    keys.push_back(count("unverified_accounts_max", "Accounts that wait to be verified.",
                         &Limits::unverified_accounts_max, some));
    keys.push_back(count("mails_per_account_max",
                         "Mails that may be asked for about one name within the window.",
                         &Limits::mails_per_account_max, some));
    keys.push_back(count("mails_per_mailbox_max",
                         "Mails that one mailbox gets within the window: of those that strangers\n"
                         "send there, and of those to the owner of an account, each.",
                         &Limits::mails_per_mailbox_max, some));
    keys.push_back(count("mails_per_address_max",
                         "Mails that one address may ask for within the window.",
                         &Limits::mails_per_address_max, some));
    keys.push_back(count("wrong_tokens_per_address_max",
                         "Wrong tokens that one address may give within the window.",
                         &Limits::wrong_tokens_per_address_max, some));
    keys.push_back(span("mails_window", "That window.", &Limits::mails_window, {1s, 24h}));
    keys.push_back(count("mails_waiting_max", "Mails that wait to be sent.",
                         &Limits::mails_waiting_max, some));
    keys.push_back(span("mail_deadline", "How long sending one mail may take.",
                        &Limits::mail_deadline, {1s, 5min}));
    keys.push_back(count("auth_programs_max", "How often accounts.auth_program may run at a time.",
                         &Limits::auth_programs_max, {1, 256}));
    keys.push_back(span("auth_deadline",
                        "How long it may take; then it is killed, and the try does not count.",
                        &Limits::auth_deadline, {100ms, 5min}));
}

/// What is handed to the transport, the store and the hasher when they are made.
void mark_for_next_start(std::vector<ConfigKey>& keys) {
    constexpr std::string_view names[] = {
        "rooms_wait",           "whowas_entries_max",     "recent_messages_per_room_max",
        "send_queue_bytes_max", "handshake_deadline",     "proxy_header_deadline",
        "drain_deadline",       "handshakes_at_once_max", "links_per_address_max",
        "new_links_window",     "hash_threads_max",       "new_links_per_address_max",
    };
    for (const std::string_view name : names) {
        const auto key = std::find_if(keys.begin(), keys.end(),
                                      [&](const ConfigKey& one) { return one.name == name; });
        BRUSIO_ASSERT(key != keys.end());
        key->is_for_next_start = true;
    }
}

}  // namespace

std::vector<ConfigKey> limit_keys() {
    std::vector<ConfigKey> keys;
    add_name_limits(keys);
    add_counts(keys);
    add_return_limits(keys);
    add_metadata_limits(keys);
    add_link_limits(keys);
    add_address_limits(keys);
    add_account_limits(keys);
    add_mail_limits(keys);
    add_operators(keys);
    add_rates(keys);
    mark_for_next_start(keys);
    return keys;
}

}  // namespace brusio::server
