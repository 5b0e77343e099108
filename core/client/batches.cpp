#include "core/client/batches.h"

#include <utility>

#include "core/base/assert.h"

namespace brusio::client {

void Batches::open(std::string_view reference, OpenBatch batch, std::size_t open_max) {
    BRUSIO_ASSERT(open_max > 0);
    if (reference.empty() || open_.size() >= open_max || open_.contains(reference)) return;
    if (!open_.contains(batch.parent)) batch.parent.clear();
    open_.emplace(std::string(reference), std::move(batch));
}

std::optional<OpenBatch> Batches::close(std::string_view reference) {
    const auto found = open_.find(reference);
    if (found == open_.end()) return std::nullopt;
    OpenBatch batch = std::move(found->second);
    open_.erase(found);
    return batch;
}

OpenBatch* Batches::find(std::string_view reference) {
    const auto found = open_.find(reference);
    return found == open_.end() ? nullptr : &found->second;
}

// A parent was open before its child, so the way out ends; the count guards against references
// that the server used again.
std::string Batches::label_of(std::string_view reference) const {
    auto found = open_.find(reference);
    for (std::size_t steps = 0; found != open_.end() && steps < open_.size(); ++steps) {
        if (!found->second.label.empty()) return found->second.label;
        found = open_.find(found->second.parent);
    }
    return {};
}

OpenBatch* Batches::find_special(std::string_view reference) {
    auto found = open_.find(reference);
    for (std::size_t steps = 0; found != open_.end() && steps < open_.size(); ++steps) {
        const BatchKind kind = found->second.kind;
        if (kind == BatchKind::net_split || kind == BatchKind::net_join ||
            kind == BatchKind::history) {
            return &found->second;
        }
        found = open_.find(found->second.parent);
    }
    return nullptr;
}

BatchKind batch_kind(std::string_view type) {
    if (type == "labeled-response") return BatchKind::labeled;
    if (type == "netsplit") return BatchKind::net_split;
    if (type == "netjoin") return BatchKind::net_join;
    if (type == "chathistory" || type == "draft/chathistory" || type == "znc.in/playback") {
        return BatchKind::history;
    }
    if (type == "draft/multiline") return BatchKind::multiline;
    return BatchKind::other;
}

}  // namespace brusio::client
