#include "core/wire/line_writer.h"

#include "core/base/assert.h"
#include "core/wire/scan.h"
#include "core/wire/tags.h"
#include "core/wire/utf8.h"

namespace brusio::wire {
namespace {

constexpr std::size_t line_end_bytes = 2;
constexpr std::size_t content_bytes_max = Limits::line_bytes_max - line_end_bytes;

}  // namespace

LineWriter::LineWriter(std::string& out)
    : out_(out), line_begin_(out.size()), rest_begin_(out.size()) {
    out_.reserve(out_.size() + Limits::line_bytes_max);
}

void LineWriter::begin_tag() {
    BRUSIO_ASSERT(stage_ <= Stage::tags);
    out_ += stage_ == Stage::begun ? '@' : ';';
    stage_ = Stage::tags;
}

LineWriter& LineWriter::tag(std::string_view key, std::string_view value) {
    BRUSIO_ASSERT(valid_tag_key(key));
    begin_tag();
    out_.append(key);
    if (value.empty()) return *this;
    out_ += '=';
    append_escaped(out_, value);
    return *this;
}

LineWriter& LineWriter::tags(std::string_view escaped) {
    if (escaped.empty()) return *this;
    begin_tag();
    append_word(escaped);
    return *this;
}

/// What follows is counted against the line's own limit.
void LineWriter::end_tags() {
    if (stage_ == Stage::tags) out_ += ' ';
    rest_begin_ = out_.size();
    BRUSIO_ASSERT(rest_begin_ - line_begin_ <= Limits::tag_section_bytes_max);
}

LineWriter& LineWriter::source(std::string_view name) {
    BRUSIO_ASSERT(stage_ <= Stage::tags && !name.empty());
    end_tags();
    out_ += ':';
    append_word(name);
    out_ += ' ';
    stage_ = Stage::source;
    return *this;
}

LineWriter& LineWriter::source(std::string_view nick, std::string_view user,
                               std::string_view host) {
    BRUSIO_ASSERT(stage_ <= Stage::tags && !nick.empty());
    end_tags();
    out_ += ':';
    append_word(nick);
    out_ += '!';
    append_word(user);
    out_ += '@';
    append_word(host);
    out_ += ' ';
    stage_ = Stage::source;
    return *this;
}

LineWriter& LineWriter::command(std::string_view name) {
    BRUSIO_ASSERT(stage_ <= Stage::source && !name.empty());
    if (stage_ != Stage::source) end_tags();
    append_opening_word(name);
    stage_ = Stage::command;
    return *this;
}

LineWriter& LineWriter::param(std::string_view word) {
    BRUSIO_ASSERT(stage_ == Stage::command);
    out_ += ' ';
    last_param_begin_ = out_.size();
    if (word.empty()) {
        out_ += '*';
    } else {
        append_opening_word(word);
    }
    return *this;
}

LineWriter& LineWriter::trailing(std::string_view text) {
    BRUSIO_ASSERT(stage_ == Stage::command);
    out_.append(" :", 2);
    last_param_begin_ = out_.size();
    append_text(text);
    stage_ = Stage::trailing;
    return *this;
}

bool LineWriter::try_item(std::string_view item, char separator) {
    BRUSIO_ASSERT(stage_ == Stage::trailing);
    const bool is_first = out_.size() == last_param_begin_;
    if (item.size() + (is_first ? 0 : 1) > bytes_left()) return false;
    if (!is_first) out_ += separator;
    append_text(item);
    return true;
}

std::size_t LineWriter::bytes_left() const {
    const std::size_t used = out_.size() - rest_begin_;
    return used < content_bytes_max ? content_bytes_max - used : 0;
}

LineEnd LineWriter::end() {
    BRUSIO_ASSERT(stage_ == Stage::command || stage_ == Stage::trailing);
    stage_ = Stage::ended;
    const std::string_view rest = std::string_view{out_}.substr(rest_begin_);
    const bool whole = rest.size() <= content_bytes_max;
    if (!whole) out_.resize(rest_begin_ + utf8_cut(rest, content_bytes_max));
    out_.append("\r\n", line_end_bytes);
    return whole ? LineEnd::whole : LineEnd::cut;
}

void LineWriter::append_text(std::string_view text) {
    const std::size_t from = out_.size();
    out_.append(text);
    for (std::size_t at = find_forbidden(text); at != std::string_view::npos;
         at = find_forbidden(text, at + 1)) {
        out_[from + at] = ' ';
    }
}

/// A word that must not be taken for tags, a source or the last parameter.
void LineWriter::append_opening_word(std::string_view word) {
    const std::size_t from = out_.size();
    append_word(word);
    const bool opens_tags = stage_ != Stage::command && word.front() == '@';
    if (opens_tags || word.front() == ':') out_[from] = '_';
}

void LineWriter::append_word(std::string_view word) {
    const std::size_t from = out_.size();
    out_.append(word);
    for (std::size_t at = find_word_end(word); at != std::string_view::npos;
         at = find_word_end(word, at + 1)) {
        out_[from + at] = '_';
    }
}

}  // namespace brusio::wire
