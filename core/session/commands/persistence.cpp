#include "core/session/accounts/stay_choice.h"
#include "core/session/commands/commands.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

struct ChoiceWord {
    std::string_view word;
    StayChoice choice;
};

constexpr ChoiceWord choice_words[] = {
    {"DEFAULT", StayChoice::as_configured}, {"ON", StayChoice::stay}, {"OFF", StayChoice::leave}};

}  // namespace

/// PERSISTENCE GET | SET <DEFAULT|ON|OFF> (IRCv3 draft/persistence).
Outcome persistence(CommandContext& context) {
    if (wire::equals_command(context.param(0), "GET")) return tell_stay_choice(context);
    if (wire::equals_command(context.param(0), "SET")) {
        for (const ChoiceWord& row : choice_words) {
            if (!wire::equals_command(context.param(1), row.word)) continue;
            return change_stay_choice(context, row.choice);
        }
    }
    return Reply::specified_fail("PERSISTENCE", "INVALID_PARAMETERS", {},
                                 "Say PERSISTENCE GET, or PERSISTENCE SET with DEFAULT, ON or OFF");
}

}  // namespace brusio::session::commands
