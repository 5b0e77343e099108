#include "transport/filter/tls_context.h"

#include <gtest/gtest.h>

#include "tests/transport/filter/tls_pairs.h"

namespace brusio::filter {
namespace {

using ClientCertificates = TlsContext::ClientCertificates;

std::string error_of(const TlsPair& pair) {
    const auto made = TlsContext::make(pair, ClientCertificates::ignored);
    return made ? "none" : made.error();
}

std::string part(const std::string& pem, const std::string& name) {
    const std::size_t begin = pem.find("-----BEGIN " + name);
    const std::size_t end = pem.find("-----END " + name);
    return pem.substr(begin, pem.find('\n', end) + 1 - begin);
}

TEST(TlsContext, knows_its_certificate) {
    const std::string pem = self_signed_pem();
    const auto context = context_of(pem);
    EXPECT_EQ(context->fingerprint().size(), 64U);
    EXPECT_EQ(context->fingerprint().find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(context->fingerprint(), context_of(pem)->fingerprint());
    EXPECT_NE(context->fingerprint(), context_of(self_signed_pem())->fingerprint());
    EXPECT_EQ(context->valid_from(), today);
    const Duration lifetime = SelfSigned{{}, {}}.lifetime;
    EXPECT_EQ(context->valid_until().unix_ms - today.unix_ms,
              std::chrono::duration_cast<std::chrono::milliseconds>(lifetime).count());
}

TEST(TlsContext, certificate_and_key_may_come_in_files_of_their_own) {
    const std::string pem = self_signed_pem();
    EXPECT_EQ(error_of({part(pem, "CERTIFICATE"), part(pem, "PRIVATE KEY")}), "none");
}

TEST(TlsContext, a_chain_follows_the_certificate) {
    const std::string pem = self_signed_pem();
    const std::string chain = pem + part(self_signed_pem(), "CERTIFICATE");
    EXPECT_EQ(error_of({chain, pem}), "none");
    EXPECT_EQ(
        error_of({pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", pem}),
        "a certificate that follows the first is no certificate in PEM form");
}

TEST(TlsContext, what_is_wrong_with_a_pair_is_a_sentence) {
    const std::string pem = self_signed_pem();
    EXPECT_EQ(error_of({"", pem}), "the certificate is no certificate in PEM form");
    EXPECT_EQ(error_of({"hello", pem}), "the certificate is no certificate in PEM form");
    EXPECT_EQ(error_of({part(pem, "PRIVATE KEY"), pem}),
              "the certificate is no certificate in PEM form");
    EXPECT_EQ(error_of({pem, "hello"}), "the key is no private key in PEM form");
    EXPECT_EQ(error_of({pem, part(pem, "CERTIFICATE")}), "the key is no private key in PEM form");
    EXPECT_EQ(error_of({pem, self_signed_pem()}), "the key does not belong to the certificate");
    const std::string encrypted =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
    EXPECT_EQ(error_of({pem, encrypted}),
              "the key is encrypted; the server needs it without a passphrase");
}

TEST(SelfSigned, a_name_that_cannot_stand_in_a_certificate_is_refused) {
    for (const char* name : {"", "a b", "a,DNS:evil", "caf\xC3\xA9.example", "1.2.3", ":::"}) {
        const auto made = make_self_signed({{name}, today});
        ASSERT_FALSE(made) << name;
        EXPECT_NE(made.error().find("cannot stand in a certificate"), std::string::npos);
    }
}

TEST(SelfSigned, a_long_host_name_is_whole_among_the_names) {
    const std::string name = std::string(60, 'a') + "." + std::string(60, 'b') + ".example.org";
    EXPECT_TRUE(make_self_signed({{name}, today}));
}

}  // namespace
}  // namespace brusio::filter
