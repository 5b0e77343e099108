#include <algorithm>
#include <string>

#include "core/session/commands/commands.h"
#include "core/session/server_target.h"

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

}  // namespace

/// Of all queries only `u` is answered: the others would tell more of the server than its users
/// need to know, and an unknown query is ended politely (Modern IRC, STATS message).
Outcome stats(CommandContext& context) {
    using wire::Numeric;
    if (Outcome refusal = check_server_target(context, 1)) return refusal;
    const std::string_view query = context.param(0).substr(0, 1);
    if (query == "u") {
        context.replies().numeric(Numeric::rpl_statsuptime, {},
                                  uptime_text(context.state().started, context.stage.now.wall));
    }
    const bool printable = !query.empty() && query[0] > ' ' && query[0] < 0x7F && query[0] != ':';
    context.replies().numeric(Numeric::rpl_endofstats, {printable ? query : "*"});
    return done;
}

}  // namespace brusio::session::commands
