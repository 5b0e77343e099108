#include <charconv>
#include <limits>
#include <string>

#include "core/session/commands/commands.h"
#include "core/session/numeric_draft.h"
#include "core/session/operators/privileges.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

/// A positive number is a bound; anything else asks for all (Modern IRC, WHOWAS message).
std::size_t count_max_of(std::string_view count) {
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), value);
    const bool whole = error == std::errc{} && end == count.data() + count.size();
    return whole && value > 0 ? value : all;
}

void send_entry(CommandContext& context, const room::PastUser& past) {
    Draft user = numeric_draft(context.stage, Numeric::rpl_whowasuser);
    user.with({past.nick, past.username, past.host, "*"}).text(past.realname);
    context.replies().add(user);
    if (!past.account.empty()) {
        context.replies().numeric(Numeric::rpl_whoisaccount, {past.nick, past.account});
    }
    if (!past.address.empty() && may(context.state(), context.user(), Privilege::see_addresses)) {
        context.replies().numeric(Numeric::rpl_whoishost, {past.nick},
                                  "was connecting from *@" + past.address + " " + past.address);
    }
    context.replies().numeric(Numeric::rpl_whoisserver, {past.nick, context.stage.server_name()},
                              wire::time_text(past.when).view());
}

}  // namespace

Outcome whowas(CommandContext& context) {
    std::string_view nick = context.param(0);
    nick = nick.substr(0, nick.find(','));  // one target, see TARGMAX
    if (nick.empty()) return Reply::of(Numeric::err_nonicknamegiven);
    context.replies().let_wait();
    const auto found =
        context.state().whowas.find(wire::fold(nick), count_max_of(context.param(1)));
    for (const room::PastUser* past : found) send_entry(context, *past);
    if (found.empty()) context.replies().numeric(Numeric::err_wasnosuchnick, {nick});
    context.replies().numeric(Numeric::rpl_endofwhowas, {nick});
    return done;
}

}  // namespace brusio::session::commands
