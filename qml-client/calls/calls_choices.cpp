// The part of Calls that is chosen: what may call in a conversation.
#include <QtCore/QLocale>

#include "qml-client/calls/calls.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

constexpr qint64 minute_ms = 60'000;

}  // namespace

void Calls::on_choice() {
    rules_ = CallRules({book_.words(), book_.quiet()});
    forget_unwanted();
    count_all();
}

void Calls::change_place(const QString& place, CallBook::Choices choices) {
    book_.enter(place, choices);
    on_choice();
    emit roomChanged();
}

// What the user does not want to hear any more does not stay on the screen.
void Calls::forget_unwanted() {
    for (auto next = due_.begin(); next != due_.end();) {
        const quint64 tag = next->first;
        Due& due = (next++)->second;
        const client::Conversation* const state = state_of(tag);
        if (state == nullptr) continue;
        const CallPlace place = place_of(*state);
        const bool muted = QDateTime::currentMSecsSinceEpoch() < place.muted_until_ms;
        const bool silent = muted || place.level == CallLevel::none || !wishes_.notify();
        if (silent) {
            drop(tag);
            continue;
        }
        // Written anew: the words of it may be hidden from now on.
        due.changed = true;
        flush_soon();
    }
}

QString Calls::room() const {
    return feed_.current() == nullptr ? QString() : feed_.current()->name();
}

Calls::Level Calls::room_level() const {
    const ConversationView* const view = feed_.current();
    if (view == nullptr) return Level::None;
    return static_cast<Level>(book_.level(view->name(), view->kind()));
}

void Calls::set_room_level(Level level) {
    if (feed_.current() == nullptr || level == room_level()) return;
    book_.set_level(room(), static_cast<CallLevel>(level));
    forget_unwanted();
    count_all();
    emit roomChanged();
}

bool Calls::room_muted() const {
    return QDateTime::currentMSecsSinceEpoch() < book_.muted_until_ms(room());
}

QString Calls::room_muted_until() const {
    const qint64 until_ms = book_.muted_until_ms(room());
    if (!room_muted() || until_ms == CallBook::for_ever) return {};
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(until_ms).time(),
                              QLocale::ShortFormat);
}

void Calls::mute_room_until(qint64 unix_ms) {
    if (feed_.current() == nullptr) return;
    book_.set_muted_until_ms(room(), unix_ms);
    forget_unwanted();
    count_all();
    emit roomChanged();
}

void Calls::muteRoom(int minutes) {
    const qint64 now_ms = QDateTime::currentMSecsSinceEpoch();
    mute_room_until(minutes > 0 ? now_ms + minutes * minute_ms : CallBook::for_ever);
}

void Calls::unmuteRoom() { mute_room_until(0); }

}  // namespace brusio::ui
