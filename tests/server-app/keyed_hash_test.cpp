#include "server-app/keyed_hash.h"

#include <gtest/gtest.h>

namespace brusio::server {
namespace {

// RFC 4231, test cases 2 and 6.
TEST(KeyedHash, is_hmac_sha_256) {
    EXPECT_EQ(keyed_hash("Jefe")("what do ya want for nothing?").substr(0, 4), "\x5b\xdc\xc1\x46");
    EXPECT_EQ(keyed_hash(std::string(131, '\xaa'))(
                  "Test Using Larger Than Block-Size Key - Hash Key First")
                  .substr(0, 4),
              "\x60\xe4\x31\x59");
    EXPECT_EQ(keyed_hash("Jefe")("").size(), 32U);
}

TEST(KeyedHash, another_key_gives_another_hash) {
    EXPECT_NE(keyed_hash("one")("text"), keyed_hash("two")("text"));
}

}  // namespace
}  // namespace brusio::server
