#include "core/session/finish_work.h"

#include "core/base/assert.h"
#include "core/session/accounts/account_command.h"
#include "core/session/accounts/account_making.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/sasl.h"
#include "core/session/oper_login.h"
#include "core/session/stage.h"
#include "core/session/welcome.h"

namespace brusio::session {

namespace {

/// One overload for each purpose.
struct Finish {
    Stage& stage;
    Session& session;
    const HashResult& result;

    void operator()(const ServerPassword& /*work*/) const {
        finish_server_password(stage, session, result);
    }
    void operator()(const OperPassword& work) const { finish_oper(stage, session, work, result); }
    void operator()(const PassLogin& work) const { finish_pass(stage, session, work, result); }
    void operator()(const SaslPassword& work) const {
        finish_sasl_password(stage, session, work, result);
    }
    void operator()(const SaslScramBegin& /*work*/) const {
        finish_scram_begin(stage, session, result);
    }
    void operator()(const SaslScramProof& /*work*/) const {
        finish_scram_proof(stage, session, result);
    }
    void operator()(const NewAccount& work) const {
        finish_new_account(stage, session, work, result);
    }
    void operator()(const PasswordChange& work) const {
        finish_password_change(stage, session, work, result);
    }
    void operator()(const NewPassword& /*work*/) const {
        finish_new_password(stage, session, result);
    }
    void operator()(const AccountRemoval& work) const {
        finish_account_removal(stage, session, work, result);
    }
};

}  // namespace

void finish_work(Stage& stage, Session& session, const PendingWork& work,
                 const HashResult& result) {
    BRUSIO_ASSERT(stage.replies.session() == &session && !session.waiting_for_hasher);
    std::visit(Finish{stage, session, result}, work.purpose);
}

}  // namespace brusio::session
