#include "core/session/session_table.h"

#include "core/base/assert.h"

namespace brusio::session {

Session& SessionTable::open(LinkId link) {
    BRUSIO_ASSERT(link);
    if (link.slot() >= by_slot_.size()) by_slot_.resize(link.slot() + 1);
    std::unique_ptr<Session>& place = by_slot_[link.slot()];
    BRUSIO_ASSERT(place == nullptr);
    place = std::make_unique<Session>();
    place->link = link;
    ++size_;
    return *place;
}

Session* SessionTable::find(LinkId link) const {
    if (link.slot() >= by_slot_.size()) return nullptr;
    Session* session = by_slot_[link.slot()].get();
    return session != nullptr && session->link == link ? session : nullptr;
}

void SessionTable::close(LinkId link) {
    BRUSIO_ASSERT(find(link) != nullptr);
    by_slot_[link.slot()].reset();
    --size_;
}

}  // namespace brusio::session
