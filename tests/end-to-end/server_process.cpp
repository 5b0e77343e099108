#include "tests/end-to-end/server_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace brusio::test {

namespace {

struct Pipe {
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) std::abort();
    }
    std::array<int, 2> ends{};
};

/// Starts brusiod with its three standard descriptors; gives its process.
pid_t spawn(const std::vector<std::string>& options, int in, int out, int err) {
    std::vector<std::string> words = options;
    words.insert(words.begin(), BRUSIOD_PATH);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t pid = ::fork();
    if (pid != 0) return pid;
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    // A test that forgets to say where the data are must not meet those of whoever runs it.
    ::setenv("XDG_STATE_HOME", "/dev/null", 1);
    ::unsetenv("STATE_DIRECTORY");
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

/// Waits until `descriptor` can be read and appends what there is; false at its end or if nothing
/// comes.
bool append_from(int descriptor, std::string& text) {
    pollfd waiting{descriptor, POLLIN, 0};
    if (::poll(&waiting, 1, patience_ms) <= 0) return false;
    std::array<char, 4096> buffer;
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got <= 0) return false;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

/// Waits for the end of a child by its descriptor, so that a child that hangs cannot hang the test.
int wait_for(pid_t pid) {
    const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    pollfd waiting{descriptor, POLLIN, 0};
    const bool ended = ::poll(&waiting, 1, patience_ms) > 0;
    ::close(descriptor);
    if (!ended) ::kill(pid, SIGKILL);
    int status = 0;
    ::waitpid(pid, &status, 0);
    return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

ServerProcess::ServerProcess(const std::vector<std::string>& options) {
    std::vector<std::string> all{"--listen", "irc://127.0.0.1:0", "--listen",
                                 "plain://127.0.0.1:0"};
    if (std::find(options.begin(), options.end(), "--data") == options.end()) {
        all.push_back("--ephemeral");
    }
    all.insert(all.end(), options.begin(), options.end());
    const Pipe log;
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    pid_ = spawn(all, nothing, nothing, log.ends[1]);
    ::close(nothing);
    ::close(log.ends[1]);
    log_descriptor_ = log.ends[0];
    if (!logs("event=started")) return;
    irc_port_ = port_of("irc");
    plain_port_ = port_of("plain");
}

ServerProcess::~ServerProcess() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    ::close(log_descriptor_);
}

void ServerProcess::signal(int number) const { ::kill(pid_, number); }

bool ServerProcess::logs(std::string_view text) {
    while (log_.find(text) == std::string::npos) {
        if (!read_log()) return false;
    }
    return true;
}

bool ServerProcess::read_log() { return append_from(log_descriptor_, log_); }

int ServerProcess::wait() {
    while (read_log()) {
    }
    const int code = wait_for(pid_);
    pid_ = -1;
    return code;
}

std::uint16_t ServerProcess::port_of(std::string_view scheme) const {
    const std::string before = "url=" + std::string{scheme} + "://127.0.0.1:";
    const std::size_t at = log_.find(before);
    if (at == std::string::npos) return 0;
    return static_cast<std::uint16_t>(std::strtoul(log_.c_str() + at + before.size(), nullptr, 10));
}

ServerProcess::Ended ServerProcess::run(const std::vector<std::string>& options,
                                        std::string_view input) {
    const Pipe in;
    const Pipe out;
    const Pipe err;
    const pid_t pid = spawn(options, in.ends[0], out.ends[1], err.ends[1]);
    for (const int descriptor : {in.ends[0], out.ends[1], err.ends[1]}) ::close(descriptor);
    if (::write(in.ends[1], input.data(), input.size()) < 0) std::abort();
    ::close(in.ends[1]);
    Ended ended;
    while (append_from(out.ends[0], ended.out)) {
    }
    while (append_from(err.ends[0], ended.err)) {
    }
    ended.exit_code = wait_for(pid);
    ::close(out.ends[0]);
    ::close(err.ends[0]);
    return ended;
}

}  // namespace brusio::test
