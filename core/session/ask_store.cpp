#include "core/session/ask_store.h"

#include <utility>

namespace brusio::session {

void ask_store(CommandContext& context, Query query, QuestionPurpose purpose) {
    const QueryId id{++context.state().questions_asked};
    context.stage.effects.questions.push_back({id, std::move(query)});
    context.state().questions.push_back(
        {id, context.session.link, std::string{context.replies().label()}, std::move(purpose)});
    context.session.awaiting_store = true;
    context.replies().defer();
}

}  // namespace brusio::session
