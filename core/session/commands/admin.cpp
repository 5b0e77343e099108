#include <array>
#include <string>

#include "core/session/commands/commands.h"
#include "core/session/server_target.h"

namespace brusio::session::commands {

Outcome admin(CommandContext& context) {
    using wire::Numeric;
    if (Outcome refusal = check_server_target(context, 0)) return refusal;
    const std::vector<std::string>& lines = context.state().config.admin;
    const std::string server{context.stage.server_name()};
    if (lines.empty()) return Reply::of(Numeric::err_noadmininfo, {server});
    context.replies().numeric(Numeric::rpl_adminme, {server});
    constexpr std::array numerics{Numeric::rpl_adminloc1, Numeric::rpl_adminloc2,
                                  Numeric::rpl_adminemail};
    for (std::size_t i = 0; i < numerics.size() && i < lines.size(); ++i) {
        context.replies().numeric(numerics[i], {}, lines[i]);
    }
    return done;
}

}  // namespace brusio::session::commands
