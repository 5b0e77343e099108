#pragma once

#include "core/session/command.h"

/// The bodies of the command table, one file each (core/session/commands/<name>.cpp).
namespace brusio::session::commands {

Outcome accept(CommandContext& context);
Outcome account(CommandContext& context);
Outcome admin(CommandContext& context);
Outcome audit(CommandContext& context);
Outcome authenticate(CommandContext& context);
Outcome away(CommandContext& context);
Outcome ban(CommandContext& context);
Outcome ban_line(CommandContext& context);
Outcome ban_realname(CommandContext& context);
Outcome batch(CommandContext& context);
Outcome cap(CommandContext& context);
Outcome channel(CommandContext& context);
Outcome chathistory(CommandContext& context);
Outcome help(CommandContext& context);
Outcome info(CommandContext& context);
Outcome invite(CommandContext& context);
Outcome isupport(CommandContext& context);
Outcome ison(CommandContext& context);
Outcome join(CommandContext& context);
Outcome kick(CommandContext& context);
Outcome kill(CommandContext& context);
Outcome links(CommandContext& context);
Outcome list(CommandContext& context);
Outcome lusers(CommandContext& context);
Outcome markread(CommandContext& context);
Outcome metadata(CommandContext& context);
Outcome mode(CommandContext& context);
Outcome monitor(CommandContext& context);
Outcome motd(CommandContext& context);
Outcome names(CommandContext& context);
Outcome nick(CommandContext& context);
Outcome notice(CommandContext& context);
Outcome oper(CommandContext& context);
Outcome part(CommandContext& context);
Outcome pass(CommandContext& context);
Outcome persistence(CommandContext& context);
Outcome ping(CommandContext& context);
Outcome pong(CommandContext& context);
Outcome privmsg(CommandContext& context);
Outcome quit(CommandContext& context);
Outcome redact(CommandContext& context);
Outcome register_account(CommandContext& context);
Outcome rehash(CommandContext& context);
Outcome relaymsg(CommandContext& context);
Outcome rename(CommandContext& context);
Outcome sajoin(CommandContext& context);
Outcome samode(CommandContext& context);
Outcome sanick(CommandContext& context);
Outcome sapart(CommandContext& context);
Outcome search(CommandContext& context);
Outcome setname(CommandContext& context);
Outcome silence(CommandContext& context);
Outcome stats(CommandContext& context);
Outcome tagmsg(CommandContext& context);
Outcome time(CommandContext& context);
Outcome topic(CommandContext& context);
Outcome unban_line(CommandContext& context);
Outcome unban_realname(CommandContext& context);
Outcome user(CommandContext& context);
Outcome userhost(CommandContext& context);
Outcome verify(CommandContext& context);
Outcome version(CommandContext& context);
Outcome wallops(CommandContext& context);
Outcome webirc(CommandContext& context);
Outcome who(CommandContext& context);
Outcome whois(CommandContext& context);
Outcome whowas(CommandContext& context);

}  // namespace brusio::session::commands
