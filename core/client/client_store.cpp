#include "core/client/client_store.h"

#include "core/client/names.h"

namespace brusio::client {

std::string store_key(std::string_view name) { return fold_name(CaseMapping::ascii, name).text; }

void StoredPageEnd::pass(const Message& row) {
    ++rows_;
    if (is_speech(row.kind)) ++speech_;
    last_ = row.id;
    at_gap_ = row.after_gap;
}

bool StoredPageEnd::reached() const {
    if (rows_ >= question_.rows_max || at_gap_) return true;
    // Who has read nothing here has everything before them.
    const bool all_unread = !read_up_to_ || last_ <= read_up_to_;
    return speech_ >= question_.speech_min && all_unread;
}

}  // namespace brusio::client
