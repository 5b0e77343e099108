#pragma once

#include <cstddef>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "sim/weather/dial.h"
#include "sim/weather/flow.h"
#include "sim/weather/line_filter.h"

namespace brusio::sim {

/// One line with its two directions and what each end knows. The transport's own; no one else's.
struct SimLine {
    // What every event looks at stands together: lines are many and cold when their turn comes.
    LinkId id;
    bool in_use = false;
    bool opened = false;       // both ends know of it
    bool client_open = false;  // the client has not closed and was not told of an end
    bool server_open = false;  // the server has not closed and was not told of an end
    bool client_reads = true;
    bool server_reads = true;
    bool dirty = false;
    bool overflow_due = false;
    bool filtered = false;
    bool client_told = false;  // that the line is open: with filters, later than it opened
    bool server_told = false;
    bool tells_drained = false;  // the server waits for its queue, see TellDrained
    std::size_t drained_at_most = 0;
    const Weather* weather = nullptr;  // one object for all lines of the same
    LinePeer* peer = nullptr;          // of `dial`
    MonoTime down_clogged_until;
    Flow down;
    MonoTime up_clogged_until;
    Flow up;
    Dial dial;
    LineFilters filters;  // if it is filtered
};

}  // namespace brusio::sim
