#include <string>

#include "core/session/commands/commands.h"
#include "core/session/operators/ban_command.h"
#include "core/session/operators/privileges.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

Outcome check(const CommandContext& context) {
    return refusal_without(context.state(), context.user(), Privilege::ban);
}

}  // namespace

Outcome ban(CommandContext& context) {
    if (Outcome refusal = check(context)) return refusal;
    const std::string_view subcommand = context.param(0);
    if (wire::names_equal(subcommand, "LIST")) return list_bans(context, context.param(1));
    const bool adds = wire::names_equal(subcommand, "ADD");
    if (!adds && !wire::names_equal(subcommand, "DEL")) {
        return Reply::fail("BAN", "UNKNOWN_SUBCOMMAND", {std::string{subcommand}},
                           "BAN knows ADD, DEL and LIST");
    }
    if (context.param_count() < 2) return Reply::need_more_params("BAN");
    return adds ? add_ban(context, 1, BanWords::as_written)
                : remove_ban(context, 1, BanWords::as_written);
}

/// KLINE, GLINE, DLINE and ZLINE of other servers: whatever they are given says what it is.
Outcome ban_line(CommandContext& context) {
    if (Outcome refusal = check(context)) return refusal;
    return add_ban(context, 0, BanWords::as_written);
}

/// XLINE: a real name.
Outcome ban_realname(CommandContext& context) {
    if (Outcome refusal = check(context)) return refusal;
    return add_ban(context, 0, BanWords::realname);
}

Outcome unban_line(CommandContext& context) {
    if (Outcome refusal = check(context)) return refusal;
    return remove_ban(context, 0, BanWords::as_written);
}

Outcome unban_realname(CommandContext& context) {
    if (Outcome refusal = check(context)) return refusal;
    return remove_ban(context, 0, BanWords::realname);
}

}  // namespace brusio::session::commands
