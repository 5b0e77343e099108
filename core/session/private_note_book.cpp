#include "core/session/private_note_book.h"

#include "core/base/assert.h"

namespace brusio::session {

namespace {

const PrivateNoteBook::Notes no_notes;
const Metadata no_metadata;

}  // namespace

void PrivateNoteBook::restore(const std::vector<PrivateNoteRecord>& notes) {
    BRUSIO_ASSERT(accounts_.empty());
    for (const PrivateNoteRecord& note : notes) put(note);
}

const PrivateNoteBook::Notes& PrivateNoteBook::of(AccountId account) const {
    const auto found = accounts_.find(account);
    return found == accounts_.end() ? no_notes : found->second;
}

const Metadata& PrivateNoteBook::about(AccountId account, const std::string& target) const {
    const Notes& notes = of(account);
    const auto found = notes.find(target);
    return found == notes.end() ? no_metadata : found->second;
}

std::size_t PrivateNoteBook::count(AccountId account) const {
    std::size_t count = 0;
    for (const auto& [target, metadata] : of(account)) count += metadata.size();
    return count;
}

void PrivateNoteBook::put(const PrivateNoteRecord& note) {
    BRUSIO_ASSERT(note.account && !note.target.empty() && !note.key.empty());
    accounts_[note.account][note.target][note.key] = note.value;
}

bool PrivateNoteBook::remove(AccountId account, const std::string& target, const std::string& key) {
    const auto notes = accounts_.find(account);
    if (notes == accounts_.end()) return false;
    const auto metadata = notes->second.find(target);
    if (metadata == notes->second.end() || metadata->second.erase(key) == 0) return false;
    if (metadata->second.empty()) notes->second.erase(metadata);
    if (notes->second.empty()) accounts_.erase(notes);
    return true;
}

void PrivateNoteBook::check_invariants() const {
    for (const auto& [account, notes] : accounts_) {
        BRUSIO_ASSERT(account && !notes.empty());
        for (const auto& [target, metadata] : notes) {
            BRUSIO_ASSERT(!target.empty() && !metadata.empty());
        }
    }
}

}  // namespace brusio::session
