#include "core/session/accounts/sasl.h"

#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/auth_program.h"
#include "core/session/accounts/login.h"
#include "core/session/ask_hasher.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/stage.h"
#include "core/wire/base64.h"
#include "core/wire/case_mapping.h"
#include "core/wire/utf8.h"

namespace brusio::session {

namespace {

using wire::Numeric;

/// IRCv3 sasl-3.1: a response goes in pieces of so many bytes; a shorter one is the last.
constexpr std::size_t piece_bytes = 400;

void send_piece(Stage& stage, std::string_view piece) {
    Draft draft;
    draft.command = "AUTHENTICATE";
    stage.replies.add(draft.add(piece));
}

/// Sends a challenge; an empty one and one whose last piece is full end with "+".
void send_challenge(Stage& stage, std::string_view bytes) {
    const std::string text = wire::encode_base64(bytes);
    std::string_view rest = text;
    while (rest.size() >= piece_bytes) {
        send_piece(stage, rest.substr(0, piece_bytes));
        rest.remove_prefix(piece_bytes);
    }
    send_piece(stage, rest.empty() ? std::string_view{"+"} : rest);
}

bool has_certificate(const Session& session) {
    return !session.info.certificate_fingerprint.empty();
}

std::optional<SaslMechanism> find_mechanism(const Session& session, std::string_view name) {
    std::optional<SaslMechanism> mechanism;
    if (wire::names_equal(name, "PLAIN")) mechanism = SaslMechanism::plain;
    if (wire::names_equal(name, "SCRAM-SHA-256")) mechanism = SaslMechanism::scram_sha_256;
    if (wire::names_equal(name, "EXTERNAL")) mechanism = SaslMechanism::external;
    if (mechanism == SaslMechanism::plain && !takes_passwords(session)) return std::nullopt;
    if (mechanism == SaslMechanism::external && !has_certificate(session)) return std::nullopt;
    return mechanism;
}

/// The exchange is over without a log-in. One answer for an unknown account, a wrong password and
/// a suspended account.
Reply give_up(Session& session) {
    session.sasl.reset();
    return Reply::of(Numeric::err_saslfail);
}

Reply give_up(Session& session, std::string_view why) {
    session.sasl.reset();
    return Reply::with_text(Numeric::err_saslfail, {}, std::string{why});
}

Reply too_many(Session& session) {
    return give_up(session, "Too many tries to log in; wait a minute and try again");
}

Reply busy(Session& session) {
    return give_up(session, "The server is busy with other log-ins; try again in a moment");
}

/// What to say if nobody looked at the try; nothing if somebody did.
Outcome not_looked_at(Session& session, const WorkResult& result) {
    if (is_too_many(result)) return too_many(session);
    if (is_busy(result)) return busy(session);
    return done;
}

/// RFC 4616 section 2: authzid NUL authcid NUL password.
struct PlainResponse {
    std::string_view authzid, name, password;
};

std::optional<PlainResponse> parse_plain(std::string_view text, std::size_t password_bytes_max) {
    const std::size_t first = text.find('\0');
    if (first == std::string_view::npos || !wire::valid_utf8(text)) return std::nullopt;
    const std::size_t second = text.find('\0', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const PlainResponse response{text.substr(0, first), text.substr(first + 1, second - first - 1),
                                 text.substr(second + 1)};
    const bool is_sane = !response.name.empty() && !response.password.empty() &&
                         response.password.size() <= password_bytes_max &&
                         response.password.find('\0') == std::string_view::npos;
    if (!is_sane) return std::nullopt;
    // Nobody acts for somebody else here.
    if (!response.authzid.empty() && !wire::names_equal(response.authzid, response.name)) {
        return std::nullopt;
    }
    return response;
}

Outcome take_plain(Stage& stage, Session& session, const std::string& response) {
    ServerState& state = stage.state;
    const auto plain = parse_plain(response, state.config.limits.password_bytes_max);
    if (!plain) return give_up(session);
    const AccountRecord* account = state.accounts.find(wire::fold(plain->name));
    queue_for_hasher(
        stage, session, password_work(stage, session, plain->name, plain->password),
        SaslPassword{account == nullptr ? AccountId{} : account->id, std::string{plain->name}},
        login_try(stage, session, plain->name));
    return done;
}

Outcome take_scram_first(Stage& stage, Session& session, const std::string& response) {
    auto first = wire::parse_scram_client_first(response);
    const bool is_sane =
        first && (first->authzid.empty() || wire::names_equal(first->authzid, first->name));
    if (!is_sane || !wire::valid_utf8(first->name)) return give_up(session);
    SaslExchange& sasl = *session.sasl;
    // What counts as a try is the proof.
    sasl.login = login_try(stage, session, first->name);
    sasl.first = std::move(*first);
    ask_hasher(stage, session, BeginScram{sasl.login.name.text}, SaslScramBegin{});
    return done;
}

Outcome take_scram_final(Stage& stage, Session& session, const std::string& response) {
    SaslExchange& sasl = *session.sasl;
    const auto message = wire::parse_scram_client_final(response);
    // RFC 5802 section 5.1: both must come back as they were.
    if (!message || message->gs2_header != sasl.first.gs2_header || message->nonce != sasl.nonce) {
        return give_up(session);
    }
    const std::string signed_text =
        sasl.first.bare + "," + sasl.server_first + "," + message->without_proof;
    queue_for_hasher(stage, session, CheckScramProof{sasl.keys, signed_text, message->proof},
                     SaslScramProof{}, sasl.login);
    return done;
}

/// RFC 4422 appendix A: the response is empty, or names the account that is wanted. Whoever holds
/// the certificate's key has shown so to TLS; there is nothing to guess and nothing to slow down.
Outcome take_external(Stage& stage, Session& session, const std::string& response) {
    const AccountRecord* account =
        stage.state.accounts.find_fingerprint(session.info.certificate_fingerprint);
    const bool right = account != nullptr && !account->suspended &&
                       (response.empty() || wire::names_equal(response, account->name));
    if (!right) {
        tell_host(stage, session,
                  {.kind = HostEventKind::login_failed,
                   .account = account == nullptr ? response : account->name,
                   .reason = "certificate"});
        return give_up(session, "Your certificate logs into no such account");
    }
    session.sasl.reset();
    return log_in_by_sasl(stage, session, account->id);
}

/// The mechanism's first response.
Outcome take_first(Stage& stage, Session& session, const std::string& response) {
    switch (session.sasl->mechanism) {
        case SaslMechanism::plain:
            return take_plain(stage, session, response);
        case SaslMechanism::scram_sha_256:
            return take_scram_first(stage, session, response);
        case SaslMechanism::external:
            break;
    }
    return take_external(stage, session, response);
}

Outcome take_response(Stage& stage, Session& session, const std::string& response) {
    const SaslExchange& sasl = *session.sasl;
    switch (sasl.step) {
        case SaslStep::first:
            return take_first(stage, session, response);
        case SaslStep::scram_final:
            return take_scram_final(stage, session, response);
        case SaslStep::farewell:
            break;
    }
    BRUSIO_ASSERT(sasl.step == SaslStep::farewell);
    if (!response.empty()) return give_up(session);
    const AccountId account = sasl.account;
    session.sasl.reset();
    return log_in_by_sasl(stage, session, account);
}

}  // namespace

bool takes_passwords(const Session& session) {
    return session.info.secure || session.info.loopback;
}

std::string sasl_mechanisms(const ServerConfig& config, const Session& session) {
    std::string names = takes_passwords(session) ? "PLAIN,SCRAM-SHA-256" : "SCRAM-SHA-256";
    // A program has to see the password: whoever chooses takes what works for all.
    if (takes_passwords(session) && config.accounts.program_answers) names = "PLAIN";
    if (has_certificate(session)) names += ",EXTERNAL";
    return names;
}

Outcome begin_sasl(Stage& stage, Session& session, std::string_view mechanism) {
    BRUSIO_ASSERT(session.sasl == nullptr);
    const auto found = find_mechanism(session, mechanism);
    if (!found) {
        stage.replies.numeric(Numeric::rpl_saslmechs,
                              {sasl_mechanisms(stage.state.config, session)});
        return Reply::with_text(Numeric::err_saslfail, {},
                                "This way to log in is not offered here");
    }
    session.sasl = std::make_unique<SaslExchange>();
    session.sasl->mechanism = *found;
    send_piece(stage, "+");
    return done;
}

Outcome continue_sasl(Stage& stage, Session& session, std::string_view piece) {
    BRUSIO_ASSERT(session.sasl != nullptr);
    SaslExchange& sasl = *session.sasl;
    if (piece.size() > piece_bytes) {
        session.sasl.reset();
        return Reply::of(Numeric::err_sasltoolong);
    }
    if (piece != "+") sasl.received += piece;
    if (sasl.received.size() > stage.state.config.limits.sasl_response_bytes_max) {
        return give_up(session);
    }
    if (piece.size() == piece_bytes) return done;
    const std::optional<std::string> response = wire::decode_base64(sasl.received);
    sasl.received.clear();
    if (!response) return give_up(session);
    return take_response(stage, session, *response);
}

bool abort_sasl(Stage& stage, Session& session) {
    if (session.sasl == nullptr) return false;
    session.sasl.reset();
    stage.replies.numeric(Numeric::err_saslaborted);
    return true;
}

void finish_sasl_password(Stage& stage, Session& session, const SaslPassword& work,
                          const WorkResult& result) {
    if (Outcome refusal = not_looked_at(session, result)) return stage.replies.reply(*refusal);
    const AccountRecord* account =
        account_of_answer(stage, session, {work.account, work.name}, result);
    const bool right = is_right(result) && account != nullptr && !account->suspended;
    if (!right) return stage.replies.reply(give_up(session));
    session.sasl.reset();
    if (Outcome refusal = log_in_by_sasl(stage, session, account->id)) {
        stage.replies.reply(*refusal);
    }
}

void finish_scram_begin(Stage& stage, Session& session, const WorkResult& result) {
    SaslExchange& sasl = *session.sasl;
    const auto* challenge = std::get_if<ScramChallenge>(&result);
    if (challenge == nullptr) return stage.replies.reply(busy(session));
    const AccountRecord* account = stage.state.accounts.find(sasl.login.name);
    if (account != nullptr && account->scram.iterations > 0) {
        sasl.account = account->id;
        sasl.keys = account->scram;
    } else {
        sasl.keys.salt = challenge->fake_salt;
        sasl.keys.iterations = stage.state.config.accounts.scram_iterations;
    }
    sasl.nonce = sasl.first.nonce + challenge->nonce;
    sasl.server_first = wire::scram_server_first(sasl.nonce, sasl.keys.salt, sasl.keys.iterations);
    sasl.step = SaslStep::scram_final;
    send_challenge(stage, sasl.server_first);
}

void finish_scram_proof(Stage& stage, Session& session, const WorkResult& result) {
    SaslExchange& sasl = *session.sasl;
    if (Outcome refusal = not_looked_at(session, result)) return stage.replies.reply(*refusal);
    const auto* verdict = std::get_if<ScramVerdict>(&result);
    const AccountRecord* account = stage.state.accounts.find(sasl.account);
    const bool right = verdict != nullptr && verdict->matches && account != nullptr &&
                       !account->suspended &&
                       account->scram == sasl.keys;  // it may have got another password meanwhile
    if (!right) return stage.replies.reply(give_up(session));
    sasl.step = SaslStep::farewell;
    send_challenge(stage, wire::scram_server_final(verdict->server_signature));
}

}  // namespace brusio::session
