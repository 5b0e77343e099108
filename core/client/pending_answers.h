#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/base/time.h"
#include "core/client/client_events.h"

namespace brusio::client {

/// What the last TAGMSG typing told, and to whom: so that not every key becomes a line.
struct TypingTold {
    Folded target;
    TypingState state = TypingState::done;
    MonoTime at;
};

/// Answers of several lines that are being gathered, and what keeps us polite.
struct PendingAnswers {
    std::map<Folded, WhoisAnswer> whois;
    std::set<Folded> whois_asked;
    bool room_list_open = false;
    std::optional<MonoTime> ctcp_replied_at;
    std::optional<TypingTold> typing_told;
};

}  // namespace brusio::client
