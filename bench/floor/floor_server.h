#pragma once

#include <sys/uio.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/floor/turn_output.h"
#include "bench/load/descriptor.h"

namespace brusio::bench {

/// The least that an epoll server can do for IRC-shaped work: any name and any room are accepted,
/// nothing is checked, and each line is written once and sent from one shared buffer with one call
/// per recipient and turn. Other servers are measured against it. One thread, loopback only.
class FloorServer {
 public:
    /// Listens on 127.0.0.1:`port`, 0: any free one. Throws std::system_error.
    explicit FloorServer(std::uint16_t port);

    [[nodiscard]] std::uint16_t port() const;
    /// Serves until the process is ended. Throws std::system_error if epoll fails.
    [[noreturn]] void run();

 private:
    struct Link {
        Descriptor socket;
        std::string nick;
        std::unique_ptr<std::string> partial;  // the begin of a line whose end has not come
        std::unique_ptr<std::string> backlog;  // what the socket did not take
    };
    struct Room {
        std::string name;
        std::vector<std::uint32_t> members;
    };

    void turn();
    void accept_links();
    void open_link(int fd);
    void close_link(std::uint32_t slot);
    void read_link(std::uint32_t slot);
    void take_lines(std::uint32_t slot, std::string_view bytes);
    void take_line(std::uint32_t slot, std::string_view line);
    void take_nick(std::uint32_t slot, std::string_view nick);
    void take_user(std::uint32_t slot);
    void take_join(std::uint32_t slot, std::string_view room_name);
    void take_part(std::uint32_t slot, std::string_view room_name);
    void take_message(std::uint32_t slot, std::string_view line, std::string_view target);
    void answer(std::uint32_t slot, std::initializer_list<std::string_view> parts);
    void answer_names(std::uint32_t slot, const Room& room);
    Span say_as(std::uint32_t slot, std::initializer_list<std::string_view> parts);
    void flush();
    void flush_link(std::uint32_t slot);
    void flush_backlog(std::uint32_t slot);
    void keep_rest(std::uint32_t slot, std::size_t sent);
    void watch(std::uint32_t slot, std::uint32_t events, int operation);
    Room* find_room(std::string_view name);

    Descriptor listener_;
    Descriptor epoll_;
    std::vector<Link> links_;  // by slot
    std::vector<std::uint32_t> free_slots_;
    std::vector<Room> rooms_;
    std::unordered_map<std::string, std::uint32_t> slot_of_nick_;
    TurnOutput output_;
    std::vector<iovec> vectors_;
    std::vector<char> input_;
};

}  // namespace brusio::bench
