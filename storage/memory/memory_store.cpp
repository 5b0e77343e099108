#include "storage/memory/memory_store.h"

#include <algorithm>
#include <iterator>

#include "core/base/assert.h"

namespace brusio {

namespace {

template <class Map, class Out>
void append_values(const Map& map, Out& out) {
    for (const auto& [key, value] : map) out.push_back(value);
}

char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool has_words(const AuditRecord& entry, std::string_view words) {
    const std::string text =
        entry.actor + ' ' + entry.action + ' ' + entry.subject + ' ' + entry.detail;
    return std::search(text.begin(), text.end(), words.begin(), words.end(),
                       [](char a, char b) { return small_letter(a) == small_letter(b); }) !=
               text.end() ||
           words.empty();
}

}  // namespace

MemoryStore::MemoryStore(Options options)
    : options_(options), logs_(options.recent_messages_per_room_max, options.messages_max) {
    BRUSIO_ASSERT(options_.audit_entries_max > 0);
}

void MemoryStore::submit(BatchId batch, std::span<const Write> writes) {
    BRUSIO_ASSERT(!writes.empty());
    BRUSIO_ASSERT(ended_.empty() || ended_.back().batch < batch);
    for (const Write& write : writes) {
        std::visit([this](const auto& one) { apply(one); }, write);
    }
    ended_.push_back({batch, CommitResult::durable});
}

void MemoryStore::collect(std::vector<Commit>& ended) {
    ended.insert(ended.end(), ended_.begin(), ended_.end());
    ended_.clear();
}

void MemoryStore::ask(Question question) {
    QueryAnswer& next = answers_.emplace_back();
    next.query = question.id;
    std::visit([&](const auto& one) { answer(one, next); }, question.query);
}

void MemoryStore::collect_answers(std::vector<QueryAnswer>& answers) {
    std::move(answers_.begin(), answers_.end(), std::back_inserter(answers));
    answers_.clear();
}

Kept MemoryStore::kept() const {
    Kept kept;
    append_values(accounts_, kept.accounts);
    for (const auto& [id, room] : rooms_) kept.rooms.push_back({room, end_of(id)});
    append_values(memberships_, kept.memberships);
    for (const auto& [id, pair] : pairs_) kept.pairs.push_back({pair, end_of(id)});
    append_values(read_markers_, kept.read_markers);
    append_values(presences_, kept.presences);
    append_values(private_notes_, kept.private_notes);
    append_values(contacts_, kept.contacts);
    append_values(bans_, kept.bans);
    append_values(unverified_accounts_, kept.unverified_accounts);
    append_values(mail_tokens_, kept.mail_tokens);
    kept.account_last = account_last_;
    kept.conversation_last = conversation_last_;
    return kept;
}

LogEnd MemoryStore::end_of(ConversationId conversation) const {
    if (const auto end = logs_.end_of(conversation)) return *end;
    const auto found = forgotten_.find(conversation);
    return found == forgotten_.end() ? LogEnd{} : found->second;
}

void MemoryStore::given(ConversationId conversation) {
    conversation_last_ = std::max(conversation_last_, conversation);
}

void MemoryStore::apply(const AppendMessage& write) {
    given(write.conversation);
    const MessageLogs::Forgotten gone = logs_.append(write);
    if (!gone) return;
    if (rooms_.contains(gone->first) || pairs_.contains(gone->first)) {
        forgotten_[gone->first] = gone->second;
    }
}

void MemoryStore::apply(const SaveAccount& write) {
    account_last_ = std::max(account_last_, write.account.id);
    accounts_.insert_or_assign(write.account.id, write.account);
}

void MemoryStore::apply(const RemoveAccount& write) {
    const AccountId account = write.account;
    accounts_.erase(account);
    std::erase_if(memberships_, [&](const auto& entry) { return entry.first.first == account; });
    std::erase_if(read_markers_, [&](const auto& entry) { return entry.first.first == account; });
    std::erase_if(private_notes_,
                  [&](const auto& entry) { return entry.second.account == account; });
    presences_.erase(account);
    contacts_.erase(account);
    std::erase_if(mail_tokens_, [&](const auto& entry) { return entry.first.first == account; });
    logs_.forget_client_ids(account);
}

void MemoryStore::apply(const SaveRoom& write) {
    given(write.room.id);
    rooms_.insert_or_assign(write.room.id, write.room);
}

void MemoryStore::apply(const RemoveRoom& write) {
    rooms_.erase(write.room);
    std::erase_if(memberships_,
                  [&](const auto& entry) { return entry.first.second == write.room; });
    logs_.remove(write.room);
    forgotten_.erase(write.room);
}

void MemoryStore::apply(const SaveMembership& write) {
    const MembershipRecord& membership = write.membership;
    memberships_.insert_or_assign({membership.account, membership.room}, membership);
}

void MemoryStore::apply(const RemoveMembership& write) {
    memberships_.erase({write.account, write.room});
}

void MemoryStore::apply(const SavePair& write) {
    BRUSIO_ASSERT(write.pair.a <= write.pair.b);
    given(write.pair.id);
    const bool is_new = pairs_.emplace(write.pair.id, write.pair).second;
    BRUSIO_ASSERT(is_new);
}

void MemoryStore::apply(const SaveReadMarker& write) {
    const ReadMarkerRecord& marker = write.marker;
    read_markers_.insert_or_assign({marker.account, marker.target}, marker);
}

void MemoryStore::apply(const RemoveReadMarker& write) {
    read_markers_.erase({write.account, write.target});
}

void MemoryStore::apply(const SavePresence& write) {
    presences_.insert_or_assign(write.presence.account, write.presence);
}

void MemoryStore::apply(const SavePrivateNote& write) {
    const PrivateNoteRecord& note = write.note;
    private_notes_.insert_or_assign({note.account, note.target, note.key}, note);
}

void MemoryStore::apply(const RemovePrivateNote& write) {
    private_notes_.erase({write.account, write.target, write.key});
}

void MemoryStore::apply(const SaveContacts& write) {
    const ContactsRecord& contacts = write.contacts;
    if (contacts.accepted.empty() && contacts.silenced.empty()) {
        contacts_.erase(contacts.account);
    } else {
        contacts_.insert_or_assign(contacts.account, contacts);
    }
}

void MemoryStore::apply(const AppendAudit& write) {
    if (audit_.size() == options_.audit_entries_max) audit_.pop_front();
    audit_.push_back(write.entry);
}

void MemoryStore::apply(const TrimAudit& write) {
    while (audit_.size() > write.entries_max ||
           (!audit_.empty() && audit_.front().time < write.time_first)) {
        audit_.pop_front();
    }
}

void MemoryStore::apply(const SaveBan& write) {
    bans_.insert_or_assign({write.ban.kind, write.ban.subject}, write.ban);
}

void MemoryStore::apply(const RemoveBan& write) { bans_.erase({write.kind, write.subject}); }

void MemoryStore::apply(const SaveUnverifiedAccount& write) {
    unverified_accounts_.insert_or_assign(write.account.key, write.account);
}

void MemoryStore::apply(const RemoveUnverifiedAccount& write) {
    unverified_accounts_.erase(write.key);
}

void MemoryStore::apply(const SaveMailToken& write) {
    mail_tokens_.insert_or_assign({write.token.account, write.token.kind}, write.token);
}

void MemoryStore::apply(const RemoveMailToken& write) {
    mail_tokens_.erase({write.account, write.kind});
}

void MemoryStore::answer(const AuditQuery& query, QueryAnswer& answer) const {
    for (auto entry = audit_.rbegin(); entry != audit_.rend(); ++entry) {
        if (answer.audit.size() == query.count_max) break;
        if (has_words(*entry, query.words)) answer.audit.push_back(*entry);
    }
    std::reverse(answer.audit.begin(), answer.audit.end());
}

}  // namespace brusio
