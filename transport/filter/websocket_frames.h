#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct wslay_frame_context;

namespace brusio::filter {

/// Why a WebSocket is closed (RFC 6455 section 7.4.1); those that this server says.
namespace websocket_status {
inline constexpr std::uint16_t normal = 1000;
inline constexpr std::uint16_t protocol_error = 1002;
inline constexpr std::uint16_t invalid_data = 1007;
inline constexpr std::uint16_t policy_violation = 1008;
inline constexpr std::uint16_t message_too_big = 1009;
}  // namespace websocket_status

/// What a peer has sent: a whole message, a control frame, or a breach of the protocol.
struct WebSocketEvent {
    enum class Kind : std::uint8_t { text, binary, ping, pong, close, broken };

    Kind kind = Kind::broken;
    /// Of a message, a ping or a pong; the reason of a close. Lives until the next call.
    std::string_view payload;
    std::uint16_t status = 0;  // close: the peer's, 0 for none; broken: what it is to be told
};

/// The frames of a server's WebSocket (RFC 6455 section 5): wslay reads and writes each frame, the
/// rules about messages are kept here. A frame is refused by its head, before anything of it is
/// stored.
class WebSocketFrames {
 public:
    /// No message, whole or in fragments, may have more bytes.
    explicit WebSocketFrames(std::size_t message_bytes_max);
    ~WebSocketFrames();
    WebSocketFrames(const WebSocketFrames&) = delete;
    WebSocketFrames& operator=(const WebSocketFrames&) = delete;

    /// Hands over bytes of the stream; they live until `next` has answered nothing.
    void feed(std::string_view wire) { wire_ = wire; }
    /// The next event; nothing when more bytes are needed. After `broken` it is not called again.
    [[nodiscard]] std::optional<WebSocketEvent> next();

    /// Appends one frame that is a whole message.
    void write_text(std::string_view text, std::string& down);
    void write_binary(std::string_view bytes, std::string& down);
    /// `payload`: of the ping that is answered.
    void write_pong(std::string_view payload, std::string& down);
    /// A status of 0 writes none.
    void write_close(std::uint16_t status, std::string& down);

 private:
    struct FrameHead;
    struct Free {
        void operator()(wslay_frame_context* context) const;
    };

    [[nodiscard]] std::uint16_t judge(const FrameHead& head) const;
    [[nodiscard]] std::optional<WebSocketEvent> end_of_frame();
    [[nodiscard]] WebSocketEvent end_of_message();
    [[nodiscard]] WebSocketEvent end_of_control();
    void forget_message();
    void forget_control();
    void write(std::uint8_t opcode, std::string_view payload, std::string& down);

    static std::ptrdiff_t take_wire(std::uint8_t* into, std::size_t bytes_max, int flags,
                                    void* self);
    static std::ptrdiff_t put_wire(const std::uint8_t* from, std::size_t bytes, int flags,
                                   void* self);

    std::unique_ptr<wslay_frame_context, Free> context_;
    std::size_t message_bytes_max_;
    std::string_view wire_;        // during a round of `next`
    std::string* down_ = nullptr;  // during a write
    std::string message_;          // all fragments so far
    std::string control_;          // of the control frame that is being read
    std::uint64_t frame_bytes_left_ = 0;
    std::uint8_t frame_opcode_ = 0;
    std::uint8_t message_opcode_ = 0;  // 0: none has begun
    bool in_frame_ = false;
    bool frame_is_last_ = false;  // of its message
    bool message_given_ = false;  // it may be forgotten
    bool control_given_ = false;
};

}  // namespace brusio::filter
