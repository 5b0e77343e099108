#pragma once

#include <memory>
#include <vector>

#include "core/session/open_answer.h"

namespace brusio::session {

struct Session;
struct Stage;

/// What is still to be said of an answer that may be longer than a send queue. It names rooms and
/// users by slots or ids, so that those that go meanwhile are passed over and none comes twice.
class Rest {
 public:
    virtual ~Rest() = default;
    /// Says some of it to `session`, which is being served, until a piece was sent; true if that
    /// was all.
    [[nodiscard]] virtual bool go_on(Stage& stage, const Session& session) = 0;
};

/// The answer to one command that is under way in pieces.
struct LongReply {
    std::vector<std::unique_ptr<Rest>> rests;  // in order
    OpenAnswer command;
};

}  // namespace brusio::session
