#include "core/session/isupport_tokens.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/session/extended_mask.h"
#include "core/session/mode_letters.h"
#include "core/wire/case_mapping.h"
#include "core/wire/isupport.h"

namespace brusio::session {

namespace {

std::string prefixes() {
    std::string text;
    for (const RankLetter& row : rank_letters()) text += row.prefix;
    return text;
}

std::string chanmodes_token() {
    const wire::ModeSyntax& syntax = room_mode_syntax();
    std::string token = "CHANMODES=";
    token.append(syntax.list).append(",").append(syntax.always).append(",");
    return token.append(syntax.when_set).append(",").append(syntax.never);
}

std::string maxlist_token(const Limits& limits) {
    std::string token;
    for (const char letter : room_mode_syntax().list) {
        token += token.empty() ? "MAXLIST=" : ",";
        token += letter;
        token += ":" + std::to_string(limits.list_entries_per_room_max);
    }
    return token;
}

/// Commands that take lists of targets and how long these may be; without a number: any.
std::string targmax_token(const Limits& limits) {
    const std::string several = std::to_string(limits.targets_per_command_max);
    return "TARGMAX=JOIN:,KICK:" + several + ",KILL:1,LIST:,MONITOR:,NAMES:" + several +
           ",NOTICE:" + several + ",PART:,PRIVMSG:" + several + ",TAGMSG:" + several +
           ",USERHOST:5,WHOIS:1,WHOWAS:1";
}

std::string numbered(std::string_view name, std::size_t value) {
    return std::string{name} + "=" + std::to_string(value);
}

void add_lengths(const Limits& limits, std::vector<std::string>& tokens) {
    tokens.push_back(numbered("AWAYLEN", limits.away_bytes_max));
    tokens.push_back(numbered("CHANNELLEN", limits.room_name_bytes_max));
    tokens.push_back(numbered("HOSTLEN", limits.host_bytes_max));
    tokens.push_back(numbered("KEYLEN", limits.key_bytes_max));
    tokens.push_back(numbered("KICKLEN", limits.kick_reason_bytes_max));
    tokens.push_back(numbered("NAMELEN", limits.realname_bytes_max));
    tokens.push_back(numbered("NICKLEN", limits.nick_bytes_max));
    tokens.push_back(numbered("TOPICLEN", limits.topic_bytes_max));
    tokens.push_back(numbered("USERLEN", limits.user_bytes_max));
}

/// IRCv3 network-icon, filehost; clients know the latter under soju's name too.
void add_addresses(const ServerConfig& config, std::vector<std::string>& tokens) {
    if (!config.icon.empty()) {
        tokens.push_back("draft/ICON=" + wire::escape_isupport_value(config.icon));
    }
    if (config.filehost.empty()) return;
    for (const std::string_view name : {"draft/FILEHOST=", "soju.im/FILEHOST="}) {
        tokens.push_back(std::string{name} + wire::escape_isupport_value(config.filehost));
    }
}

}  // namespace

std::vector<std::string> isupport_tokens(const ServerConfig& config) {
    const Limits& limits = config.limits;
    std::vector<std::string> tokens{
        std::string{"ACCOUNTEXTBAN="} + account_mask_letter,  // IRCv3 account-extban
        numbered("ACCEPT", limits.accept_entries_max),        // Hybrid and others
        "BOT=B",                                              // IRCv3 bot-mode
        "CALLERID=g",
        "CASEMAPPING=" + std::string{wire::case_mapping_name},
        "CHANLIMIT=#:" + std::to_string(limits.rooms_per_user_max),
        chanmodes_token(),
        numbered("CHATHISTORY", limits.history_messages_max),  // IRCv3 chathistory
        "CHANTYPES=#",
        "ELIST=CMNTU",
        "EXCEPTS=e",
        std::string{"EXTBAN="} + extended_mask_prefix + "," + account_mask_letter +
            mute_mask_letter,
        "INVEX=I",
        maxlist_token(limits),
        numbered("MAXTARGETS", limits.targets_per_command_max),
        numbered("MODES", limits.mode_changes_per_command_max),
        "MSGREFTYPES=msgid,timestamp",
        numbered("MONITOR", limits.monitor_entries_max),
        "NETWORK=" + wire::escape_isupport_value(config.network),
        "PREFIX=(" + std::string{room_mode_syntax().rank} + ")" + prefixes(),
        "SAFELIST",
        numbered("SILENCE", limits.silence_entries_max),
        "SAFERATE",  // who sends too fast is read more slowly, and stays
        "STATUSMSG=" + prefixes(),
        targmax_token(limits),
        "UTF8ONLY",  // IRCv3 utf8-only
        "WHOX",      // IRCv3 whox
    };
    add_addresses(config, tokens);
    if (config.accounts.required) tokens.emplace_back("draft/ACCOUNTREQUIRED");
    add_lengths(limits, tokens);
    std::sort(tokens.begin(), tokens.end());
    BRUSIO_ASSERT(!tokens.empty());
    return tokens;
}

}  // namespace brusio::session
