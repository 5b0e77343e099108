#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "sim/audit/digest_map.h"
#include "sim/audit/name_table.h"
#include "sim/audit/violation.h"

namespace brusio::sim {

/// What a client has said, from its write to the answer.
struct Sent {
    enum class Fate : std::uint8_t {
        pending,  // written; nothing is known
        arrived,  // in the log of its room, or read by the person it was for
        refused,  // the server said no
        excused,  // the link broke, or nobody was there: it may or may not have arrived
    };
    LinkId from;
    NameId target = 0;
    std::uint64_t key = 0;  // of target and text
    EventRef at;
    Fate fate = Fate::pending;
    std::uint32_t older = 0;  // the entry before this one with the same key, plus 1
};

/// Everything that was said in a run, so that whatever turns up anywhere can be traced to the one
/// who said it (provenance), and so that it turns up at most once.
class SentBook {
 public:
    void add(LinkId from, NameId target, std::string_view text, EventRef at);

    /// Of target and text.
    static std::uint64_t key_of(NameId target, std::string_view text);

    enum class Match : std::uint8_t { first, again, unknown };
    struct Arrival {
        Match match = Match::unknown;
        std::uint32_t number = 0;  // of `all`, if it is the first
    };
    /// Something with this key has turned up: for the first time, once more than it was said, or
    /// without anybody having said it. `from` has said it, if several did.
    Arrival arrived(std::uint64_t key, LinkId from);

    /// Of what `from` said to `target` and has heard nothing of.
    enum class Which : std::uint8_t { first, last };
    void refused(LinkId from, NameId target, Which which);
    /// Whatever is pending from this link may be lost by right.
    void excuse(LinkId from);
    /// Whatever is pending to this name may be lost by right.
    void excuse_to(NameId target);

    [[nodiscard]] const std::vector<Sent>& all() const { return all_; }

 private:
    std::vector<Sent> all_;
    DigestMap newest_;
    std::size_t open_from_ = 0;  // no entry before it is pending
};

}  // namespace brusio::sim
