#include "core/session/help_texts.h"

namespace brusio::session {

namespace {

constexpr HelpText texts[] = {
    {"ACCEPT", "ACCEPT <nick>{,<nick>} | -<nick> | *",
     "Lets somebody write to you though you have mode +g or +R, or no longer (-); * lists whom you "
     "have accepted. Whoever has an account is accepted by it, a guest for as long as it is here."},
    {"ACCOUNT",
     "ACCOUNT PASSWORD <old> <new> | DELETE <password> | SESSIONS | LOGOUT <number or *> | "
     "CERT ADD | CERT DEL <fingerprint> | CERT LIST | EMAIL <password> <address or *> | CONFIRM "
     "<token> | RESET <account> [<token> <new password>] | ADD <account> <password> | SUSPEND "
     "<account> [<duration>] [<reason>] | RESUME <account> | INFO <account>",
     "Changes your password, removes your account, lists where you are logged in, closes one of "
     "these sessions (or all others), says which client certificates log you in, or where your "
     "mail goes. For all of these you must be logged in. RESET has a mail sent to whoever has lost "
     "a password. The last four are for server operators."},
    {"ADMIN", "ADMIN [<server>]", "Tells who runs this server and how to reach them."},
    {"AUDIT", "AUDIT [<count>] [<words>]",
     "Shows what operators did last, or those deeds alone that have the words. For server "
     "operators."},
    {"AUTHENTICATE", "AUTHENTICATE <mechanism or data>",
     "Logs you in. Your client does this by itself once you have told it your account and password "
     "(SASL)."},
    {"AWAY", "AWAY [<message>]",
     "Marks you as away, and tells those who write to you why; without a message you are back."},
    {"BAN", "BAN ADD [FORCE] [<duration>] <subject> [<reason>] | DEL <subject> | LIST [<mask>]",
     "Keeps people out of the server. The subject is an address, a range of addresses, "
     "nick!user@host, account:name or realname:text; a duration is like 1d12h. For server "
     "operators."},
    {"BATCH", "BATCH +<reference> draft/multiline <target>, BATCH -<reference>",
     "Sends a message of several lines. Your client does this by itself."},
    {"CAP", "CAP LS|LIST|REQ|END [<capabilities>]",
     "Agrees with the server on extensions of the protocol. Your client does this by itself."},
    {"CHANNEL",
     "CHANNEL INFO <channel> | FOUNDER <channel> <account> | DROP <channel> | OPEN <channel>",
     "Tells whose channel it is, hands yours over to somebody who is in it, or gives it up. A "
     "channel "
     "that you make while logged in is yours: it stays when nobody is in it, and you are always an "
     "operator there. Server operators OPEN a channel that keeps everybody out."},
    {"CHATHISTORY", "CHATHISTORY LATEST|BEFORE|AFTER|AROUND|BETWEEN|TARGETS ...",
     "Shows what was said before. Your client does this by itself."},
    {"DLINE", "DLINE [<duration>] <subject> [<duration>] [<reason>]", "The same as BAN ADD."},
    {"GLINE", "GLINE [<duration>] <subject> [<duration>] [<reason>]", "The same as BAN ADD."},
    {"HELP", "HELP [<command>]", "Explains a command, or lists all of them."},
    {"HELPOP", "HELPOP [<command>]", "The same as HELP."},
    {"INFO", "INFO [<server>]", "Tells what software this server runs and since when."},
    {"INVITE", "INVITE [<nick> <channel>]",
     "Invites somebody to a channel that you are in. Without parameters it lists the channels to "
     "which you are invited."},
    {"ISON", "ISON <nick>{ <nick>}",
     "Tells which of these nicks are here. MONITOR does it better."},
    {"ISUPPORT", "ISUPPORT", "Lists the limits and features of this server, for clients."},
    {"JOIN", "JOIN <channel>{,<channel>} [<key>{,<key>}]",
     "Enters channels, and makes those that are not there yet. JOIN 0 leaves all of them."},
    {"KICK", "KICK <channel> <nick>{,<nick>} [<reason>]",
     "Puts members out of a channel. You need the rank of half operator (%) or operator (@)."},
    {"KILL", "KILL <nick> [<reason>]", "Closes somebody's connection. For server operators."},
    {"KLINE", "KLINE [<duration>] <subject> [<duration>] [<reason>]", "The same as BAN ADD."},
    {"LINKS", "LINKS [<mask>]", "Lists the servers of this network."},
    {"LIST", "LIST [<channel or mask>{,...}] [<condition>{,...}]",
     "Lists channels. Conditions: >5 and <5 members, C>60 and C<60 minutes since it was made, "
     "T>60 and T<60 minutes since its topic was set, !mask for all others."},
    {"LUSERS", "LUSERS", "Tells how many users and channels there are."},
    {"MARKREAD", "MARKREAD <target> [timestamp=<time>]",
     "Tells your other devices how far you have read. Your client does this by itself."},
    {"METADATA",
     "METADATA <* or channel> SET <key> [<value>] | <target> GET <keys> | LIST | CLEAR | SYNC | "
     "* SUB <keys> | UNSUB <keys> | SUBS",
     "Notes something about yourself or about a channel of which you are an operator (a picture, a "
     "name to show), or tells what others have noted. Your client does this by itself."},
    {"MODE", "MODE <channel or your nick> [<modes> [<parameters>]]",
     "Shows or changes settings. Channels: b e I (masks, also *!*@192.0.2.0/24; ~a:account for "
     "somebody's account, ~m: before a mask for those who may be there but not speak), i (by "
     "invitation), k (key), l (limit), m (moderated), n (members only), s (secret), t (topic "
     "locked), "
     "R M (only those who are logged in may enter, speak), C (no CTCP), j F (5:10: so many may "
     "join, "
     "change nicks in so many seconds), o h v (ranks). You: i "
     "(invisible), B (bot), w (wallops), R and g (private messages only from those who "
     "are logged in, whom you have accepted), s (server operators: notices of the server)."},
    {"MONITOR", "MONITOR + <nicks> | - <nicks> | C | L | S",
     "Tells you when these nicks come and go. C clears the list, L shows it, S shows who is here."},
    {"MOTD", "MOTD [<server>]", "Shows the message of the day."},
    {"NAMES", "NAMES [<channel>{,<channel>}]", "Lists who is in a channel."},
    {"NICK", "NICK <nick>", "Changes your nick."},
    {"NOTICE", "NOTICE <target>{,<target>} <text>",
     "Like PRIVMSG, but programs must not answer it by themselves."},
    {"OPER", "OPER <name> <password>", "Makes you a server operator."},
    {"PART", "PART <channel>{,<channel>} [<reason>]", "Leaves channels."},
    {"PASS", "PASS <password>",
     "Gives the password of the server before registration. Where the server has none, "
     "account:password logs you in."},
    {"PERSISTENCE", "PERSISTENCE GET | PERSISTENCE SET <DEFAULT, ON or OFF>",
     "Tells or chooses whether you stay in your channels while none of your devices is connected. "
     "DEFAULT leaves it to the server."},
    {"PING", "PING <token>", "Asks the server for a sign of life."},
    {"PONG", "PONG <token>", "Answers a PING. Your client does this by itself."},
    {"PRIVMSG", "PRIVMSG <target>{,<target>} <text>",
     "Says something to a channel, to its members from a rank on (@#channel), or to somebody."},
    {"QUIT", "QUIT [<reason>]", "Leaves the server."},
    {"REDACT", "REDACT <target> <message id> [<reason>]",
     "Takes a message back: one that you have said while logged in, or any message of a channel "
     "whose operator (@) you are. Your client knows the ids."},
    {"REGISTER", "REGISTER <account or *> <e-mail or *> <password>",
     "Makes an account and logs you in to it; * takes your nick as its name, and no e-mail "
     "address. "
     "Nobody else can use the name from then on."},
    {"REHASH", "REHASH", "Reads the server's configuration again. For server operators."},
    {"RELAYMSG", "RELAYMSG <channel> <name> <text>",
     "Lets a bridge say what somebody elsewhere has said, under that one's name, which has a slash "
     "in it (ann/discord). For operators of the channel."},
    {"RENAME", "RENAME <channel> <new name> [<reason>]",
     "Gives a channel another name; everything else of it stays. You need the rank of operator "
     "(@)."},
    {"SAJOIN", "SAJOIN <nick> <channel>{,<channel>}",
     "Brings somebody into channels that are there, whatever their settings. For server "
     "operators."},
    {"SAMODE", "SAMODE <channel or nick> <modes> [<parameters>]",
     "Changes settings of a channel without a rank there, or somebody's modes. For server "
     "operators."},
    {"SANICK", "SANICK <nick> <new nick>", "Gives somebody another nick. For server operators."},
    {"SAPART", "SAPART <nick> <channel>{,<channel>} [<reason>]",
     "Takes somebody out of channels. For server operators."},
    {"SEARCH", "SEARCH <attributes>",
     "Finds what was said, in your channels and private conversations: text=words;in=#channel;"
     "from=nick;after=time;before=time;limit=number, as many of them as you like."},
    {"SETNAME", "SETNAME <real name>", "Changes your real name."},
    {"SILENCE", "SILENCE [+<mask>{,-<mask>}]",
     "Keeps what somebody says to you in private away, without a word, or no longer (-); without a "
     "mask it lists whom. A mask is a nick, nick!user@host or ~a:account."},
    {"STATS", "STATS u|p|k|l|m|o [<server>], STATS l [<mask>]",
     "Tells how long the server has been running (u) and which operators are here (p); server "
     "operators also bans (k), links (l; those whose nick[address] fits a mask), how often "
     "commands "
     "were used (m) and the operators of the configuration (o)."},
    {"TAGMSG", "TAGMSG <target>{,<target>}",
     "Sends message tags without text, for instance that you are typing."},
    {"TIME", "TIME [<server>]", "Tells the server's time."},
    {"TOPIC", "TOPIC <channel> [<topic>]",
     "Shows or changes what a channel is about; an empty topic clears it."},
    {"UBAN", "UBAN ADD|DEL|LIST ...", "The same as BAN."},
    {"UNDLINE", "UNDLINE <subject>", "The same as BAN DEL."},
    {"UNGLINE", "UNGLINE <subject>", "The same as BAN DEL."},
    {"UNKLINE", "UNKLINE <subject>", "The same as BAN DEL."},
    {"UNXLINE", "UNXLINE <text>", "The same as BAN DEL realname:text."},
    {"UNZLINE", "UNZLINE <subject>", "The same as BAN DEL."},
    {"USER", "USER <user name> 0 * <real name>", "Introduces you at registration."},
    {"USERHOST", "USERHOST <nick>{ <nick>}", "Tells from where up to five users connect."},
    {"VERIFY", "VERIFY <account> <code>",
     "Says what was mailed to you when you made an account with an e-mail address."},
    {"VERSION", "VERSION [<server>]", "Tells the version of the server and its features."},
    {"WALLOPS", "WALLOPS <text>",
     "Says something to all users with mode +w. For server operators."},
    {"WEBIRC", "WEBIRC <password> <gateway> <host> <address> [<options>]",
     "Tells where the person behind a web gateway comes from. For gateways that the configuration "
     "names, as their first command."},
    {"WHO", "WHO <channel, nick or mask> [o][%<fields>[,<token>]]",
     "Lists users: those of a channel, one, or all that match and can be found."},
    {"WHOIS", "WHOIS [<server>] <nick>", "Tells about somebody who is here."},
    {"WHOWAS", "WHOWAS <nick> [<count>]", "Tells about somebody who was here."},
    {"XLINE", "XLINE [<duration>] <text> [<duration>] [<reason>]",
     "The same as BAN ADD realname:text."},
    {"ZLINE", "ZLINE [<duration>] <subject> [<duration>] [<reason>]", "The same as BAN ADD."},
};

}  // namespace

std::span<const HelpText> help_texts() { return texts; }

}  // namespace brusio::session
