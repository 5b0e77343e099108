#include "transport/filter/websocket_frames.h"

#include <wslay/wslay.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/assert.h"
#include "core/wire/utf8.h"

namespace brusio::filter {

namespace {

using Kind = WebSocketEvent::Kind;
constexpr std::size_t idle_bytes_max = 512;  // what an idle link keeps for its next message

WebSocketEvent broken(std::uint16_t status) { return {Kind::broken, {}, status}; }

bool is_control(std::uint8_t opcode) { return (opcode & 0x8U) != 0; }

/// RFC 6455 section 7.4: what may stand in a close frame.
bool is_status(unsigned status) {
    const bool defined =
        status >= 1000 && status <= 1014 && status != 1004 && status != 1005 && status != 1006;
    return defined || (status >= 3000 && status <= 4999);
}

}  // namespace

struct WebSocketFrames::FrameHead {
    std::uint8_t opcode;
    std::uint8_t reserved_bits;
    bool masked;
    std::uint64_t payload_bytes;
};

void WebSocketFrames::Free::operator()(wslay_frame_context* context) const {
    wslay_frame_context_free(context);
}

WebSocketFrames::WebSocketFrames(std::size_t message_bytes_max)
    : message_bytes_max_(message_bytes_max) {
    const wslay_frame_callbacks callbacks{put_wire, take_wire, nullptr};
    wslay_frame_context_ptr context = nullptr;
    const int result = wslay_frame_context_init(&context, &callbacks, this);
    BRUSIO_ASSERT(result == 0);  // otherwise memory is gone
    context_.reset(context);
}

WebSocketFrames::~WebSocketFrames() = default;

std::ptrdiff_t WebSocketFrames::take_wire(std::uint8_t* into, std::size_t bytes_max, int,
                                          void* self) {
    std::string_view& wire = static_cast<WebSocketFrames*>(self)->wire_;
    const std::size_t bytes = std::min(bytes_max, wire.size());
    if (bytes == 0) return -1;
    std::memcpy(into, wire.data(), bytes);
    wire.remove_prefix(bytes);
    return static_cast<std::ptrdiff_t>(bytes);
}

std::ptrdiff_t WebSocketFrames::put_wire(const std::uint8_t* from, std::size_t bytes, int,
                                         void* self) {
    std::string* const down = static_cast<WebSocketFrames*>(self)->down_;
    BRUSIO_ASSERT(down != nullptr);
    down->append(reinterpret_cast<const char*>(from), bytes);
    return static_cast<std::ptrdiff_t>(bytes);
}

std::optional<WebSocketEvent> WebSocketFrames::next() {
    if (message_given_) forget_message();
    if (control_given_) forget_control();
    while (true) {
        wslay_frame_iocb part{};
        const ssize_t got = wslay_frame_recv(context_.get(), &part);
        if (got == WSLAY_ERR_WANT_READ) return std::nullopt;
        if (got < 0) return broken(websocket_status::protocol_error);
        if (!in_frame_) {
            const FrameHead head{part.opcode, part.rsv, part.mask != 0, part.payload_length};
            if (const std::uint16_t status = judge(head); status != 0) return broken(status);
            in_frame_ = true;
            frame_opcode_ = part.opcode;
            frame_is_last_ = part.fin != 0;
            frame_bytes_left_ = part.payload_length;
        }
        std::string& whole = is_control(frame_opcode_) ? control_ : message_;
        whole.append(reinterpret_cast<const char*>(part.data), part.data_length);
        frame_bytes_left_ -= part.data_length;
        if (frame_bytes_left_ > 0) continue;
        in_frame_ = false;
        if (const auto event = end_of_frame()) return event;
    }
}

/// 0, or the status that the peer is to be told.
std::uint16_t WebSocketFrames::judge(const FrameHead& head) const {
    const bool continues = head.opcode == WSLAY_CONTINUATION_FRAME;
    const bool begins = head.opcode == WSLAY_TEXT_FRAME || head.opcode == WSLAY_BINARY_FRAME;
    const bool control = head.opcode == WSLAY_CONNECTION_CLOSE || head.opcode == WSLAY_PING ||
                         head.opcode == WSLAY_PONG;
    const bool in_message = message_opcode_ != 0;
    const bool in_place = control || (continues && in_message) || (begins && !in_message);
    if (!head.masked || head.reserved_bits != 0 || !in_place) {
        return websocket_status::protocol_error;
    }
    const bool too_big = !control && head.payload_bytes > message_bytes_max_ - message_.size();
    return too_big ? websocket_status::message_too_big : std::uint16_t{0};
}

std::optional<WebSocketEvent> WebSocketFrames::end_of_frame() {
    if (is_control(frame_opcode_)) return end_of_control();
    if (frame_opcode_ != WSLAY_CONTINUATION_FRAME) message_opcode_ = frame_opcode_;
    if (!frame_is_last_) return std::nullopt;
    return end_of_message();
}

WebSocketEvent WebSocketFrames::end_of_message() {
    const bool text = message_opcode_ == WSLAY_TEXT_FRAME;
    if (text && !wire::valid_utf8(message_)) return broken(websocket_status::invalid_data);
    message_given_ = true;
    message_opcode_ = 0;
    return {text ? Kind::text : Kind::binary, message_, 0};
}

WebSocketEvent WebSocketFrames::end_of_control() {
    control_given_ = true;
    if (frame_opcode_ == WSLAY_PING) return {Kind::ping, control_, 0};
    if (frame_opcode_ == WSLAY_PONG) return {Kind::pong, control_, 0};
    if (control_.empty()) return {Kind::close, {}, 0};
    if (control_.size() < 2) return broken(websocket_status::protocol_error);
    const auto high = static_cast<unsigned char>(control_[0]);
    const auto low = static_cast<unsigned char>(control_[1]);
    const unsigned status = high * 256U + low;
    if (!is_status(status)) return broken(websocket_status::protocol_error);
    const std::string_view reason = std::string_view{control_}.substr(2);
    if (!wire::valid_utf8(reason)) return broken(websocket_status::invalid_data);
    return {Kind::close, reason, static_cast<std::uint16_t>(status)};
}

void WebSocketFrames::forget_message() {
    message_given_ = false;
    message_.clear();
    if (message_.capacity() > idle_bytes_max) std::string{}.swap(message_);
}

void WebSocketFrames::forget_control() {
    control_given_ = false;
    std::string{}.swap(control_);
}

void WebSocketFrames::write(std::uint8_t opcode, std::string_view payload, std::string& down) {
    wslay_frame_iocb frame{};
    frame.fin = 1;
    frame.opcode = opcode;
    frame.payload_length = payload.size();
    frame.data = reinterpret_cast<const std::uint8_t*>(payload.data());
    frame.data_length = payload.size();
    down_ = &down;
    const ssize_t sent = wslay_frame_send(context_.get(), &frame);
    BRUSIO_ASSERT(sent == static_cast<ssize_t>(payload.size()));
    down_ = nullptr;
}

void WebSocketFrames::write_text(std::string_view text, std::string& down) {
    write(WSLAY_TEXT_FRAME, text, down);
}

void WebSocketFrames::write_binary(std::string_view bytes, std::string& down) {
    write(WSLAY_BINARY_FRAME, bytes, down);
}

void WebSocketFrames::write_pong(std::string_view payload, std::string& down) {
    write(WSLAY_PONG, payload, down);
}

void WebSocketFrames::write_close(std::uint16_t status, std::string& down) {
    const std::array<char, 2> bytes{static_cast<char>(status >> 8), static_cast<char>(status)};
    write(WSLAY_CONNECTION_CLOSE, {bytes.data(), status == 0 ? 0U : bytes.size()}, down);
}

}  // namespace brusio::filter
