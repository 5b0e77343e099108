#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/session/draft.h"
#include "core/session/reply.h"
#include "core/wire/numerics.h"

namespace brusio::session {

struct Session;

/// Gathers every line for the session whose bytes are being handled, so that all of them leave as
/// one frame and the label is put on once, at the end (IRCv3 labeled-response: no line: ACK; one:
/// the tag on it; several: a batch). No command mentions labels.
class ReplyBuffer {
 public:
    explicit ReplyBuffer(PlainEncoder plain) : plain_(plain) {}

    /// An empty one that speaks the same protocols.
    [[nodiscard]] ReplyBuffer sibling() const { return ReplyBuffer(plain_); }

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
    void end_command();

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
    /// The same for a batch that is the whole answer: a label goes on its first line, without a
    /// batch around it (IRCv3 labeled-response, "Batch").
    void open_answer_batch(std::string_view type, std::string_view param);

    /// A nick change: the numerics that follow are addressed to it.
    void rename(std::string_view nick) { nick_ = nick; }
    /// How the session is addressed: its nick, or `*`.
    [[nodiscard]] std::string_view nick() const { return nick_; }

    [[nodiscard]] bool empty() const { return out_.empty(); }
    [[nodiscard]] std::string_view bytes() const { return out_; }
    /// Forgets the session and its bytes; keeps the memory.
    void clear();
    [[nodiscard]] const Session* session() const { return session_; }
    [[nodiscard]] std::string_view label() const { return label_; }

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
    std::string label_;
    std::string first_;  // the only line so far of a labelled command, without its leading tag
    std::size_t lines_ = 0;
    std::uint32_t batches_ = 0;
    std::string label_batch_tag_;  // of the batch that gathers a labelled answer
    std::string batch_tag_;        // of the batch that a command has opened
    bool deferred_ = false;
};

}  // namespace brusio::session
