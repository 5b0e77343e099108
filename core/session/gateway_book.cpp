#include "core/session/gateway_book.h"

#include "core/base/assert.h"

namespace brusio::session {

GatewayBook::Verdict GatewayBook::admit(const std::string& address, const Limits& limits,
                                        MonoTime now) {
    const TryWindow::Count recent = new_links_.tries_of(address, now, limits.new_links_window);
    if (recent.count >= limits.new_links_per_address_max) return Verdict::too_many_new_links;
    const auto found = links_.find(address);
    if (found != links_.end() && found->second >= limits.links_per_address_max) {
        return Verdict::too_many_links;
    }
    new_links_.note(address, now);
    ++links_[address];
    return Verdict::admitted;
}

void GatewayBook::release(const std::string& address) {
    const auto found = links_.find(address);
    BRUSIO_ASSERT(found != links_.end() && found->second > 0);
    if (--found->second == 0) links_.erase(found);
}

bool GatewayBook::knows(std::string_view password_hash, std::string_view proof) const {
    const auto found = right_.find(password_hash);
    return !proof.empty() && found != right_.end() && found->second == proof;
}

void GatewayBook::remember(std::string_view password_hash, std::string_view proof) {
    if (proof.empty()) return;
    // Hashes that a reload has taken out of the configuration are asked for no more.
    if (right_.size() >= passwords_max) right_.clear();
    right_.insert_or_assign(std::string{password_hash}, std::string{proof});
}

}  // namespace brusio::session
