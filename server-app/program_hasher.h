#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/ports/hasher.h"
#include "server-app/work_pool.h"

namespace brusio::server {

/// What a program has said to AskProgram. It is asked on stdin, one line each, and nothing more:
///
///     the account, as the peer gave it
///     the password
///     the address of the peer
///
/// and answers on stdout, with exit code 0, by one line: "ok", "ok NAME" where the account has
/// another name than the one that was given, or "no". Anything else is a failure.
[[nodiscard]] HashResult program_answer(std::string_view output);

/// Gives AskProgram to a program, and all else to another hasher.
class ProgramHasher final : public Hasher {
 public:
    struct Settings {
        std::vector<std::string> command;  // empty: there is none, and nothing is asked
        std::size_t at_once_max = 1;
        Duration time_max{};
    };
    /// `inner` outlives this. `wake` and `failed` are called from other threads; `failed` gets a
    /// sentence.
    ProgramHasher(Hasher& inner, Settings settings, std::function<void()> wake,
                  std::function<void(const std::string& fault)> failed);

    /// For what comes.
    void set(Settings settings);

    void submit(HashJob job) override;
    void collect(std::vector<HashAnswer>& answers) override;

 private:
    void answer(HashJobId id, HashResult result);
    void run(const Settings& settings, HashJobId id, const AskProgram& question,
             const std::stop_token& stop);

    Hasher& inner_;
    Settings settings_;  // of the driver's thread
    std::function<void()> wake_;
    std::function<void(const std::string&)> failed_;
    std::mutex mutex_;
    std::vector<HashAnswer> answers_;
    WorkPool pool_;  // its threads use what is above
};

}  // namespace brusio::server
