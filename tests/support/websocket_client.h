#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/keyed_random.h"
#include "tests/support/client_filter.h"

namespace brusio::test {

/// One frame as a server writes it.
struct ServerFrame {
    std::uint8_t opcode = 0;
    bool last = true;
    std::string payload;
};

/// Takes one whole frame off the front of `wire`; nothing if there is none. A frame that a server
/// must not write (masked, reserved bits, a longer length than needed) aborts.
[[nodiscard]] std::optional<ServerFrame> take_frame(std::string& wire);

/// A frame as a client writes it, with whatever mistakes are asked for.
struct ClientFrame {
    std::uint8_t opcode = 1;
    std::string payload = {};
    bool last = true;
    bool masked = true;
    std::uint8_t reserved_bits = 0;
    std::uint64_t claimed_bytes = 0;  // 0: as long as it is
    std::uint32_t mask = 0x12345678;

    [[nodiscard]] std::string wire() const;
};

/// A request that opens a WebSocket; `headers` are added, each with its CR LF.
[[nodiscard]] std::string upgrade_request(const std::string& headers = {});

/// A WebSocket client over strings, written by hand: it shares no code with the server's. What is
/// sent is a stream of lines, each in a message of its own, as the IRCv3 specification has it.
/// With chance of its own, masks are drawn, messages come in fragments and pings between them, all
/// of which must be answered.
class WebSocketClient final : public ClientFilter {
 public:
    /// Text messages, or binary ones; asks for the subprotocol of that name.
    enum class Form : std::uint8_t { text, binary };
    explicit WebSocketClient(Form form = Form::text, std::optional<KeyedRandom> chance = {})
        : form_(form), chance_(chance) {}

    [[nodiscard]] std::string hello() override;
    [[nodiscard]] std::string receive(std::string_view wire) override;
    [[nodiscard]] std::string send(std::string_view plain) override;
    [[nodiscard]] std::string close() override;
    [[nodiscard]] bool open() const override { return open_; }
    [[nodiscard]] bool server_closed() const override { return server_closed_; }
    [[nodiscard]] std::string& received() override { return received_; }

 private:
    [[nodiscard]] std::string message(std::string text);
    [[nodiscard]] std::string frame(ClientFrame frame);
    void take(const ServerFrame& frame);

    Form form_;
    std::optional<KeyedRandom> chance_;
    std::uint64_t draws_ = 0;
    std::deque<std::string> pings_;  // not yet answered, oldest first
    bool open_ = false;
    bool server_closed_ = false;
    std::string wire_;    // from the server, not yet read
    std::string unsent_;  // the beginning of a line
    std::string received_;
};

/// One client's filter speaking through another: `lower` is next to the wire.
class ClientStack final : public ClientFilter {
 public:
    ClientStack(std::unique_ptr<ClientFilter> upper, std::unique_ptr<ClientFilter> lower);

    [[nodiscard]] std::string hello() override;
    [[nodiscard]] std::string receive(std::string_view wire) override;
    [[nodiscard]] std::string send(std::string_view plain) override;
    [[nodiscard]] std::string close() override;
    [[nodiscard]] bool open() const override { return upper_->open(); }
    [[nodiscard]] bool server_closed() const override;
    [[nodiscard]] std::string& received() override { return upper_->received(); }

 private:
    std::unique_ptr<ClientFilter> upper_;
    std::unique_ptr<ClientFilter> lower_;
    bool hello_said_ = false;
};

}  // namespace brusio::test
