#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/room/mask.h"
#include "core/session/cloak.h"
#include "core/session/command_table.h"
#include "core/session/commands/commands.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/span_text.h"
#include "core/session/server_target.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// RPL_STATSUPTIME: days, hours, minutes and seconds.
std::string uptime_text(WallTime started, WallTime now) {
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 60 * minute;
    constexpr std::int64_t day = 24 * hour;
    // Wall time may step back.
    const std::int64_t up = std::max<std::int64_t>(0, (now.unix_ms - started.unix_ms) / 1000);
    return "Server Up " + std::to_string(up / day) + " days " + std::to_string(up % day / hour) +
           ":" + two_digits(up % hour / minute) + ":" + two_digits(up % minute);
}

/// One query is being answered.
struct Asked {
    CommandContext& context;
    std::string mask;  // folded; of STATS l
};

constexpr std::size_t shown_max = 500;

std::string number(std::uint64_t value) { return std::to_string(value); }

std::string seconds_since(MonoTime then, MonoTime now) {
    const auto span = std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
    return std::to_string(std::max<std::int64_t>(0, span));
}

/// The last line of a list that is too long for one answer.
void tell_rest(const Asked& query, wire::Numeric numeric, std::size_t found) {
    if (found <= shown_max) return;
    query.context.replies().numeric(
        numeric, {}, "Only the first " + number(shown_max) + " of " + number(found) + " are shown");
}

void show_uptime(const Asked& query) {
    const CommandContext& context = query.context;
    context.replies().numeric(wire::Numeric::rpl_statsuptime, {},
                              uptime_text(context.state().started, context.stage.now.wall));
}

void show_commands(const Asked& query) {
    const CommandContext& context = query.context;
    const std::vector<std::uint64_t>& counts = context.state().commands_run;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        context.replies().numeric(wire::Numeric::rpl_statscommands,
                                  {command_table()[i].name, number(counts[i])}, {});
    }
}

void show_bans(const Asked& query) {
    const CommandContext& context = query.context;
    std::size_t found = 0;
    for (const auto& [key, ban] : context.state().bans.all()) {
        if (++found > shown_max) continue;
        const std::string subject = subject_text(ban.kind, ban.subject);
        context.replies().numeric(wire::Numeric::rpl_statskline,
                                  {"K", subject, "*", ban.set_by, number(0), number(0)},
                                  until_text(ban.until) + ": " + ban.reason);
    }
    tell_rest(query, wire::Numeric::rpl_statskline, found);
}

void show_operators(const Asked& query) {
    const CommandContext& context = query.context;
    for (const OperatorConfig& row : context.state().config.operators) {
        context.replies().numeric(
            wire::Numeric::rpl_statsoline,
            {"O", row.mask.empty() ? near_host : std::string_view{row.mask}, "*", row.name,
             number(0), row.class_name.empty() ? "*" : std::string_view{row.class_name}},
            {});
    }
}

/// Who may be found is shown to everybody, as by WHO.
void show_operators_here(const Asked& query) {
    const CommandContext& context = query.context;
    const ServerState& state = context.state();
    const bool sees_all = may(state, context.user(), Privilege::stats);
    state.roster.for_each_user([&](const room::User& user) {
        if (!user.is(room::UserFlag::server_operator)) return;
        if (!sees_all && !may_find(state, context.user(), user)) return;
        context.replies().numeric(
            wire::Numeric::rpl_statsdebug, {"p"},
            source_of(user) + " idle " + seconds_since(user.last_active, context.stage.now.mono));
    });
}

/// The bytes that wait for the peer, as far as that is known.
std::string send_queue(const ServerState& state, LinkId link) {
    const auto bytes = state.queue_bytes_of ? state.queue_bytes_of(link) : std::nullopt;
    return bytes ? number(*bytes) : "*";
}

/// What is told of a link: RFC 2812's fields where we have the figures.
void show_link(const Asked& query, const Session& session, const std::string& name) {
    const CommandContext& context = query.context;
    const room::User* user = context.state().roster.find_user(session.user);
    const MonoTime now = context.stage.now.mono;
    constexpr std::uint64_t kib = 1024;
    std::string words = "account ";
    words += user == nullptr || user->profile.account.empty() ? "*" : user->profile.account;
    words += " idle " + seconds_since(user == nullptr ? session.heard_at : user->last_active, now);
    words += session.info.kind == LinkKind::plain ? " plain" : " irc";
    words += session.info.secure ? " sealed" : " exposed";
    words += " unread " + number(session.waiting_bytes());
    context.replies().numeric(
        wire::Numeric::rpl_statslinkinfo,
        {name, send_queue(context.state(), session.link), "*", "*", number(session.lines_received),
         number(session.bytes_received / kib), seconds_since(session.opened_at, now)},
        words);
}

void show_links(const Asked& query) {
    const CommandContext& context = query.context;
    const ServerState& state = context.state();
    const bool sees_addresses = may(state, context.user(), Privilege::see_addresses);
    std::size_t found = 0;
    state.sessions.for_each([&](const Session& session) {
        if (session.phase == Phase::closed) return;
        const room::User* user = state.roster.find_user(session.user);
        const std::string& host = sees_addresses ? session.info.peer_address : session.host;
        const std::string name = (user == nullptr ? "*" : user->nick()) + "[" + host + "]";
        if (!room::glob_match(query.mask, wire::fold(name).text)) return;
        if (++found <= shown_max) show_link(query, session, name);
    });
    tell_rest(query, wire::Numeric::rpl_statslinkinfo, found);
}

enum class Readers : std::uint8_t { everybody, operators };

struct QueryRow {
    char letter;
    Readers readers;
    void (*show)(const Asked& query);
};

constexpr std::array<QueryRow, 6> query_rows{{
    {'k', Readers::operators, show_bans},
    {'l', Readers::operators, show_links},
    {'m', Readers::operators, show_commands},
    {'o', Readers::operators, show_operators},
    {'p', Readers::everybody, show_operators_here},
    {'u', Readers::everybody, show_uptime},
}};

Outcome answer(CommandContext& context, char letter) {
    const auto* const row = std::find_if(query_rows.begin(), query_rows.end(),
                                         [&](const QueryRow& one) { return one.letter == letter; });
    if (row == query_rows.end()) return done;
    if (row->readers == Readers::operators) {
        Outcome refusal = refusal_without(context.state(), context.user(), Privilege::stats);
        if (refusal) return refusal;
    }
    // STATS l <mask>: of the links whose "nick[address]" fits.
    const bool is_masked = letter == 'l' && check_server_target(context, 1);
    row->show({context, is_masked ? wire::fold(context.param(1)).text : "*"});
    return done;
}

}  // namespace

/// Modern IRC, STATS message. What would tell strangers more than they need to know is for
/// operators with the privilege; an unknown query is ended politely.
Outcome stats(CommandContext& context) {
    const std::string_view query = context.param(0).substr(0, 1);
    const bool printable = !query.empty() && query[0] > ' ' && query[0] < 0x7F && query[0] != ':';
    const char letter = printable ? query[0] : '*';
    if (letter != 'l') {
        if (Outcome refusal = check_server_target(context, 1)) return refusal;
    }
    if (const Outcome refusal = answer(context, letter)) context.replies().reply(*refusal);
    context.replies().numeric(wire::Numeric::rpl_endofstats, {{&letter, 1}});
    return done;
}

}  // namespace brusio::session::commands
