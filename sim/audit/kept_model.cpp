#include "sim/audit/kept_model.h"

#include <algorithm>
#include <utility>

#include "core/base/keyed_random.h"
#include "sim/time/trace.h"

namespace brusio::sim {

namespace {

template <class Record, class Same>
void put(std::vector<Record>& list, const Record& record, Same same) {
    const auto found = std::find_if(list.begin(), list.end(), same);
    if (found == list.end()) {
        list.push_back(record);
    } else {
        *found = record;
    }
}

// What the one list has and the other has not; "" if they hold the same.
template <class Record>
std::string list_difference(std::string_view what, const std::vector<Record>& mine,
                            const std::vector<Record>& found) {
    const auto has = [](const std::vector<Record>& list, const Record& record) {
        return std::find(list.begin(), list.end(), record) != list.end();
    };
    for (const Record& record : mine) {
        if (!has(found, record)) return std::string{what} + " that was durable is gone or changed";
    }
    if (found.size() == mine.size()) return {};
    return std::string{what} + " came back that was not there";
}

std::uint64_t digest_of(const MessageRecord& message, bool blank) {
    std::uint64_t sum = mix64(static_cast<std::uint64_t>(message.time.unix_ms));
    for (const std::string_view text :
         {std::string_view{message.sender}, std::string_view{message.account_name},
          std::string_view{message.target},
          blank ? std::string_view{} : std::string_view{message.text},
          blank ? std::string_view{} : std::string_view{message.client_tags}}) {
        sum = mix64(sum + digest(text));
    }
    const bool redacted = blank || message.redacted;
    const std::uint64_t bits = (message.from_bot ? 1U : 0U) | (redacted ? 2U : 0U);
    return mix64(sum + message.account.value * 4 + bits) ^ static_cast<std::uint64_t>(message.kind);
}

std::string setting_that_differs(const RoomRecord& mine, const RoomRecord& found) {
    if (mine.topic != found.topic) return "the topic";
    if (mine.modes != found.modes || mine.password != found.password ||
        mine.members_max != found.members_max) {
        return "a mode";
    }
    if (mine.grants != found.grants || mine.founder != found.founder) return "a grant";
    return "a list, or when and by whom something was set";
}

}  // namespace

KeptModel::Mark KeptModel::mark_of(const MessageRecord& message) {
    return {message.seq, message.time, digest(message.id), digest_of(message, false),
            digest_of(message, true)};
}

// ---- logs ----

KeptModel::Log& KeptModel::log_of(ConversationId conversation) {
    const std::uint64_t key = mix64(conversation.value);
    if (const auto place = log_places_.find(key)) return logs_[static_cast<std::size_t>(*place)];
    log_places_.set(key, logs_.size());
    logs_.push_back(Log{conversation, {}, {}});
    return logs_.back();
}

const KeptModel::Log* KeptModel::find_log(ConversationId conversation) const {
    const auto place = log_places_.find(mix64(conversation.value));
    return place ? &logs_[static_cast<std::size_t>(*place)] : nullptr;
}

LogEnd KeptModel::end_of(ConversationId conversation) const {
    const Log* log = find_log(conversation);
    return log == nullptr ? LogEnd{} : log->last;
}

void KeptModel::apply_one(const AppendMessage& write) {
    conversation_last_ = std::max(conversation_last_, write.conversation);
    Log& log = log_of(write.conversation);
    log.marks.push_back(mark_of(write.message));
    log.last = {write.message.seq, write.message.time};
}

void KeptModel::apply_one(const RedactMessage& write) {
    for (Mark& mark : log_of(write.conversation).marks) {
        if (mark.id == digest(write.id)) mark.content = mark.blank;
    }
}

void KeptModel::apply_one(const TrimLog& write) {
    std::vector<Mark>& marks = log_of(write.conversation).marks;
    if (marks.empty()) return;
    const auto stays = [&](const Mark& mark) {
        return mark.seq >= write.seq_first && mark.time >= write.time_first;
    };
    const auto gone = std::find_if(marks.begin(), marks.end() - 1, stays) - marks.begin();
    const auto count = std::min<std::ptrdiff_t>(gone, write.count_max);
    marks.erase(marks.begin(), marks.begin() + count);
}

// ---- records ----

void KeptModel::apply(const Write& write) {
    std::visit([this](const auto& one) { apply_one(one); }, write);
}

void KeptModel::apply_one(const SaveAccount& write) {
    account_last_ = std::max(account_last_, write.account.id);
    put(accounts_, write.account, [&](const auto& one) { return one.id == write.account.id; });
}

void KeptModel::apply_one(const RemoveAccount& write) {
    const AccountId account = write.account;
    std::erase_if(accounts_, [&](const auto& one) { return one.id == account; });
    std::erase_if(memberships_, [&](const auto& one) { return one.account == account; });
    std::erase_if(read_markers_, [&](const auto& one) { return one.account == account; });
    std::erase_if(presences_, [&](const auto& one) { return one.account == account; });
    std::erase_if(private_notes_, [&](const auto& one) { return one.account == account; });
    std::erase_if(contacts_, [&](const auto& one) { return one.account == account; });
    std::erase_if(mail_tokens_, [&](const auto& one) { return one.account == account; });
}

void KeptModel::apply_one(const SaveRoom& write) {
    conversation_last_ = std::max(conversation_last_, write.room.id);
    put(rooms_, write.room, [&](const auto& one) { return one.id == write.room.id; });
}

void KeptModel::apply_one(const RemoveRoom& write) {
    std::erase_if(rooms_, [&](const auto& one) { return one.id == write.room; });
    std::erase_if(memberships_, [&](const auto& one) { return one.room == write.room; });
    Log& log = log_of(write.room);
    log.marks.clear();
    log.last = {};
}

void KeptModel::apply_one(const SaveMembership& write) {
    const MembershipRecord& saved = write.membership;
    put(memberships_, saved,
        [&](const auto& one) { return one.account == saved.account && one.room == saved.room; });
}

void KeptModel::apply_one(const RemoveMembership& write) {
    std::erase_if(memberships_, [&](const auto& one) {
        return one.account == write.account && one.room == write.room;
    });
}

void KeptModel::apply_one(const SavePair& write) {
    conversation_last_ = std::max(conversation_last_, write.pair.id);
    pairs_.push_back(write.pair);
}

void KeptModel::apply_one(const SaveReadMarker& write) {
    const ReadMarkerRecord& saved = write.marker;
    put(read_markers_, saved, [&](const auto& one) {
        return one.account == saved.account && one.target == saved.target;
    });
}

void KeptModel::apply_one(const RemoveReadMarker& write) {
    std::erase_if(read_markers_, [&](const auto& one) {
        return one.account == write.account && one.target == write.target;
    });
}

void KeptModel::apply_one(const SavePresence& write) {
    put(presences_, write.presence,
        [&](const auto& one) { return one.account == write.presence.account; });
}

void KeptModel::apply_one(const SavePrivateNote& write) {
    const PrivateNoteRecord& saved = write.note;
    put(private_notes_, saved, [&](const auto& one) {
        return one.account == saved.account && one.target == saved.target && one.key == saved.key;
    });
}

void KeptModel::apply_one(const RemovePrivateNote& write) {
    std::erase_if(private_notes_, [&](const auto& one) {
        return one.account == write.account && one.target == write.target && one.key == write.key;
    });
}

void KeptModel::apply_one(const SaveContacts& write) {
    const ContactsRecord& saved = write.contacts;
    const auto is_same = [&](const auto& one) { return one.account == saved.account; };
    put(contacts_, saved, is_same);
    if (saved.accepted.empty() && saved.silenced.empty()) std::erase_if(contacts_, is_same);
}

void KeptModel::apply_one(const SaveBan& write) {
    put(bans_, write.ban, [&](const auto& one) {
        return one.kind == write.ban.kind && one.subject == write.ban.subject;
    });
}

void KeptModel::apply_one(const RemoveBan& write) {
    std::erase_if(bans_, [&](const auto& one) {
        return one.kind == write.kind && one.subject == write.subject;
    });
}

void KeptModel::apply_one(const SaveUnverifiedAccount& write) {
    put(unverified_accounts_, write.account,
        [&](const auto& one) { return one.key == write.account.key; });
}

void KeptModel::apply_one(const RemoveUnverifiedAccount& write) {
    std::erase_if(unverified_accounts_, [&](const auto& one) { return one.key == write.key; });
}

void KeptModel::apply_one(const SaveMailToken& write) {
    put(mail_tokens_, write.token, [&](const auto& one) {
        return one.account == write.token.account && one.kind == write.token.kind;
    });
}

void KeptModel::apply_one(const RemoveMailToken& write) {
    std::erase_if(mail_tokens_, [&](const auto& one) {
        return one.account == write.account && one.kind == write.kind;
    });
}

// ---- what was found ----

std::string KeptModel::name_of(ConversationId conversation) const {
    for (const RoomRecord& room : rooms_) {
        if (room.id == conversation) return room.name;
    }
    return "conversation " + std::to_string(conversation.value);
}

std::optional<KeptModel::Difference> KeptModel::difference(const Recovered& found) const {
    for (const Log& log : logs_) {
        if (auto difference_found = difference(log, found)) return difference_found;
    }
    if (auto difference_found = room_difference(found)) return difference_found;
    return record_difference(found.kept);
}

std::optional<KeptModel::Difference> KeptModel::difference(const Log& log,
                                                           const Recovered& found) const {
    const auto theirs = std::find_if(found.logs.begin(), found.logs.end(), [&](const auto& one) {
        return one.conversation == log.conversation;
    });
    static const std::vector<MessageRecord> nothing;
    const auto& entries = theirs == found.logs.end() ? nothing : theirs->entries;
    const std::string name = name_of(log.conversation);
    const std::uint64_t last = entries.empty() ? 0 : entries.back().seq;
    if (last < log.last.seq) {
        return {{"O4", "message " + std::to_string(last + 1) + " of " + name +
                           " was durable and is gone"}};
    }
    if (last > log.last.seq) {
        return {{"O5", name + " has a message " + std::to_string(last) + " too many", true}};
    }
    if (entries.size() < std::min(log.marks.size(), found.entries_per_log_max)) {
        return {{"O4", "the oldest messages of " + name + " are gone"}};
    }
    if (entries.size() > log.marks.size()) {
        return {{"O5", name + " has messages that were never in it, or twice"}};
    }
    const std::size_t gone = log.marks.size() - entries.size();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Mark& mine = log.marks[gone + i];
        const Mark one = mark_of(entries[i]);
        if (one.seq == mine.seq && one.id == mine.id && one.content == mine.content) continue;
        return {{"O4", "message " + std::to_string(mine.seq) + " of " + name + " is another now"}};
    }
    return std::nullopt;
}

std::optional<KeptModel::Difference> KeptModel::room_difference(const Recovered& found) const {
    const std::vector<KeptRoom>& rooms = found.kept.rooms;
    for (const RoomRecord& mine : rooms_) {
        const auto theirs = std::find_if(rooms.begin(), rooms.end(),
                                         [&](const auto& one) { return one.room.id == mine.id; });
        if (theirs == rooms.end()) return {{"O4", mine.name + " was durable and is gone"}};
        if (theirs->room != mine) {
            return {{"O4", setting_that_differs(mine, theirs->room) + " of " + mine.name +
                               " is not what it was"}};
        }
        if (theirs->last != end_of(mine.id)) {
            return {{"O7", "the log of " + mine.name + " does not end where it did"}};
        }
    }
    if (rooms.size() == rooms_.size()) return std::nullopt;
    return {{"O4", "a room came back that was not there", true}};
}

std::optional<KeptModel::Difference> KeptModel::record_difference(const Kept& found) const {
    std::vector<PairRecord> pairs;
    for (const KeptPair& pair : found.pairs) pairs.push_back(pair.pair);
    for (std::string what :
         {list_difference("an account", accounts_, found.accounts),
          list_difference("a membership", memberships_, found.memberships),
          list_difference("a pair", pairs_, pairs),
          list_difference("a read marker", read_markers_, found.read_markers),
          list_difference("a presence", presences_, found.presences),
          list_difference("a private note", private_notes_, found.private_notes),
          list_difference("contacts", contacts_, found.contacts),
          list_difference("a ban", bans_, found.bans),
          list_difference("an unverified account", unverified_accounts_, found.unverified_accounts),
          list_difference("a mail token", mail_tokens_, found.mail_tokens)}) {
        if (!what.empty()) return {{"O4", std::move(what)}};
    }
    if (found.account_last != account_last_ || found.conversation_last != conversation_last_) {
        return {{"O19", "the next account or conversation would have a number that was given"}};
    }
    return std::nullopt;
}

void KeptModel::accept(const Recovered& found) {
    *this = KeptModel{};
    accounts_ = found.kept.accounts;
    for (const KeptRoom& room : found.kept.rooms) rooms_.push_back(room.room);
    memberships_ = found.kept.memberships;
    for (const KeptPair& pair : found.kept.pairs) pairs_.push_back(pair.pair);
    read_markers_ = found.kept.read_markers;
    presences_ = found.kept.presences;
    private_notes_ = found.kept.private_notes;
    contacts_ = found.kept.contacts;
    bans_ = found.kept.bans;
    unverified_accounts_ = found.kept.unverified_accounts;
    mail_tokens_ = found.kept.mail_tokens;
    for (const Recovered::Log& log : found.logs) {
        for (const MessageRecord& entry : log.entries) {
            apply_one(AppendMessage{log.conversation, entry});
        }
    }
    account_last_ = found.kept.account_last;
    conversation_last_ = found.kept.conversation_last;
}

}  // namespace brusio::sim
