#include "core/wire/scram_text.h"

#include <gtest/gtest.h>

#include "core/wire/scram_client_text.h"
#include "core/wire/skeleton.h"

namespace brusio::wire {
namespace {

// The exchange of RFC 7677 section 3.
constexpr std::string_view client_first = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
constexpr std::string_view nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";

TEST(ScramText, reads_the_first_message) {
    const auto first = parse_scram_client_first(client_first);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->gs2_header, "n,,");
    EXPECT_EQ(first->name, "user");
    EXPECT_EQ(first->nonce, "rOprNGfwEbeRWgbNEkqO");
    EXPECT_EQ(first->bare, "n=user,r=rOprNGfwEbeRWgbNEkqO");
    EXPECT_EQ(first->authzid, "");
}

TEST(ScramText, reads_names_with_commas_and_equals_signs) {
    const auto first = parse_scram_client_first("y,a=x=2Cy,n=x=2Cy=3Dz,r=1,ext=2");
    ASSERT_TRUE(first);
    EXPECT_EQ(first->gs2_header, "y,a=x=2Cy,");
    EXPECT_EQ(first->authzid, "x,y");
    EXPECT_EQ(first->name, "x,y=z");
}

TEST(ScramText, refuses_first_messages_that_are_none) {
    for (const char* text :
         {"", "n", "n,", "n,,", "n,,n=user", "n,,n=user,r=", "n,,n=,r=1",
          "p=tls-unique,,n=user,r=1", "x,,n=user,r=1", "n,b=c,n=user,r=1", "n,,m=ext,n=user,r=1",
          "n,,n=us=er,r=1", "n,,n=user,r=a b", "n,,r=1,n=user"}) {
        EXPECT_FALSE(parse_scram_client_first(text)) << text;
    }
}

TEST(ScramText, reads_the_final_message) {
    const auto message = parse_scram_client_final(
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    ASSERT_TRUE(message);
    EXPECT_EQ(message->gs2_header, "n,,");
    EXPECT_EQ(message->nonce, nonce);
    EXPECT_EQ(message->proof.size(), 32U);
    EXPECT_EQ(message->without_proof, "c=biws,r=" + std::string{nonce});
    for (const char* text : {"", "c=biws,r=1", "c=biws,p=AAAA", "r=1,c=biws,p=AAAA",
                             "c=!,r=1,p=AAAA", "c=biws,r=1,p=A"}) {
        EXPECT_FALSE(parse_scram_client_final(text)) << text;
    }
}

TEST(ScramText, writes_what_the_server_says) {
    EXPECT_EQ(scram_server_first("abc", "salt", 4096), "r=abc,s=c2FsdA==,i=4096");
    EXPECT_EQ(scram_server_final("sig"), "v=c2ln");
}

TEST(Skeleton, is_the_same_for_names_that_look_alike) {
    EXPECT_EQ(ascii_skeleton("Alice"), ascii_skeleton("A1ice"));
    EXPECT_EQ(ascii_skeleton("modern"), ascii_skeleton("M0dem"));
    EXPECT_NE(ascii_skeleton("alice"), ascii_skeleton("alicia"));
    EXPECT_EQ(ascii_skeleton("è"), "è");
}

TEST(ScramText, writes_and_reads_the_clients_side) {
    EXPECT_EQ(scram_client_first_bare("user", "rOprNGfwEbeRWgbNEkqO"),
              "n=user,r=rOprNGfwEbeRWgbNEkqO");
    EXPECT_EQ(scram_client_first_bare("a,b=c", "1"), "n=a=2Cb=3Dc,r=1");
    const auto first = parse_scram_server_first(
        "r=" + std::string(nonce) + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", "rOprNGfwEbeRWgbNEkqO");
    ASSERT_TRUE(first);
    EXPECT_EQ(first->nonce, nonce);
    EXPECT_EQ(first->salt.size(), 16U);
    EXPECT_EQ(first->iterations, 4096U);
    const std::string without_proof = scram_client_final_without_proof(nonce);
    EXPECT_EQ(without_proof, "c=biws,r=" + std::string(nonce));
    const auto final = parse_scram_client_final(scram_client_final(without_proof, "proof"));
    ASSERT_TRUE(final);
    EXPECT_EQ(final->proof, "proof");
    EXPECT_EQ(final->gs2_header, "n,,");
    EXPECT_EQ(parse_scram_server_final(scram_server_final("signature")), "signature");
}

TEST(ScramText, passes_over_a_server_that_makes_no_sense) {
    for (const std::string_view text :
         {"", "r=1x", "r=1,s=AAAA,i=4096", "r=2x,s=AAAA,i=4096", "r=1x,s=,i=4096",
          "r=1x,s=AAAA,i=0", "r=1x,s=AAAA,i=-5", "r=1x,s=AAAA,i=99999999999", "r=1x,s=AAAA,i=4096x",
          "r=1x,s=A,i=4096", "m=ext,r=1x,s=AAAA,i=4096"}) {
        EXPECT_FALSE(parse_scram_server_first(text, "1")) << text;
    }
    EXPECT_FALSE(parse_scram_server_final("e=invalid-proof"));
    EXPECT_FALSE(parse_scram_server_final("v=?"));
}

}  // namespace
}  // namespace brusio::wire
