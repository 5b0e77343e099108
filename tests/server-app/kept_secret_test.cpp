#include "server-app/kept_secret.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace brusio::server {
namespace {

TEST(KeptSecret, is_made_once_for_its_owner_alone) {
    const test::TemporaryFolder folder;
    const auto first = kept_secret(folder.path("."), SecretFor::unknown_names);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->size(), 32U);
    EXPECT_EQ(kept_secret(folder.path("."), SecretFor::unknown_names).value(), first.value());
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(folder.path("secret")).permissions(),
              perms::owner_read | perms::owner_write);
    const test::TemporaryFolder other;
    EXPECT_NE(kept_secret(other.path("."), SecretFor::unknown_names).value(), first.value());
}

TEST(KeptSecret, is_another_one_for_each_purpose) {
    const test::TemporaryFolder folder;
    const auto cloaks = kept_secret(folder.path("."), SecretFor::cloaks);
    ASSERT_TRUE(cloaks);
    EXPECT_NE(kept_secret(folder.path("."), SecretFor::unknown_names).value(), cloaks.value());
    EXPECT_EQ(kept_secret(folder.path("."), SecretFor::cloaks).value(), cloaks.value());
    EXPECT_TRUE(std::filesystem::exists(folder.path("cloak-key")));
}

TEST(KeptSecret, that_is_damaged_is_not_taken) {
    const test::TemporaryFolder folder;
    std::ofstream{folder.path("secret")} << "short";
    ASSERT_FALSE(kept_secret(folder.path("."), SecretFor::unknown_names));
    EXPECT_NE(
        kept_secret(folder.path("."), SecretFor::unknown_names).error().find("secret is damaged"),
        std::string::npos);
}

TEST(KeptSecret, that_cannot_be_written_is_said) {
    const test::TemporaryFolder folder;
    ASSERT_FALSE(kept_secret(folder.path("nowhere"), SecretFor::unknown_names));
    EXPECT_NE(
        kept_secret(folder.path("nowhere"), SecretFor::unknown_names).error().find("cannot write"),
        std::string::npos);
}

}  // namespace
}  // namespace brusio::server
