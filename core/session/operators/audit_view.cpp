#include "core/session/operators/audit_view.h"

#include <string>

#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

/// The sentence has it all: clients without standard-replies see nothing else.
void show(Stage& stage, const AuditRecord& entry) {
    const std::string time{wire::time_text(entry.time).view()};
    std::string text = time + " " + entry.actor + " " + entry.action;
    for (const std::string& part : {entry.subject, entry.detail}) {
        if (!part.empty()) text += " " + part;
    }
    stage.replies.reply(Reply::note("AUDIT", "ENTRY", {time, entry.actor}, text));
}

}  // namespace

void finish_audit(Stage& stage, const QueryAnswer& answer) {
    if (answer.result != QueryResult::ok) {
        return stage.replies.reply(Reply::fail("AUDIT", "TEMPORARILY_UNAVAILABLE", {},
                                               "The audit cannot be read at the moment"));
    }
    for (const AuditRecord& entry : answer.audit) show(stage, entry);
    stage.replies.reply(
        Reply::note("AUDIT", "END", {std::to_string(answer.audit.size())}, "End of the audit"));
}

}  // namespace brusio::session
