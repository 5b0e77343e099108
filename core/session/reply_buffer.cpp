#include "core/session/reply_buffer.h"

#include "core/base/assert.h"
#include "core/session/session.h"

namespace brusio::session {

namespace {

/// Puts `tag` before the other tags of an encoded line.
void append_with_tag(std::string_view tag, std::string_view line, std::string& out) {
    out += '@';
    out += tag;
    if (line.starts_with('@')) {
        out += ';';
        out += line.substr(1);
    } else {
        out += ' ';
        out += line;
    }
}

/// The same for each line that is in no batch yet: one answer may be several lines (IRCv3
/// multiline).
void append_into_batch(std::string_view tag, std::string_view lines, std::string& out) {
    constexpr std::string_view line_end = "\r\n";
    while (!lines.empty()) {
        const std::size_t end = lines.find(line_end);
        BRUSIO_ASSERT(end != std::string_view::npos);
        const std::string_view line = lines.substr(0, end + line_end.size());
        lines.remove_prefix(line.size());
        if (line.starts_with("@batch=")) {
            out += line;
        } else {
            append_with_tag(tag, line, out);
        }
    }
}

}  // namespace

void ReplyBuffer::begin(const Session& session, std::string_view server_name, std::string_view nick,
                        std::string_view time_text) {
    BRUSIO_ASSERT(session_ == nullptr && out_.empty());
    session_ = &session;
    server_name_ = server_name;
    nick_.assign(nick.empty() ? std::string_view{"*"} : nick);
    time_text_ = time_text;
}

void ReplyBuffer::begin_command(std::string_view label) {
    BRUSIO_ASSERT(session_ != nullptr && label_.empty());
    label_.assign(label);
    lines_ = 0;
    deferred_ = false;
    label_batch_tag_.clear();
}

void ReplyBuffer::adopt_label(std::string_view label) {
    BRUSIO_ASSERT(lines_ == 0);
    if (label_.empty()) label_.assign(label);
}

void ReplyBuffer::defer() { deferred_ = true; }

void ReplyBuffer::end_command() {
    if (label_.empty()) return;
    if (lines_ == 0 && !deferred_) {
        // IRCv3 labeled-response: a labelled command without a reply is still answered, by ACK.
        Draft ack;
        ack.source = server_name_;
        ack.command = "ACK";
        encode_irc(ack, session_->caps, time_text_, "label=" + label_, out_);
    } else if (lines_ == 1) {
        append_with_tag("label=" + label_, first_, out_);
    } else if (lines_ > 1) {
        const std::string reference = "-" + label_batch_tag_.substr(label_batch_tag_.find('=') + 1);
        Draft close;
        close.source = server_name_;
        close.command = "BATCH";
        close.add(reference);
        encode_irc(close, session_->caps, time_text_, {}, out_);
    }
    label_.clear();
    label_batch_tag_.clear();
    lines_ = 0;
}

void ReplyBuffer::open_label_batch() {
    label_batch_tag_ = "batch=" + std::to_string(++batches_);
    const std::string reference = "+" + std::to_string(batches_);
    Draft open;
    open.source = server_name_;
    open.command = "BATCH";
    open.with({reference, "labeled-response"});
    encode_irc(open, session_->caps, time_text_, "label=" + label_, out_);
    append_into_batch(label_batch_tag_, first_, out_);
}

void ReplyBuffer::add(const Draft& draft) {
    BRUSIO_ASSERT(session_ != nullptr);
    if (session_->info.kind == LinkKind::plain) {
        // Of what it did itself, a plain user sees again what it said.
        if (draft.kind == DraftKind::message) plain_(draft, out_);
        return;
    }
    if (label_.empty()) {
        return encode_irc(draft, session_->caps, time_text_, batch_tag_, out_);
    }
    ++lines_;
    if (lines_ == 1) {
        first_.clear();
        return encode_irc(draft, session_->caps, time_text_, {}, first_);
    }
    if (lines_ == 2) open_label_batch();
    encode_irc(draft, session_->caps, time_text_,
               batch_tag_.empty() ? label_batch_tag_ : batch_tag_, out_);
}

void ReplyBuffer::add_unlabelled(const Draft& draft) {
    BRUSIO_ASSERT(session_ != nullptr);
    encode_irc(draft, session_->caps, time_text_, {}, out_);
}

Draft ReplyBuffer::batch_line(std::string_view reference) const {
    Draft line;
    line.source = server_name_;
    line.command = "BATCH";
    return line.add(reference);
}

void ReplyBuffer::open_batch(std::string_view type, std::string_view param) {
    if (!session_->has(wire::Capability::batch)) return;
    BRUSIO_ASSERT(batch_tag_.empty());
    const std::string reference = "+" + std::to_string(++batches_);
    Draft open = batch_line(reference).add(type);
    if (!param.empty()) open.add(param);
    add(open);
    batch_tag_ = "batch=" + reference.substr(1);
}

void ReplyBuffer::open_answer_batch(std::string_view type, std::string_view param) {
    if (!session_->has(wire::Capability::batch)) return;
    BRUSIO_ASSERT(batch_tag_.empty() && lines_ == 0);
    const std::string reference = "+" + std::to_string(++batches_);
    Draft open = batch_line(reference).add(type);
    if (!param.empty()) open.add(param);
    const std::string label = label_.empty() ? std::string{} : "label=" + label_;
    encode_irc(open, session_->caps, time_text_, label, out_);
    label_.clear();  // it is used up
    batch_tag_ = "batch=" + reference.substr(1);
}

void ReplyBuffer::close_batch() {
    if (!session_->has(wire::Capability::batch)) return;
    BRUSIO_ASSERT(!batch_tag_.empty());
    const std::string reference = "-" + batch_tag_.substr(batch_tag_.find('=') + 1);
    batch_tag_.clear();
    add(batch_line(reference));
}

void ReplyBuffer::numeric(wire::Numeric numeric, std::initializer_list<std::string_view> params,
                          std::string_view text) {
    const auto code = wire::numeric_code(numeric);
    Draft draft;
    draft.source = server_name_;
    draft.command = std::string_view{code.data(), 3};
    draft.add(nick_).with(params);
    if (!text.empty()) draft.text(text);
    add(draft);
}

void ReplyBuffer::numeric(wire::Numeric numeric, std::initializer_list<std::string_view> params) {
    this->numeric(numeric, params, wire::numeric_text(numeric));
}

void ReplyBuffer::reply(const Reply& reply) {
    if (reply.form == Reply::Form::numeric) {
        const auto code = wire::numeric_code(reply.numeric);
        Draft draft;
        draft.source = server_name_;
        draft.command = std::string_view{code.data(), 3};
        draft.add(nick_);
        for (const std::string& param : reply.params) draft.add(param);
        draft.text(reply.text);
        return add(draft);
    }
    standard_reply(reply);
}

void ReplyBuffer::standard_reply(const Reply& reply) {
    Draft draft;
    draft.source = server_name_;
    if (!reply.specified && !session_->has(wire::Capability::standard_replies)) {
        draft.command = "NOTICE";
        draft.add(nick_).text(reply.text);
        return add(draft);
    }
    constexpr std::string_view words[] = {"", "FAIL", "WARN", "NOTE"};
    draft.command = words[static_cast<std::size_t>(reply.form)];
    draft.add(reply.command).add(reply.code);
    for (const std::string& param : reply.params) draft.add(param);
    draft.text(reply.text);
    add(draft);
}

void ReplyBuffer::clear() {
    session_ = nullptr;
    out_.clear();
    label_.clear();
}

}  // namespace brusio::session
