#include "tests/support/fake_hashing.h"

#include "core/base/keyed_random.h"

namespace brusio::testing_support {

namespace {

HashResult result_of(const CheckPassword& job) {
    return PasswordVerdict{job.hash == "hash-of-" + job.password};
}

HashResult result_of(const MakeCredentials& job) {
    return Credentials{
        "hash-of-" + job.password,
        ScramKeys{"salt", job.scram_iterations, "key-of-" + job.password, "server-key"}};
}

HashResult result_of(const BeginScram& job) {
    return ScramChallenge{"nonce", "salt-of-" + job.name};
}

HashResult result_of(const CheckScramProof& job) {
    constexpr std::string_view proof_prefix = "proof-of-";
    if (!job.proof.starts_with(proof_prefix)) return ScramVerdict{};
    const std::string key = "key-of-" + job.proof.substr(proof_prefix.size());
    if (key != job.keys.stored_key) return ScramVerdict{};
    return ScramVerdict{true, "signature"};
}

HashResult result_of(const AskProgram& job) {
    constexpr std::string_view renaming = "program-word-of-";
    if (job.password == "broken") return HasherBusy{};
    if (job.password.starts_with(renaming)) {
        return ProgramVerdict{true, job.password.substr(renaming.size())};
    }
    return ProgramVerdict{job.password == "program-word", {}};
}

}  // namespace

std::string FakeSecrets::operator()() {
    return fake_keyed_hash("secret " + std::to_string(start_) + ' ' + std::to_string(++drawn_));
}

std::string fake_keyed_hash(std::string_view text) {
    std::string bytes;
    std::uint64_t word = hash_text(text);
    while (bytes.size() < 32) {
        word = mix64(word + 1);
        for (unsigned shift = 0; shift < 64; shift += 8) {
            bytes += static_cast<char>(word >> shift & 0xFFU);
        }
    }
    return bytes;
}

HashResult fake_hash_result(const HashWork& work) {
    return std::visit([](const auto& job) { return result_of(job); }, work);
}

}  // namespace brusio::testing_support
