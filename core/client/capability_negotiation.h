#pragma once

#include <cstddef>
#include <map>
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
    /// A new connection: nothing is on. `login` are those of sasl and account_registration to ask
    /// for; without them they are only noted. Returns the line that opens the talk.
    [[nodiscard]] std::string begin(wire::CapabilitySet login = {});
    /// Takes the parameters of a CAP line behind the first (the client's name). Returns the lines
    /// to send, without CR LF. What makes no sense is passed over.
    [[nodiscard]] std::vector<std::string> handle(std::span<const std::string_view> params);
    /// All that we asked for is answered and the talk is still open: log in now, then end().
    [[nodiscard]] bool may_end() const { return talk_ == Talk::requesting && unanswered_ == 0; }
    /// Returns the line that ends the talk. Only when may_end().
    [[nodiscard]] std::string end();
    /// The server welcomed us, whether or not it ever answered: no CAP END is due any more.
    void registered() { talk_ = Talk::over; }

    [[nodiscard]] bool has(wire::Capability capability) const { return enabled_.has(capability); }
    [[nodiscard]] bool offers(wire::Capability capability) const {
        return offered_.has(capability);
    }
    /// Whether the value of an offered capability has this word in its list; of sasl also if there
    /// is no value, as servers of version 301 tell none.
    [[nodiscard]] bool value_has(wire::Capability capability, std::string_view word) const;
    /// The number that the value of an offered capability gives for this word; `otherwise` if none.
    [[nodiscard]] std::size_t value_number(wire::Capability capability, std::string_view word,
                                           std::size_t otherwise) const;
    /// Whether the server names this mechanism of sasl; never if it names none.
    [[nodiscard]] bool names_mechanism(std::string_view mechanism) const {
        return !value_of(wire::Capability::sasl).empty() &&
               value_has(wire::Capability::sasl, mechanism);
    }
    /// Names of those that are on, sorted.
    [[nodiscard]] std::set<std::string, std::less<>> names() const;

 private:
    enum class Talk { listing, requesting, over };

    [[nodiscard]] bool is_asked_for(wire::Capability capability) const;
    [[nodiscard]] std::string_view value_of(wire::Capability capability) const;
    void note_offered(std::string_view list);
    void note_gone(std::string_view list);
    void note_acknowledged(std::string_view list);
    void note_refused(std::string_view list, std::vector<std::string>& lines);
    void request_wanted(std::vector<std::string>& lines);

    wire::CapabilitySet login_;
    wire::CapabilitySet offered_;
    std::map<wire::Capability, std::string> values_;  // of those whose values mean something to us
    wire::CapabilitySet requested_;
    wire::CapabilitySet enabled_;
    std::size_t unanswered_ = 0;  // CAP REQ lines
    Talk talk_ = Talk::over;
};

}  // namespace brusio::client
