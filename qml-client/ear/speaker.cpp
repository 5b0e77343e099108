#include "qml-client/ear/speaker.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "qml-client/models/composer_input.h"
#include "qml-client/models/event_words.h"
#include "qml-client/models/message_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

QString plain_of(const client::Message& message) {
    return read_message_text(text_of(message.text)).plain.simplified();
}

}  // namespace

Speaker::Speaker(QObject* parent) : QObject(parent) {
    clock_.start();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Speaker::speak_what_is_due);
}

void Speaker::set_chat(Chat* chat) {
    BRUSIO_ASSERT(chat != nullptr && chat_ == nullptr);
    chat_ = chat;
    const ChatFeed& feed = chat->feed();
    connect(&feed, &ChatFeed::arrived, this, &Speaker::on_arrived);
    connect(&feed, &ChatFeed::refused, this, &Speaker::on_refused);
    connect(chat, &Chat::hintChanged, this, &Speaker::on_hint);
    connect(chat, &Chat::phaseChanged, this, &Speaker::on_phase);
    connect(chat, &Chat::problemChanged, this, &Speaker::on_problem);
    connect(chat, &Chat::roomChanged, this, [this] {
        plan_.forget_messages();
        wait();
    });
    emit chatChanged();
}

void Speaker::on_arrived(const QString& room, const client::Message& message) {
    const QString who = text_of(message.sender);
    const QString text = plain_of(message);
    const bool is_here = room == chat_->room();
    const bool is_private = !is_room_name(text_of(message.target));
    if (message.mentions_me || is_private) {
        hear(NewsKind::mention, is_private ? tr("%1 says to you: %2").arg(who, text)
                                : is_here  ? tr("%1 mentions you: %2").arg(who, text)
                                           : tr("%1 mentions you in %2: %3").arg(who, room, text));
    } else if (is_here && chat_->window_active() && settings_ && settings_->speak_messages()) {
        hear(NewsKind::message, QStringLiteral("%1: %2").arg(who, text));
    }
}

void Speaker::on_refused(const QString& room, const client::Message& message) {
    const QString reason = failure_words(message);
    const QString text = plain_of(message);
    const bool is_here = room == chat_->room();
    hear(NewsKind::failure, is_here ? tr("Not sent: %1. %2").arg(text, reason)
                                    : tr("Not sent to %1: %2. %3").arg(room, text, reason));
}

void Speaker::on_hint() {
    if (!chat_->hint().isEmpty()) hear(NewsKind::failure, chat_->hint());
}

// Each break once, however often it is tried again.
void Speaker::on_phase() {
    const QString phase = chat_->phase();
    if (phase == QStringLiteral("waiting") && chat_->inside() && !broken_) {
        broken_ = true;
        hear(NewsKind::failure, tr("There is no connection. Trying again."));
    } else if (phase == QStringLiteral("online") && std::exchange(broken_, false)) {
        hear(NewsKind::failure, tr("Online again"));
    }
}

void Speaker::on_problem() {
    if (chat_->inside() || chat_->problem_title().isEmpty()) return;
    hear(NewsKind::failure, chat_->problem_title());
}

void Speaker::hear(NewsKind kind, const QString& sentence) {
    const QString now = plan_.hear(kind, sentence, clock_.elapsed());
    if (!now.isEmpty()) emit spoken(now);
    wait();
}

void Speaker::speak_what_is_due() {
    for (const QString& sentence : plan_.take(clock_.elapsed())) emit spoken(sentence);
    wait();
}

void Speaker::wait() {
    const auto due = plan_.due_ms();
    if (due) {
        timer_.start(static_cast<int>(std::max<qint64>(0, *due - clock_.elapsed())));
    } else {
        timer_.stop();
    }
}

}  // namespace brusio::ui
