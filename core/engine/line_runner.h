#pragma once

#include "core/session/stage.h"
#include "core/wire/framer.h"

namespace brusio::engine {

/// Judges one framed line of an IRC session and runs its command; charges the throttle. What is
/// wrong with the line itself is answered here: too long, NUL, not UTF-8, HTTP.
void run_framed_line(session::Stage& stage, session::Session& session,
                     const wire::FramedLine& framed);

}  // namespace brusio::engine
