#include "core/session/reply_buffer.h"

#include <utility>

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
    BRUSIO_ASSERT(session_ != nullptr && answer_.label.empty());
    BRUSIO_ASSERT(!answer_.left_open && answer_.batch_tag.empty());
    answer_.label.assign(label);
    answer_.lines = 0;
    answer_.label_batch_tag.clear();
    answer_.begin = out_.size();
    answer_.deferred = answer_.may_wait = false;
}

void ReplyBuffer::adopt_label(std::string_view label) {
    BRUSIO_ASSERT(answer_.lines == 0);
    if (answer_.label.empty()) answer_.label.assign(label);
}

void ReplyBuffer::defer() { answer_.deferred = true; }

OpenAnswer ReplyBuffer::take_open_answer() {
    BRUSIO_ASSERT(answer_.left_open);
    return std::exchange(answer_, {});
}

void ReplyBuffer::go_on(OpenAnswer answer) {
    BRUSIO_ASSERT(session_ != nullptr && answer_.label.empty() && answer_.batch_tag.empty());
    answer_ = std::move(answer);
    answer_.begin = out_.size();
    answer_.left_open = false;
}

std::string ReplyBuffer::take_surplus(std::size_t bytes_max) {
    if (!std::exchange(answer_.may_wait, false)) return {};
    BRUSIO_ASSERT(answer_.begin <= out_.size());
    if (out_.size() - answer_.begin <= bytes_max) return {};
    const std::size_t line_end = out_.find('\n', answer_.begin + bytes_max);
    BRUSIO_ASSERT(line_end != std::string::npos);
    std::string surplus = out_.substr(line_end + 1);
    out_.resize(line_end + 1);
    return surplus;
}

void ReplyBuffer::end_command() {
    if (answer_.label.empty()) return;
    if (answer_.lines == 0 && !answer_.deferred) {
        // IRCv3 labeled-response: a labelled command without a reply is still answered, by ACK.
        Draft ack;
        ack.source = server_name_;
        ack.command = "ACK";
        encode_irc(ack, session_->caps, time_text_, "label=" + answer_.label, out_);
    } else if (answer_.lines == 1) {
        append_with_tag("label=" + answer_.label, answer_.first, out_);
    } else if (answer_.lines > 1) {
        const std::string& tag = answer_.label_batch_tag;
        const std::string reference = "-" + tag.substr(tag.find('=') + 1);
        encode_irc(batch_line(reference), session_->caps, time_text_, {}, out_);
    }
    answer_.label.clear();
    answer_.label_batch_tag.clear();
    answer_.lines = 0;
}

void ReplyBuffer::open_label_batch() {
    answer_.label_batch_tag = "batch=" + std::to_string(++batches_);
    const std::string reference = "+" + std::to_string(batches_);
    const Draft open = batch_line(reference).add("labeled-response");
    encode_irc(open, session_->caps, time_text_, "label=" + answer_.label, out_);
    append_into_batch(answer_.label_batch_tag, answer_.first, out_);
}

void ReplyBuffer::add(const Draft& draft) {
    BRUSIO_ASSERT(session_ != nullptr);
    if (session_->info.kind == LinkKind::plain) {
        // Of what it did itself, a plain user sees again what it said.
        if (draft.kind == DraftKind::message) plain_(draft, out_);
        return;
    }
    if (answer_.label.empty()) {
        return encode_irc(draft, session_->caps, time_text_, answer_.batch_tag, out_);
    }
    ++answer_.lines;
    if (answer_.lines == 1) {
        answer_.first.clear();
        return encode_irc(draft, session_->caps, time_text_, {}, answer_.first);
    }
    if (answer_.lines == 2) open_label_batch();
    encode_irc(draft, session_->caps, time_text_,
               answer_.batch_tag.empty() ? answer_.label_batch_tag : answer_.batch_tag, out_);
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
    BRUSIO_ASSERT(answer_.batch_tag.empty());
    const std::string reference = "+" + std::to_string(++batches_);
    Draft open = batch_line(reference).add(type);
    if (!param.empty()) open.add(param);
    add(open);
    answer_.batch_tag = "batch=" + reference.substr(1);
}

void ReplyBuffer::open_answer_batch(std::string_view type, std::string_view param, HistoryEnd end) {
    if (!session_->has(wire::Capability::batch)) return;
    BRUSIO_ASSERT(answer_.batch_tag.empty() && answer_.lines == 0);
    const std::string reference = "+" + std::to_string(++batches_);
    Draft open = batch_line(reference).add(type);
    if (!param.empty()) open.add(param);
    open.ends_history = end == HistoryEnd::reached;
    const std::string label = answer_.label.empty() ? std::string{} : "label=" + answer_.label;
    encode_irc(open, session_->caps, time_text_, label, out_);
    answer_.label.clear();  // it is used up
    answer_.batch_tag = "batch=" + reference.substr(1);
}

void ReplyBuffer::close_batch() {
    if (!session_->has(wire::Capability::batch)) return;
    BRUSIO_ASSERT(!answer_.batch_tag.empty());
    const std::string reference = "-" + answer_.batch_tag.substr(answer_.batch_tag.find('=') + 1);
    answer_.batch_tag.clear();
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
    BRUSIO_ASSERT(!answer_.left_open);
    session_ = nullptr;
    out_.clear();
    answer_.label.clear();
}

}  // namespace brusio::session
