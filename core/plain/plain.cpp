#include "core/plain/plain.h"

#include "core/base/assert.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/departure.h"
#include "core/session/room_entry.h"
#include "core/session/speech.h"
#include "core/session/welcome.h"
#include "core/wire/case_mapping.h"
#include "core/wire/utf8.h"

namespace brusio::plain {

using session::Session;
using session::Stage;

namespace {

constexpr std::string_view exit_word = "{exit}";
/// What of a text fits one IRC line behind any source and room name.
constexpr std::size_t piece_bytes_max = 350;

void say(Stage& stage, std::string_view sentence) {
    stage.replies.add_text(sentence);
    stage.replies.add_text("\n");
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return text.substr(first, last - first + 1);
}

void leave(Stage& stage, Session& session, std::string_view reason) {
    session::end_session(stage, session, CloseReason::quit, reason);
}

/// Into the room where plain users meet, or out of the door with the reason.
void enter_lobby(Stage& stage, Session& session) {
    room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    say(stage, "Write {exit} to quit");
    const session::Outcome refusal =
        session::enter_room(stage, *user, stage.state.config.plain_room, {});
    if (!refusal) return;
    say(stage, "You cannot enter " + stage.state.config.plain_room + ": " + refusal->text);
    leave(stage, session, "Not let in");
}

void take_name(Stage& stage, Session& session, std::string_view name) {
    const Limits& limits = stage.state.config.limits;
    if (!wire::valid_nick(name, limits.nick_bytes_max)) {
        return say(stage,
                   "A name is one word of letters and digits that begins with a letter, up to " +
                       std::to_string(limits.nick_bytes_max) + " bytes long. Write another name");
    }
    const bool is_free =
        session::judge_nick(stage.state, name, {}, {}) == session::NickVerdict::free &&
        !session::is_reserved_nick(stage.state, name);
    if (!is_free) {
        return say(stage,
                   "Somebody is called " + std::string{name} + " already. Write another name");
    }
    session::Introduction& said = *session.introduction;
    said.nick = name;
    said.username = "plain";
    said.realname = name;
    session::identity_changed(stage, session);
    if (session.registered()) enter_lobby(stage, session);
}

/// Long texts go as several messages, cut between characters: nothing is lost.
void take_message(Stage& stage, Session& session, std::string_view text) {
    room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    room::Room* room = stage.state.roster.find_room(wire::fold(stage.state.config.plain_room));
    if (room == nullptr || !room->has_member(user->id())) {
        return say(stage, "You are not in the room any more. Write {exit} to quit");
    }
    while (!text.empty()) {
        const std::size_t cut = wire::utf8_cut(text, piece_bytes_max);
        const session::Saying saying{RecordKind::message, "PRIVMSG", text.substr(0, cut), {}};
        if (session::say_to_room(stage, *user, *room, saying)) {
            return say(stage, "You may not speak in the room now");
        }
        text.remove_prefix(cut);
    }
}

std::string_view nick_of(std::string_view source) { return source.substr(0, source.find('!')); }

void append_line(std::initializer_list<std::string_view> parts, std::string& out) {
    for (const std::string_view part : parts) {
        for (const char c : part) {
            // Formatting codes of IRC clients and all that could move a terminal's cursor.
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
        }
    }
    out += '\n';
}

void encode_line(const session::Draft& draft, std::string_view text, std::string& out) {
    constexpr std::string_view action =
        "\x01"
        "ACTION ";
    const std::string_view name = nick_of(draft.source);
    if (text.starts_with(action)) {
        text.remove_prefix(action.size());
        return append_line({"* ", name, " ", text}, out);
    }
    if (text.starts_with('\x01')) return;  // a question from one program to another
    const bool to_room = draft.params[0].find('#') <= 1;
    append_line({name, to_room ? ": " : " (to you alone): ", text}, out);
}

void encode_message(const session::Draft& draft, std::string& out) {
    if (draft.lines.empty()) return encode_line(draft, draft.params[1], out);
    for (const session::TextLine& line : draft.lines) {
        if (!line.text.empty()) encode_line(draft, line.text, out);
    }
}

}  // namespace

void greet(Stage& stage, Session& session) {
    session.chunks =
        std::make_unique<wire::PlainFramer>(stage.state.config.limits.receive_bytes_max);
    const session::ServerConfig& config = stage.state.config;
    if (config.password_hash.empty() && !config.accounts.required) {
        return say(stage, "Write your name and confirm with Send");
    }
    say(stage, config.accounts.required
                   ? "This server asks everybody to log in; only IRC clients can do that"
                   : "This server asks for a password; only IRC clients can give it");
    leave(stage, session, "Password needed");
}

void take_text(Stage& stage, Session& session, std::string_view text) {
    const std::string_view words = trimmed(text);
    if (words.empty()) return;
    if (!wire::valid_utf8(words) || words.find('\0') != std::string_view::npos) {
        return say(stage, "This server takes UTF-8 text only");
    }
    if (words == exit_word) return leave(stage, session, "left the chat");
    if (session.registered()) {
        take_message(stage, session, words);
    } else {
        take_name(stage, session, words);
    }
}

void encode_plain(const session::Draft& draft, std::string& out) {
    using Kind = session::DraftKind;
    const std::string_view name = nick_of(draft.source);
    switch (draft.kind) {
        case Kind::message:
        case Kind::notice:
            return encode_message(draft, out);
        case Kind::join:
            return append_line({name, " joined"}, out);
        case Kind::part:
        case Kind::quit:
            return append_line({name, " left the chat"}, out);
        case Kind::kick:
            return append_line({draft.params[1], " was removed by ", name, ": ", draft.params[2]},
                               out);
        case Kind::nick:
            return append_line({name, " is now ", draft.params[0]}, out);
        case Kind::topic:
            return append_line({name, " set the topic: ", draft.params[1]}, out);
        case Kind::mode:
        case Kind::tags_only:
        case Kind::other:
            return;
    }
}

}  // namespace brusio::plain
