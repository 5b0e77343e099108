#include "core/session/isupport.h"

#include <algorithm>
#include <span>

#include "core/base/assert.h"
#include "core/session/line_budget.h"
#include "core/session/mode_letters.h"
#include "core/session/numeric_draft.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

using wire::Capability;
using wire::Numeric;

/// A value of RPL_ISUPPORT: space, backslash and '=' are escaped, anything that is not ASCII and
/// visible is left out (Modern IRC, RPL_ISUPPORT).
std::string escaped_value(std::string_view value) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7F) continue;
        if (c == ' ' || c == '\\' || c == '=') {
            out += "\\x";
            out += hex[byte >> 4U];
            out += hex[byte & 0x0FU];
        } else {
            out += c;
        }
    }
    return out;
}

template <class Rows>
std::string letters_of(const Rows& rows) {
    std::string letters;
    for (const auto& row : rows) letters += row.mode;
    return letters;
}

std::string prefix_token() {
    std::string prefixes;
    for (const RankLetter& row : rank_letters()) prefixes += row.prefix;
    return "PREFIX=(" + letters_of(rank_letters()) + ")" + prefixes;
}

std::string status_prefixes() {
    std::string prefixes;
    for (const RankLetter& row : rank_letters()) prefixes += row.prefix;
    return prefixes;
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

/// Sends as many of `tokens` as one line may have and answers how many.
std::size_t send_isupport_line(Stage& stage, std::span<const std::string> tokens) {
    // RPL_ISUPPORT: 15 parameters less the nick and the sentence.
    constexpr std::size_t tokens_per_line_max = 13;
    const std::string_view sentence = wire::numeric_text(Numeric::rpl_isupport);
    std::size_t bytes_left = numeric_text_bytes_left(stage) - sentence.size();
    Draft draft = numeric_draft(stage, Numeric::rpl_isupport);
    std::size_t sent = 0;
    for (const std::string& token : tokens) {
        const bool fits = sent < tokens_per_line_max && token.size() + 1 <= bytes_left;
        if (!fits && sent > 0) break;
        draft.add(token);
        bytes_left -= std::min(bytes_left, token.size() + 1);
        ++sent;
    }
    stage.replies.add(draft.text(sentence));
    return sent;
}

}  // namespace

std::vector<std::string> isupport_tokens(const ServerConfig& config) {
    const Limits& limits = config.limits;
    const std::string lists = letters_of(mask_list_letters());
    std::vector<std::string> tokens{
        "BOT=B",  // IRCv3 bot-mode
        "CASEMAPPING=" + std::string{wire::case_mapping_name},
        "CHANLIMIT=#:" + std::to_string(limits.rooms_per_user_max),
        "CHANMODES=" + lists + ",k,l," + letters_of(room_flag_letters()),
        "CHANTYPES=#",
        "ELIST=CMNTU",
        "EXCEPTS=e",
        "INVEX=I",
        numbered("MAXTARGETS", limits.targets_per_command_max),
        numbered("MODES", limits.mode_changes_per_command_max),
        numbered("MONITOR", limits.monitor_entries_max),
        "NETWORK=" + escaped_value(config.network),
        prefix_token(),
        "SAFELIST",
        "STATUSMSG=" + status_prefixes(),
        targmax_token(limits),
        "UTF8ONLY",  // IRCv3 utf8-only
        "WHOX",      // IRCv3 whox
    };
    std::string list_limits;
    for (const MaskListLetter& row : mask_list_letters()) {
        list_limits += list_limits.empty() ? "" : ",";
        list_limits += row.mode;
        list_limits += ":" + std::to_string(limits.list_entries_per_room_max);
    }
    tokens.push_back("MAXLIST=" + list_limits);
    add_lengths(limits, tokens);
    std::sort(tokens.begin(), tokens.end());
    return tokens;
}

void send_isupport(Stage& stage, const Session& session) {
    BRUSIO_ASSERT(!stage.state.isupport.empty());
    // IRCv3 draft/extended-isupport: with both, never a line outside of a batch.
    const bool batched =
        session.has(Capability::batch) && session.has(Capability::extended_isupport);
    if (batched) stage.replies.open_batch("draft/isupport");
    std::span<const std::string> rest = stage.state.isupport;
    while (!rest.empty()) rest = rest.subspan(send_isupport_line(stage, rest));
    if (batched) stage.replies.close_batch();
}

}  // namespace brusio::session
