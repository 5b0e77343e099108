#include "tests/support/websocket_client.h"

#include <cstdlib>
#include <utility>

namespace brusio::test {

namespace {

constexpr std::uint8_t text_opcode = 1;
constexpr std::uint8_t binary_opcode = 2;
constexpr std::uint8_t close_opcode = 8;
constexpr std::uint8_t ping_opcode = 9;
constexpr std::uint8_t pong_opcode = 10;

std::uint64_t number_at(const std::string& wire, std::size_t at, std::size_t bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        number = number << 8 | static_cast<std::uint8_t>(wire[at + i]);
    }
    return number;
}

void put_number(std::string& wire, std::uint64_t number, std::size_t bytes) {
    for (std::size_t i = bytes; i > 0; --i) wire += static_cast<char>(number >> (8 * (i - 1)));
}

void demand(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

std::optional<ServerFrame> take_frame(std::string& wire) {
    if (wire.size() < 2) return std::nullopt;
    const auto first = static_cast<std::uint8_t>(wire[0]);
    const auto second = static_cast<std::uint8_t>(wire[1]);
    demand((first & 0x70U) == 0 && (second & 0x80U) == 0);
    std::size_t head_bytes = 2;
    std::uint64_t bytes = second;
    if (second >= 126) {
        head_bytes = second == 126 ? 4 : 10;
        if (wire.size() < head_bytes) return std::nullopt;
        bytes = number_at(wire, 2, head_bytes - 2);
        demand(bytes > (second == 126 ? 125U : 0xFFFFU));
    }
    if (wire.size() - head_bytes < bytes) return std::nullopt;
    ServerFrame frame{static_cast<std::uint8_t>(first & 0xFU), (first & 0x80U) != 0,
                      wire.substr(head_bytes, bytes)};
    wire.erase(0, head_bytes + bytes);
    return frame;
}

std::string ClientFrame::wire() const {
    const std::uint64_t bytes = claimed_bytes != 0 ? claimed_bytes : payload.size();
    std::string wire;
    const unsigned reserved = unsigned{reserved_bits} << 4U;
    wire += static_cast<char>((last ? 0x80U : 0U) | reserved | opcode);
    const unsigned mask_bit = masked ? 0x80U : 0U;
    if (bytes < 126) {
        wire += static_cast<char>(mask_bit | bytes);
    } else if (bytes <= 0xFFFF) {
        wire += static_cast<char>(mask_bit | 126U);
        put_number(wire, bytes, 2);
    } else {
        wire += static_cast<char>(mask_bit | 127U);
        put_number(wire, bytes, 8);
    }
    if (!masked) return wire + payload;
    put_number(wire, mask, 4);
    for (std::size_t i = 0; i < payload.size(); ++i) {
        const auto key = static_cast<std::uint8_t>(mask >> (24 - 8 * (i % 4)));
        wire += static_cast<char>(static_cast<std::uint8_t>(payload[i]) ^ key);
    }
    return wire;
}

std::string upgrade_request(const std::string& headers) {
    return "GET / HTTP/1.1\r\n"
           "Host: 127.0.0.1:8067\r\n"
           "Upgrade: websocket\r\n"
           "Connection: keep-alive, Upgrade\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
           "Sec-WebSocket-Version: 13\r\n" +
           headers + "\r\n";
}

std::string WebSocketClient::hello() {
    const char* const protocol = form_ == Form::text ? "text.ircv3.net" : "binary.ircv3.net";
    return upgrade_request("Sec-WebSocket-Protocol: " + std::string{protocol} + "\r\n");
}

std::string WebSocketClient::receive(std::string_view wire) {
    wire_ += wire;
    if (!open_) {
        const std::size_t end = wire_.find("\r\n\r\n");
        if (end == std::string::npos) return {};
        // RFC 6455 section 1.3 has the answer to this very key.
        open_ =
            wire_.starts_with("HTTP/1.1 101 ") && wire_.find("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") < end;
        wire_.erase(0, end + 4);
    }
    while (open_ && !server_closed_) {
        const auto frame = take_frame(wire_);
        if (!frame) break;
        take(*frame);
    }
    return {};
}

void WebSocketClient::take(const ServerFrame& frame) {
    demand(frame.last);
    server_closed_ = frame.opcode == close_opcode;
    if (server_closed_) return;
    if (frame.opcode == pong_opcode) {
        demand(!pings_.empty() && pings_.front() == frame.payload);
        pings_.pop_front();
        return;
    }
    demand(frame.opcode == (form_ == Form::text ? text_opcode : binary_opcode));
    received_ += frame.payload + "\r\n";
}

std::string WebSocketClient::send(std::string_view plain) {
    std::string wire;
    unsent_ += plain;
    for (std::size_t end = unsent_.find("\r\n"); end != std::string::npos;
         end = unsent_.find("\r\n")) {
        wire += message(unsent_.substr(0, end));
        unsent_.erase(0, end + 2);
    }
    return wire;
}

std::string WebSocketClient::message(std::string text) {
    std::uint8_t opcode = form_ == Form::text ? text_opcode : binary_opcode;
    std::string wire;
    // Half of the messages go whole; a third of the fragments has a ping behind it.
    while (chance_ && chance_->below(2, 0, "fragment", draws_) == 0) {
        const std::size_t bytes = chance_->below(text.size() + 1, 0, "fragment bytes", draws_);
        wire += frame({.opcode = opcode, .payload = text.substr(0, bytes), .last = false});
        text.erase(0, bytes);
        opcode = 0;
        if (chance_->below(3, 0, "ping", draws_) != 0) continue;
        pings_.push_back("ping " + std::to_string(draws_));
        wire += frame({.opcode = ping_opcode, .payload = pings_.back()});
    }
    return wire + frame({.opcode = opcode, .payload = std::move(text)});
}

std::string WebSocketClient::frame(ClientFrame frame) {
    ++draws_;
    if (chance_) frame.mask = static_cast<std::uint32_t>(chance_->draw(0, "mask", draws_));
    return frame.wire();
}

std::string WebSocketClient::close() {
    return frame({.opcode = close_opcode, .payload = "\x03\xE8"});
}

ClientStack::ClientStack(std::unique_ptr<ClientFilter> upper, std::unique_ptr<ClientFilter> lower)
    : upper_(std::move(upper)), lower_(std::move(lower)) {}

std::string ClientStack::hello() { return lower_->hello(); }

std::string ClientStack::receive(std::string_view wire) {
    std::string down = lower_->receive(wire);
    if (lower_->open() && !std::exchange(hello_said_, true)) {
        down += lower_->send(upper_->hello());
    }
    const std::string answer = upper_->receive(std::exchange(lower_->received(), {}));
    if (!answer.empty()) down += lower_->send(answer);
    return down;
}

std::string ClientStack::send(std::string_view plain) { return lower_->send(upper_->send(plain)); }

std::string ClientStack::close() {
    std::string down = lower_->send(upper_->close());
    return down + lower_->close();
}

bool ClientStack::server_closed() const {
    return upper_->server_closed() && lower_->server_closed();
}

}  // namespace brusio::test
