#include "core/session/finish_question.h"

#include "core/base/assert.h"
#include "core/session/command.h"
#include "core/session/command_table.h"
#include "core/session/exactly_once.h"
#include "core/session/history.h"
#include "core/session/missed.h"
#include "core/session/operators/audit_view.h"
#include "core/session/redaction.h"
#include "core/session/search.h"
#include "core/session/send_long.h"
#include "core/wire/line.h"

namespace brusio::session {

namespace {

/// One overload for each purpose that ends with an answer.
struct FinishQuestion {
    Stage& stage;
    Session& session;
    const QueryAnswer& answer;

    void operator()(const HistoryAsked& asked) const { finish_history(stage, asked, answer); }
    void operator()(const TargetsAsked& asked) const { finish_targets(stage, asked, answer); }
    void operator()(const SearchAsked& /*asked*/) const { finish_search(stage, answer); }
    void operator()(const OnceAsked& asked) const { finish_once(stage, asked, answer); }
    void operator()(const AuditAsked& /*asked*/) const { finish_audit(stage, answer); }
    void operator()(const MissedAsked& asked) const {
        finish_missed(stage, session, asked, answer);
    }
    void operator()(const RedactionAsked& asked) const { finish_redaction(stage, asked, answer); }
};

}  // namespace

void finish_question(Stage& stage, Session& session, const PendingQuestion& asked,
                     const QueryAnswer& answer) {
    BRUSIO_ASSERT(stage.replies.session() == &session && !session.awaiting_store);
    BRUSIO_ASSERT(asked.query == answer.query);
    const auto* once = std::get_if<OnceAsked>(&asked.purpose);
    if (once != nullptr && runs_again(stage.state, *once, answer)) {
        return run_command(stage, session, wire::parse_line(once->line).value());
    }
    // What was said before need not be said again.
    if (session.batch != nullptr && session.batch->closed) session.batch.reset();
    stage.replies.begin_command(asked.label);
    std::visit(FinishQuestion{stage, session, answer}, asked.purpose);
    // All of this is past: what is said now may come before its end.
    stage.replies.let_wait();
    end_command(stage);
}

}  // namespace brusio::session
