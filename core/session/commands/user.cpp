#include <string>

#include "core/session/commands/commands.h"
#include "core/session/welcome.h"
#include "core/wire/case_mapping.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

namespace {

/// A user name that may stand in a source, whatever the client gave: characters that may not are
/// left out (Modern IRC, USER message: servers may change it). '~': nobody has checked it.
std::string usable_username(std::string_view given, std::size_t bytes_max) {
    std::string name = "~";
    for (const char c : given) {
        if (name.size() == bytes_max) break;
        if (wire::valid_user({&c, 1}, bytes_max)) name += c;
    }
    if (name.size() == 1) name += "u";
    return name;
}

}  // namespace

Outcome user(CommandContext& context) {
    const Limits& limits = context.state().config.limits;
    // Modern IRC, USER message: neither name may be empty.
    if (context.param(0).empty() || context.param(3).empty()) {
        return Reply::need_more_params("USER");
    }
    if (context.session.phase == Phase::checking) return done;
    Introduction& said = *context.session.introduction;
    said.username = usable_username(context.param(0), limits.user_bytes_max);
    std::string_view realname = context.param(3);
    said.realname = realname.substr(0, wire::utf8_cut(realname, limits.realname_bytes_max));
    identity_changed(context.stage, context.session);
    return done;
}

}  // namespace brusio::session::commands
