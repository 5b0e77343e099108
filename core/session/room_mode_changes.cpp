#include "core/session/room_mode_changes.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/absence_news.h"
#include "core/session/accounts/staying.h"
#include "core/session/extended_mask.h"
#include "core/session/journal.h"
#include "core/session/line_budget.h"
#include "core/session/mode_letters.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_keeping.h"
#include "core/session/room_standing.h"
#include "core/session/visibility.h"

namespace brusio::session {

namespace {

using room::Change;
using room::Turn;
using wire::Numeric;

template <class Rows>
const auto& row_of(const Rows& rows, char letter) {
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.mode == letter; });
    BRUSIO_ASSERT(row != rows.end());
    return *row;
}

bool is_off(const wire::ModeChange& request) { return request.sign == wire::ModeSign::minus; }

Turn turn_of(const wire::ModeChange& request) { return is_off(request) ? Turn::off : Turn::on; }

/// May the text be a parameter that is not the last one of a line?
bool is_middle_param(std::string_view text) {
    return !text.empty() && text.front() != ':' && text.find(' ') == std::string_view::npos;
}

/// A key is given back in JOIN, whose keys are parted by commas.
bool is_key(std::string_view text, std::size_t bytes_max) {
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    };
    return is_middle_param(text) && text.size() <= bytes_max &&
           text.find(',') == std::string_view::npos &&
           std::none_of(text.begin(), text.end(), is_control);
}

/// A number from 1 to 4 294 967 295, or 0 if the text is none.
std::uint32_t positive_number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

}  // namespace

RoomModeChanges::RoomModeChanges(CommandContext& context, room::Room& room, Power power)
    : context_(context),
      room_(room),
      standing_(standing_of(context.state(), context.user(), room)),
      power_(power) {
    BRUSIO_ASSERT(power == Power::rank || may_override(context.state(), context.user()) ||
                  may(context.state(), context.user(), Privilege::force));
}

void RoomModeChanges::apply(const wire::ModeChange& request) {
    const bool complete = request.request == wire::ModeRequest::change;
    switch (room_mode_syntax().kind_of(request.letter).value_or(wire::ModeKind::never)) {
        case wire::ModeKind::never:
            return apply_flag(request);
        case wire::ModeKind::always:
            return complete || is_off(request) ? apply_password(request) : refuse_missing(request);
        case wire::ModeKind::when_set:
            return complete ? apply_value(request) : refuse_missing(request);
        case wire::ModeKind::rank:
            if (complete) apply_rank(request);
            return;
        case wire::ModeKind::list:
            if (complete) apply_list(request);
            return;
    }
}

void RoomModeChanges::announce(std::string_view action) {
    // The room and the letters take two of a line's parameters.
    constexpr std::size_t arguments_max = Limits::params_max - 2;
    if (changes_.empty()) return;
    save_room(context_.stage, room_);
    const room::User& user = context_.user();
    const std::string source = source_of(user);
    const wire::ModeTextLimits limits{arguments_max,
                                      text_bytes_left({":", source, "MODE", room_.name()})};
    for (const wire::ModeText& text : wire::mode_texts(changes_, limits)) {
        std::string words = text.letters;
        for (const std::string_view argument : text.arguments) words.append(" ").append(argument);
        const Noted noted =
            note_event(context_.stage, user, room_, {RecordKind::mode, {}, words, {}});
        Draft draft = from_user(user, source, "MODE");
        draft.kind = DraftKind::mode;
        mark_as(noted, draft);
        draft.with({room_.name(), text.letters});
        for (const std::string_view argument : text.arguments) draft.add(argument);
        context_.fanout().to_room(room_, draft, Echo::yes);
        if (by_override_) tell_override(context_.stage, user, room_, action, words);
    }
}

bool RoomModeChanges::is_allowed(Change change) {
    return passes(room::may_change(standing_, change)) && can_be_stored();
}

bool RoomModeChanges::passes(room::Permission permission) {
    if (power_ == Power::rank && permission == room::Permission::ok) return true;
    if (power_ == Power::server_operator || may_override(context_.state(), context_.user())) {
        return by_override_ = true;
    }
    refuse_for_rank();
    return false;
}

bool RoomModeChanges::can_be_stored() {
    const Outcome refusal = store_refusal(context_.stage, "MODE", room_.name());
    if (refusal && !std::exchange(refused_for_store_, true)) context_.replies().reply(*refusal);
    return !refusal;
}

/// Once a command, however many of its letters need a rank.
void RoomModeChanges::refuse_for_rank() {
    if (std::exchange(refused_for_rank_, true)) return;
    context_.replies().reply(standing_.member == nullptr
                                 ? Reply::not_on_channel(room_.name())
                                 : Reply::of(Numeric::err_chanoprivsneeded, {room_.name()}));
}

/// ERR_INVALIDMODEPARAM. What cannot stand in the middle of a line is told back as a star, and so
/// is a key.
void RoomModeChanges::refuse_value(const wire::ModeChange& request, std::string_view why) {
    constexpr std::size_t shown_bytes_max = 64;
    const bool is_shown = is_middle_param(request.argument) &&
                          request.argument.size() <= shown_bytes_max &&
                          request.letter != room_password_letter;
    context_.replies().numeric(
        Numeric::err_invalidmodeparam,
        {room_.name(), {&request.letter, 1}, is_shown ? request.argument : "*"}, why);
}

void RoomModeChanges::refuse_missing(const wire::ModeChange& request) {
    if (is_allowed(Change::flags)) refuse_value(request, "This mode needs a value");
}

void RoomModeChanges::changed(const wire::ModeChange& request, std::string argument) {
    arguments_.push_back(std::move(argument));
    changes_.push_back(
        {request.sign, request.letter, arguments_.back(), wire::ModeRequest::change});
}

void RoomModeChanges::apply_flag(const wire::ModeChange& request) {
    if (!is_allowed(Change::flags)) return;
    const RoomFlagLetter& row = row_of(room_flag_letters(), request.letter);
    if (room_.set_flag(row.flag, turn_of(request))) changed(request);
}

void RoomModeChanges::apply_password(const wire::ModeChange& request) {
    if (!is_allowed(Change::password)) return;
    if (is_off(request)) {
        // The word is not said again: whoever takes it away need not know it.
        if (room_.set_password({})) changed(request, "*");
        return;
    }
    if (!is_key(request.argument, context_.state().config.limits.key_bytes_max)) {
        return refuse_value(request, "A key is one word without a comma, and not too long");
    }
    if (room_.set_password(request.argument)) changed(request, std::string{request.argument});
}

void RoomModeChanges::apply_members_max(const wire::ModeChange& request) {
    if (!is_allowed(Change::members_max)) return;
    if (is_off(request)) {
        if (room_.set_members_max(0)) changed(request);
        return;
    }
    const std::uint32_t members_max = positive_number(request.argument);
    if (members_max == 0) return refuse_value(request, "The limit is a number, 1 or more");
    if (room_.set_members_max(members_max)) changed(request, std::to_string(members_max));
}

/// A letter whose value stands with '+' alone.
void RoomModeChanges::apply_value(const wire::ModeChange& request) {
    for (const RoomRateLetter& row : room_rate_letters()) {
        if (row.mode == request.letter) return apply_rate(request, row.rate);
    }
    BRUSIO_ASSERT(request.letter == room_members_max_letter);
    apply_members_max(request);
}

void RoomModeChanges::apply_rate(const wire::ModeChange& request, room::RoomRate which) {
    if (!is_allowed(Change::rates)) return;
    if (is_off(request)) {
        if (room_.rate(which).set_rate({})) changed(request);
        return;
    }
    const std::optional<room::Rate> rate = read_rate(request.argument);
    if (!rate) {
        return refuse_value(request, "It is times:seconds, like 5:10, both from 1 to 3600");
    }
    if (room_.rate(which).set_rate(*rate)) changed(request, rate_text(*rate));
}

/// Where ranks are for good whoever has one gets it again: in a room with a founder, and in one of
/// the server.
void RoomModeChanges::keep_rank(const room::User& target, const room::Member& member,
                                room::Rank rank, Turn turn) {
    const AccountId account = target.profile.account_id;
    if (!account) return;
    if (room_.founder()) {
        room_.set_grant(account, member.ranks);
    } else if (belongs_to_server(context_.state(), room_.key())) {
        room::RankSet granted = room_.granted(account);
        granted.set(rank, turn);
        room_.set_grant(account, granted);
    }
}

void RoomModeChanges::apply_rank(const wire::ModeChange& request) {
    const RankLetter& row = row_of(rank_letters(), request.letter);
    const room::User* target = find_user(context_.state(), request.argument);
    const room::Member* member = target == nullptr ? nullptr : room_.find_member(target->id());
    // The rank first: an outsider does not learn here who is inside.
    const room::Permission permission =
        member == nullptr
            ? room::may_change(standing_, room::change_of(row.rank))
            : room::may_change_rank(standing_, standing_of(context_.state(), *target, room_),
                                    row.rank, turn_of(request));
    if (!passes(permission)) return;
    if (target == nullptr) return context_.replies().reply(Reply::no_such_nick(request.argument));
    if (member == nullptr) {
        return context_.replies().reply(
            Reply::of(Numeric::err_usernotinchannel, {target->nick(), room_.name()}));
    }
    if (!can_be_stored()) return;
    if (!room_.set_rank(target->id(), row.rank, turn_of(request))) return;
    keep_rank(*target, *member, row.rank, turn_of(request));
    save_membership(context_.stage, *target, room_);
    note_absent_rank(*target, request);
    changed(request, target->nick());
}

/// Who is not there is told at its return that a rank is gone.
void RoomModeChanges::note_absent_rank(const room::User& target, const wire::ModeChange& request) {
    constexpr auto kind = AbsenceNewsKind::rank_lost;
    const AccountId account = target.profile.account_id;
    const std::string_view letter{&request.letter, 1};
    if (is_off(request)) {
        note_absence_news(context_.stage, account, kind, room_.name(), context_.user(), letter);
    } else {
        forget_absence_news(context_.stage, account, kind, room_.name(), letter);
    }
}

void RoomModeChanges::apply_list(const wire::ModeChange& request) {
    const room::MaskList list = row_of(mask_list_letters(), request.letter).list;
    if (!is_allowed(room::change_of(list))) return;
    // A list entry is shown with who set it and when, all on one line.
    constexpr std::size_t mask_bytes_max = 200;
    if (!is_middle_param(request.argument) || request.argument.size() > mask_bytes_max) {
        return refuse_value(request, "A mask is one word like nick!user@host, and not too long");
    }
    std::optional<room::MaskEntry> wanted = read_mask(request.argument);
    const bool is_pointless = wanted && wanted->reach == room::MaskReach::speech &&
                              list == room::MaskList::invite_exceptions;
    if (!wanted || is_pointless) {
        return refuse_value(request,
                            "This list knows nick!user@host and ~a:account; bans and their "
                            "exceptions also ~m: before either");
    }
    if (!is_off(request)) return add_mask(request, list, *std::move(wanted));
    const auto entries = room_.list(list);
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const auto& e) { return e.folded == wanted->folded; });
    if (entry == entries.end()) return;
    std::string mask = entry->mask;  // as it was set, so that clients find it in their own lists
    if (room_.remove_from_list(list, wanted->folded) != room::ListChange::done) return;
    if (list == room::MaskList::bans) forget_absent_banned(context_.stage, room_);
    changed(request, std::move(mask));
}

/// Whom it keeps out, or no longer does, and who is not there.
void RoomModeChanges::note_absent_mask(room::MaskList list, const room::MaskEntry& entry) {
    if (list == room::MaskList::bans) {
        note_absent_banned(context_.stage, room_, context_.user(), entry);
    } else if (list == room::MaskList::ban_exceptions) {
        forget_absent_banned(context_.stage, room_);
    }
}

void RoomModeChanges::add_mask(const wire::ModeChange& request, room::MaskList list,
                               room::MaskEntry entry) {
    std::string mask = entry.mask;
    entry.set_by = source_of(context_.user());
    entry.when = context_.stage.now.wall;
    const std::size_t entries_max = context_.state().config.limits.list_entries_per_room_max;
    switch (room_.add_to_list(list, entry, entries_max)) {
        case room::ListChange::done:
            note_absent_mask(list, entry);
            return changed(request, std::move(mask));
        case room::ListChange::already_so:
            return;
        case room::ListChange::full:
            break;
    }
    const std::string letter{request.letter};
    context_.replies().numeric(Numeric::err_banlistfull, {room_.name(), letter});
}

}  // namespace brusio::session
