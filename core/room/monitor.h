#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/text.h"

namespace brusio::room {

/// A nick that a link wants to hear about (IRCv3 monitor).
struct Interest {
    std::string name;  // as the link wrote it
    Folded key;
    std::uint32_t watcher_place = 0;  // of the link among the target's watchers; kept by Monitor
};

enum class MonitorChange : std::uint8_t { added, already_there, full };

/// Who wants to hear of whom. Targets need not exist. Everything comes back in an order that
/// depends on nothing but the calls: interests in the order of adding; watchers too, but for the
/// rule that the last one takes the place of one that leaves.
class Monitor {
 public:
    explicit Monitor(std::size_t entries_per_link_max) : entries_max_(entries_per_link_max) {}
    /// What is there already stays.
    void set_entries_max(std::size_t entries_per_link_max) { entries_max_ = entries_per_link_max; }

    MonitorChange add(LinkId link, std::string name, Folded key);
    /// True if it was there.
    bool remove(LinkId link, const Folded& key);
    /// Forgets every interest of the link. Call it when the link is gone.
    void clear(LinkId link);

    /// Valid until the link's interests change.
    [[nodiscard]] std::span<const Interest> interests(LinkId link) const;
    /// Valid until the next change.
    [[nodiscard]] std::span<const LinkId> watchers(const Folded& key) const;

    /// Asserts that both directions agree for the link.
    void check_invariants(LinkId link) const;

 private:
    using Interests = std::vector<Interest>;

    void leave_watchers(LinkId link, const Interest& interest);

    std::size_t entries_max_;
    // For look-ups only: nobody walks over them.
    std::unordered_map<LinkId, Interests> interests_;
    std::unordered_map<Folded, std::vector<LinkId>> watchers_;
};

}  // namespace brusio::room
