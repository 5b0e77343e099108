#include "server-app/control_socket.h"

#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include "server-app/desk_text.h"
#include "server-app/hasher_sodium.h"
#include "storage/sqlite/private_file.h"

namespace brusio::server {

namespace {

using session::DeskAnswer;
using session::DeskRequest;
using std::chrono::steady_clock;

constexpr const char* socket_name = "brusio.control";
// So long a peer may take for its question, and so long the disk for the answer.
constexpr std::chrono::seconds peer_patience{5};
constexpr std::chrono::seconds answer_patience{30};
constexpr std::size_t answer_bytes_max = 64UL * 1024 * 1024;

class Descriptor {
 public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return number_; }
    int release() { return std::exchange(number_, -1); }

 private:
    int number_;
};

std::string sentence(const std::string& what) { return what + ": " + std::strerror(errno); }

/// A socket's name in the open directory `folder`, however long the directory's own name is.
sockaddr_un address_in(int folder) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = "/proc/self/fd/" + std::to_string(folder) + "/" + socket_name;
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    return address;
}

int milliseconds_until(steady_clock::time_point end) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - steady_clock::now());
    return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

/// Reads until the empty line that ends a text; what comes is short if the peer is slow or has
/// done.
std::string read_text(int peer, std::size_t bytes_max, std::chrono::seconds patience) {
    const auto end = steady_clock::now() + patience;
    std::string text;
    std::array<char, 4096> buffer{};
    while (text.size() < bytes_max && text != "\n" && !text.ends_with("\n\n")) {
        pollfd waiting{peer, POLLIN, 0};
        if (::poll(&waiting, 1, milliseconds_until(end)) <= 0) break;
        const ssize_t got = ::recv(peer, buffer.data(), buffer.size(), 0);
        if (got <= 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

/// Gives up on a peer that does not read.
void write_text(int peer, std::string_view text) {
    const auto end = steady_clock::now() + peer_patience;
    while (!text.empty()) {
        pollfd waiting{peer, POLLOUT, 0};
        if (::poll(&waiting, 1, milliseconds_until(end)) <= 0) return;
        const ssize_t sent = ::send(peer, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

DeskAnswer refused(std::string text) {
    return {0, DeskAnswer::Status::refused, {std::move(text)}, 0};
}

/// The user at the other end; none if it may not ask.
std::optional<::uid_t> permitted_user(int peer) {
    ucred who{};
    socklen_t size = sizeof who;
    if (::getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return std::nullopt;
    if (who.uid != 0 && who.uid != ::geteuid()) return std::nullopt;
    return who.uid;
}

}  // namespace

Result<std::unique_ptr<ControlSocket>, std::string> ControlSocket::open(
    const std::string& folder, std::function<void()> wake) {
    const std::string path = folder + "/" + socket_name;
    const Descriptor place{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    Descriptor listening{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    Descriptor stop_event{::eventfd(0, EFD_CLOEXEC)};
    const auto owner = sqlite::owner_of(folder);
    const auto failed = [&] { return Err{sentence("cannot make the control socket " + path)}; };
    if (place.get() < 0 || listening.get() < 0 || stop_event.get() < 0 || !owner) return failed();
    ::unlinkat(place.get(), socket_name, 0);  // left by a server that was killed
    const sockaddr_un address = address_in(place.get());
    // The mode that the descriptor has is the one that the name is made with.
    const bool bound =
        ::fchmod(listening.get(), 0600) == 0 &&
        ::bind(listening.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    const bool given = ::geteuid() != 0 || ::fchownat(place.get(), socket_name, owner->user,
                                                      owner->group, AT_SYMLINK_NOFOLLOW) == 0;
    if (!bound || !given || ::listen(listening.get(), 8) != 0) return failed();
    return std::unique_ptr<ControlSocket>{
        new ControlSocket{path, listening.release(), stop_event.release(), std::move(wake)}};
}

ControlSocket::ControlSocket(std::string path, int listening, int stop_event,
                             std::function<void()> wake)
    : path_(std::move(path)),
      listening_(listening),
      stop_event_(stop_event),
      wake_(std::move(wake)),
      thread_([this] { run(); }) {}

ControlSocket::~ControlSocket() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    answered_.notify_all();
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t told = ::write(stop_event_, &one, sizeof one);
    thread_.join();
    ::unlink(path_.c_str());
    ::close(listening_);
    ::close(stop_event_);
}

std::vector<DeskRequest> ControlSocket::take_requests() {
    const std::lock_guard lock{mutex_};
    return std::exchange(requests_, {});
}

void ControlSocket::answer(DeskAnswer answer) {
    {
        const std::lock_guard lock{mutex_};
        if (answer.ticket != tickets_) return;  // whoever asked has gone
        answer_ = std::move(answer);
    }
    answered_.notify_all();
}

void ControlSocket::run() {
    for (;;) {
        std::array<pollfd, 2> waiting{pollfd{listening_, POLLIN, 0},
                                      pollfd{stop_event_, POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
        if (waiting[1].revents != 0) return;
        const Descriptor peer{::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC)};
        if (peer.get() >= 0) serve(peer.get());
    }
}

void ControlSocket::serve(int peer) {
    const auto user = permitted_user(peer);
    if (!user) {
        return write_text(peer,
                          desk_answer_text(refused("only root and the server's own user may ask")));
    }
    auto request = parse_desk_request(read_text(peer, desk_request_bytes_max, peer_patience));
    if (!request) {
        return write_text(peer, desk_answer_text(refused("this is no question to the desk")));
    }
    request->doer = doer_name(*user);
    const DeskAnswer given = ask_with_credentials(
        std::move(*request), [this](const DeskRequest& one) { return ask(one); });
    write_text(peer, desk_answer_text(given));
}

DeskAnswer ControlSocket::ask(DeskRequest request) {
    std::unique_lock lock{mutex_};
    request.ticket = ++tickets_;
    answer_.reset();
    requests_.push_back(std::move(request));
    lock.unlock();
    wake_();
    lock.lock();
    answered_.wait_for(lock, answer_patience, [this] { return stopping_ || answer_.has_value(); });
    if (answer_) return std::move(*answer_);
    return refused(stopping_ ? "the server is stopping; ask again when it has ended"
                             : "the server has not answered in time; look with account info");
}

std::optional<Result<DeskAnswer, std::string>> ask_running_server(const std::string& folder,
                                                                  const DeskRequest& request) {
    const Descriptor place{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    const Descriptor server{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (place.get() < 0 || server.get() < 0) return std::nullopt;
    const sockaddr_un address = address_in(place.get());
    if (::connect(server.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return std::nullopt;
    }
    using Answer = Result<DeskAnswer, std::string>;
    const std::string text = desk_request_text(request);
    if (text.empty()) return Answer{Err{std::string{"a line end may stand in no argument"}}};
    write_text(server.get(), text);
    auto answer = parse_desk_answer(
        read_text(server.get(), answer_bytes_max, peer_patience + 2 * answer_patience));
    if (answer) return Answer{std::move(*answer)};
    return Answer{Err{std::string{"the server has not answered"}}};
}

std::string doer_name(::uid_t user) {
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    ::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found);
    return (found == nullptr ? std::to_string(user) : std::string{found->pw_name}) + "@control";
}

DeskAnswer ask_with_credentials(DeskRequest request,
                                const std::function<DeskAnswer(const DeskRequest&)>& ask) {
    DeskAnswer answer = ask(request);
    if (answer.status != DeskAnswer::Status::wants_credentials) return answer;
    request.credentials = make_credentials(request.password, answer.scram_iterations);
    wipe(request.password);
    if (!request.credentials) return refused("there is no memory to hash the password");
    return ask(request);
}

}  // namespace brusio::server
