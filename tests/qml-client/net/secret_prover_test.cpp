#include "qml-client/net/secret_prover.h"

#include <gtest/gtest.h>

#include "core/wire/base64.h"

namespace brusio::ui {
namespace {

/// The exchange of RFC 7677 section 3: user "user", password "pencil".
client::ProveSecret rfc_7677() {
    client::ProveSecret task;
    task.password = client::Secret{"pencil"};
    task.salt = *wire::decode_base64("W22ZaJ0SNY7soEsUEjb6gQ==");
    task.iterations = 4096;
    task.auth_message =
        "n=user,r=rOprNGfwEbeRWgbNEkqO,"
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    return task;
}

TEST(SecretProver, computes_what_the_specification_says_also_the_second_time) {
    SecretProver prover;
    for (int time = 0; time < 2; ++time) {
        const client::SecretProof proof = prover.prove(rfc_7677());
        EXPECT_EQ(wire::encode_base64(proof.client_proof),
                  "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        EXPECT_EQ(wire::encode_base64(proof.server_signature),
                  "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }
    client::ProveSecret other = rfc_7677();
    other.password = client::Secret{"crayon"};
    EXPECT_NE(prover.prove(other).client_proof, prover.prove(rfc_7677()).client_proof);
}

TEST(SecretProver, a_password_is_the_same_however_it_is_typed) {
    EXPECT_EQ(prepared_password("plain ascii"), "plain ascii");
    EXPECT_EQ(prepared_password("caff\u00e8"), prepared_password("caffe\u0300"));
    EXPECT_EQ(prepared_password("\uff41 b"), "a b");
    EXPECT_EQ(prepared_password("a\u00a0b\u00ad"), "a b");
}

TEST(SecretProver, a_nonce_is_printable_and_never_the_same) {
    const std::string nonce = fresh_nonce();
    EXPECT_EQ(nonce.size(), 32U);
    EXPECT_EQ(nonce.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(nonce, fresh_nonce());
}

}  // namespace
}  // namespace brusio::ui
