#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/engine/engine.h"
#include "storage/memory/memory_store.h"

namespace brusio::testing_support {

class EngineBench;

/// Do clients answer the server's PING while time passes?
enum class Pings : std::uint8_t { answered, ignored };

/// Has the hasher time? If `slow` it works on what it was given until answer_hashes().
enum class Hashers : std::uint8_t { idle, busy, slow };

/// How a link comes to the bench.
struct LinkOptions {
    LinkKind kind = LinkKind::irc;
    std::string address = "192.0.2.1";
    bool secure = false;
    bool loopback = false;
    std::string certificate_fingerprint = {};
};

/// A link with TLS: passwords may be sent there.
[[nodiscard]] LinkOptions over_tls(std::string_view address = "192.0.2.1");

/// One link as the peer sees it: what it sends goes straight into the engine, what the engine
/// delivers to it is cut into lines.
class BenchClient {
 public:
    BenchClient(EngineBench& bench, LinkId link, LinkKind kind)
        : bench_(bench), link_(link), line_end_(kind == LinkKind::irc ? "\r\n" : "\n") {}

    /// One line; CR LF is added.
    void send(std::string_view line);
    /// Any piece of the stream.
    void send_bytes(std::string_view bytes);
    /// The peer hangs up.
    void hang_up();

    /// The lines since the last call, without CR LF (LF on a plain link).
    [[nodiscard]] std::vector<std::string> take();
    /// Sends a line and takes what comes back; forgets what came before.
    [[nodiscard]] std::vector<std::string> ask(std::string_view line);
    /// The peer stops reading, or goes on: what is queued to it counts as not taken meanwhile.
    void set_reading(bool reading);
    /// The most bytes that waited for it at a time, or came at once, since all was forgotten.
    [[nodiscard]] std::size_t queue_bytes_peak() const { return queue_bytes_peak_; }
    /// The server has closed the link.
    [[nodiscard]] bool closed() const { return closed_; }
    [[nodiscard]] LinkId link() const { return link_; }

 private:
    friend class EngineBench;

    void forget();

    EngineBench& bench_;
    LinkId link_;
    std::string_view line_end_;
    std::string received_;
    bool closed_ = false;
    bool pinged_ = false;
    bool reads_ = true;
    std::size_t queue_bytes_ = 0;  // that it has not taken
    std::size_t queue_bytes_peak_ = 0;
    std::optional<std::size_t> drained_at_most_;  // the server waits for its queue
};

/// A real engine with links in memory and a clock that stands still until it is moved. Password
/// hashes are checked at once (fake_hashing.h).
class EngineBench {
 public:
    /// Without limits on how fast clients may send; one operator "root" with "secret".
    [[nodiscard]] static session::ServerConfig default_config();

    EngineBench() : EngineBench(default_config()) {}
    explicit EngineBench(session::ServerConfig config);
    explicit EngineBench(engine::EngineConfig config);
    /// The next start over the store of `before`, which was killed and must not be used any more.
    struct After {
        EngineBench& before;
    };
    explicit EngineBench(After after);
    [[nodiscard]] static engine::EngineConfig engine_config(session::ServerConfig config);

    /// A link that has said nothing yet.
    BenchClient& open(const LinkOptions& options = {});
    /// A registered client; what it was welcomed with is forgotten. `caps` is a list with spaces.
    BenchClient& connect(std::string_view nick, std::string_view caps = {},
                         const LinkOptions& options = {});
    /// A client that has logged in over TLS to an account whose password is "secret-word"; what it
    /// was welcomed with is forgotten.
    BenchClient& log_in(std::string_view account, std::string_view caps);
    /// Logs a client in as the operator "root" and forgets the answer.
    void make_operator(BenchClient& client);
    /// Forgets what any client has received so far.
    void forget_all();

    /// Moves the clock, stopping at each deadline of the engine on the way.
    void advance(Duration by, Pings pings = Pings::answered);
    [[nodiscard]] Now now() const { return now_; }
    [[nodiscard]] engine::Engine& engine() { return engine_; }
    /// Moves the engine's outputs to the clients. Everything else here does it by itself.
    void settle();
    /// What the engine wanted kept since the last call.
    [[nodiscard]] std::vector<Write> take_writes() { return std::exchange(writes_, {}); }
    /// The deeds among these writes, which are all forgotten: "root kill bob: flooding".
    [[nodiscard]] std::vector<std::string> take_audit();
    /// What the server's own log was told since the last call.
    [[nodiscard]] std::vector<HostEvent> take_events() { return std::exchange(events_, {}); }
    /// What the host's desk was answered since the last call.
    [[nodiscard]] std::vector<session::DeskAnswer> take_desk_answers() {
        return std::exchange(desk_answers_, {});
    }
    /// The mails that the engine has sent since the last call.
    [[nodiscard]] std::vector<Mail> take_mails() { return std::exchange(mails_, {}); }
    /// From here on, whatever is asked of the hasher is refused (or not).
    void set_hashers(Hashers hashers) { hashers_ = hashers; }
    /// What a slow hasher works on, in the order of asking.
    [[nodiscard]] const std::deque<HashJob>& hash_jobs() const { return hash_jobs_; }
    /// A slow hasher is done with so many of these.
    void answer_hashes(std::size_t count);
    [[nodiscard]] std::size_t reloads_requested() const { return reloads_requested_; }

 private:
    friend class BenchClient;

    void answer_pings();
    void keep(engine::Batch& batch);
    void route(const Output& output);
    void deliver(LinkId link, std::string_view bytes);
    void tell_drained();

    Now now_;
    engine::Engine engine_;
    MemoryStore store_{MemoryStore::Options{}};
    std::uint64_t epoch_ = 1;
    std::uint64_t batches_kept_ = 0;
    std::deque<BenchClient> clients_;  // stay where they are
    std::map<LinkId, BenchClient*> by_link_;
    std::uint32_t links_opened_ = 0;
    std::size_t reloads_requested_ = 0;
    std::vector<Write> writes_;
    std::vector<HostEvent> events_;
    std::vector<session::DeskAnswer> desk_answers_;
    std::vector<Mail> mails_;
    Hashers hashers_ = Hashers::idle;
    std::deque<HashJob> hash_jobs_;
};

}  // namespace brusio::testing_support
