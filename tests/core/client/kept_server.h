#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/client_memory/memory_client_store.h"
#include "tests/core/client/server_that_keeps.h"

namespace brusio::client::test {

/// A client with a store that outlives its program, on a server that keeps history too.
class KeptServer : public ServerThatKeeps {
 protected:
    void SetUp() override { server.store = &kept; }

    [[nodiscard]] ClientConfig with_store(ClientConfig to = ServerThatKeeps::config()) {
        to.stored = kept.bounds();
        to.rooms = {{"#a", ""}};
        return to;
    }
    /// Online and in #a, whose newest messages these are.
    void go_in(const std::vector<std::string>& newest) {
        server.dial(with_store());
        log_in();
        enter_room();
        answer(newest);
        server.forget();
    }
    /// The program ends without a word; the next one is wanted online, and there is no network.
    void start_offline(ClientConfig to = ServerThatKeeps::config()) {
        ScriptedServer next{2};
        next.store = &kept;
        to.device = "desk8";
        const std::vector<Message> left = kept.unsent();
        next.client.connect(with_store(std::move(to)), next.now());
        next.collect();
        next.client.restore_unsent(left, next.now());
        next.collect();
        std::swap(next, server);
    }
    /// And then there is.
    void come_online() {
        server.accept();
        log_in();
        enter_room();
    }
    bool load(std::string_view name = "#a") {
        const bool asked = server.client.load_older(server.conversation(name).id, server.now());
        server.collect();
        return asked;
    }
    void read_all(std::string_view name = "#a") {
        const Conversation& room = server.conversation(name);
        server.client.mark_read(room.id, room.timeline.newest()->id, server.now());
        server.collect();
    }
    static std::string line(int number) {
        const std::string n = std::to_string(number);
        return "msgid=m" + n + " :bob!u@host PRIVMSG #a " + n;
    }

    client_memory::MemoryClientStore kept;
};

}  // namespace brusio::client::test
