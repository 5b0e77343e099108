#pragma once

#include <cstddef>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/ports/records.h"
#include "core/ports/store.h"

namespace brusio::session {

/// What is left to be shown to somebody who has come back (missed.h).
struct Missed {
    /// A conversation, and the part of its log that was written meanwhile.
    struct Log {
        ConversationId conversation;
        LogWindow window;
    };

    WallTime since;
    std::vector<AbsenceNewsRecord> news;
    bool news_told = false;
    std::vector<Log> logs;     // the next one last
    std::size_t left_out = 0;  // conversations beyond the limit
};

}  // namespace brusio::session
