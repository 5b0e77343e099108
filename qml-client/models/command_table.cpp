#include "qml-client/models/command_table.h"

#include <QtCore/QtGlobal>
#include <array>

#include "qml-client/models/command_handlers.h"

namespace brusio::ui {

namespace {

using W = Wish;
using S = CommandShape;
using P = CommandPlace;
using Power = CommandPower;
using Offer = CommandOffer;

constexpr auto command_rows = std::to_array<Command>({
    {"me", "action describe", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "does something"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Tells what you are doing."), W::act,
     S::needed_text, P::conversation, Power::everybody, Offer::always, nullptr},
    {"msg", "m", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "nick [text]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Writes to somebody in private, or to a room."),
     W::query, S::target_text, P::anywhere, Power::everybody, Offer::always, nullptr},
    {"query", "q", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "nick [text]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Opens a private conversation."), W::query,
     S::target_text, P::anywhere, Power::everybody, Offer::always, nullptr},
    {"say", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "text"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Says the text as it stands, also if it begins with /."),
     W::say, S::needed_text, P::conversation, Power::everybody, Offer::always, nullptr},
    {"notice", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "nick text"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Sends a notice, which nobody answers by itself."),
     W::command, S::target_said, P::anywhere, Power::everybody, Offer::always, commands::notice},

    {"join", "j", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "#room [key]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Goes into a room, and makes it if there is none."),
     W::command, S::target_text, P::anywhere, Power::everybody, Offer::always, commands::join},
    {"part", "leave", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] [reason]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Leaves the room; what was said stays to be read."),
     W::command, S::room_text, P::room, Power::everybody, Offer::always, commands::part},
    {"cycle", "hop rejoin", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Leaves the room and comes back."), W::command,
     S::room_text, P::room, Power::everybody, Offer::always, commands::cycle},
    {"close", "wc unquery", "",
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Closes what is open, and leaves the room."),
     W::command, S::text, P::anywhere, Power::everybody, Offer::always, commands::close},
    {"clear", "cls", "",
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Empties the screen until you come back here; nothing is deleted."),
     W::command, S::text, P::conversation, Power::everybody, Offer::always, commands::clear},
    {"topic", "t", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] [text]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Shows or sets the topic."), W::command,
     S::room_text, P::room, Power::everybody, Offer::always, commands::topic},
    {"names", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Lists who is in a room."), W::command,
     S::room_text, P::room, Power::everybody, Offer::always, commands::names},
    {"list", "rooms", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[word]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Shows the server's rooms."), W::command,
     S::text, P::anywhere, Power::everybody, Offer::always, commands::list},
    {"invite", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "nick [#room]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Asks somebody into a room."), W::command,
     S::nick_room, P::room, Power::everybody, Offer::always, commands::invite},
    {"knock", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "#room [text]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Asks to be let into a room."), W::command,
     S::target_text, P::anywhere, Power::everybody, Offer::knock, commands::knock},

    {"whois", "wi", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "nick"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Tells who somebody is."), W::command,
     S::target_text, P::anywhere, Power::everybody, Offer::always, commands::whois},
    {"whowas", "ww", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "nick"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Tells who somebody was who has left."),
     W::command, S::target_text, P::anywhere, Power::everybody, Offer::always, commands::whowas},
    {"who", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room or mask]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Lists people with their addresses."),
     W::command, S::text, P::anywhere, Power::everybody, Offer::always, commands::who},
    {"ignore", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[nick or mask]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Shows nothing more of what somebody says; alone it lists whom."),
     W::command, S::text, P::anywhere, Power::everybody, Offer::always, commands::ignore},
    {"unignore", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "nick or mask"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Shows again what somebody says from now on."),
     W::command, S::one_word, P::anywhere, Power::everybody, Offer::always, commands::unignore},

    {"nick", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "new-nick"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Gives you another name."), W::command,
     S::one_word, P::anywhere, Power::everybody, Offer::always, commands::nick},
    {"away", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[reason]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Tells that you are away, or without a reason that you are back."),
     W::command, S::text, P::anywhere, Power::everybody, Offer::always, commands::away},
    {"back", "unaway", "",
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Tells that you are back."), W::command, S::text,
     P::anywhere, Power::everybody, Offer::always, commands::back},
    {"umode", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[+letters or -letters]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Shows or changes your own modes."), W::command,
     S::text, P::anywhere, Power::everybody, Offer::always, commands::user_mode},
    {"quit", "exit bye disconnect", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[reason]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Leaves the server."), W::command, S::text,
     P::anywhere, Power::everybody, Offer::always, commands::quit},

    {"op", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Makes people operators of the room."),
     W::command, S::nicks, P::room, Power::room_operator, Offer::always, commands::op},
    {"deop", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Makes them operators no more."), W::command,
     S::nicks, P::room, Power::room_operator, Offer::always, commands::deop},
    {"halfop", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Makes people half-operators of the room."),
     W::command, S::nicks, P::room, Power::room_operator, Offer::half_operators, commands::halfop},
    {"dehalfop", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Makes them half-operators no more."),
     W::command, S::nicks, P::room, Power::room_operator, Offer::half_operators,
     commands::dehalfop},
    {"voice", "v", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Lets people speak in a moderated room."),
     W::command, S::nicks, P::room, Power::room_operator, Offer::always, commands::voice},
    {"devoice", "dv", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Lets them do so no more."), W::command,
     S::nicks, P::room, Power::room_operator, Offer::always, commands::devoice},
    {"kick", "k", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick [reason]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Puts somebody out of the room."), W::command,
     S::nick_text, P::room, Power::room_operator, Offer::always, commands::kick},
    {"ban", "b", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] [nick or mask…]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Keeps people out; alone it lists who is kept out."),
     W::command, S::masks, P::room, Power::room_operator, Offer::always, commands::ban},
    {"unban", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick or mask…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Lets them in again."), W::command, S::nicks,
     P::room, Power::room_operator, Offer::always, commands::unban},
    {"kickban", "kb", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick [reason]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Puts somebody out and keeps them out."),
     W::command, S::nick_text, P::room, Power::room_operator, Offer::always, commands::kickban},
    {"mute", "quiet", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick or mask…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Lets people read and not write."), W::command,
     S::nicks, P::room, Power::room_operator, Offer::silencing, commands::mute},
    {"unmute", "unquiet", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] nick or mask…"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Lets them write again."), W::command, S::nicks,
     P::room, Power::room_operator, Offer::silencing, commands::unmute},
    {"mode", "",
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[#room] [+letters or -letters] [words]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Shows or changes a room's modes."), W::command,
     S::text, P::anywhere, Power::everybody, Offer::always, commands::mode},

    {"ns", "nickserv", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "text"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable",
                       "Says something to NickServ; passwords are not shown."),
     W::command, S::needed_text, P::anywhere, Power::everybody, Offer::always, commands::nickserv},
    {"cs", "chanserv", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "text"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Says something to ChanServ."), W::command,
     S::needed_text, P::anywhere, Power::everybody, Offer::always, commands::chanserv},
    {"oper", "", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "name password"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Makes you an operator of the server."),
     W::command, S::target_said, P::anywhere, Power::server_operator, Offer::always,
     commands::oper},
    {"motd", "", "",
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Shows the server's message of the day."),
     W::command, S::text, P::anywhere, Power::everybody, Offer::always, commands::motd},
    {"raw", "quote", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "line"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Sends a line to the server as it stands."),
     W::command, S::needed_text, P::anywhere, Power::everybody, Offer::always, commands::raw},
    {"help", "h", QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "[command]"),
     QT_TRANSLATE_NOOP("brusio::ui::CommandTable", "Explains a command, or all of them."),
     W::command, S::text, P::anywhere, Power::everybody, Offer::always, commands::help},
});

}  // namespace

std::span<const Command> all_commands() { return command_rows; }

const Command* find_command(const QString& name) {
    const QString wanted = name.toLower();
    for (const Command& command : command_rows) {
        if (wanted == QLatin1String(command.name) || aliases_of(command).contains(wanted)) {
            return &command;
        }
    }
    return nullptr;
}

}  // namespace brusio::ui
