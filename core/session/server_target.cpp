#include "core/session/server_target.h"

#include "core/room/mask.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

Outcome check_server_target(const CommandContext& context, std::size_t param_index) {
    const std::string_view target = context.param(param_index);
    if (target.empty()) return done;
    const std::string mask = wire::fold(target).text;
    const std::string name = wire::fold(context.stage.server_name()).text;
    if (room::glob_match(mask, name) || find_user(context.state(), target) != nullptr) return done;
    return Reply::of(wire::Numeric::err_nosuchserver, {std::string{target}});
}

}  // namespace brusio::session
