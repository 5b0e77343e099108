#include "server-app/hasher_sodium.h"

#include <sodium.h>

#include <array>
#include <type_traits>
#include <utility>

#include "server-app/scram.h"
#include "server-app/unicode_text.h"

namespace brusio::server {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;

bool fits(const std::string& hash, const std::string& password) {
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool matches(const CheckPassword& job, const std::string& dummy_hash) {
    // Without a hash the same work is done on one that nobody has the password of.
    const std::string& hash = job.hash.empty() ? dummy_hash : job.hash;
    std::string prepared = prepared_password(job.password);
    // Hashes that were stored by older versions are of the password as it was sent.
    const bool equal =
        fits(hash, prepared) || (prepared != job.password && fits(hash, job.password));
    sodium_memzero(prepared.data(), prepared.size());
    return equal && !job.hash.empty();
}

HashResult done(const CheckPassword& job, const std::string& dummy_hash) {
    return PasswordVerdict{matches(job, dummy_hash)};
}

HashResult done(const MakeCredentials& job, const std::string& /*dummy_hash*/) {
    std::string prepared = prepared_password(job.password);
    auto hash = hash_password(prepared);
    if (!hash) return HasherBusy{};  // out of memory: as good as too much to do
    Credentials made{std::move(hash).value(),
                     scram_keys(prepared, random_bytes(scram_salt_bytes), job.scram_iterations)};
    sodium_memzero(prepared.data(), prepared.size());
    return made;
}

std::string fresh_nonce() {
    constexpr std::size_t nonce_bytes = 18;
    const std::string bytes = random_bytes(nonce_bytes);
    std::array<char, sodium_base64_ENCODED_LEN(nonce_bytes, sodium_base64_VARIANT_URLSAFE)> text{};
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE);
    return text.data();
}

std::string* password_of(HashWork& work) {
    if (auto* check = std::get_if<CheckPassword>(&work)) return &check->password;
    if (auto* make = std::get_if<MakeCredentials>(&work)) return &make->password;
    return nullptr;
}

/// The slow jobs; the others are answered at once.
HashResult run(HashJob& job, const std::string& dummy_hash) {
    HashResult result = HasherBusy{};
    if (const auto* check = std::get_if<CheckPassword>(&job.work)) {
        result = done(*check, dummy_hash);
    } else if (const auto* make = std::get_if<MakeCredentials>(&job.work)) {
        result = done(*make, dummy_hash);
    }
    if (std::string* password = password_of(job.work)) {
        sodium_memzero(password->data(), password->size());
    }
    return result;
}

}  // namespace

SodiumHasher::SodiumHasher(Options options, std::function<void()> wake)
    : options_(std::move(options)), wake_(std::move(wake)) {
    if (options_.salt_secret.empty()) options_.salt_secret = random_bytes(scram::sha256_bytes);
    if (auto hash = hash_password(random_bytes(scram::sha256_bytes))) dummy_hash_ = hash.value();
}

SodiumHasher::~SodiumHasher() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void SodiumHasher::submit(HashJob job) {
    if (const auto* begin = std::get_if<BeginScram>(&job.work)) {
        std::string salt = scram::hmac_sha256(options_.salt_secret, begin->name);
        salt.resize(scram_salt_bytes);
        return answer(job.id, ScramChallenge{fresh_nonce(), std::move(salt)});
    }
    if (const auto* check = std::get_if<CheckScramProof>(&job.work)) {
        return answer(job.id, check_scram_proof(*check));
    }
    enqueue(std::move(job));
}

void SodiumHasher::answer(HashJobId id, HashResult result) {
    {
        const std::lock_guard lock{mutex_};
        answers_.push_back({id, std::move(result)});
    }
    wake_();
}

void SodiumHasher::enqueue(HashJob job) {
    {
        const std::lock_guard lock{mutex_};
        if (jobs_.size() < options_.waiting_max) {
            jobs_.push_back(std::move(job));
            if (idle_ < jobs_.size() && threads_.size() < options_.threads_max) {
                threads_.emplace_back([this] { work(); });
            }
            changed_.notify_one();
            return;
        }
    }
    answer(job.id, HasherBusy{});
}

void SodiumHasher::collect(std::vector<HashAnswer>& answers) {
    const std::lock_guard lock{mutex_};
    answers.insert(answers.end(), std::make_move_iterator(answers_.begin()),
                   std::make_move_iterator(answers_.end()));
    answers_.clear();
}

void SodiumHasher::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        ++idle_;
        changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
        --idle_;
        if (stopping_) return;
        HashJob job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        answer(job.id, run(job, dummy_hash_));
        lock.lock();
    }
}

Result<std::string, std::string> hash_password(const std::string& password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (password.empty()) return Err{std::string{"an empty password protects nothing"}};
    if (sodium_init() < 0) return Err{std::string{"the cryptographic library did not start"}};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory_bytes) !=
        0) {
        return Err{std::string{"there is not enough memory to hash a password"}};
    }
    return std::string{hash.data()};
}

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (sodium_init() >= 0) randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::optional<Credentials> make_credentials(const std::string& password,
                                            std::uint32_t scram_iterations) {
    HashResult made = done(MakeCredentials{password, scram_iterations}, {});
    auto* credentials = std::get_if<Credentials>(&made);
    return credentials == nullptr ? std::nullopt : std::optional{std::move(*credentials)};
}

void wipe(std::string& secret) { sodium_memzero(secret.data(), secret.size()); }

}  // namespace brusio::server
