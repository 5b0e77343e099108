#include "core/session/ask_hasher.h"

#include <utility>

#include "core/base/assert.h"
#include "core/session/stage.h"

namespace brusio::session {

void ask_hasher(Stage& stage, Session& session, HashWork work, WorkPurpose purpose) {
    BRUSIO_ASSERT(!session.waiting_for_hasher);  // what a link says next waits
    const HashJobId job{++stage.state.hash_jobs_asked};
    stage.state.pending.push_back(
        {job, session.link, std::string{stage.replies.label()}, std::move(purpose)});
    stage.effects.hash_jobs.push_back({job, std::move(work)});
    stage.replies.defer();
    session.waiting_for_hasher = true;
}

}  // namespace brusio::session
