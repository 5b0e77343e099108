#include <gtest/gtest.h>

#include <chrono>
#include <functional>

#include "tests/contract/transport_contract.h"
#include "tests/support/tls_client.h"
#include "tests/support/websocket_client.h"
#include "tests/transport/poco/event_driver.h"
#include "tests/transport/poco/filtered_listeners.h"
#include "tests/transport/poco/filtered_peer.h"
#include "transport/filter/filter_stack.h"
#include "transport/poco/poco_transport.h"

namespace brusio {
namespace {

using ClientMaker = std::function<std::unique_ptr<test::ClientFilter>()>;

/// What both ends of the rig's links speak.
struct Language {
    filter::FilterMaker server;
    ClientMaker client;
};

class FilteredRig final : public contract::TransportRig {
 public:
    FilteredRig(Language language, std::size_t loops, std::size_t send_queue_bytes_max)
        : language_(std::move(language)) {
        PocoTransport::Options options;
        options.loops = loops;
        options.send_queue_bytes_max = send_queue_bytes_max;
        transport_ = test::make_transport(options);
        ListenerSpec spec;
        spec.filters = language_.server;
        port_ = transport_->listen(spec).value();
    }

    Transport& transport() override { return *transport_; }
    std::unique_ptr<contract::ContractPeer> connect() override {
        auto peer = std::make_unique<RigPeer>(*this);
        peers_.push_back(peer.get());
        return peer;
    }
    void step(TransportEvents& events) override {
        for (RigPeer* peer : peers_) peer->far_end.move();
        test::EventDriver driver{events};
        transport_->run_once(driver, std::chrono::milliseconds{1});
    }

 private:
    /// Known to its rig, which lets all of them move.
    class RigPeer final : public contract::ContractPeer {
     public:
        explicit RigPeer(FilteredRig& rig)
            : far_end(rig.port_, rig.language_.client()), rig_(rig) {}
        ~RigPeer() override { std::erase(rig_.peers_, this); }

        std::size_t write(std::string_view bytes) override { return far_end.write(bytes); }
        std::string read(std::size_t bytes_max) override { return far_end.read(bytes_max); }
        Stream stream() const override { return far_end.stream(); }
        void half_close() override { far_end.half_close(); }
        void reset() override { far_end.reset(); }

        test::FilteredPeer far_end;

     private:
        FilteredRig& rig_;
    };

    Language language_;
    std::unique_ptr<PocoTransport> transport_;
    std::uint16_t port_ = 0;
    std::vector<RigPeer*> peers_;
};

Language tls() {
    return {test::tls_filters(), [] { return std::make_unique<test::TlsClient>(); }};
}

using Form = test::WebSocketClient::Form;

Language websocket(Form form) {
    return {test::websocket_filters(),
            [form] { return std::make_unique<test::WebSocketClient>(form); }};
}
Language websocket_text() { return websocket(Form::text); }
Language websocket_binary() { return websocket(Form::binary); }

Language websocket_over_tls() {
    return {[upper = test::websocket_filters(), lower = test::tls_filters()] {
                return std::make_unique<filter::FilterStack>(upper(), lower());
            },
            [] {
                return std::make_unique<test::ClientStack>(
                    std::make_unique<test::WebSocketClient>(), std::make_unique<test::TlsClient>());
            }};
}

contract::TransportRigFactory rig(const std::string& name, const std::function<Language()>& speak,
                                  std::size_t loops, bool secure) {
    return {name,
            [=](std::size_t send_queue_bytes_max) {
                return std::make_unique<FilteredRig>(speak(), loops, send_queue_bytes_max);
            },
            secure};
}

}  // namespace

namespace contract {

INSTANTIATE_TEST_SUITE_P(PocoFilter, TransportContract,
                         testing::Values(rig("tls_one_loop", tls, 1, true),
                                         rig("tls_three_loops", tls, 3, true),
                                         rig("websocket_text", websocket_text, 1, false),
                                         rig("websocket_binary", websocket_binary, 3, false),
                                         rig("websocket_over_tls", websocket_over_tls, 1, true)),
                         transport_rig_name);

}  // namespace contract
}  // namespace brusio
