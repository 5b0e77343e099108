#include "core/session/operators/ban_command.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/room/mask.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/ban_check.h"
#include "core/session/operators/ban_reach.h"
#include "core/session/operators/span_text.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"
#include "core/wire/utf8.h"

namespace brusio::session {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Reply ban_refused(std::string_view code, std::vector<std::string> params, std::string text) {
    return Reply::fail("BAN", std::string{code}, std::move(params), std::move(text));
}

Reply not_a_subject(std::string_view text) {
    const bool fits = !text.empty() && text.front() != ':' && text.find(' ') == text.npos;
    return ban_refused("INVALID_SUBJECT", {fits ? std::string{text} : "*"},
                       "Name an address or a range (192.0.2.0/24), nick!user@host, account:name or "
                       "realname:text");
}

std::optional<BanSubject> read_subject(std::string_view text, BanWords words) {
    if (words == BanWords::realname && !text.starts_with("realname:")) {
        return read_ban_subject("realname:" + std::string{text});
    }
    return read_ban_subject(text);
}

/// What BAN ADD was given.
struct Request {
    BanSubject subject;
    std::string reason;
    Duration span{0};
    bool force = false;
};

/// Reads the parameters one after the other.
class RequestReader {
 public:
    RequestReader(const CommandContext& context, std::size_t first)
        : context_(context), at_(first) {}

    [[nodiscard]] bool more() const { return at_ < context_.param_count(); }
    [[nodiscard]] std::string_view next() { return context_.param(at_++); }
    /// Passes over FORCE and a duration, in either order.
    void take_options(Request& request, Duration bare_unit) {
        while (more()) {
            const std::string_view word = context_.param(at_);
            const auto span = read_span(word, bare_unit);
            if (!span && !wire::names_equal(word, "FORCE")) return;
            if (span) request.span = *span;
            request.force = request.force || !span;
            ++at_;
        }
    }
    /// All that is left: people forget the colon.
    [[nodiscard]] std::string rest() {
        std::string text;
        while (more()) text += (text.empty() ? "" : " ") + std::string{next()};
        return text.substr(0, wire::utf8_cut(text, limits().kick_reason_bytes_max));
    }

 private:
    [[nodiscard]] const Limits& limits() const { return context_.state().config.limits; }

    const CommandContext& context_;
    std::size_t at_;
};

Outcome read_request(const CommandContext& context, std::size_t first, BanWords words,
                     Request& request) {
    RequestReader reader(context, first);
    reader.take_options(request, minutes{1});
    if (!reader.more()) return Reply::need_more_params("BAN");
    const std::string_view text = reader.next();
    const auto subject = read_subject(text, words);
    if (!subject) return not_a_subject(text);
    request.subject = *subject;
    reader.take_options(request, seconds{1});
    request.reason = reader.rest();
    return done;
}

/// Too wide, or it would hit the setter or all others, if these are more than a few.
Outcome check_reach(const Request& request, const BanHits& hits) {
    constexpr std::size_t few = 4;
    const std::string shown = subject_text(request.subject.kind, request.subject.text);
    if (request.force) return done;
    if (hits.hits_setter) {
        return ban_refused("NEEDS_FORCE", {shown},
                           "This would ban yourself; BAN ADD FORCE does it");
    }
    const bool hits_all = hits.users_left == 0 && hits.links.size() > few;
    if (!hits_all && !is_for_everybody(request.subject)) return done;
    return ban_refused("NEEDS_FORCE", {shown}, "This would ban everybody; BAN ADD FORCE does it");
}

Outcome check_room(const CommandContext& context, const BanSubject& subject) {
    const ServerState& state = context.state();
    const std::size_t most = state.config.limits.bans_max;
    const bool is_there = state.bans.all().contains({subject.kind, subject.text});
    if (is_there || state.bans.size() < most) return done;
    return ban_refused("TOO_MANY_BANS", {subject_text(subject.kind, subject.text)},
                       "There are " + std::to_string(most) + " bans already; take some away first");
}

std::string people(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " link was closed" : " links were closed");
}

void keep(CommandContext& context, const BanRecord& ban) {
    Stage& stage = context.stage;
    stage.state.bans.put(ban);
    stage.effects.writes.emplace_back(SaveBan{ban});
    schedule_ban_ends(stage);
    const std::string shown = subject_text(ban.kind, ban.subject);
    const std::string detail = until_text(ban.until) + ": " + ban.reason;
    record_deed(stage, context.user(), {"ban", shown, detail});
    tell_host(stage, context.session,
              {.kind = HostEventKind::ban, .subject = shown, .reason = detail});
}

/// The sentence has it all: clients without standard-replies see nothing else.
void show(CommandContext& context, const BanRecord& ban) {
    const auto time = [](WallTime at) {
        return at == WallTime{} ? std::string{"*"} : std::to_string(at.unix_ms / 1000);
    };
    const std::string shown = subject_text(ban.kind, ban.subject);
    const std::string when{wire::time_text(ban.when).view()};
    context.replies().reply(
        Reply::note("BAN", "ENTRY", {shown, ban.set_by, time(ban.when), time(ban.until)},
                    shown + " by " + ban.set_by + ", " + when + ", " + until_text(ban.until) +
                        ": " + (ban.reason.empty() ? "no reason was given" : ban.reason)));
}

}  // namespace

Outcome add_ban(CommandContext& context, std::size_t first, BanWords words) {
    Request request;
    if (Outcome refusal = read_request(context, first, words, request)) return refusal;
    if (Outcome refusal = check_room(context, request.subject)) return refusal;
    const BanHits hits = hits_of(context.state(), request.subject, context.user());
    if (Outcome refusal = check_reach(request, hits)) return refusal;
    const WallTime now = context.stage.now.wall;
    const BanRecord ban{request.subject.kind,
                        request.subject.text,
                        request.reason,
                        actor_name(context.user()),
                        now,
                        end_of_span(now, request.span)};
    keep(context, ban);
    const std::string shown = subject_text(ban.kind, ban.subject);
    context.replies().reply(Reply::note(
        "BAN", "ADDED", {shown},
        shown + " is banned " + until_text(ban.until) + "; " + people(hits.links.size())));
    expel(context.stage, ban, hits);
    return done;
}

Outcome remove_ban(CommandContext& context, std::size_t first, BanWords words) {
    const std::string_view text = context.param(first);
    const auto subject = read_subject(text, words);
    if (!subject) return not_a_subject(text);
    const std::string shown = subject_text(subject->kind, subject->text);
    Stage& stage = context.stage;
    if (!stage.state.bans.remove(subject->kind, subject->text)) {
        return ban_refused("NO_SUCH_BAN", {shown}, "There is no such ban; BAN LIST shows all");
    }
    stage.effects.writes.emplace_back(RemoveBan{subject->kind, subject->text});
    schedule_ban_ends(stage);
    record_deed(stage, context.user(), {"unban", shown, {}});
    tell_host(stage, context.session,
              {.kind = HostEventKind::ban, .subject = shown, .reason = "taken away"});
    return Reply::note("BAN", "REMOVED", {shown}, shown + " is banned no more");
}

Outcome list_bans(CommandContext& context, std::string_view pattern) {
    context.replies().let_wait();
    const std::string mask = pattern.empty() ? "*" : wire::fold(pattern).text;
    std::size_t found = 0;
    for (const auto& [key, ban] : context.state().bans.all()) {
        if (!room::glob_match(mask, subject_text(key.first, key.second))) continue;
        ++found;
        show(context, ban);
    }
    return Reply::note("BAN", "END", {std::to_string(found)}, "End of the bans");
}

}  // namespace brusio::session
