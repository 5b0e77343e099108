#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/audit/auditor.h"
#include "sim/weather/sim_transport.h"

namespace brusio::sim {

/// Somebody with a bare socket and no brain: the plain protocol, or IRC typed by hand. Answers
/// nothing by itself, not even a PING.
class PlainUser final : public LinePeer {
 public:
    struct Identity {
        std::uint32_t index = 0;
        std::string name;
        std::string address;
        LinkKind kind = LinkKind::plain;
        Weather weather;
    };
    PlainUser(SimTransport& transport, Auditor& auditor, Identity identity);

    /// The bytes as they are; before the line is open they wait for it.
    void send(std::string_view bytes);
    void half_close() { transport_.half_close(line_); }
    void close();
    void reset_line() { transport_.reset(line_); }
    void stop_reading() { transport_.set_reading(line_, false); }

    /// Everything that has come.
    [[nodiscard]] const std::string& screen() const { return screen_; }
    /// How often `text` stands on the screen.
    [[nodiscard]] std::size_t times_seen(std::string_view text) const;
    [[nodiscard]] std::optional<LineEnd> end() const { return end_; }
    [[nodiscard]] LinkId line() const { return line_; }

    void line_opened(LinkId link, Now now) override;
    void line_bytes(LinkId link, std::string_view bytes, Now now) override;
    void line_ended(LinkId link, LineEnd end, Now now) override;

 private:
    SimTransport& transport_;
    Auditor& auditor_;
    Identity identity_;
    LinkId line_;
    bool open_ = false;
    std::string waiting_;
    std::string screen_;
    std::optional<LineEnd> end_;
};

}  // namespace brusio::sim
