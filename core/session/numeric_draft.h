#pragma once

#include "core/session/draft.h"
#include "core/session/stage.h"
#include "core/wire/numerics.h"

namespace brusio::session {

/// `:server CODE nick`, to which the caller adds the rest. For numerics whose number of parameters
/// varies or whose last text may be empty; ReplyBuffer::numeric does for all others.
[[nodiscard]] inline Draft numeric_draft(const Stage& stage, wire::Numeric numeric) {
    Draft draft = stage.from_server(wire::numeric_code(numeric));
    draft.add(stage.replies.nick());
    return draft;
}

}  // namespace brusio::session
