#include "qml-client/people/partner_presence.h"

#include "core/base/assert.h"

namespace brusio::ui {

void PartnerPresence::set_chat(Chat* chat) {
    BRUSIO_ASSERT(chat != nullptr && chat_ == nullptr);
    chat_ = chat;
    connect(chat, &Chat::roomChanged, this, &PartnerPresence::wordsChanged);
    connect(chat, &Chat::phaseChanged, this, &PartnerPresence::wordsChanged);
    connect(&chat->feed(), &ChatFeed::peopleChanged, this, &PartnerPresence::wordsChanged);
    emit chatChanged();
    emit wordsChanged();
}

QString PartnerPresence::words() const {
    if (chat_ == nullptr || !chat_->room_is_person()) return {};
    if (chat_->phase() != QStringLiteral("online")) return {};
    const client::Member* const partner = chat_->feed().find_person(chat_->room());
    if (partner == nullptr) return {};
    return partner->presence == client::Presence::away ? tr("Away") : tr("Here");
}

}  // namespace brusio::ui
