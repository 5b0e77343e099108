#include "server-app/scram.h"

#include <gtest/gtest.h>

#include "core/wire/base64.h"
#include "transport/scram/scram_math.h"

namespace brusio::server {
namespace {

/// The exchange of RFC 7677 section 3: user "user", password "pencil".
CheckScramProof rfc_7677() {
    CheckScramProof job;
    job.keys = scram_keys("pencil", *wire::decode_base64("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);
    job.auth_message =
        "n=user,r=rOprNGfwEbeRWgbNEkqO,"
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    job.proof = *wire::decode_base64("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    return job;
}

TEST(Scram, is_what_the_specification_says) {
    const ScramVerdict verdict = check_scram_proof(rfc_7677());
    EXPECT_TRUE(verdict.matches);
    EXPECT_EQ(wire::encode_base64(verdict.server_signature),
              "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
}

/// The bytes that the loop of earlier versions gave; stored keys hold them (RFC 7677 section 3).
TEST(Scram, the_keys_of_a_password_are_what_they_were) {
    const std::string salt = *wire::decode_base64("W22ZaJ0SNY7soEsUEjb6gQ==");
    EXPECT_EQ(wire::encode_base64(scram::scram_salted_password("pencil", salt, 4096)),
              "xKSVEDI6tPlSysH6mUQZOeeOp01r6B3fcJbodRPcYV0=");
    EXPECT_EQ(scram::scram_salted_password("pencil", salt, 1).size(), scram::sha256_bytes);
}

TEST(Scram, refuses_any_other_proof) {
    CheckScramProof job = rfc_7677();
    job.proof[7] = static_cast<char>(job.proof[7] ^ 1);
    EXPECT_FALSE(check_scram_proof(job).matches);
    job = rfc_7677();
    job.proof.pop_back();
    EXPECT_FALSE(check_scram_proof(job).matches);
    job = rfc_7677();
    job.auth_message += "x";
    EXPECT_FALSE(check_scram_proof(job).matches);
    job = rfc_7677();
    job.keys.stored_key.clear();
    EXPECT_FALSE(check_scram_proof(job).matches);
    EXPECT_EQ(check_scram_proof(job).server_signature, "");
}

}  // namespace
}  // namespace brusio::server
