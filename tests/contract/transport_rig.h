#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/transport.h"

namespace brusio::contract {

/// The far end of a link: what a client's socket can do. Nothing here blocks.
class ContractPeer {
 public:
    enum class Stream : std::uint8_t { open, ended, broken };

    virtual ~ContractPeer() = default;
    /// Sends what the stream takes now; says how many bytes those were.
    virtual std::size_t write(std::string_view bytes) = 0;
    /// Takes at most `bytes_max` bytes of what has arrived.
    virtual std::string read(std::size_t bytes_max) = 0;
    /// What the last `read` found out about the stream.
    virtual Stream stream() const = 0;
    virtual void half_close() = 0;
    virtual void reset() = 0;
};

/// One transport under the contract of core/ports/transport.h.
class TransportRig {
 public:
    virtual ~TransportRig() = default;
    virtual Transport& transport() = 0;
    virtual std::unique_ptr<ContractPeer> connect() = 0;
    /// Lets the transport move and report; may wait a little for something to happen.
    virtual void step(TransportEvents& events) = 0;
};

struct TransportRigFactory {
    std::string name;
    std::function<std::unique_ptr<TransportRig>(std::size_t send_queue_bytes_max)> make;
    bool secure = false;  // what its links say of themselves
};

/// The name of a test must not hold addresses.
inline void PrintTo(const TransportRigFactory& factory, std::ostream* out) { *out << factory.name; }

inline std::string transport_rig_name(const testing::TestParamInfo<TransportRigFactory>& info) {
    return info.param.name;
}

/// Writes down what a transport reports, and holds it against the promised order of events.
class EventRecorder final : public TransportEvents {
 public:
    struct Seen {
        LinkInfo info;
        std::string bytes;
        std::optional<CloseReason> closed;
        int drained = 0;  // so often it was reported
    };

    void link_opened(LinkId link, const LinkInfo& info, Now) override {
        EXPECT_TRUE(link);
        EXPECT_NE(link.generation(), 0U);
        EXPECT_FALSE(links.contains(link)) << "a link opens once, and its name is never used again";
        links[link].info = info;
        order.push_back(link);
    }
    void link_bytes(LinkId link, std::string_view bytes, Now) override {
        EXPECT_FALSE(bytes.empty());
        ASSERT_TRUE(links.contains(link)) << "bytes before the opening";
        EXPECT_FALSE(links[link].closed) << "bytes after the close";
        links[link].bytes += bytes;
    }
    void link_closed(LinkId link, CloseReason reason, Now) override {
        ASSERT_TRUE(links.contains(link)) << "a close before the opening";
        EXPECT_FALSE(links[link].closed) << "two closes";
        links[link].closed = reason;
    }
    void link_drained(LinkId link, Now) override {
        ASSERT_TRUE(links.contains(link)) << "drained before the opening";
        EXPECT_FALSE(links[link].closed) << "drained after the close";
        ++links[link].drained;
    }

    std::map<LinkId, Seen> links;
    std::vector<LinkId> order;  // of opening
};

}  // namespace brusio::contract
