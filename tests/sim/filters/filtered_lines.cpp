#include "tests/sim/filters/filtered_lines.h"

#include <utility>

#include "core/base/assert.h"
#include "core/base/keyed_random.h"
#include "tests/support/tls_client.h"
#include "tests/support/websocket_client.h"
#include "transport/filter/filter_stack.h"
#include "transport/filter/self_signed.h"
#include "transport/filter/tls_context.h"
#include "transport/filter/tls_server_filter.h"
#include "transport/filter/websocket_server_filter.h"

namespace brusio::sim {

namespace {

using filter::ByteFilter;
using filter::FilterState;

class ServerEnd final : public LineFilter {
 public:
    explicit ServerEnd(std::unique_ptr<ByteFilter> filter) : filter_(std::move(filter)) {}

    void begin(std::string&) override {}
    void receive(std::string_view wire, std::string& up, std::string& down) override {
        filter_->receive(wire, up, down);
        // Nobody here breaks a filter's protocol, and streams are cut but never changed.
        BRUSIO_ASSERT(filter_->state() != FilterState::failed);
    }
    void send(std::string_view plain, std::string& down) override { filter_->send(plain, down); }
    void close(std::string& down) override { filter_->close(down); }
    [[nodiscard]] State state() const override {
        if (filter_->state() == FilterState::handshaking) return State::handshaking;
        return filter_->state() == FilterState::open ? State::open : State::ended;
    }

 private:
    std::unique_ptr<ByteFilter> filter_;
};

class ClientEnd final : public LineFilter {
 public:
    explicit ClientEnd(std::unique_ptr<test::ClientFilter> filter) : filter_(std::move(filter)) {}

    void begin(std::string& down) override { down += filter_->hello(); }
    void receive(std::string_view wire, std::string& up, std::string& down) override {
        down += filter_->receive(wire);
        up += std::exchange(filter_->received(), {});
    }
    void send(std::string_view plain, std::string& down) override { down += filter_->send(plain); }
    void close(std::string& down) override { down += filter_->close(); }
    [[nodiscard]] State state() const override {
        if (filter_->server_closed()) return State::ended;
        return filter_->open() ? State::open : State::handshaking;
    }

 private:
    std::unique_ptr<test::ClientFilter> filter_;
};

LineFilters both(std::unique_ptr<test::ClientFilter> client, std::unique_ptr<ByteFilter> server) {
    return {std::make_unique<ClientEnd>(std::move(client)),
            std::make_unique<ServerEnd>(std::move(server))};
}

std::unique_ptr<test::ClientFilter> websocket_client(std::uint64_t seed) {
    using Form = test::WebSocketClient::Form;
    const Form form = seed % 2 == 0 ? Form::text : Form::binary;
    return std::make_unique<test::WebSocketClient>(form, KeyedRandom{seed});
}

std::unique_ptr<ByteFilter> websocket_server() {
    return std::make_unique<filter::WebSocketServerFilter>(
        std::make_shared<const filter::WebSocketSettings>());
}

std::shared_ptr<const filter::TlsContext> tls_context() {
    const std::string pem =
        filter::make_self_signed({{"127.0.0.1"}, WallTime{1'790'000'000'000}}).value();
    return filter::TlsContext::make({pem, pem}, filter::TlsContext::ClientCertificates::ignored)
        .value();
}

std::unique_ptr<ByteFilter> tls_server(std::shared_ptr<const filter::TlsContext> context,
                                       filter::TlsProtocol protocol) {
    return std::make_unique<filter::TlsServerFilter>(std::move(context), protocol);
}

}  // namespace

LineFilterMaker websocket_lines() {
    return [](std::uint64_t seed) { return both(websocket_client(seed), websocket_server()); };
}

LineFilterMaker tls_lines() {
    return [context = tls_context()](std::uint64_t) {
        return both(std::make_unique<test::TlsClient>(),
                    tls_server(context, filter::TlsProtocol::irc));
    };
}

LineFilterMaker websocket_over_tls_lines() {
    return [context = tls_context()](std::uint64_t seed) {
        return both(std::make_unique<test::ClientStack>(websocket_client(seed),
                                                        std::make_unique<test::TlsClient>()),
                    std::make_unique<filter::FilterStack>(
                        websocket_server(), tls_server(context, filter::TlsProtocol::http)));
    };
}

}  // namespace brusio::sim
