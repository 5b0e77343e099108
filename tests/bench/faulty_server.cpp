#include "tests/bench/faulty_server.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace brusio::bench {
namespace {

constexpr std::string_view welcome = ":s 001 x :hi\r\n:s 422 x :none\r\n";

void write_all(const Descriptor& socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket.fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

}  // namespace

FaultyServer::FaultyServer(Treatment treatment)
    : treatment_(std::move(treatment)), listener_(listen_on_loopback(0)) {
    std::array<int, 2> ends{};
    checked(::pipe2(ends.data(), O_CLOEXEC), "pipe2");
    stop_read_ = Descriptor{ends[0]};
    stop_write_ = Descriptor{ends[1]};
    thread_ = std::thread{[this] { serve(); }};
}

FaultyServer::~FaultyServer() {
    stop_write_.reset();  // wakes the thread
    thread_.join();
}

void FaultyServer::serve() {
    for (;;) {
        std::vector<pollfd> polled{{stop_read_.fd(), POLLIN, 0}, {listener_.fd(), POLLIN, 0}};
        for (const Descriptor& link : links_) polled.push_back({link.fd(), POLLIN, 0});
        ::poll(polled.data(), polled.size(), -1);
        if (polled[0].revents != 0) return;
        for (std::size_t i = 2; i < polled.size(); ++i) {
            if (polled[i].revents == 0) continue;
            std::array<char, 4096> bytes{};
            const ssize_t size = ::recv(polled[i].fd, bytes.data(), bytes.size(), 0);
            if (size <= 0) return;
            std::string& partial = partial_[i - 2];
            partial.append(bytes.data(), static_cast<std::size_t>(size));
            for (std::size_t end; (end = partial.find("\r\n")) != std::string::npos;) {
                take_line(i - 2, partial.substr(0, end));
                partial.erase(0, end + 2);
            }
        }
        if (polled[1].revents != 0) {
            links_.emplace_back(::accept(listener_.fd(), nullptr, nullptr));
            partial_.emplace_back();
            negotiating_.push_back(0);
        }
    }
}

void FaultyServer::take_cap(std::size_t link, std::string_view line) {
    const std::string_view caps = "echo-message labeled-response";
    if (line.starts_with("CAP LS")) {
        negotiating_[link] = 1;
        write_all(links_[link], ":s CAP * LS :" + std::string{caps} + "\r\n");
    } else if (line.starts_with("CAP REQ")) {
        write_all(links_[link], ":s CAP * ACK :" + std::string{caps} + "\r\n");
    } else {
        write_all(links_[link], welcome);
    }
}

void FaultyServer::take_line(std::size_t link, std::string_view line) {
    if (line.starts_with("CAP")) {
        take_cap(link, line);
    } else if (line.starts_with("USER")) {
        if (negotiating_[link] == 0) write_all(links_[link], welcome);
    } else if (line.starts_with("JOIN")) {
        write_all(links_[link], ":s 366 x #bench :end\r\n");
    } else if (line.starts_with("PRIVMSG")) {
        lines_.push_back(":x!u@h " + std::string{line} + "\r\n");
        write_all(links_[1 - link], treatment_(lines_));
    } else if (line.starts_with("@label=")) {
        std::string echo{line};
        lines_.push_back(echo.insert(echo.find(' '), " :x!u@h") + "\r\n");
        write_all(links_[link], treatment_(lines_));
    }
}

}  // namespace brusio::bench
