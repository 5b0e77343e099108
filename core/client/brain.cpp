#include "core/client/brain.h"

#include "core/base/assert.h"

namespace brusio::client {

void Brain::adopt_case_mapping() {
    const CaseMapping announced = case_mapping_of(isupport);
    if (announced == case_mapping) return;
    case_mapping = announced;
    conversations.refold(announced);
}

void Brain::set_account(std::string_view account) {
    if (me.account == account) return;
    me.account = account;
    tell(AccountChanged{me.account});
}

std::string Brain::device() const {
    constexpr std::size_t bytes_max = 32;  // of a device in docs/protocol.md
    if (device_changes == 0) return config.device;
    const std::string suffix = "x" + std::to_string(device_changes);
    return config.device.substr(0, bytes_max - suffix.size()) + suffix;
}

void check_invariants(const Brain& brain) {
    brain.conversations.check_invariants();
    brain.outbox.check_invariants();
    BRUSIO_ASSERT(brain.next_attempt.has_value() == (brain.phase == Phase::waiting));
    BRUSIO_ASSERT(!brain.link.welcomed || brain.linked());
    BRUSIO_ASSERT((brain.phase == Phase::online) <= brain.link.welcomed);
    BRUSIO_ASSERT(brain.linked() || brain.capability_names.empty());
    BRUSIO_ASSERT(brain.linked() || brain.me.account.empty());
    BRUSIO_ASSERT(!brain.link.login.making || brain.link.privacy == LinkPrivacy::sealed);
    BRUSIO_ASSERT(brain.config.stored || (brain.writes.empty() && brain.changed_places.empty()));
    for (const ConversationId id : brain.unmarked) {
        BRUSIO_ASSERT(brain.conversations.find(id) != nullptr);
    }
    std::size_t typists = 0;
    std::size_t gaps = 0;
    for (const auto& [id, conversation] : brain.conversations.all()) {
        typists += conversation.typists.size();
        if (conversation.gap_fill.step == GapFill::Step::wanted) ++gaps;
        BRUSIO_ASSERT(brain.linked() || conversation.gap_fill.step == GapFill::Step::none);
        BRUSIO_ASSERT(brain.linked() || conversation.older != OlderRows::asked);
        const bool room = conversation.kind == ConversationKind::room;
        BRUSIO_ASSERT(room || conversation.membership == Membership::inside);
        BRUSIO_ASSERT(!room || conversation.membership != Membership::inside || brain.linked());
        BRUSIO_ASSERT(brain.linked() || conversation.typists.empty());
        BRUSIO_ASSERT(brain.linked() || !conversation.marker.sent_at);
        BRUSIO_ASSERT(brain.config.stored || !conversation.kept.asked);
        BRUSIO_ASSERT(conversation.kept.gap_next || conversation.kept.gap_from.empty());
        const MessagePtr newest = conversation.timeline.newest();
        BRUSIO_ASSERT(newest == nullptr || newest->id.value <= brain.messages_made);
    }
    BRUSIO_ASSERT(typists == brain.typists && gaps == brain.gaps);
}

}  // namespace brusio::client
