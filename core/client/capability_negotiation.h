#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/capabilities.h"

namespace brusio::client {

/// Asks for every capability that we use and the server has, and knows which are on (IRCv3
/// capability-negotiation, version 302). Pure: takes CAP lines, gives lines to send.
class CapabilityNegotiation {
 public:
    /// A new connection: nothing is on. Returns the line that opens the talk.
    [[nodiscard]] std::string begin();
    /// Takes the parameters of a CAP line behind the first (the client's name). Returns the lines
    /// to send, without CR LF. What makes no sense is passed over.
    [[nodiscard]] std::vector<std::string> handle(std::span<const std::string_view> params);
    /// The server welcomed us, whether or not it ever answered: no CAP END is due any more.
    void registered() { talk_ = Talk::over; }

    [[nodiscard]] bool has(wire::Capability capability) const { return enabled_.has(capability); }
    /// Names of those that are on, sorted.
    [[nodiscard]] std::set<std::string, std::less<>> names() const;

 private:
    enum class Talk { listing, requesting, over };

    void note_offered(std::string_view list);
    void note_gone(std::string_view list);
    void note_acknowledged(std::string_view list);
    void note_refused(std::string_view list, std::vector<std::string>& lines);
    void request_wanted(std::vector<std::string>& lines);

    wire::CapabilitySet offered_;
    wire::CapabilitySet requested_;
    wire::CapabilitySet enabled_;
    std::size_t unanswered_ = 0;  // CAP REQ lines
    Talk talk_ = Talk::over;
};

}  // namespace brusio::client
