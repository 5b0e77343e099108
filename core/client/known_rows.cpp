#include "core/client/known_rows.h"

#include <algorithm>
#include <set>
#include <utility>

namespace brusio::client {

std::vector<Message> without_known(const Conversation& conversation, std::vector<Message>&& page) {
    std::vector<Message> rows;
    std::set<std::string, std::less<>> met;
    for (Message& row : page) {
        const bool named = !row.msgid.empty();
        if (named && conversation.timeline.find_msgid(row.msgid) != nullptr) continue;
        if (named && !met.insert(row.msgid).second) continue;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string newest_msgid(const Conversation& conversation) {
    const auto& rows = conversation.timeline.messages();
    const auto found = std::find_if(rows.rbegin(), rows.rend(), [](const MessagePtr& row) {
        return !row->msgid.empty() && is_speech(row->kind);
    });
    return found == rows.rend() ? std::string{} : (*found)->msgid;
}

bool has_rows_of_server(const Conversation& conversation) {
    const auto& rows = conversation.timeline.messages();
    return std::any_of(rows.begin(), rows.end(),
                       [](const MessagePtr& row) { return is_from_server(*row); });
}

}  // namespace brusio::client
