#include "qml-client/keys/room_walk.h"

#include "core/base/assert.h"

namespace brusio::ui {

bool RoomWalk::stepUnread(int direction) {
    BRUSIO_ASSERT(chat_ != nullptr && (direction == 1 || direction == -1));
    const QList<RoomEntry>& entries = chat_->rooms()->entries();
    const int count = static_cast<int>(entries.size());
    const int open = chat_->rooms()->row_of(chat_->room());
    const int from = open < 0 && direction < 0 ? 0 : open;
    for (int step = 1; step <= count; ++step) {
        const int row = ((from + direction * step) % count + count) % count;
        if (row == open || entries[row].unread == 0) continue;
        return openNth(row + 1);
    }
    return false;
}

bool RoomWalk::openNth(int number) {
    BRUSIO_ASSERT(chat_ != nullptr);
    const QString name = chat_->rooms()->nameAt(number - 1);
    if (name.isEmpty()) return false;
    chat_->openRoom(name);
    emit chat_->roomAsked();
    return true;
}

}  // namespace brusio::ui
