#include "core/session/ask_store.h"

#include <utility>

namespace brusio::session {

void ask_store(CommandContext& context, Query query, PendingQuestion pending) {
    pending.query = QueryId{++context.state().questions_asked};
    pending.link = context.session.link;
    pending.label = context.replies().label();
    context.stage.effects.questions.push_back({pending.query, std::move(query)});
    context.state().questions.push_back(std::move(pending));
    context.session.awaiting_store = true;
    context.replies().defer();
}

}  // namespace brusio::session
