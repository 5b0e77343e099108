#include "storage/client_memory/memory_client_store.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace brusio::client_memory {

using client::Message;
using client::MessageId;

namespace {

void take_later(client::StoredPlace& kept, const client::StoredPlace& other) {
    kept.read_up_to = std::max(kept.read_up_to, other.read_up_to);
    kept.read = std::max(kept.read, other.read);
    kept.told = std::max(kept.told, other.told);
}

}  // namespace

MemoryClientStore::Kept& MemoryClientStore::kept(const std::string& key) {
    const auto [found, is_new] = places_.try_emplace(key);
    if (is_new) found->second.place.key = found->second.place.name = key;
    return found->second;
}

bool MemoryClientStore::write(std::span<const client::StoreWrite> writes) {
    if (full_) return false;
    for (const client::StoreWrite& write : writes) {
        std::visit([this](const auto& one) { apply(one); }, write);
    }
    return true;
}

void MemoryClientStore::apply(const client::KeepPlace& write) {
    client::StoredPlace& place = kept(write.place.key).place;
    place.name = write.place.name;
    place.kind = write.place.kind;
    take_later(place, write.place);
    if (write.place.topic) place.topic = write.place.topic;
}

MessageId MemoryClientStore::Kept::find(const std::string& msgid) const {
    const auto found = msgids.find(msgid);
    return found == msgids.end() ? MessageId{} : found->second;
}

void MemoryClientStore::Kept::put(Message row) {
    if (const auto old = rows.find(row.id); old != rows.end()) erase(old);
    if (!row.msgid.empty()) msgids.insert_or_assign(row.msgid, row.id);
    const MessageId id = row.id;
    rows.insert_or_assign(id, std::move(row));
}

MemoryClientStore::Rows::iterator MemoryClientStore::Kept::erase(Rows::iterator row) {
    msgids.erase(row->second.msgid);
    return rows.erase(row);
}

void MemoryClientStore::apply(const client::KeepRow& write) {
    Kept& place = kept(write.key);
    const MessageId twin = place.find(write.row.msgid);
    if (!twin || twin == write.row.id) place.put(write.row);
}

void MemoryClientStore::apply(const client::DropRow& write) {
    const auto found = places_.find(write.key);
    if (found == places_.end()) return;
    const auto row = found->second.rows.find(write.id);
    if (row != found->second.rows.end()) found->second.erase(row);
}

void MemoryClientStore::apply(const client::RedactRow& write) {
    const auto found = places_.find(write.key);
    if (found == places_.end()) return;
    const auto row = found->second.rows.find(found->second.find(write.msgid));
    if (row == found->second.rows.end() || !client::is_speech(row->second.kind)) return;
    row->second = client::redacted(row->second, write.by, write.reason);
}

void MemoryClientStore::apply(const client::RenamePlace& write) {
    if (auto draft = drafts_.extract(write.from); !draft.empty()) {
        drafts_.insert_or_assign(write.to, std::move(draft.mapped()));
    }
    auto node = places_.extract(write.from);
    if (node.empty()) return;
    Kept moved = std::move(node.mapped());
    moved.place.key = write.to;
    moved.place.name = write.name;
    if (const auto other = places_.find(write.to); other != places_.end()) {
        take_later(moved.place, other->second.place);
        if (!moved.place.topic) moved.place.topic = other->second.place.topic;
        for (auto& [id, row] : other->second.rows) {
            const MessageId twin = moved.find(row.msgid);
            if (twin && twin < id) continue;
            if (twin) moved.erase(moved.rows.find(twin));
            moved.put(std::move(row));
        }
    }
    places_.insert_or_assign(write.to, std::move(moved));
}

void MemoryClientStore::apply(const client::TrimRows& write) {
    std::vector<std::pair<MessageId, Kept*>> left;
    for (auto& [key, place] : places_) {
        for (auto row = place.rows.begin(); row != place.rows.end();) {
            row = row->second.time < write.before ? place.erase(row) : std::next(row);
        }
        while (place.rows.size() > write.rows_of_place_max) place.erase(place.rows.begin());
        for (const auto& [id, row] : place.rows) left.emplace_back(id, &place);
    }
    if (left.size() <= write.rows_max) return;
    std::sort(left.begin(), left.end());
    left.resize(left.size() - write.rows_max);
    for (const auto& [id, place] : left) place->erase(place->rows.find(id));
}

void MemoryClientStore::apply(const client::KeepUnsent& write) {
    unsent_.insert_or_assign(write.message.id, write.message);
}

void MemoryClientStore::apply(const client::DropUnsent& write) { unsent_.erase(write.id); }

void MemoryClientStore::apply(const client::KeepDraft& write) {
    if (write.text.empty()) {
        drafts_.erase(write.key);
    } else {
        drafts_.insert_or_assign(write.key, write.text);
    }
}

client::StoredRows MemoryClientStore::read(const client::ReadRows& question) {
    client::StoredRows answer;
    answer.conversation = question.conversation;
    const auto found = places_.find(question.key);
    if (found == places_.end()) return answer;
    const auto& [place, rows, msgids] = found->second;
    answer.place = place;
    auto next = question.before ? rows.lower_bound(question.before) : rows.end();
    client::StoredPageEnd end(question, place.read_up_to);
    while (next != rows.begin() && !end.reached()) {
        --next;
        end.pass(next->second);
        answer.rows.push_back(next->second);
    }
    answer.more = next != rows.begin();
    std::reverse(answer.rows.begin(), answer.rows.end());
    return answer;
}

client::StoredBounds MemoryClientStore::bounds() {
    client::StoredBounds bounds;
    const auto widen = [&bounds](const Rows& rows) {
        if (rows.empty()) return;
        const MessageId first = rows.begin()->first;
        if (!bounds.oldest || first < bounds.oldest) bounds.oldest = first;
        bounds.newest = std::max(bounds.newest, rows.rbegin()->first);
    };
    for (const auto& [key, kept] : places_) widen(kept.rows);
    widen(unsent_);
    return bounds;
}

std::vector<Message> MemoryClientStore::unsent() {
    std::vector<Message> found;
    for (const auto& [id, message] : unsent_) found.push_back(message);
    return found;
}

std::vector<client::KeepDraft> MemoryClientStore::drafts() {
    std::vector<client::KeepDraft> found;
    for (const auto& [key, text] : drafts_) found.push_back({key, text});
    return found;
}

std::size_t MemoryClientStore::rows() const {
    std::size_t count = 0;
    for (const auto& [key, kept] : places_) count += kept.rows.size();
    return count;
}

}  // namespace brusio::client_memory
