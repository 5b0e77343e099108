#pragma once

#include <sys/types.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/result.h"
#include "core/session/accounts/desk.h"

namespace brusio::server {

/// The socket in a data directory by which `brusiod account` asks a running server: for the user
/// that the server runs as, and for root. One question at a time, read and answered on a thread of
/// its own, where passwords are hashed too; the driver only takes questions and gives answers.
class ControlSocket {
 public:
    /// Makes the socket, with its mode before anybody can reach it. `wake` is called from the
    /// thread when there is a question. The error is a sentence.
    [[nodiscard]] static Result<std::unique_ptr<ControlSocket>, std::string> open(
        const std::string& folder, std::function<void()> wake);
    /// Removes the socket; who waits is told that the server ends.
    ~ControlSocket();
    ControlSocket(const ControlSocket&) = delete;
    ControlSocket& operator=(const ControlSocket&) = delete;

    /// Driver's thread: what was asked since the last call.
    [[nodiscard]] std::vector<session::DeskRequest> take_requests();
    /// Driver's thread.
    void answer(session::DeskAnswer answer);

 private:
    ControlSocket(std::string path, int listening, int stop_event, std::function<void()> wake);

    void run();
    void serve(int peer);
    [[nodiscard]] session::DeskAnswer ask(session::DeskRequest request);

    std::string path_;
    int listening_;
    int stop_event_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable answered_;
    std::vector<session::DeskRequest> requests_;
    std::optional<session::DeskAnswer> answer_;
    std::uint64_t tickets_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

/// Asks the server whose socket is in the data directory; none if no server listens there. The
/// error is a sentence.
[[nodiscard]] std::optional<Result<session::DeskAnswer, std::string>> ask_running_server(
    const std::string& folder, const session::DeskRequest& request);

/// What the audit calls whoever has this number: "root@control", "1000@control" without a name.
[[nodiscard]] std::string doer_name(::uid_t user);

/// Asks, makes the credentials if they are wanted, and asks again.
[[nodiscard]] session::DeskAnswer ask_with_credentials(
    session::DeskRequest request,
    const std::function<session::DeskAnswer(const session::DeskRequest&)>& ask);

}  // namespace brusio::server
