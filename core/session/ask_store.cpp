#include "core/session/ask_store.h"

#include <utility>

namespace brusio::session {

void ask_store(CommandContext& context, Query query, QuestionPurpose purpose) {
    ask_store(context.stage, context.session, context.replies().label(), std::move(query),
              std::move(purpose));
    context.replies().defer();
}

void ask_store(Stage& stage, Session& session, std::string_view label, Query query,
               QuestionPurpose purpose) {
    const QueryId id{++stage.state.questions_asked};
    stage.effects.questions.push_back({id, std::move(query)});
    stage.state.questions.push_back({id, session.link, std::string{label}, std::move(purpose)});
    session.awaiting_store = true;
}

}  // namespace brusio::session
