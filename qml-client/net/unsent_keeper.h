#pragma once

#include <vector>

#include "core/client/client_events.h"

namespace brusio::ui {

/// Is told what happened before any byte that follows from it leaves: whoever writes to disk here
/// what is on its way out loses nothing at a sudden end.
class UnsentKeeper {
 public:
    virtual ~UnsentKeeper() = default;
    virtual void keep(const std::vector<client::ClientEvent>& events) = 0;

 protected:
    UnsentKeeper() = default;
    UnsentKeeper(const UnsentKeeper&) = default;
    UnsentKeeper& operator=(const UnsentKeeper&) = default;
};

}  // namespace brusio::ui
