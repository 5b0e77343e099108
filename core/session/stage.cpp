#include "core/session/stage.h"

#include "core/base/assert.h"
#include "core/base/frame.h"
#include "core/wire/time_text.h"

namespace brusio::session {

void Stage::begin_input(Now at) {
    BRUSIO_ASSERT(at.mono >= now.mono);
    if (time_text.empty() || at.wall != now.wall) time_text = wire::time_text(at.wall).view();
    now = at;
    fanout.set_time(time_text);
}

Draft Stage::from_server(std::string_view command) const {
    Draft draft;
    draft.source = server_name();
    draft.command = command;
    return draft;
}

void Stage::flush_replies() {
    if (replies.session() != nullptr) {
        Session* session = state.sessions.find(replies.session()->link);
        BRUSIO_ASSERT(session == replies.session());
        if (!replies.empty()) {
            effects.outputs.push_back(
                Deliver{Frame::copy_of(replies.bytes()), session->link, nullptr, {}});
        }
        note_answered(*session);
    }
    replies.clear();
}

void Stage::note_answered(Session& session) {
    if (session.phase == Phase::closed || session.info.kind != LinkKind::irc) return;
    session.answered_bytes += replies.bytes().size();
    const std::size_t piece = state.config.limits.answer_piece_bytes();
    const bool is_much = session.answered_bytes >= piece || !session.long_replies.empty();
    if (!is_much || session.awaiting_drain) return;
    session.awaiting_drain = true;
    effects.outputs.push_back(TellDrained{session.link, piece});
}

std::string source_of(const room::User& user) {
    std::string source;
    source.reserve(user.nick().size() + user.profile.username.size() + user.profile.host.size() +
                   2);
    source += user.nick();
    source += '!';
    source += user.profile.username;
    source += '@';
    source += user.profile.host;
    return source;
}

Draft from_user(const room::User& user, std::string_view source, std::string_view command) {
    Draft draft;
    draft.source = source;
    draft.command = command;
    draft.account = user.profile.account;
    draft.from_bot = user.is(room::UserFlag::bot);
    draft.from_operator = user.is(room::UserFlag::server_operator);
    return draft;
}

}  // namespace brusio::session
