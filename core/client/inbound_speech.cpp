// What people say: PRIVMSG, NOTICE, TAGMSG, and what travels inside them.

#include <array>
#include <utility>

#include "core/client/gap_fill.h"
#include "core/client/ignoring.h"
#include "core/client/inbound.h"
#include "core/client/keeping.h"
#include "core/client/mention.h"
#include "core/client/redaction.h"
#include "core/client/rows.h"
#include "core/client/secret_mask.h"
#include "core/client/sending.h"
#include "core/client/typing.h"

namespace brusio::client {
namespace {

/// A text taken apart as CTCP: \x01VERB rest\x01, the last byte optional.
struct Ctcp {
    std::string_view verb;
    std::string_view rest;
};

std::optional<Ctcp> ctcp_of(std::string_view text) {
    if (text.size() < 2 || text.front() != '\x01') return std::nullopt;
    text.remove_prefix(1);
    if (text.back() == '\x01') text.remove_suffix(1);
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return Ctcp{text, {}};
    return Ctcp{text.substr(0, space), text.substr(space + 1)};
}

// From a server rather than a person: no "!user@host", and its name has a dot, or no name at all.
bool is_from_server(const Inbound& in) {
    return in.nick().empty() || (in.nick().find('.') != std::string_view::npos &&
                                 in.line.source.find('!') == std::string_view::npos);
}

// To a room that we have open: what the server says there is a line of it.
bool is_for_room(const Inbound& in) {
    const std::string_view target = in.brain.isupport.without_status(in.param(0));
    return in.brain.isupport.is_room(target) && in.brain.find(target) != nullptr;
}

// Where a message belongs; null if nowhere we know. To ourselves: the other one's conversation.
Conversation* conversation_of(Inbound& in) {
    Brain& brain = in.brain;
    if (in.in_batch(BatchKind::history)) {  // whatever people were called when they said it
        if (Conversation* asked = brain.find(in.special->target)) return asked;
    }
    const std::string_view target = brain.isupport.without_status(in.param(0));
    if (brain.isupport.is_room(target)) return brain.find(target);
    if (in.is_mine()) {
        if (!is_middle_param(target)) return nullptr;
        return &open_conversation(brain, ConversationKind::person, target);
    }
    if (!brain.is_me(target)) return nullptr;
    return &open_conversation(brain, ConversationKind::person, in.nick());
}

Message speech_row(const Inbound& in, MessageKind kind, std::string_view text) {
    Message row = in.row(kind);
    row.text = in.utf8(text);
    row.target = in.text(0);
    row.reply_to = in.tag("+draft/reply").value_or("");
    return row;
}

void add_speech(Inbound& in, Conversation& conversation, Message&& row) {
    if (row.origin == MessageOrigin::own) {
        row.state = MessageState::sent;  // by another session of ours, or before
    } else {
        row.mentions_me = mentions(row.text, in.brain.me.nick, in.brain.case_mapping);
    }
    if (in.in_batch(BatchKind::history) && in.special->gathered) {
        constexpr std::size_t rows_max = 1'000;  // whatever the server sends
        if (in.special->rows.size() < rows_max) in.special->rows.push_back(std::move(row));
        return;
    }
    if (row.origin == MessageOrigin::other) end_typing(in.brain, conversation, row.sender);
    add_row(in.brain, conversation, std::move(row));
}

void reply_version(Inbound& in) {
    Brain& brain = in.brain;
    auto& last = brain.link.answers.ctcp_replied_at;
    const bool soon = last && in.now.mono - *last < brain.config.limits.ctcp_reply_interval;
    if (brain.config.version_reply == VersionReply::silent || soon) return;
    last = in.now.mono;
    brain.send(
        line_of("NOTICE", {in.nick(), "\x01VERSION " + one_line(brain.config.version) + "\x01"}));
}

void receive_ctcp(Inbound& in, const Ctcp& ctcp, MessageKind kind) {
    if (in.is_mine() || in.in_batch(BatchKind::history)) return;
    if (kind == MessageKind::said && ctcp.verb == "VERSION" && is_middle_param(in.nick())) {
        reply_version(in);
    }
    in.brain.tell(
        ServerNotice{ServerText::information, to_utf8(in.nick()),
                     to_utf8("CTCP " + std::string(ctcp.verb) + " " + std::string(ctcp.rest))});
}

void receive_speech(Inbound& in, MessageKind kind) {
    if (is_ignored(in)) return;
    std::string_view text = in.param(1);
    if (const auto ctcp = ctcp_of(text)) {
        if (ctcp->verb != "ACTION") {
            receive_ctcp(in, *ctcp, kind);
            return;
        }
        kind = MessageKind::action;
        text = ctcp->rest;
    }
    if (is_from_server(in) && !is_for_room(in)) {
        in.brain.tell(ServerNotice{ServerText::notice, to_utf8(in.line.source), to_utf8(text)});
        return;
    }
    Message row = speech_row(in, kind, text);
    if (row.sender.empty()) row.sender = "*";  // a server need not say who it is
    // The echo of what we wrote here settles it, also if its conversation is closed by now.
    if (in.is_mine() && settle_echo(in.brain, in.label, row)) return;
    Conversation* conversation = conversation_of(in);
    if (conversation == nullptr) {
        // To everybody, to a mask, or before we have a nick; not to a room we have closed.
        if (in.brain.isupport.is_room(in.brain.isupport.without_status(in.param(0)))) return;
        in.brain.tell(ServerNotice{ServerText::notice, to_utf8(in.nick()), to_utf8(text)});
        return;
    }
    if (row.origin == MessageOrigin::own) row.text = mask_said(row.target, row.text);
    row.missed = was_missed(in.brain, *conversation, row);
    add_speech(in, *conversation, std::move(row));
}

void receive_privmsg(Inbound& in) { receive_speech(in, MessageKind::said); }
void receive_notice(Inbound& in) { receive_speech(in, MessageKind::notice); }

// IRCv3 client-tags/typing. A person's typing does not open a conversation.
void receive_tagmsg(Inbound& in) {
    const auto typing = in.tag("+typing");
    if (!typing || in.is_mine() || in.nick().empty() || is_ignored(in)) return;
    const std::string_view target = in.brain.isupport.without_status(in.param(0));
    Conversation* conversation =
        in.brain.find(in.brain.isupport.is_room(target) ? target : in.nick());
    if (conversation == nullptr) return;
    TypingState state = TypingState::done;
    if (*typing == "active") state = TypingState::active;
    if (*typing == "paused") state = TypingState::paused;
    note_typing(in.brain, *conversation, to_utf8(in.nick()), state, in.now);
}

// A row that is here, or waits for its place (gap_fill.h).
void redact_row(Inbound& in, Conversation& conversation, const std::string& msgid) {
    const std::string by = in.utf8(in.nick());
    if (const MessagePtr row = conversation.timeline.find_msgid(msgid)) {
        if (row->redacted || !is_speech(row->kind)) return;
        const Message gone = redacted(*row, by, in.text(2));
        change_row(in.brain, conversation.id, std::make_shared<const Message>(gone));
        return;
    }
    for (MessagePtr& row : conversation.gap_fill.held) {
        if (row->msgid != msgid || !is_speech(row->kind)) continue;
        row = std::make_shared<const Message>(redacted(*row, by, in.text(2)));
        return;
    }
    keep_redaction(in.brain, conversation.name, msgid, by, in.text(2));
}

// REDACT target msgid [reason]: IRCv3 draft/message-redaction. What is not here may be kept.
void receive_redact(Inbound& in) {
    const std::string msgid = in.text(1);
    if (in.in_batch(BatchKind::history)) {
        for (Message& row : in.special->rows) {
            if (row.msgid == msgid) row = redacted(row, in.utf8(in.nick()), in.text(2));
        }
    }
    const std::string_view target = in.brain.isupport.without_status(in.param(0));
    const bool to_me = in.brain.is_me(target) && !in.is_mine();
    std::string_view name = to_me ? in.nick() : target;
    if (in.in_batch(BatchKind::history)) name = in.special->target;
    Conversation* conversation = in.brain.find(name);
    if (msgid.empty()) return;
    if (conversation != nullptr) {
        redact_row(in, *conversation, msgid);
    } else {
        keep_redaction(in.brain, name, msgid, in.utf8(in.nick()), in.text(2));
    }
}

constexpr auto speech_handler_table = std::to_array<InboundHandler>({
    {"REDACT", 2, receive_redact},
    {"PRIVMSG", 2, receive_privmsg},
    {"NOTICE", 2, receive_notice},
    {"TAGMSG", 1, receive_tagmsg},
});

}  // namespace

std::span<const InboundHandler> speech_handlers() { return speech_handler_table; }

}  // namespace brusio::client
