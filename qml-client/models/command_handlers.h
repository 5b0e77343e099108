#pragma once

namespace brusio::ui {

class CommandDesk;
struct ComposerInput;

/// What the commands of the table do; each is one row of it (command_table.cpp).
namespace commands {

using Run = void(CommandDesk& desk, const ComposerInput& input);

// In command_handlers.cpp: rooms, oneself, the server.
Run join, part, cycle, topic, names, list, invite, knock, close, clear;
Run nick, away, back, quit, oper, user_mode;
Run notice, nickserv, chanserv, raw, motd, help;

// In command_people.cpp: people, and what operators do with them.
Run whois, whowas, who, ignore, unignore;
Run op, deop, halfop, dehalfop, voice, devoice, kick, ban, unban, kickban, mute, unmute, mode;

}  // namespace commands
}  // namespace brusio::ui
