#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"

namespace brusio::engine {

/// One deadline a link, the earliest first; a binary heap that knows where each link stands, so
/// that nothing stale is kept. Equal times come out in the order of the links' numbers.
class DeadlineQueue {
 public:
    /// Sets the link's deadline, whatever it was.
    void set(LinkId link, MonoTime due);
    /// Sets it if the link has none or a later one. The common case, a later one, costs a look.
    void set_if_earlier(LinkId link, MonoTime due);
    void remove(LinkId link);

    [[nodiscard]] bool empty() const { return heap_.empty(); }
    /// The link whose deadline comes first. Not on an empty queue.
    [[nodiscard]] LinkId first_link() const;
    [[nodiscard]] MonoTime first_due() const;
    /// Asserts the order of the heap and the places. O(n).
    void check_invariants() const;

 private:
    struct Entry {
        MonoTime due;
        LinkId link;
        auto operator<=>(const Entry&) const = default;
    };
    static constexpr std::uint32_t none = UINT32_MAX;

    [[nodiscard]] std::uint32_t place_of(LinkId link) const;
    void put(std::size_t place, Entry entry);
    void rise(std::size_t place);
    void sink(std::size_t place);

    std::vector<Entry> heap_;
    std::vector<std::uint32_t> place_by_slot_;
};

}  // namespace brusio::engine
