#include "core/session/send_long.h"

#include <string>
#include <string_view>
#include <utility>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

Session& served(const Stage& stage) {
    BRUSIO_ASSERT(stage.replies.session() != nullptr);
    Session* session = stage.state.sessions.find(stage.replies.session()->link);
    BRUSIO_ASSERT(session == stage.replies.session());
    return *session;
}

/// Whole lines that are made already.
class ReadyRest final : public Rest {
 public:
    explicit ReadyRest(std::string lines) : lines_(std::move(lines)) {
        BRUSIO_ASSERT(lines_.ends_with('\n'));
    }

    bool go_on(Stage& stage, const Session& /*session*/) override {
        const std::size_t end = next_ + stage.state.config.limits.answer_piece_bytes();
        const std::size_t last = end < lines_.size() ? lines_.find('\n', end) : lines_.size() - 1;
        stage.replies.add_text(std::string_view{lines_}.substr(next_, last + 1 - next_));
        next_ = last + 1;
        return next_ == lines_.size();
    }

 private:
    std::string lines_;
    std::size_t next_ = 0;
};

}  // namespace

bool may_send_more(const Stage& stage) {
    const std::size_t sent = served(stage).answered_bytes + stage.replies.bytes().size();
    return sent < stage.state.config.limits.answer_piece_bytes();
}

void send_long(Stage& stage, std::unique_ptr<Rest> rest) {
    Session& session = served(stage);
    if (session.long_replies.empty() && rest->go_on(stage, session)) return;
    if (!stage.replies.is_left_open()) session.long_replies.emplace_back();
    session.long_replies.back().rests.push_back(std::move(rest));
    stage.replies.leave_open();
}

void end_command(Stage& stage) {
    Session& session = served(stage);
    if (stage.replies.is_left_open()) {
        BRUSIO_ASSERT(!session.long_replies.empty());
        session.long_replies.back().command = stage.replies.take_open_answer();
        return;
    }
    stage.replies.end_command();
    std::string surplus =
        stage.replies.take_surplus(stage.state.config.limits.answer_piece_bytes());
    if (surplus.empty()) return;
    session.long_replies.emplace_back().rests.push_back(
        std::make_unique<ReadyRest>(std::move(surplus)));
}

void send_next_piece(Stage& stage, Session& session) {
    BRUSIO_ASSERT(&served(stage) == &session && session.answered_bytes == 0);
    while (!session.long_replies.empty() && may_send_more(stage)) {
        LongReply& reply = session.long_replies.front();
        stage.replies.go_on(std::move(reply.command));
        while (!reply.rests.empty() && reply.rests.front()->go_on(stage, session)) {
            reply.rests.erase(reply.rests.begin());
        }
        if (!reply.rests.empty()) {
            stage.replies.leave_open();
            reply.command = stage.replies.take_open_answer();
            return;
        }
        session.long_replies.erase(session.long_replies.begin());
        end_command(stage);
    }
}

}  // namespace brusio::session
