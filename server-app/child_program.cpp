#include "server-app/child_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/assert.h"

namespace brusio::server {

namespace {

using Clock = std::chrono::steady_clock;
using End = ChildResult::End;

/// How often somebody looks who is not woken: whether to stop, and whether it has ended.
constexpr std::chrono::milliseconds glance{50};
constexpr std::chrono::milliseconds short_glance{2};  // when its stdout is closed already

class Descriptor {
 public:
    Descriptor() = default;
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void reset(int fresh = -1) {
        if (number_ >= 0) ::close(number_);
        number_ = fresh;
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
    int number_ = -1;
};

struct Pipe {
    Descriptor reader;
    Descriptor writer;

    /// 0, or the error. Neither end is one of the three standard descriptors.
    int open() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return errno;
        constexpr int first_free = STDERR_FILENO + 1;
        reader.reset(::fcntl(ends[0], F_DUPFD_CLOEXEC, first_free));
        writer.reset(::fcntl(ends[1], F_DUPFD_CLOEXEC, first_free));
        const int error = errno;
        ::close(ends[0]);
        ::close(ends[1]);
        return reader.is_open() && writer.is_open() ? 0 : error;
    }
};

/// While it lives, writing to a program that reads no more is an error and no signal to the thread.
class NoPipeSignal {
 public:
    NoPipeSignal() {
        ::sigemptyset(&pipe_);
        ::sigaddset(&pipe_, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    ~NoPipeSignal() {
        const timespec at_once{};
        while (::sigtimedwait(&pipe_, nullptr, &at_once) > 0) {
        }
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
    sigset_t pipe_{}, before_{};
};

/// What posix_spawn is told, freed at the end.
class SpawnOrders {
 public:
    SpawnOrders(const Pipe& in, const Pipe& out) {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_adddup2(&actions_, in.reader.number(), STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, out.writer.number(), STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addchdir_np(&actions_, "/");
        ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
        ::posix_spawnattr_init(&attributes_);
        sigset_t all{}, none{};
        ::sigfillset(&all);
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setpgroup(&attributes_, 0);  // one of its own
        ::posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnOrders() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    SpawnOrders(const SpawnOrders&) = delete;
    SpawnOrders& operator=(const SpawnOrders&) = delete;

    /// 0, or the error.
    int spawn(pid_t& child, std::vector<std::string> command,
              std::vector<std::string> environment) const {
        const auto pointers = [](std::vector<std::string>& texts) {
            std::vector<char*> list;
            for (std::string& text : texts) list.push_back(text.data());
            list.push_back(nullptr);
            return list;
        };
        std::vector<char*> arguments = pointers(command);
        std::vector<char*> variables = pointers(environment);
        return ::posix_spawn(&child, command.front().c_str(), &actions_, &attributes_,
                             arguments.data(), variables.data());
    }

 private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// One program that runs.
class Child {
 public:
    Child(const ChildProgram& program, const std::stop_token& stop)
        : program_(program), stop_(stop), deadline_(Clock::now() + program.time_max) {}

    ChildResult run() {
        if (const int error = start()) return {End::not_started, error, {}};
        while (!has_ended()) {
            if (const auto end = reason_to_kill()) return kill(*end);
            exchange();
        }
        read_rest();
        return result();
    }

 private:
    int start() {
        Pipe in, out;
        if (const int error = in.open()) return error;
        if (const int error = out.open()) return error;
        std::vector<std::string> environment = program_.environment;
        environment.emplace_back(
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        environment.emplace_back("LANG=C.UTF-8");
        if (const int error =
                SpawnOrders{in, out}.spawn(child_, program_.command, std::move(environment))) {
            return error;
        }
        to_child_.reset(::fcntl(in.writer.number(), F_DUPFD_CLOEXEC, 0));
        from_child_.reset(::fcntl(out.reader.number(), F_DUPFD_CLOEXEC, 0));
        for (const Descriptor* end : {&to_child_, &from_child_}) {
            ::fcntl(end->number(), F_SETFL, O_NONBLOCK);
        }
        return 0;
    }

    /// It stays a zombie until `result`, so that its number is nobody else's.
    [[nodiscard]] bool has_ended() const {
        siginfo_t info{};
        const int error =
            ::waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT);
        return error != 0 || info.si_pid != 0;
    }

    [[nodiscard]] std::optional<End> reason_to_kill() const {
        if (output_.size() > program_.output_bytes_max) return End::too_long;
        if (stop_.stop_requested()) return End::stopped;
        if (Clock::now() >= deadline_) return End::out_of_time;
        return std::nullopt;
    }

    /// Writes and reads what it takes and says, or waits a moment.
    void exchange() {
        if (written_ == program_.input.size()) to_child_.reset();
        std::array<pollfd, 2> both{pollfd{to_child_.number(), POLLOUT, 0},
                                   pollfd{from_child_.number(), POLLIN, 0}};
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
        const auto wait = std::clamp(left, std::chrono::milliseconds{1},
                                     from_child_.is_open() ? glance : short_glance);
        ::poll(both.data(), both.size(), static_cast<int>(wait.count()));
        if (both[0].revents != 0) write_some();
        if (both[1].revents != 0 && !read_some()) from_child_.reset();
    }

    void write_some() {
        const std::string_view rest = std::string_view{program_.input}.substr(written_);
        const ssize_t count = ::write(to_child_.number(), rest.data(), rest.size());
        if (count > 0) written_ += static_cast<std::size_t>(count);
        if (count < 0 && errno != EAGAIN && errno != EINTR) to_child_.reset();  // it reads no more
    }

    /// False if it will say no more.
    bool read_some() {
        std::array<char, 4096> piece{};
        const ssize_t count = ::read(from_child_.number(), piece.data(), piece.size());
        if (count > 0) output_.append(piece.data(), static_cast<std::size_t>(count));
        return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
    }

    void read_rest() {
        while (from_child_.is_open() && output_.size() <= program_.output_bytes_max) {
            const std::size_t before = output_.size();
            if (!read_some() || output_.size() == before) break;
        }
    }

    ChildResult kill(End end) {
        ::kill(-child_, SIGKILL);
        ChildResult killed = result();
        killed.end = end;
        return killed;
    }

    /// Waits for what has ended or was killed.
    ChildResult result() {
        int status = 0;
        while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
        }
        ChildResult ended;
        ended.end = WIFEXITED(status) ? End::exited : End::killed;
        ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
        if (output_.size() > program_.output_bytes_max) {
            ended.end = End::too_long;
            output_.resize(program_.output_bytes_max);
        }
        ended.output = std::move(output_);
        return ended;
    }

    const ChildProgram& program_;
    const std::stop_token& stop_;
    Clock::time_point deadline_;
    NoPipeSignal no_signal_;
    pid_t child_ = -1;
    Descriptor to_child_, from_child_;
    std::size_t written_ = 0;
    std::string output_;
};

}  // namespace

std::string ChildResult::sentence() const {
    switch (end) {
        case End::exited:
            return "the program ended with code " + std::to_string(code);
        case End::killed:
            return "the program was killed by signal " + std::to_string(code);
        case End::out_of_time:
            return "the program took too long and was killed";
        case End::too_long:
            return "the program said too much and was killed";
        case End::stopped:
            return "the program was killed, for the server stops";
        case End::not_started:
            break;
    }
    return std::string{"the program could not be started: "} + std::strerror(code);
}

ChildResult run_child(const ChildProgram& program, const std::stop_token& stop) {
    BRUSIO_ASSERT(!program.command.empty() && program.command.front().starts_with('/'));
    return Child{program, stop}.run();
}

}  // namespace brusio::server
