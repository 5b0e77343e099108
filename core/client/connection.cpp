#include "core/client/connection.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/client/account_making.h"
#include "core/client/gap_fill.h"
#include "core/client/gap_marks.h"
#include "core/client/history_questions.h"
#include "core/client/multiline.h"
#include "core/client/read_markers.h"
#include "core/client/rows.h"
#include "core/client/sending.h"
#include "core/client/typing.h"

namespace brusio::client {
namespace {

void set_phase(Brain& brain, Phase phase) {
    if (brain.phase == phase) return;
    brain.phase = phase;
    brain.tell(
        PhaseChanged{phase, brain.reconnect.attempt(), brain.next_attempt.value_or(MonoTime{})});
}

// Settles everything that lived on the link that is gone.
void settle_link(Brain& brain, std::string_view why) {
    settle_written(brain, why);
    give_up_history(brain);
    break_off_making(brain);
    brain.set_account({});
    forget_typists(brain);
    forget_sent_markers(brain);
    brain.link = Link{};
    brain.capability_names.clear();
    brain.me.asked.clear();
    for (auto& [id, conversation] : brain.conversations.all()) {
        if (conversation.membership == Membership::inside &&
            conversation.kind == ConversationKind::room) {
            set_membership(brain, conversation, Membership::joining);
        }
    }
}

// How many rooms one JOIN may name; TARGMAX is "CMD:n,CMD:,..." where no number is no limit.
std::size_t rooms_per_join(const Isupport& isupport) {
    constexpr std::size_t usual = 10;
    const std::string limits = "," + isupport.value("TARGMAX").value_or("");
    const std::size_t at = limits.find(",JOIN:");
    if (at == std::string::npos) return limits.size() > 1 ? 1 : usual;
    const char digit = at + 6 < limits.size() ? limits[at + 6] : ',';
    return digit >= '1' && digit <= '9' && (at + 7 >= limits.size() || limits[at + 7] == ',')
               ? static_cast<std::size_t>(digit - '0')
               : usual;
}

void send_joins(Brain& brain, const std::vector<const Conversation*>& rooms) {
    constexpr std::size_t names_bytes_max = 400;
    const std::size_t rooms_max = rooms_per_join(brain.isupport);
    for (std::size_t next = 0; next < rooms.size();) {
        std::string names;
        std::string keys;
        for (std::size_t count = 0; next < rooms.size() && count < rooms_max; ++count, ++next) {
            const Conversation& room = *rooms[next];
            const std::size_t more = room.name.size() + room.room_key.size() + 2;
            if (count > 0 && names.size() + keys.size() + more > names_bytes_max) break;
            if (count > 0) names += ',';
            names += room.name;
            if (room.room_key.empty()) continue;
            if (!keys.empty()) keys += ',';
            keys += room.room_key;
        }
        brain.send(keys.empty() ? line_of("JOIN", {names}) : line_of("JOIN", {names, keys}));
    }
}

// Rooms are asked about when we come in, people who have written are named by the server.
void note_absence_from_people(Brain& brain) {
    if (keeps_history(brain) && !brain.me.account.empty()) return;
    for (auto& [id, conversation] : brain.conversations.all()) {
        if (conversation.kind == ConversationKind::person) note_absence(conversation);
    }
}

}  // namespace

void open_link(Brain& brain, Now now) {
    BRUSIO_ASSERT(!brain.linked());
    brain.next_attempt.reset();
    brain.link = Link{};
    brain.link.deadline = now.mono + brain.config.limits.connect_deadline;
    brain.emitter.open(brain.config.server);
    set_phase(brain, Phase::connecting);
}

void link_up(Brain& brain, LinkPrivacy privacy, Now now) {
    BRUSIO_ASSERT(brain.phase == Phase::connecting);
    brain.link.privacy = privacy;
    brain.link.deadline = now.mono + brain.config.limits.registration_deadline;
    brain.link.keep_alive.start(now.mono);
    set_phase(brain, Phase::registering);
}

void go_online(Brain& brain, Now now) {
    BRUSIO_ASSERT(brain.phase == Phase::registering && brain.link.welcomed);
    brain.link.deadline.reset();
    brain.was_online = true;
    brain.adopt_case_mapping();
    brain.last_error.reset();
    brain.reconnect.went_online(now.mono);
    brain.takes_lines = multiline_limits(brain).has_value();
    brain.tell(Registered{brain.me.nick});
    set_phase(brain, Phase::online);
    brain.login_refusals = 0;
    make_account_when_online(brain);
    if (!brain.me.away_reason.empty()) brain.send(line_of("AWAY", {brain.me.away_reason}));
    join_wanted_rooms(brain);
    note_absence_from_people(brain);
    ask_for_read_markers(brain);
    ask_who_wrote(brain, now);
}

void link_lost(Brain& brain, ClientError error, Now now) {
    BRUSIO_ASSERT(brain.phase == Phase::connecting || brain.linked());
    const bool final = brain.link.fatal.has_value();
    if (final) {
        error = *brain.link.fatal;
    } else if (!brain.link.closing_text.empty()) {
        error = ClientError{ErrorKind::closed_by_server, {}, {}, brain.link.closing_text};
    }
    settle_link(brain, "the connection was lost");
    const Duration wait = brain.reconnect.lost(now.mono, brain.config.limits);
    brain.raise(std::move(error));
    if (final) {
        set_phase(brain, Phase::idle);
        return;
    }
    brain.next_attempt = now.mono + wait;
    set_phase(brain, Phase::waiting);
}

void drop_link(Brain& brain, ClientError error, Now now) {
    brain.emitter.close();
    link_lost(brain, std::move(error), now);
}

void go_idle(Brain& brain, std::string_view reason) {
    if (brain.linked()) brain.send(line_of("QUIT", {reason}));
    if (brain.linked() || brain.phase == Phase::connecting) {
        brain.emitter.close();
        settle_link(brain, "the connection was closed");
    }
    brain.next_attempt.reset();
    brain.reconnect.restart();
    set_phase(brain, Phase::idle);
}

void join_wanted_rooms(Brain& brain) {
    // Rooms with a key come first: the n-th key belongs to the n-th room (modern IRC, JOIN).
    std::vector<const Conversation*> rooms;
    std::vector<const Conversation*> open_rooms;
    for (const auto& [id, conversation] : brain.conversations.all()) {
        if (conversation.membership != Membership::joining) continue;
        (conversation.room_key.empty() ? open_rooms : rooms).push_back(&conversation);
    }
    rooms.insert(rooms.end(), open_rooms.begin(), open_rooms.end());
    send_joins(brain, rooms);
}

void run_link_deadline(Brain& brain, Now now) {
    if (brain.phase == Phase::waiting && now.mono >= *brain.next_attempt) {
        open_link(brain, now);
        return;
    }
    if (brain.link.deadline && now.mono >= *brain.link.deadline) {
        if (brain.link.welcomed) {
            go_online(brain, now);
        } else {
            drop_link(brain, ClientError{ErrorKind::timed_out, {}, {}, {}}, now);
            return;
        }
    }
    if (!brain.linked()) return;
    switch (brain.link.keep_alive.check(now.mono, brain.config.limits)) {
        case KeepAlive::Due::nothing:
            break;
        case KeepAlive::Due::ping:
            brain.send("PING :alive");
            break;
        case KeepAlive::Due::drop:
            drop_link(brain, ClientError{ErrorKind::timed_out, {}, {}, {}}, now);
            return;
    }
}

std::optional<MonoTime> link_deadline(const Brain& brain) {
    if (brain.phase == Phase::waiting) return brain.next_attempt;
    std::optional<MonoTime> next = brain.link.deadline;
    if (brain.linked()) {
        const MonoTime alive = brain.link.keep_alive.deadline(brain.config.limits);
        next = next ? std::min(*next, alive) : alive;
    }
    return next;
}

}  // namespace brusio::client
