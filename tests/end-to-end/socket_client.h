#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace brusio::test {

/// A client that is nothing but a socket: what it sends and reads are raw bytes, as with the
/// original report's script or nc.
class SocketClient {
 public:
    /// `receive_buffer_bytes`: 0 leaves the kernel's choice.
    explicit SocketClient(std::uint16_t port, int receive_buffer_bytes = 0);
    ~SocketClient();
    SocketClient(SocketClient&& other) noexcept;
    SocketClient& operator=(SocketClient&&) = delete;

    /// An IRC client that has registered as `nick` and joined `room`.
    static SocketClient irc(std::uint16_t port, const std::string& nick, const std::string& room);

    /// Sends all of `bytes` in one go, as they are; false if the link is gone.
    bool send(std::string_view bytes);
    /// Sends a line with its CR LF.
    bool line(const std::string& text) { return send(text + "\r\n"); }
    /// Reads until `text` has come, and drops everything up to its end, so that what is expected
    /// next comes after it; false if it does not come.
    [[nodiscard]] bool sees(std::string_view text);
    /// Reads one line and drops it; without its end. Empty if none comes.
    [[nodiscard]] std::string next_line();
    /// Takes what has arrived by now, without waiting.
    void take();
    /// Reads until the server closes; false if it does not.
    [[nodiscard]] bool sees_end();
    /// What was read and not yet dropped by `sees`.
    [[nodiscard]] const std::string& unread() const { return text_; }
    void reset();

 private:
    enum class Arrival : std::uint8_t { some, nothing, end };
    Arrival receive(int wait_ms);

    int descriptor_;
    std::string text_;
};

}  // namespace brusio::test
