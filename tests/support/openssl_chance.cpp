#define OPENSSL_SUPPRESS_DEPRECATED  // the newer way is a provider of one's own, for one function
#include "tests/support/openssl_chance.h"

#include <openssl/rand.h>

#include <cstdlib>

#include "core/base/keyed_random.h"

namespace brusio::test {

namespace {

std::uint64_t state = 0;

int fill(unsigned char* bytes, int count) {
    for (int i = 0; i < count; ++i) bytes[i] = static_cast<unsigned char>(mix64(++state));
    return 1;
}
int ready() { return 1; }

const RAND_METHOD seeded{nullptr, fill, nullptr, nullptr, fill, ready};

}  // namespace

OpensslChance::OpensslChance(std::uint64_t seed) {
    state = mix64(seed);
    if (RAND_set_rand_method(&seeded) != 1) std::abort();
}

OpensslChance::~OpensslChance() { RAND_set_rand_method(nullptr); }

}  // namespace brusio::test
