#include <string>

#include "core/room/mask.h"
#include "core/session/ask_hasher.h"
#include "core/session/commands/commands.h"
#include "core/session/hostmask.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

const OperatorConfig* find_operator(const ServerConfig& config, const room::User& user,
                                    std::string_view name) {
    const Seen seen(user);
    for (const OperatorConfig& row : config.operators) {
        if (row.name != name) continue;
        if (room::glob_match(wire::fold(row.mask).text, seen.visitor().hostmask)) return &row;
    }
    return nullptr;
}

}  // namespace

/// Modern IRC, OPER message. A name that is unknown, or not allowed from here, gets the same answer
/// as a wrong password and takes the same time, so that nobody learns which names exist.
Outcome oper(CommandContext& context) {
    const ServerConfig& config = context.state().config;
    if (config.operators.empty()) return Reply::of(Numeric::err_passwdmismatch);
    const OperatorConfig* row = find_operator(config, context.user(), context.param(0));
    const std::string& hash = (row == nullptr ? config.operators.front() : *row).password_hash;
    ask_hasher(context.stage, context.session, CheckPassword{hash, std::string{context.param(1)}},
               OperPassword{row == nullptr ? std::string{} : row->name});
    return done;
}

}  // namespace brusio::session::commands
