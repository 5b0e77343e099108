#include "core/client/typing.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::client {
namespace {

constexpr std::size_t typists_max = 64;  // of one conversation; more nobody reads

auto find_typist(Conversation& conversation, std::string_view nick) {
    return std::find_if(conversation.typists.begin(), conversation.typists.end(),
                        [nick](const Typist& typist) { return typist.nick == nick; });
}

std::string_view typing_name(TypingState state) {
    switch (state) {
        case TypingState::active:
            return "active";
        case TypingState::paused:
            return "paused";
        case TypingState::done:
            break;
    }
    return "done";
}

}  // namespace

void note_typing(Brain& brain, Conversation& conversation, std::string_view nick, TypingState state,
                 Now now) {
    BRUSIO_ASSERT(!nick.empty());
    if (state == TypingState::done) {
        end_typing(brain, conversation, nick);
        return;
    }
    const ClientLimits& limits = brain.config.limits;
    const MonoTime until = now.mono + (state == TypingState::active ? limits.typing_active_expiry
                                                                    : limits.typing_paused_expiry);
    const auto known = find_typist(conversation, nick);
    if (known != conversation.typists.end()) {
        known->until = until;
        if (known->state == state) return;
        known->state = state;
    } else if (conversation.typists.size() < typists_max) {
        conversation.typists.push_back(Typist{std::string(nick), state, until});
        ++brain.typists;
    } else {
        return;
    }
    brain.tell(TypingChanged{conversation.id, std::string(nick), state});
}

void end_typing(Brain& brain, Conversation& conversation, std::string_view nick) {
    const auto known = find_typist(conversation, nick);
    if (known == conversation.typists.end()) return;
    TypingChanged change{conversation.id, known->nick, TypingState::done};
    conversation.typists.erase(known);
    BRUSIO_ASSERT(brain.typists > 0);
    --brain.typists;
    brain.tell(std::move(change));
}

void forget_typists(Brain& brain) {
    for (auto& [id, conversation] : brain.conversations.all()) {
        while (!conversation.typists.empty()) {
            end_typing(brain, conversation, std::string(conversation.typists.front().nick));
        }
    }
}

void expire_typists(Brain& brain, Now now) {
    for (auto& [id, conversation] : brain.conversations.all()) {
        for (std::size_t i = 0; i < conversation.typists.size();) {
            if (now.mono < conversation.typists[i].until) {
                ++i;
            } else {
                end_typing(brain, conversation, std::string(conversation.typists[i].nick));
            }
        }
    }
}

std::optional<MonoTime> typing_deadline(const Brain& brain) {
    std::optional<MonoTime> next;
    if (brain.typists == 0) return next;
    for (const auto& [id, conversation] : brain.conversations.all()) {
        for (const Typist& typist : conversation.typists) {
            next = next ? std::min(*next, typist.until) : typist.until;
        }
    }
    return next;
}

void tell_typing(Brain& brain, std::string_view target, TypingState state, Now now) {
    if (brain.phase != Phase::online || !brain.has(wire::Capability::message_tags)) return;
    if (!is_middle_param(target)) return;
    auto& told = brain.link.answers.typing_told;
    const Folded key = brain.fold(target);
    const bool same_target = told && told->target == key;
    if (state == TypingState::done && (!same_target || told->state == TypingState::done)) return;
    if (same_target && told->state == state &&
        now.mono - told->at < brain.config.limits.typing_send_interval) {
        return;
    }
    brain.send("@+typing=" + std::string(typing_name(state)) + " " + line_of("TAGMSG", {target}));
    told = TypingTold{key, state, now.mono};
}

}  // namespace brusio::client
