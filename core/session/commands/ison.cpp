#include <string>
#include <vector>

#include "core/session/commands/commands.h"
#include "core/session/line_budget.h"
#include "core/session/numeric_draft.h"
#include "core/session/packed_text.h"
#include "core/session/visibility.h"

namespace brusio::session::commands {

namespace {

/// Nicks may be parameters of their own or words of the last one (RFC 2812 section 4.9).
void append_online(const ServerState& state, std::string_view words,
                   std::vector<std::string_view>& online) {
    while (!words.empty()) {
        const std::size_t space = words.find(' ');
        const room::User* user = find_online_user(state, words.substr(0, space));
        if (user != nullptr) online.push_back(user->nick());
        if (space == std::string_view::npos) break;
        words.remove_prefix(space + 1);
    }
}

}  // namespace

Outcome ison(CommandContext& context) {
    std::vector<std::string_view> online;
    for (const std::string_view words : context.line.params()) {
        append_online(context.state(), words, online);
    }
    const auto send = [&](std::string_view text) {
        Draft draft = numeric_draft(context.stage, wire::Numeric::rpl_ison);
        context.replies().add(draft.text(text));
    };
    if (online.empty()) send({});
    send_packed(online, numeric_text_bytes_left(context.stage), ' ', send);
    return done;
}

}  // namespace brusio::session::commands
