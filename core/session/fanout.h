#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/transport.h"
#include "core/room/room.h"
#include "core/room/user.h"
#include "core/session/draft.h"
#include "core/session/reply_buffer.h"
#include "core/session/room_audiences.h"
#include "core/session/server_state.h"

namespace brusio::session {

/// Who among the audience gets a draft.
struct Only {
    wire::CapabilitySet with;     // negotiated all of these
    wire::CapabilitySet without;  // and none of these
};

/// Does the copy for the acting session go out too? It travels through the reply buffer.
enum class Echo : std::uint8_t { no, yes };

/// Carries drafts to links: encoded once per set of capabilities, one output per set, whatever the
/// number of recipients. The acting session's own copy goes through its ReplyBuffer, so that it
/// stays in order with its replies and is labelled with them.
class Fanout {
 public:
    Fanout(ServerState& state, std::vector<Output>& outputs, ReplyBuffer& replies,
           PlainEncoder plain);

    /// The text of `server-time` for all that follows.
    void set_time(std::string_view time_text) { time_text_ = time_text; }

    void to_link(LinkId link, const Draft& draft);
    /// To all links of a user but the acting one, which gets it if `echo` says so.
    void to_user(const room::User& user, const Draft& draft, Echo echo = Echo::yes, Only only = {});
    void to_room(const room::Room& room, const Draft& draft, Echo echo, Only only = {});
    /// `yes` if the acting session is a member's: whoever acts from outside sees none of what the
    /// members see of each other.
    [[nodiscard]] Echo echo_to_member(const room::Room& room) const;
    /// To members with `rank` or a higher one (STATUSMSG).
    void to_rank(const room::Room& room, room::Rank rank, const Draft& draft, Echo echo,
                 Only only = {});
    /// To everybody who shares a room with `user`, once; not to the user's own links.
    void to_neighbours(const room::User& user, const Draft& draft, Only only = {});
    /// To an explicit list of links, each at most once in it.
    void to_links(const std::vector<LinkId>& links, const Draft& draft, Echo echo, Only only = {});

    /// The room is gone: what was kept for it is dropped.
    void forget_room(RoomId room) { audiences_.forget(room); }

 private:
    [[nodiscard]] Frame encode(const Draft& draft, AudienceClass audience_class);
    [[nodiscard]] LinkId acting() const;
    void to_groups(const AudienceGroups& groups, const Draft& draft, Echo echo, Only only);

    ServerState& state_;
    std::vector<Output>& outputs_;
    ReplyBuffer& replies_;
    PlainEncoder plain_;
    RoomAudiences audiences_;
    std::string_view time_text_;
    std::string scratch_;
};

}  // namespace brusio::session
