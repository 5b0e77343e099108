#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/session/draft.h"
#include "core/session/open_answer.h"
#include "core/session/reply.h"
#include "core/wire/numerics.h"

namespace brusio::session {

struct Session;

/// Is a page of history the last of what was asked for? Told by the tag draft/chathistory-end on
/// the batch, as Ergo and others do.
enum class HistoryEnd : std::uint8_t { unknown, reached };

/// Gathers every line for the session whose bytes are being handled, so that all of them leave as
/// one frame and the label is put on once, at the end (IRCv3 labeled-response: no line: ACK; one:
/// the tag on it; several: a batch). No command mentions labels.
class ReplyBuffer {
 public:
    explicit ReplyBuffer(PlainEncoder plain) : plain_(plain) {}

    /// An empty one that speaks the same protocols, to be rejoined when it is done with.
    [[nodiscard]] ReplyBuffer sibling() const {
        ReplyBuffer other(plain_);
        other.batches_ = batches_;
        return other;
    }
    void rejoin(const ReplyBuffer& sibling) { batches_ = sibling.batches_; }

    /// From here on, lines are for `session`, which is known to others as `nick` (`*` before it has
    /// one). Both live until `clear`.
    void begin(const Session& session, std::string_view server_name, std::string_view nick,
               std::string_view time_text);
    /// A command starts; `label` is the escaped value of its label tag, or empty.
    void begin_command(std::string_view label);
    /// The command answers for an earlier one, which had this label. Before its first line.
    void adopt_label(std::string_view label);
    /// The command's answer will come later: no ACK now. The one who answers keeps the label.
    void defer();
    /// More of the answer follows in a later turn: see send_long.h.
    void leave_open() { answer_.left_open = true; }
    [[nodiscard]] bool is_left_open() const { return answer_.left_open; }
    /// The command's answer changes nothing of what the client knows to be: what others say may
    /// overtake the end of it, should it be long.
    void let_wait() { answer_.may_wait = true; }
    void end_command();
    /// Instead of `end_command`, and what the turn that goes on begins with.
    [[nodiscard]] OpenAnswer take_open_answer();
    void go_on(OpenAnswer answer);
    /// Takes away what the command that has just ended said beyond its first `bytes_max` bytes, in
    /// whole lines, if it may wait.
    [[nodiscard]] std::string take_surplus(std::size_t bytes_max);

    void add(const Draft& draft);
    /// A line that is for the session but no answer: it stays outside the label.
    void add_unlabelled(const Draft& draft);
    /// Bytes as they are, for protocols without numerics.
    void add_text(std::string_view text) { out_ += text; }
    /// `:server CODE nick params... :text`, the last of `params` as trailing if `text` is absent.
    void numeric(wire::Numeric numeric, std::initializer_list<std::string_view> params,
                 std::string_view text);
    /// With the default sentence.
    void numeric(wire::Numeric numeric, std::initializer_list<std::string_view> params = {});
    void reply(const Reply& reply);
    /// What follows is one batch of `type` inside the answer (IRCv3 batch); `param` may be empty.
    /// Never nested. For sessions without `batch` there is none: its lines stand alone.
    void open_batch(std::string_view type, std::string_view param = {});
    void close_batch();
    /// What follows is outside of the batch that is open, until it is entered again by its tag.
    [[nodiscard]] std::string leave_batch() { return std::exchange(answer_.batch_tag, {}); }
    void enter_batch(std::string tag) { answer_.batch_tag = std::move(tag); }
    /// The same for a batch that is the whole answer: a label goes on its first line, without a
    /// batch around it (IRCv3 labeled-response, "Batch").
    void open_answer_batch(std::string_view type, std::string_view param,
                           HistoryEnd end = HistoryEnd::unknown);

    /// A nick change: the numerics that follow are addressed to it.
    void rename(std::string_view nick) { nick_ = nick; }
    /// How the session is addressed: its nick, or `*`.
    [[nodiscard]] std::string_view nick() const { return nick_; }

    [[nodiscard]] bool empty() const { return out_.empty(); }
    [[nodiscard]] std::string_view bytes() const { return out_; }
    /// Forgets the session and its bytes; keeps the memory.
    void clear();
    [[nodiscard]] const Session* session() const { return session_; }
    [[nodiscard]] std::string_view label() const { return answer_.label; }

 private:
    [[nodiscard]] Draft batch_line(std::string_view reference) const;
    void open_label_batch();
    void standard_reply(const Reply& reply);

    PlainEncoder plain_;
    const Session* session_ = nullptr;
    std::string_view server_name_;
    std::string nick_;
    std::string_view time_text_;
    std::string out_;
    std::uint32_t batches_ = 0;
    OpenAnswer answer_;
};

}  // namespace brusio::session
