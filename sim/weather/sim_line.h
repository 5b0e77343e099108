#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "sim/weather/dial.h"
#include "sim/weather/flow.h"

namespace brusio::sim {

/// One line with its two directions and what each end knows. The transport's own; no one else's.
struct SimLine {
    LinkId id;
    Dial dial;
    Flow up;
    Flow down;
    MonoTime up_clogged_until;
    MonoTime down_clogged_until;
    bool in_use = false;
    bool opened = false;       // both ends know of it
    bool client_open = false;  // the client has not closed and was not told of an end
    bool server_open = false;  // the server has not closed and was not told of an end
    bool client_reads = true;
    bool server_reads = true;
    bool dirty = false;
    bool overflow_due = false;
};

}  // namespace brusio::sim
