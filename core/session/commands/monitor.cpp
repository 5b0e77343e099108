#include <string>
#include <vector>

#include "core/session/commands/commands.h"
#include "core/session/line_budget.h"
#include "core/session/metadata_view.h"
#include "core/session/packed_text.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

void send_list(CommandContext& context, Numeric numeric, const std::vector<std::string>& items) {
    send_packed(items, numeric_text_bytes_left(context.stage), ',',
                [&](std::string_view text) { context.replies().numeric(numeric, {}, text); });
}

/// 730 for those who are here and 731 for the others.
void send_status(CommandContext& context, const std::vector<std::string>& nicks) {
    std::vector<std::string> online;
    std::vector<std::string> offline;
    for (const std::string& nick : nicks) {
        const room::User* user = find_online_user(context.state(), nick);
        if (user == nullptr) {
            offline.push_back(nick);
        } else {
            online.push_back(source_of(*user));
        }
    }
    send_list(context, Numeric::rpl_mononline, online);
    send_list(context, Numeric::rpl_monoffline, offline);
}

std::vector<std::string> watched(const CommandContext& context) {
    std::vector<std::string> nicks;
    for (const room::Interest& interest : context.state().monitor.interests(context.session.link)) {
        nicks.push_back(interest.name);
    }
    return nicks;
}

void show_metadata_of(CommandContext& context, const std::vector<std::string>& nicks) {
    for (const std::string& nick : nicks) {
        const room::User* user = find_online_user(context.state(), nick);
        if (user != nullptr) show_metadata(context.stage, context.session, *user);
    }
}

/// draft/metadata-3, "Automatic synchronization": wherever 730 is sent.
void show_status(CommandContext& context) {
    const std::vector<std::string> nicks = watched(context);
    send_status(context, nicks);
    if (context.session.has(wire::Capability::metadata_3)) show_metadata_of(context, nicks);
}

/// 734 with what did not find a place any more.
void refuse(CommandContext& context, const std::vector<std::string_view>& nicks) {
    const std::string limit = std::to_string(context.state().config.limits.monitor_entries_max);
    const std::string_view sentence = wire::numeric_text(Numeric::err_monlistfull);
    const std::size_t left = numeric_text_bytes_left(context.stage, {limit});
    send_packed(nicks, left - sentence.size() - 1, ',', [&](std::string_view text) {
        context.replies().numeric(Numeric::err_monlistfull, {limit, text});
    });
}

void add(CommandContext& context, std::string_view list) {
    const std::size_t nick_bytes_max = context.state().config.limits.nick_bytes_max;
    std::vector<std::string> added;
    std::vector<std::string_view> too_many;
    for (const std::string_view nick : wire::Split{list, ','}) {
        // IRCv3 monitor: a target is a nick; masks are not watched, and nobody can be called so.
        if (!wire::valid_nick(nick, nick_bytes_max)) continue;
        const room::MonitorChange change =
            context.state().monitor.add(context.session.link, std::string{nick}, wire::fold(nick));
        if (change == room::MonitorChange::full) {
            too_many.push_back(nick);
        } else {
            added.emplace_back(nick);
        }
    }
    send_status(context, added);
    show_metadata_of(context, added);
    refuse(context, too_many);
}

void remove(CommandContext& context, std::string_view list) {
    for (const std::string_view nick : wire::Split{list, ','}) {
        context.state().monitor.remove(context.session.link, wire::fold(nick));
    }
}

}  // namespace

/// IRCv3 monitor, "MONITOR Command": one modifier a command.
Outcome monitor(CommandContext& context) {
    const std::string_view modifier = context.param(0);
    const char letter = modifier.size() == 1 ? wire::fold_char(modifier[0]) : ' ';
    const bool takes_list = letter == '+' || letter == '-';
    if (takes_list && context.param(1).empty()) return Reply::need_more_params("MONITOR");
    switch (letter) {
        case '+':
            add(context, context.param(1));
            return done;
        case '-':
            remove(context, context.param(1));
            return done;
        case 'c':
            context.state().monitor.clear(context.session.link);
            return done;
        case 's':
            show_status(context);
            return done;
        case 'l':
            send_list(context, Numeric::rpl_monlist, watched(context));
            context.replies().numeric(Numeric::rpl_endofmonlist);
            return done;
        default:
            break;
    }
    return Reply::fail("MONITOR", "INVALID_MODIFIER", {}, "Use one of + - C L S");
}

}  // namespace brusio::session::commands
