#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/session/session.h"

namespace brusio::session {

/// The sessions by link. Addresses stay while a session lives.
class SessionTable {
 public:
    Session& open(LinkId link);
    /// Null if the link is unknown or gone.
    [[nodiscard]] Session* find(LinkId link) const;
    void close(LinkId link);
    [[nodiscard]] std::size_t size() const { return size_; }

    /// In the order of the slots, which is deterministic.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& session : by_slot_) {
            if (session) visit(*session);
        }
    }

 private:
    std::vector<std::unique_ptr<Session>> by_slot_;
    std::size_t size_ = 0;
};

}  // namespace brusio::session
