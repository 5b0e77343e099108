#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <chrono>
#include <cstring>
#include <mutex>

#include "tests/support/temporary_folder.h"
#include "tests/transport/poco/event_driver.h"
#include "transport/filter/proxy_filter.h"
#include "transport/poco/descriptor.h"
#include "transport/poco/poco_transport.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using poco::Descriptor;
using test::EventDriver;
using test::EventRecorder;
using testing::ElementsAre;
using testing::HasSubstr;

/// Links through a socket of the file system.
class FileListener : public testing::Test {
 protected:
    FileListener() {
        spec.host = spec.path = folder.path() + "/irc";
        PocoTransport::Options options;
        options.links_per_address_max = 2;
        options.on_refused = [this](const RefusedPeer& peer) {
            const std::lock_guard lock{mutex};
            refused.push_back(peer.address);
        };
        transport = test::make_transport(options);
    }
    [[nodiscard]] Descriptor connect() const {
        Descriptor peer{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, spec.path.c_str(), spec.path.size() + 1);
        const auto* any = reinterpret_cast<const sockaddr*>(&address);
        if (::connect(peer.get(), any, sizeof address) != 0) peer.reset();
        return peer;
    }
    template <class Done>
    bool until(Done done) {
        const auto give_up = std::chrono::steady_clock::now() + 10s;
        while (!done() && std::chrono::steady_clock::now() < give_up) {
            transport->run_once(driver, 10ms);
        }
        return done();
    }
    [[nodiscard]] const LinkInfo& info(std::size_t at) {
        return events.links[events.order[at]].info;
    }

    test::TemporaryFolder folder;
    ListenerSpec spec;
    std::mutex mutex;
    std::vector<std::string> refused;
    std::unique_ptr<PocoTransport> transport;
    EventRecorder events;
    EventDriver driver{events};
};

TEST_F(FileListener, a_link_has_no_address_and_nobody_reads_along) {
    EXPECT_EQ(transport->listen(spec).value(), 0);
    const Descriptor peer = connect();
    ASSERT_TRUE(until([&] { return events.order.size() == 1; }));
    EXPECT_EQ(info(0).peer_address, "unix");
    EXPECT_TRUE(info(0).secure);
    EXPECT_TRUE(info(0).loopback);
    ASSERT_EQ(::send(peer.get(), "hello", 5, 0), 5);
    EXPECT_TRUE(until([&] { return events.links[events.order[0]].bytes == "hello"; }));
}

TEST_F(FileListener, all_who_come_count_as_one_address) {
    ASSERT_TRUE(transport->listen(spec));
    const Descriptor one = connect();
    const Descriptor two = connect();
    const Descriptor three = connect();
    EXPECT_TRUE(until([&] {
        const std::lock_guard lock{mutex};
        return refused.size() == 1;
    }));
    EXPECT_THAT(refused, ElementsAre("unix"));
    EXPECT_TRUE(until([&] { return events.order.size() == 2; }));
}

TEST_F(FileListener, a_link_that_has_gone_makes_room) {
    ASSERT_TRUE(transport->listen(spec));
    Descriptor one = connect();
    const Descriptor two = connect();
    ASSERT_TRUE(until([&] { return events.order.size() == 2; }));
    one.reset();
    ASSERT_TRUE(until([&] { return transport->links_open() == 1; }));
    const Descriptor three = connect();
    EXPECT_TRUE(until([&] { return events.order.size() == 3; }));
}

TEST_F(FileListener, a_proxy_that_may_come_tells_of_its_client) {
    spec.proxies = {"unix"};
    spec.proxies_alone = true;
    spec.filters = [] {
        return std::make_unique<filter::ProxyFilter>(filter::ProxySpeaks::unknown);
    };
    ASSERT_TRUE(transport->listen(spec));
    const Descriptor peer = connect();
    const std::string_view header = "PROXY TCP4 198.51.100.7 192.0.2.1 4000 6667\r\n";
    ASSERT_EQ(::send(peer.get(), header.data(), header.size(), 0),
              static_cast<ssize_t>(header.size()));
    ASSERT_TRUE(until([&] { return events.order.size() == 1; }));
    EXPECT_EQ(info(0).peer_address, "198.51.100.7");
    EXPECT_FALSE(info(0).loopback);
    EXPECT_FALSE(info(0).secure);
}

TEST_F(FileListener, a_proxy_is_trusted_if_the_word_is_there_alone) {
    spec.proxies = {"0.0.0.0/0", "::/0"};
    spec.proxies_alone = true;
    ASSERT_TRUE(transport->listen(spec));
    const Descriptor peer = connect();
    EXPECT_TRUE(until([&] {
        const std::lock_guard lock{mutex};
        return refused.size() == 1;
    }));
    EXPECT_TRUE(events.order.empty());
}

TEST_F(FileListener, the_mode_is_as_asked_and_the_file_goes_with_the_listener) {
    spec.path_mode = 0666;
    ASSERT_TRUE(transport->listen(spec));
    struct stat found {};
    ASSERT_EQ(::lstat(spec.path.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0666U);
    EXPECT_TRUE(transport->stop_listening(spec.host, 0));
    EXPECT_NE(::lstat(spec.path.c_str(), &found), 0);
    EXPECT_TRUE(transport->listen(spec));
}

TEST_F(FileListener, a_socket_in_use_is_a_sentence_that_names_it) {
    ASSERT_TRUE(transport->listen(spec));
    auto other = test::make_transport();
    const auto result = other->listen(spec);
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error(), HasSubstr("cannot listen on " + spec.path + ": another server"));
    EXPECT_TRUE(connect().valid());
}

TEST_F(FileListener, a_folder_that_is_not_there_is_a_sentence) {
    spec.host = spec.path = folder.path() + "/nowhere/irc";
    const auto result = transport->listen(spec);
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error(), HasSubstr("cannot listen on " + spec.path + ": No such file"));
}

}  // namespace
}  // namespace brusio
