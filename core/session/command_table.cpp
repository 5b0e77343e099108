#include "core/session/command_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/assert.h"
#include "core/session/commands/commands.h"
#include "core/session/multiline.h"
#include "core/session/send_long.h"
#include "core/wire/tags.h"
#include "core/wire/utf8.h"

namespace brusio::session {

namespace {

using W = When;
namespace c = commands;

constexpr LineLength usual_length = LineLength::usual;

constexpr CommandRow command_rows[] = {
    {"ACCEPT", 1, W::registered_only, 1, c::accept, "Hybrid and others, ACCEPT"},
    {"ACCOUNT", 1, W::any_time, 2, c::account, "docs/protocol.md, Accounts",
     LineLength::with_password},
    {"ADMIN", 0, W::registered_only, 1, c::admin, "Modern IRC, ADMIN message"},
    {"AUDIT", 0, W::registered_only, 1, c::audit, "docs/operations.md, Operators"},
    {"AUTHENTICATE", 1, W::any_time, 1, c::authenticate, "IRCv3 sasl-3.1, sasl-3.2"},
    {"AWAY", 0, W::any_time, 1, c::away, "Modern IRC, AWAY message; IRCv3 draft/pre-away",
     usual_length, Charging::announced},
    {"BAN", 1, W::registered_only, 1, c::ban, "docs/operations.md, Operators"},
    {"BATCH", 1, W::registered_only, 1, c::batch, "IRCv3 client-batch, multiline"},
    {"CAP", 1, W::any_time, 1, c::cap, "IRCv3 capability-negotiation"},
    {"CHANNEL", 2, W::registered_only, 2, c::channel, "docs/protocol.md, Rooms that stay"},
    {"CHATHISTORY", 0, W::registered_only, 5, c::chathistory, "IRCv3 draft/chathistory",
     usual_length, Charging::question},
    {"DLINE", 1, W::registered_only, 1, c::ban_line, "docs/operations.md, Operators"},
    {"GLINE", 1, W::registered_only, 1, c::ban_line, "docs/operations.md, Operators"},
    {"HELP", 0, W::registered_only, 1, c::help, "Modern IRC, HELP message"},
    {"HELPOP", 0, W::registered_only, 1, c::help, "Modern IRC, HELP message"},
    {"INFO", 0, W::registered_only, 1, c::info, "Modern IRC, INFO message"},
    {"INVITE", 0, W::registered_only, 1, c::invite, "Modern IRC, INVITE message", usual_length,
     Charging::announced},
    {"ISON", 1, W::registered_only, 1, c::ison, "RFC 2812 section 4.9"},
    {"ISUPPORT", 0, W::any_time, 1, c::isupport, "IRCv3 draft/extended-isupport"},
    {"JOIN", 1, W::registered_only, 1, c::join, "Modern IRC, JOIN message", usual_length,
     Charging::per_target},
    {"KICK", 2, W::registered_only, 1, c::kick, "Modern IRC, KICK message"},
    {"KILL", 1, W::registered_only, 1, c::kill, "Modern IRC, KILL message"},
    {"KLINE", 1, W::registered_only, 1, c::ban_line, "docs/operations.md, Operators"},
    {"LINKS", 0, W::registered_only, 1, c::links, "Modern IRC, LINKS message"},
    {"LIST", 0, W::registered_only, 10, c::list, "Modern IRC, LIST message"},
    {"LUSERS", 0, W::registered_only, 1, c::lusers, "Modern IRC, LUSERS message"},
    {"MARKREAD", 0, W::registered_only, 1, c::markread, "IRCv3 draft/read-marker", usual_length,
     Charging::question},
    {"METADATA", 2, W::any_time, 3, c::metadata, "IRCv3 draft/metadata-2, draft/metadata-3",
     usual_length, Charging::metadata},
    {"MODE", 1, W::registered_only, 1, c::mode, "Modern IRC, MODE message"},
    {"MONITOR", 1, W::registered_only, 1, c::monitor, "IRCv3 monitor"},
    {"MOTD", 0, W::registered_only, 1, c::motd, "Modern IRC, MOTD message"},
    {"NAMES", 0, W::registered_only, 5, c::names, "Modern IRC, NAMES message", usual_length,
     Charging::question},
    {"NICK", 0, W::any_time, 1, c::nick, "Modern IRC, NICK message", usual_length,
     Charging::announced},
    {"NOTICE", 0, W::registered_only, talk_tokens, c::notice, "Modern IRC, NOTICE message",
     usual_length, Charging::per_target},
    {"OPER", 2, W::registered_only, 5, c::oper, "Modern IRC, OPER message"},
    {"PART", 1, W::registered_only, 1, c::part, "Modern IRC, PART message", usual_length,
     Charging::announced_per_target},
    {"PASS", 1, W::before_registration, 1, c::pass, "Modern IRC, PASS message",
     LineLength::with_password},
    {"PERSISTENCE", 0, W::registered_only, 5, c::persistence, "IRCv3 draft/persistence"},
    {"PING", 1, W::any_time, 1, c::ping, "Modern IRC, PING message"},
    {"PONG", 0, W::any_time, 0, c::pong, "Modern IRC, PONG message"},
    {"PRIVMSG", 0, W::registered_only, talk_tokens, c::privmsg, "Modern IRC, PRIVMSG message",
     usual_length, Charging::per_target},
    {"QUIT", 0, W::any_time, 0, c::quit, "Modern IRC, QUIT message"},
    {"REDACT", 2, W::registered_only, 2, c::redact, "IRCv3 draft/message-redaction"},
    {"REGISTER", 3, W::any_time, 5, c::register_account, "IRCv3 draft/account-registration",
     LineLength::with_password},
    {"REHASH", 0, W::registered_only, 1, c::rehash, "Modern IRC, REHASH message"},
    {"RELAYMSG", 3, W::registered_only, talk_tokens, c::relaymsg, "IRCv3 draft/relaymsg"},
    {"RENAME", 2, W::registered_only, 5, c::rename, "IRCv3 draft/channel-rename", usual_length,
     Charging::announced},
    {"SAJOIN", 2, W::registered_only, 1, c::sajoin, "docs/operations.md, Operators"},
    {"SAMODE", 2, W::registered_only, 1, c::samode, "docs/operations.md, Operators"},
    {"SANICK", 2, W::registered_only, 1, c::sanick, "docs/operations.md, Operators"},
    {"SAPART", 2, W::registered_only, 1, c::sapart, "docs/operations.md, Operators"},
    {"SEARCH", 1, W::registered_only, 5, c::search, "soju.im/search"},
    {"SETNAME", 1, W::registered_only, 1, c::setname, "IRCv3 setname", usual_length,
     Charging::announced},
    {"SILENCE", 0, W::registered_only, 1, c::silence, "ircu and others, SILENCE"},
    {"STATS", 1, W::registered_only, 1, c::stats, "Modern IRC, STATS message"},
    {"TAGMSG", 1, W::registered_only, talk_tokens, c::tagmsg, "IRCv3 message-tags, TAGMSG",
     usual_length, Charging::per_target},
    {"TIME", 0, W::registered_only, 1, c::time, "Modern IRC, TIME message"},
    {"TOPIC", 1, W::registered_only, 1, c::topic, "Modern IRC, TOPIC message", usual_length,
     Charging::announced},
    {"UBAN", 1, W::registered_only, 1, c::ban, "docs/operations.md, Operators"},
    {"UNDLINE", 1, W::registered_only, 1, c::unban_line, "docs/operations.md, Operators"},
    {"UNGLINE", 1, W::registered_only, 1, c::unban_line, "docs/operations.md, Operators"},
    {"UNKLINE", 1, W::registered_only, 1, c::unban_line, "docs/operations.md, Operators"},
    {"UNXLINE", 1, W::registered_only, 1, c::unban_realname, "docs/operations.md, Operators"},
    {"UNZLINE", 1, W::registered_only, 1, c::unban_line, "docs/operations.md, Operators"},
    {"USER", 4, W::before_registration, 1, c::user, "Modern IRC, USER message"},
    {"USERHOST", 1, W::registered_only, 1, c::userhost, "Modern IRC, USERHOST message"},
    {"VERIFY", 2, W::any_time, 2, c::verify, "IRCv3 draft/account-registration"},
    {"VERSION", 0, W::registered_only, 1, c::version, "Modern IRC, VERSION message"},
    {"WALLOPS", 1, W::registered_only, 1, c::wallops, "Modern IRC, WALLOPS message"},
    {"WEBIRC", 4, W::before_registration, 1, c::webirc, "IRCv3 WEBIRC", LineLength::with_password},
    {"WHO", 0, W::registered_only, 5, c::who, "Modern IRC, WHO message; WHOX", usual_length,
     Charging::question},
    {"WHOIS", 0, W::registered_only, 2, c::whois, "Modern IRC, WHOIS message"},
    {"WHOWAS", 0, W::registered_only, 2, c::whowas, "Modern IRC, WHOWAS message"},
    {"XLINE", 1, W::registered_only, 1, c::ban_realname, "docs/operations.md, Operators"},
    {"ZLINE", 1, W::registered_only, 1, c::ban_line, "docs/operations.md, Operators"},
};

std::string upper(std::string_view name) {
    std::string out{name};
    for (char& letter : out) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    return out;
}

/// What stands in the way of the command before its body is asked.
Outcome refused_by_guards(const CommandRow* row, const Session& session, const wire::Line& line) {
    const bool registered = session.registered();
    if (row == nullptr) {
        return Reply::of(wire::Numeric::err_unknowncommand, {std::string{line.command}});
    }
    if (row->when == When::registered_only && !registered) {
        return Reply::of(wire::Numeric::err_notregistered);
    }
    if (row->when == When::before_registration && registered) {
        return Reply::of(wire::Numeric::err_alreadyregistered);
    }
    if (line.params_count < row->params_min) return Reply::need_more_params(row->name);
    return done;
}

/// The escaped value of the label, if the session may use labels and this one may be repeated.
/// IRCv3 labeled-response: a label longer than 64 bytes is none.
std::string_view label_of(const Session& session, const wire::Line& line) {
    constexpr std::size_t label_bytes_max = 64;
    if (!session.has(wire::Capability::labeled_response)) return {};
    const std::string_view label = wire::find_tag(line.tags, "label").value_or("");
    return label.size() <= label_bytes_max && wire::valid_utf8(label) ? label : "";
}

}  // namespace

std::span<const CommandRow> command_table() { return command_rows; }

const CommandRow* find_command(std::string_view name) {
    constexpr std::size_t name_bytes_max = 16;
    if (name.size() > name_bytes_max) return nullptr;
    const std::string wanted = upper(name);
    const auto* row = std::lower_bound(
        std::begin(command_rows), std::end(command_rows), wanted,
        [](const CommandRow& left, const std::string& right) { return left.name < right; });
    return row != std::end(command_rows) && row->name == wanted ? row : nullptr;
}

namespace {

void count(ServerState& state, const CommandRow& row) {
    state.commands_run.resize(std::size(command_rows));
    ++state.commands_run.at(static_cast<std::size_t>(&row - std::begin(command_rows)));
}

}  // namespace

void run_command(Stage& stage, Session& session, const wire::Line& line) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    stage.replies.begin_command(label_of(session, line));
    CommandContext context{stage, session, line};
    const CommandRow* row = find_command(line.command);
    if (row != nullptr) count(stage.state, *row);
    const bool is_taken = is_of_batch(session, line);
    Outcome outcome = is_taken ? take_into_batch(context) : refused_by_guards(row, session, line);
    if (!outcome && !is_taken) outcome = refusal_of_stray(session, line);
    if (!outcome && !is_taken) outcome = row->body(context);
    if (outcome) stage.replies.reply(*outcome);
    end_command(stage);
}

void refuse_command(Stage& stage, const Session& session, const wire::Line& line,
                    const Reply& reply) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    stage.replies.begin_command(label_of(session, line));
    stage.replies.reply(reply);
    stage.replies.end_command();
}

}  // namespace brusio::session
