#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace brusio::client {

/// What the server announced with 005 (modern IRC, "RPL_ISUPPORT"), with the defaults of RFC 1459
/// for what it did not.
class Isupport {
 public:
    /// Takes one token: "NAME", "NAME=value" (with \xHH escapes) or "-NAME".
    void apply(std::string_view token);

    /// The value of a token, "" for one without; none if it was not announced.
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const {
        return values_;
    }

    [[nodiscard]] bool is_room(std::string_view name) const;
    /// `target` without a leading status sign ("@#room" is "#room"), if the server has STATUSMSG.
    [[nodiscard]] std::string_view without_status(std::string_view target) const;
    /// Signs of ranks, highest first, "@+" by default; and their mode letters in the same order.
    [[nodiscard]] std::string_view rank_signs() const { return rank_signs_; }
    [[nodiscard]] std::string_view rank_letters() const { return rank_letters_; }
    /// The number that `name` announces if it is at least 1, else `otherwise`.
    [[nodiscard]] std::size_t number(std::string_view name, std::size_t otherwise) const;
    /// The letters of a group of CHANMODES, A to D: 0 are lists, 1 and 2 have values. "" beyond.
    [[nodiscard]] std::string room_modes(std::size_t group) const;

 private:
    void apply_prefix(std::string_view text);
    void look_up_signs();

    std::map<std::string, std::string, std::less<>> values_;
    std::string rank_signs_ = "@+";
    std::string rank_letters_ = "ov";
    std::string room_signs_ = "#&";  // CHANTYPES, asked for with every message
    std::string status_signs_;       // STATUSMSG
};

}  // namespace brusio::client
