#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/limits.h"
#include "transport/filter/byte_filter.h"
#include "transport/filter/forwarded.h"
#include "transport/filter/http_upgrade.h"
#include "transport/filter/proxy_filter.h"
#include "transport/filter/websocket_frames.h"

namespace brusio::filter {

/// What the person who runs the server decides about its WebSockets.
struct WebSocketSettings {
    std::vector<std::string> origins;  // see origin_allowed
    TrustedProxies proxies{};          // whose headers are believed
};

/// The server's side of a WebSocket that carries IRC (RFC 6455; IRCv3 websocket): each message is
/// one line without its end. Upwards each message becomes a line with CR LF; downwards the stream
/// is cut into lines, and the rest of one waits for its end.
///
/// The subprotocols are text.ircv3.net, where what is not UTF-8 is replaced on its way out, and
/// binary.ircv3.net; a message of the other kind closes the link. Without a subprotocol both are
/// taken, and answered in the kind of the first.
class WebSocketServerFilter final : public ByteFilter {
 public:
    /// The longest line there is, with all tags.
    static constexpr std::size_t message_bytes_max =
        Limits::tag_section_bytes_max + Limits::line_bytes_max;

    explicit WebSocketServerFilter(std::shared_ptr<const WebSocketSettings> settings,
                                   ProxySpeaks speaks = ProxySpeaks::unknown);

    void receive(std::string_view wire, std::string& up, std::string& down) override;
    void send(std::string_view plain, std::string& down) override;
    void close(std::string& down) override;
    [[nodiscard]] FilterState state() const override { return state_; }
    [[nodiscard]] std::string reason() const override { return std::string{reason_}; }
    /// If the peer is a trusted proxy: who its client is, as the request's headers say.
    void describe(LinkInfo& info) const override;

 private:
    enum class Form : std::uint8_t { undecided, text, binary };

    [[nodiscard]] std::string_view read_head(std::string_view wire, std::string& down);
    [[nodiscard]] std::optional<HttpRefusal> judge_first_line() const;
    void answer_request(std::string& down);
    void refuse(const HttpRefusal& refusal, std::string& down);
    void take(const WebSocketEvent& event, std::string& up, std::string& down);
    void take_line(const WebSocketEvent& event, std::string& up, std::string& down);
    void fail(std::uint16_t status, std::string_view reason, std::string& down);
    void say(std::string_view line, std::string& down);

    std::shared_ptr<const WebSocketSettings> settings_;
    ProxySpeaks speaks_;
    std::optional<ForwardedPeer> forwarded_;  // what a trusted proxy would have meant
    FilterState state_ = FilterState::handshaking;
    Form form_ = Form::undecided;  // of what is sent; a subprotocol or the first message decides
    bool goodbye_said_ = false;
    std::string head_;                         // of the request, so far
    std::string unsaid_;                       // the beginning of a line
    std::string_view reason_;                  // a literal
    std::unique_ptr<WebSocketFrames> frames_;  // once open
};

}  // namespace brusio::filter
