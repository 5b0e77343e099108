#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

/// The one list of capabilities that the server offers: X(enumerator, name, value in CAP LS 302,
/// specification). CAP LS, the tests and the documents read it.
#define BRUSIO_CAPABILITIES(X)                                                                   \
    X(message_tags, "message-tags", "", "https://ircv3.net/specs/extensions/message-tags")       \
    X(server_time, "server-time", "", "https://ircv3.net/specs/extensions/server-time")          \
    X(batch, "batch", "", "https://ircv3.net/specs/extensions/batch")                            \
    X(labeled_response, "labeled-response", "",                                                  \
      "https://ircv3.net/specs/extensions/labeled-response")                                     \
    X(echo_message, "echo-message", "", "https://ircv3.net/specs/extensions/echo-message")       \
    X(cap_notify, "cap-notify", "",                                                              \
      "https://ircv3.net/specs/extensions/capability-negotiation#the-cap-notify-capability")     \
    X(multi_prefix, "multi-prefix", "", "https://ircv3.net/specs/extensions/multi-prefix")       \
    X(userhost_in_names, "userhost-in-names", "",                                                \
      "https://ircv3.net/specs/extensions/userhost-in-names")                                    \
    X(extended_join, "extended-join", "", "https://ircv3.net/specs/extensions/extended-join")    \
    X(away_notify, "away-notify", "", "https://ircv3.net/specs/extensions/away-notify")          \
    X(account_notify, "account-notify", "", "https://ircv3.net/specs/extensions/account-notify") \
    X(account_tag, "account-tag", "", "https://ircv3.net/specs/extensions/account-tag")          \
    X(chghost, "chghost", "", "https://ircv3.net/specs/extensions/chghost")                      \
    X(setname, "setname", "", "https://ircv3.net/specs/extensions/setname")                      \
    X(invite_notify, "invite-notify", "", "https://ircv3.net/specs/extensions/invite-notify")    \
    X(sasl, "sasl", "", "https://ircv3.net/specs/extensions/sasl-3.2")                           \
    X(account_registration, "draft/account-registration", "",                                    \
      "https://ircv3.net/specs/extensions/account-registration")                                 \
    X(standard_replies, "standard-replies", "",                                                  \
      "https://ircv3.net/specs/extensions/standard-replies")                                     \
    X(extended_monitor, "extended-monitor", "",                                                  \
      "https://ircv3.net/specs/extensions/extended-monitor")                                     \
    X(no_implicit_names, "no-implicit-names", "",                                                \
      "https://ircv3.net/specs/extensions/no-implicit-names")                                    \
    X(extended_isupport, "draft/extended-isupport", "",                                          \
      "https://ircv3.net/specs/extensions/extended-isupport")                                    \
    X(pre_away, "draft/pre-away", "", "https://ircv3.net/specs/extensions/pre-away")             \
    X(chathistory, "draft/chathistory", "", "https://ircv3.net/specs/extensions/chathistory")    \
    X(event_playback, "draft/event-playback", "",                                                \
      "https://ircv3.net/specs/extensions/chathistory")                                          \
    X(exactly_once, "brusio/exactly-once", "", "docs/protocol.md, Exactly once")                 \
    X(read_marker, "draft/read-marker", "", "https://ircv3.net/specs/extensions/read-marker")    \
    X(message_redaction, "draft/message-redaction", "",                                          \
      "https://ircv3.net/specs/extensions/message-redaction")                                    \
    X(room_rename, "draft/channel-rename", "",                                                   \
      "https://ircv3.net/specs/extensions/channel-rename")                                       \
    X(search, "soju.im/search", "",                                                              \
      "https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md")                  \
    X(multiline, "draft/multiline", "", "https://ircv3.net/specs/extensions/multiline")          \
    X(metadata, "draft/metadata-2", "", "https://ircv3.net/specs/extensions/metadata")           \
    X(metadata_3, "draft/metadata-3", "",                                                        \
      "https://github.com/ircv3/ircv3-specifications/pull/613")                                  \
    X(whoami, "draft/whoami", "", "https://ircv3.net/specs/extensions/whoami")                   \
    X(relaymsg, "draft/relaymsg", "/", "https://ircv3.net/specs/extensions/relaymsg")            \
    X(oper_tag, "draft/oper-tag", "", "https://ircv3.net/specs/extensions/oper-tag")             \
    X(persistence, "draft/persistence", "",                                                      \
      "https://github.com/ircv3/ircv3-specifications/pull/503")

namespace brusio::wire {

enum class Capability : std::uint8_t {
#define BRUSIO_CAPABILITY_VALUE(enumerator, name, value, spec) enumerator,
    BRUSIO_CAPABILITIES(BRUSIO_CAPABILITY_VALUE)
#undef BRUSIO_CAPABILITY_VALUE
};

struct CapabilityRow {
    Capability capability;
    std::string_view name;   // as CAP writes it
    std::string_view value;  // behind '=' for clients of version 302; empty for none
    std::string_view spec;
};

/// All rows, each at the place of its enumerator.
[[nodiscard]] std::span<const CapabilityRow> capability_rows();

/// The row of `capability`.
[[nodiscard]] const CapabilityRow& capability_row(Capability capability);

/// The capability called `name` (case matters: IRCv3 capability-negotiation), or nothing.
[[nodiscard]] std::optional<Capability> find_capability(std::string_view name);

/// Which capabilities one session has negotiated. Two sessions with equal bits get equal bytes.
class CapabilitySet {
 public:
    constexpr CapabilitySet() = default;
    constexpr explicit CapabilitySet(std::uint64_t bits) : bits_(bits) {}
    constexpr CapabilitySet(std::initializer_list<Capability> capabilities) {
        for (const Capability capability : capabilities) add(capability);
    }

    [[nodiscard]] constexpr bool has(Capability capability) const {
        return (bits_ & bit(capability)) != 0;
    }
    constexpr void add(Capability capability) { bits_ |= bit(capability); }
    constexpr void remove(Capability capability) { bits_ &= ~bit(capability); }
    [[nodiscard]] constexpr bool has_all(CapabilitySet wanted) const {
        return (bits_ & wanted.bits_) == wanted.bits_;
    }
    [[nodiscard]] constexpr bool has_any(CapabilitySet wanted) const {
        return (bits_ & wanted.bits_) != 0;
    }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
    constexpr bool operator==(const CapabilitySet&) const = default;

    friend constexpr CapabilitySet operator&(CapabilitySet a, CapabilitySet b) {
        return CapabilitySet{a.bits_ & b.bits_};
    }
    friend constexpr CapabilitySet operator|(CapabilitySet a, CapabilitySet b) {
        return CapabilitySet{a.bits_ | b.bits_};
    }

 private:
    static constexpr std::uint64_t bit(Capability capability) {
        return std::uint64_t{1} << static_cast<unsigned>(capability);
    }

    std::uint64_t bits_ = 0;
};

}  // namespace brusio::wire
