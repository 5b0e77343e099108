#include "bench/compare/server_process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <netinet/in.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "bench/load/descriptor.h"

namespace brusio::bench {
namespace {

constexpr int pause_ms = 5;
constexpr int exec_failed_status = 127;

bool accepts(const Target& target) {
    const Descriptor socket{checked(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket")};
    const linger reset{1, 0};
    ::setsockopt(socket.fd(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(target.port);
    ::inet_pton(AF_INET, target.host.c_str(), &address.sin_addr);
    return ::connect(socket.fd(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
}

/// Gives the rights of root up for those of nobody; false if that fails.
bool become_nobody() {
    const passwd* nobody = ::getpwnam("nobody");
    return nobody != nullptr && ::setgroups(0, nullptr) == 0 && ::setgid(nobody->pw_gid) == 0 &&
           ::setuid(nobody->pw_uid) == 0;
}

/// Becomes the server; runs in the child and never returns.
[[noreturn]] void become_server(const LaunchPlan& plan, int log, int parent_pid) {
    if (plan.cpu >= 0) pin_to_cpu(0, plan.cpu);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    const bool as_nobody = plan.run_as == LaunchPlan::RunAs::nobody && ::geteuid() == 0;
    if (as_nobody && !become_nobody()) ::_exit(exec_failed_status);
    // After the change of user, which would clear it: the server dies with us, come what may.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent_pid) ::_exit(exec_failed_status);
    std::vector<char*> arguments;
    for (const std::string& word : plan.command) {
        arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(exec_failed_status);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "brusio-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::system_error(errno, std::generic_category(), name);
    }
    path_ = name;
    std::filesystem::permissions(path_, std::filesystem::perms{0755});
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::write(const std::string& name,
                                             const std::string& text) const {
    const std::filesystem::path file = path_ / name;
    std::ofstream out{file};
    out << text;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string());
    std::filesystem::permissions(file, std::filesystem::perms{0644});
    return file;
}

ServerProcess::ServerProcess(LaunchPlan plan) : plan_(std::move(plan)) {
    const Descriptor log{checked(
        ::open(plan_.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644), "open log")};
    const int parent_pid = ::getpid();
    pid_ = checked(::fork(), "fork");
    if (pid_ == 0) become_server(plan_, log.fd(), parent_pid);
}

ServerProcess::~ServerProcess() {
    if (!running()) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

bool ServerProcess::running() {
    if (pid_ > 0 && ::waitpid(pid_, nullptr, WNOHANG) == pid_) pid_ = -1;
    return pid_ > 0;
}

std::string ServerProcess::output() const {
    std::ifstream file{plan_.log};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void ServerProcess::fail_if_over(std::int64_t deadline_ns, const char* what) {
    const bool ended = !running();
    if (!ended && now_ns() < deadline_ns) {
        ::poll(nullptr, 0, pause_ms);
        return;
    }
    const std::string text = output();
    constexpr std::size_t shown_max = 2'000;
    const std::size_t begin = text.size() > shown_max ? text.size() - shown_max : 0;
    throw std::runtime_error(plan_.command.front() +
                             (ended ? " ended before " : " took too long: ") + what + "\n" +
                             text.substr(begin));
}

void ServerProcess::wait_until_accepting(const Target& target, std::int64_t deadline_ns) {
    while (!accepts(target)) fail_if_over(deadline_ns, "it accepted a link");
}

Target ServerProcess::wait_for_address(std::int64_t deadline_ns) {
    for (;;) {
        const std::string text = output();
        const std::string_view url = find_target(text);
        // The text may still grow: only an address with something after it is whole.
        const bool whole = !url.empty() && url.data() + url.size() != text.data() + text.size();
        if (whole) return parse_target(url);
        fail_if_over(deadline_ns, "it named its address");
    }
}

std::uint16_t free_port() { return port_of(listen_on_loopback(0)); }

}  // namespace brusio::bench
