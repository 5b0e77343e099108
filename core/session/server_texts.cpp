#include "core/session/server_texts.h"

#include <string>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

using wire::Numeric;

/// Links that have not become users. Those that have ended are still in the table until the input
/// is handled.
std::size_t unregistered_links(const Stage& stage) {
    std::size_t others = stage.state.roster.counts().links + stage.effects.endings.size();
    const std::size_t all = stage.state.sessions.size();
    BRUSIO_ASSERT(others <= all);
    return all - others;
}

std::string number(std::size_t value) { return std::to_string(value); }

}  // namespace

void send_lusers(Stage& stage) {
    const room::Counts counts = stage.state.roster.counts();
    ReplyBuffer& replies = stage.replies;
    const std::string users = number(counts.users);
    const std::string users_max = number(counts.users_max_seen);
    replies.numeric(Numeric::rpl_luserclient, {},
                    "There are " + number(counts.users - counts.invisible) + " users and " +
                        number(counts.invisible) + " invisible on 1 servers");
    replies.numeric(Numeric::rpl_luserop, {number(counts.operators)});
    replies.numeric(Numeric::rpl_luserunknown, {number(unregistered_links(stage))});
    replies.numeric(Numeric::rpl_luserchannels, {number(counts.rooms)});
    replies.numeric(Numeric::rpl_luserme, {},
                    "I have " + number(counts.links) + " clients and 0 servers");
    replies.numeric(Numeric::rpl_localusers, {users, users_max},
                    "Current local users " + users + ", max " + users_max);
    replies.numeric(Numeric::rpl_globalusers, {users, users_max},
                    "Current global users " + users + ", max " + users_max);
}

void send_motd(Stage& stage) {
    const std::vector<std::string>& lines = stage.state.config.motd;
    ReplyBuffer& replies = stage.replies;
    if (lines.empty()) return replies.numeric(Numeric::err_nomotd);
    replies.numeric(Numeric::rpl_motdstart, {},
                    "- " + std::string{stage.server_name()} + " Message of the day - ");
    for (const std::string& line : lines) {
        replies.numeric(Numeric::rpl_motd, {}, "- " + line);
    }
    replies.numeric(Numeric::rpl_endofmotd);
}

}  // namespace brusio::session
