#include "server-app/certificates.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>

#include "tests/support/temporary_folder.h"
#include "transport/filter/self_signed.h"

namespace brusio::server {
namespace {

using namespace std::chrono_literals;
using test::TemporaryFolder;

constexpr WallTime today{1'790'000'000'000};

WallTime in(std::chrono::milliseconds span) { return {today.unix_ms + span.count()}; }

std::string pair_of(const std::string& name, Duration lifetime = 24h) {
    return filter::make_self_signed({{name}, today, lifetime}).value();
}

std::string error_of(Certificates& certificates, const TlsConfig& config) {
    const auto loaded = certificates.load(config, "chat.example.org", today);
    return loaded ? "none" : loaded.error();
}

TEST(Certificates, are_read_from_one_file_or_two) {
    const TemporaryFolder folder;
    const std::string pem = pair_of("a.example.org");
    TlsConfig config;
    config.certificate = folder.put("a.crt", pem);
    config.key = folder.put("a.key", pem);
    Certificates certificates;
    const auto two = certificates.load(config, "x.example.org", today);
    ASSERT_TRUE(two);
    EXPECT_EQ(two->source, CertificateSource::files);
    EXPECT_EQ(two->path, config.certificate);
    config.key = config.certificate;
    const auto one = certificates.load(config, "x.example.org", today);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->context->fingerprint(), two->context->fingerprint());
}

TEST(Certificates, what_is_wrong_names_the_file) {
    const TemporaryFolder folder;
    Certificates certificates;
    TlsConfig config;
    config.certificate = folder.path("none.crt");
    config.key = folder.put("a.key", pair_of("a.example.org"));
    EXPECT_EQ(error_of(certificates, config),
              "cannot read " + config.certificate + ": No such file or directory");
    config.certificate = folder.put("b.crt", pair_of("b.example.org"));
    EXPECT_EQ(error_of(certificates, config), config.certificate + ", " + config.key +
                                                  ": the key does not belong to the certificate");
    config.certificate = folder.put("c.crt", "hello");
    config.key = config.certificate;
    EXPECT_EQ(error_of(certificates, config),
              config.certificate + ": the certificate is no certificate in PEM form");
}

TEST(Certificates, a_self_signed_one_is_made_once_and_kept_where_only_its_owner_reads_it) {
    const TemporaryFolder folder;
    TlsConfig config;
    config.self_signed_folder = folder.path("tls/own");
    const auto first = Certificates{}.load(config, "chat.example.org", today);
    ASSERT_TRUE(first) << first.error();
    EXPECT_EQ(first->source, CertificateSource::self_signed_file);
    struct stat status {};
    ASSERT_EQ(::stat(first->path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    const auto files = std::filesystem::directory_iterator{config.self_signed_folder};
    EXPECT_EQ(std::distance(files, {}), 1) << "nothing but the pair is left";
    const auto second = Certificates{}.load(config, "chat.example.org", today);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->context->fingerprint(), first->context->fingerprint());
}

TEST(Certificates, without_a_folder_the_self_signed_one_lasts_as_long_as_the_server) {
    Certificates certificates;
    const auto first = certificates.load({}, "chat.example.org", today);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->source, CertificateSource::self_signed_memory);
    EXPECT_EQ(first->path, "");
    const auto again = certificates.load({}, "chat.example.org", today);
    EXPECT_EQ(again->context->fingerprint(), first->context->fingerprint());
    const auto other = Certificates{}.load({}, "chat.example.org", today);
    EXPECT_NE(other->context->fingerprint(), first->context->fingerprint());
}

TEST(Certificates, a_folder_that_cannot_be_made_is_a_sentence) {
    const TemporaryFolder folder;
    TlsConfig config;
    config.self_signed_folder = folder.put("file", "") + "/below";
    Certificates certificates;
    EXPECT_EQ(error_of(certificates, config),
              "cannot make the folder " + config.self_signed_folder + ": Not a directory");
}

TEST(Certificates, dates_are_warned_of) {
    const std::string pem = pair_of("a.example.org", 24h * 90);
    const auto context =
        filter::TlsContext::make({pem, pem}, filter::TlsContext::ClientCertificates::ignored);
    EXPECT_EQ(validity_warning(*context.value(), in(-1s)), "the certificate is not valid yet");
    EXPECT_EQ(validity_warning(*context.value(), in(24h)), "");
    EXPECT_EQ(validity_warning(*context.value(), in(24h * 77)),
              "the certificate expires within two weeks");
    EXPECT_EQ(validity_warning(*context.value(), in(24h * 90)), "the certificate has expired");
}

}  // namespace
}  // namespace brusio::server
