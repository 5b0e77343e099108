#include "transport/filter/websocket_server_filter.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/wire/utf8.h"
#include "transport/filter/websocket_origin.h"

namespace brusio::filter {

namespace {

constexpr std::string_view text_protocol = "text.ircv3.net";
constexpr std::string_view binary_protocol = "binary.ircv3.net";
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// The one that the client wants most among those we speak; empty if there is none.
std::string_view agreed_protocol(const std::vector<std::string>& wanted) {
    for (const std::string& name : wanted) {
        if (name == text_protocol) return text_protocol;
        if (name == binary_protocol) return binary_protocol;
    }
    return {};
}

std::string repaired(std::string_view text) {
    std::string valid;
    while (!text.empty()) {
        const std::size_t bytes = wire::decode_utf8(text).bytes;
        valid.append(bytes > 0 ? text.substr(0, bytes) : replacement);
        text.remove_prefix(std::max<std::size_t>(bytes, 1));
    }
    return valid;
}

std::string_view without_end(std::string_view line) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace

WebSocketServerFilter::WebSocketServerFilter(std::shared_ptr<const WebSocketSettings> settings,
                                             ProxySpeaks speaks)
    : settings_(std::move(settings)), speaks_(speaks) {
    BRUSIO_ASSERT(settings_ != nullptr);
}

void WebSocketServerFilter::receive(std::string_view wire, std::string& up, std::string& down) {
    if (state_ == FilterState::handshaking) wire = read_head(wire, down);
    if (state_ != FilterState::open) return;
    frames_->feed(wire);
    while (state_ == FilterState::open) {
        const std::optional<WebSocketEvent> event = frames_->next();
        if (!event) return;
        take(*event, up, down);
    }
}

/// Gives what follows the request's head.
std::string_view WebSocketServerFilter::read_head(std::string_view wire, std::string& down) {
    constexpr std::string_view end_mark = "\r\n\r\n";
    const std::size_t before = head_.size();
    head_.append(wire.substr(0, request_head_bytes_max - before));
    const std::size_t from = before - std::min(before, end_mark.size() - 1);
    const std::size_t end = head_.find(end_mark, from);
    if (end != std::string::npos) {
        head_.resize(end + end_mark.size());
        wire.remove_prefix(head_.size() - before);
        answer_request(down);
        std::string{}.swap(head_);
        return wire;
    }
    if (const auto refusal = judge_first_line()) {
        refuse(*refusal, down);
    } else if (head_.size() == request_head_bytes_max) {
        refuse({431, "Request Header Fields Too Large", "The request is too long."}, down);
    }
    return {};
}

/// Whoever speaks another protocol is not kept until the deadline.
std::optional<HttpRefusal> WebSocketServerFilter::judge_first_line() const {
    const std::size_t end = head_.find("\r\n");
    if (end == std::string::npos) {
        // TLS begins with such a byte, and would wait for an answer as long as we for a line.
        const bool letter = head_.empty() || (head_.front() > 0x20 && head_.front() < 0x7F);
        return letter ? std::nullopt : judge_request_line({});
    }
    return judge_request_line(std::string_view{head_}.substr(0, end));
}

void WebSocketServerFilter::answer_request(std::string& down) {
    const auto request = parse_upgrade(head_);
    if (!request) return refuse(request.error(), down);
    if (request->origin && !origin_allowed(settings_->origins, *request->origin)) {
        return refuse({403, "Forbidden", "This server does not talk to that page."}, down);
    }
    if (!settings_->proxies.ranges.empty() && !request->said.empty()) {
        forwarded_ = read_forwarded(request->said, settings_->proxies);
        if (!forwarded_) {
            return refuse({400, "Bad Request", "Two headers say different things of who you are."},
                          down);
        }
    }
    const std::string_view protocol = agreed_protocol(request->protocols);
    if (!protocol.empty()) form_ = protocol == text_protocol ? Form::text : Form::binary;
    down += upgrade_answer(request.value(), protocol);
    frames_ = std::make_unique<WebSocketFrames>(message_bytes_max);
    state_ = FilterState::open;
}

void WebSocketServerFilter::refuse(const HttpRefusal& refusal, std::string& down) {
    down += refusal_answer(refusal);
    reason_ = refusal.sentence;
    state_ = FilterState::failed;
}

void WebSocketServerFilter::take(const WebSocketEvent& event, std::string& up, std::string& down) {
    using EventKind = WebSocketEvent::Kind;
    switch (event.kind) {
        case EventKind::text:
        case EventKind::binary:
            return take_line(event, up, down);
        case EventKind::ping:
            if (!goodbye_said_) frames_->write_pong(event.payload, down);
            return;
        case EventKind::pong:
            return;
        case EventKind::close:
            if (!std::exchange(goodbye_said_, true)) frames_->write_close(event.status, down);
            state_ = FilterState::peer_closed;
            return;
        case EventKind::broken:
            return fail(event.status, "a frame that WebSocket does not allow", down);
    }
}

void WebSocketServerFilter::take_line(const WebSocketEvent& event, std::string& up,
                                      std::string& down) {
    const Form form = event.kind == WebSocketEvent::Kind::text ? Form::text : Form::binary;
    if (form_ == Form::undecided) form_ = form;
    const std::string_view line = without_end(event.payload);
    if (line.find_first_of("\r\n") != std::string_view::npos) {
        return fail(websocket_status::policy_violation, "several lines in one message", down);
    }
    if (!line.empty()) up.append(line).append("\r\n");
}

void WebSocketServerFilter::fail(std::uint16_t status, std::string_view reason, std::string& down) {
    if (!std::exchange(goodbye_said_, true)) frames_->write_close(status, down);
    reason_ = reason;
    state_ = FilterState::failed;
}

void WebSocketServerFilter::send(std::string_view plain, std::string& down) {
    BRUSIO_ASSERT(state_ != FilterState::handshaking);
    if (state_ != FilterState::open || goodbye_said_) return;
    while (!plain.empty()) {
        const std::size_t end = plain.find('\n');
        if (end == std::string_view::npos) {
            unsaid_.append(plain);
            return;
        }
        if (unsaid_.empty()) {
            say(plain.substr(0, end), down);
        } else {
            say(unsaid_.append(plain.substr(0, end)), down);
            std::string{}.swap(unsaid_);
        }
        plain.remove_prefix(end + 1);
    }
}

void WebSocketServerFilter::say(std::string_view line, std::string& down) {
    line = without_end(line);
    if (line.empty()) return;
    if (form_ == Form::binary) return frames_->write_binary(line, down);
    frames_->write_text(wire::valid_utf8(line) ? line : repaired(line), down);
}

void WebSocketServerFilter::describe(LinkInfo& info) const {
    const auto peer = IpAddress::parse_peer(info.peer_address);
    if (!peer || !settings_->proxies.contain(*peer)) return;
    const bool says_tls = speaks_ == ProxySpeaks::tls || (forwarded_ && forwarded_->secure);
    if (says_tls) info.secure = true;
    if (!forwarded_ && !says_tls) return;
    if (peer->is_file_socket()) info.secure = says_tls;
    if (forwarded_ && forwarded_->address) info.peer_address = forwarded_->address->text();
    info.forwarded = true;
    info.loopback = false;
}

void WebSocketServerFilter::close(std::string& down) {
    if (state_ != FilterState::open || std::exchange(goodbye_said_, true)) return;
    frames_->write_close(websocket_status::normal, down);
}

}  // namespace brusio::filter
