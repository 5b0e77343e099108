#include "core/session/accounts/mail_tokens.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/stage.h"

namespace brusio::session {

namespace {

std::string hexadecimal(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

}  // namespace

bool uses_email(const Stage& stage) { return stage.state.config.accounts.email != EmailUse::off; }

std::string make_mail_token(Stage& stage) {
    BRUSIO_ASSERT(stage.state.draw_secret != nullptr);
    const std::string secret = stage.state.draw_secret();
    BRUSIO_ASSERT(secret.size() == secret_bytes);
    return hexadecimal(secret);
}

std::string mail_token_hash(const Stage& stage, std::string_view token) {
    BRUSIO_ASSERT(stage.state.keyed_hash != nullptr);
    return stage.state.keyed_hash("mail token " + std::string{token});
}

WallTime mail_token_end(const Stage& stage) {
    const Duration age = stage.state.config.limits.mail_token_age_max;
    return {stage.now.wall.unix_ms +
            std::chrono::duration_cast<std::chrono::milliseconds>(age).count()};
}

const MailTokenRecord* find_mail_token(const Stage& stage, AccountId account, MailTokenKind kind,
                                       std::string_view token) {
    const MailTokenRecord* kept = stage.state.mail_book.find_token({account, kind});
    if (kept == nullptr || kept->until <= stage.now.wall) return nullptr;
    return kept->hash == mail_token_hash(stage, token) ? kept : nullptr;
}

std::string keep_mail_token(Stage& stage, AccountId account, MailTokenKind kind,
                            std::string email) {
    std::string token = make_mail_token(stage);
    MailTokenRecord record{account, kind, mail_token_hash(stage, token), std::move(email),
                           mail_token_end(stage)};
    stage.effects.writes.emplace_back(SaveMailToken{record});
    stage.state.mail_book.save(std::move(record));
    schedule_mail_ends(stage);
    return token;
}

void drop_mail_token(Stage& stage, AccountId account, MailTokenKind kind) {
    if (!stage.state.mail_book.remove_token({account, kind})) return;
    stage.effects.writes.emplace_back(RemoveMailToken{account, kind});
    schedule_mail_ends(stage);
}

void note_wrong_token(Stage& stage, const Session& session, std::string_view account) {
    stage.state.mail_guard.note_wrong_token(address_group(session.info.peer_address),
                                            stage.now.mono);
    tell_host(stage, session,
              {.kind = HostEventKind::token_wrong, .account = std::string{account}});
}

bool may_try_token(Stage& stage, const Session& session) {
    return stage.state.mail_guard.may_try(address_group(session.info.peer_address),
                                          stage.state.config.limits, stage.now.mono);
}

void schedule_mail_ends(Stage& stage) {
    const std::optional<WallTime> next = stage.state.mail_book.next_end();
    stage.state.mail_due.reset();
    if (!next) return;
    const std::int64_t left = std::max<std::int64_t>(1, next->unix_ms - stage.now.wall.unix_ms);
    stage.state.mail_due = stage.now.mono + std::chrono::milliseconds{left};
}

void end_mail_waits(Stage& stage) {
    const MailBook::Ended ended = stage.state.mail_book.take_ended(stage.now.wall);
    for (const Folded& key : ended.unverified) {
        stage.effects.writes.emplace_back(RemoveUnverifiedAccount{key});
    }
    for (const auto& [account, kind] : ended.tokens) {
        stage.effects.writes.emplace_back(RemoveMailToken{account, kind});
    }
    schedule_mail_ends(stage);
}

}  // namespace brusio::session
