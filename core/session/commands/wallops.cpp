#include <string>
#include <vector>

#include "core/session/commands/commands.h"
#include "core/session/operators/privileges.h"

namespace brusio::session::commands {

Outcome wallops(CommandContext& context) {
    const room::User& user = context.user();
    if (Outcome refusal = refusal_without(context.state(), user, Privilege::wallops))
        return refusal;
    if (context.param(0).empty()) return Reply::need_more_params("WALLOPS");
    std::vector<LinkId> links;
    context.state().roster.for_each_user([&](const room::User& reader) {
        if (!reader.is(room::UserFlag::wallops)) return;
        links.insert(links.end(), reader.links().begin(), reader.links().end());
    });
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "WALLOPS");
    draft.text(context.param(0));
    const Echo echo = user.is(room::UserFlag::wallops) ? Echo::yes : Echo::no;
    context.fanout().to_links(links, draft, echo);
    return done;
}

}  // namespace brusio::session::commands
