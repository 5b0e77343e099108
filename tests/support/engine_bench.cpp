#include "tests/support/engine_bench.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/base/assert.h"
#include "tests/support/fake_hashing.h"

namespace brusio::testing_support {

namespace {

// 2024-01-01T00:00:00.000Z
constexpr Now start{MonoTime{std::chrono::hours{1}}, WallTime{1'704'067'200'000}};

}  // namespace

LinkOptions over_tls(std::string_view address) {
    LinkOptions options;
    options.secure = true;
    options.address = address;
    return options;
}

void BenchClient::send(std::string_view line) { send_bytes(std::string{line} + "\r\n"); }

void BenchClient::send_bytes(std::string_view bytes) {
    if (!closed_) bench_.engine_.handle_bytes(link_, bytes, bench_.now_);
    bench_.settle();
}

void BenchClient::hang_up() {
    closed_ = true;
    bench_.engine_.handle_link_closed(link_, CloseReason::peer_closed, bench_.now_);
    bench_.settle();
}

void BenchClient::set_reading(bool reading) {
    reads_ = reading;
    if (reading) queue_bytes_ = 0;
    bench_.settle();
}

void BenchClient::forget() {
    received_.clear();
    queue_bytes_peak_ = queue_bytes_;
}

std::vector<std::string> BenchClient::take() {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t end = received_.find(line_end_); end != std::string::npos;
         end = received_.find(line_end_, begin)) {
        lines.push_back(received_.substr(begin, end - begin));
        begin = end + line_end_.size();
    }
    received_.erase(0, begin);
    return lines;
}

std::vector<std::string> BenchClient::ask(std::string_view line) {
    received_.clear();
    send(line);
    return take();
}

session::ServerConfig EngineBench::default_config() {
    session::ServerConfig config;
    config.name = "irc.example";
    config.network = "Example";
    config.description = "a test server";
    config.version = "brusio-test";
    config.room_modes.clear();  // a test says what its rooms are
    config.operators.push_back({"root", "hash-of-secret", "*!*@*"});
    config.oper_needs_tls = false;
    config.limits.command_tokens_per_second = 0;
    config.limits.links_per_address_max = 1'000;
    config.limits.new_links_per_address_max = 1'000;
    return config;
}

engine::EngineConfig EngineBench::engine_config(session::ServerConfig config) {
    engine::EngineConfig result;
    result.server = std::move(config);
    result.keyed_hash = fake_keyed_hash;
    result.draw_secret = FakeSecrets{};
    return result;
}

EngineBench::EngineBench(session::ServerConfig config)
    : EngineBench(engine_config(std::move(config))) {}

EngineBench::EngineBench(engine::EngineConfig config)
    : now_(start), engine_(std::move(config), start) {}

EngineBench::EngineBench(After after)
    : now_(after.before.now_),
      engine_(
          [&] {
              engine::EngineConfig config;
              config.server = after.before.engine_.config();
              config.epoch = after.before.epoch_ + 1;
              config.kept = after.before.store_.kept();
              config.keyed_hash = fake_keyed_hash;
              config.draw_secret = FakeSecrets{after.before.epoch_};
              return config;
          }(),
          now_),
      store_(std::move(after.before.store_)),
      epoch_(after.before.epoch_ + 1) {}

BenchClient& EngineBench::open(const LinkOptions& options) {
    const LinkId link = LinkId::of(++links_opened_, 1);
    BenchClient& client = clients_.emplace_back(*this, link, options.kind);
    by_link_[link] = &client;
    LinkInfo info;
    info.kind = options.kind;
    info.peer_address = options.address;
    info.secure = options.secure;
    info.loopback = options.loopback;
    info.certificate_fingerprint = options.certificate_fingerprint;
    engine_.handle_link_opened(link, info, now_);
    settle();
    return client;
}

BenchClient& EngineBench::connect(std::string_view nick, std::string_view caps,
                                  const LinkOptions& options) {
    BenchClient& client = open(options);
    const std::string name{nick};
    if (!caps.empty()) client.send("CAP REQ :" + std::string{caps});
    client.send("NICK " + name);
    client.send("USER user 0 * :Real " + name);
    if (!caps.empty()) client.send("CAP END");
    BRUSIO_ASSERT(!client.closed() && client.received_.find(" 001 " + name) != std::string::npos);
    client.forget();
    return client;
}

BenchClient& EngineBench::log_in(std::string_view account, std::string_view caps) {
    BenchClient& client = open(over_tls());
    const std::string name{account};
    client.send("CAP REQ :" + std::string{caps});
    client.send("PASS " + name + ":secret-word");
    client.send("NICK " + name);
    client.send("USER user 0 * :Real " + name);
    client.send("CAP END");
    BRUSIO_ASSERT(client.received_.find(" 900 ") != std::string::npos);
    client.received_.clear();
    return client;
}

std::vector<std::string> EngineBench::take_audit() {
    std::vector<std::string> entries;
    for (const Write& write : take_writes()) {
        const auto* audit = std::get_if<AppendAudit>(&write);
        if (audit == nullptr) continue;
        entries.push_back(audit->entry.actor + " " + audit->entry.action + " " +
                          audit->entry.subject + ": " + audit->entry.detail);
    }
    return entries;
}

void EngineBench::make_operator(BenchClient& client) {
    client.send("OPER root secret");
    BRUSIO_ASSERT(client.received_.find(" 381 ") != std::string::npos);
    client.received_.clear();
}

void EngineBench::forget_all() {
    for (BenchClient& client : clients_) client.forget();
}

void EngineBench::answer_pings() {
    for (BenchClient& client : clients_) {
        if (!client.pinged_) continue;
        client.pinged_ = false;
        std::string rest;
        for (const std::string& line : client.take()) {
            if (line.find(" PING ") == std::string::npos) rest += line + "\r\n";
        }
        client.received_ = rest;
        client.send("PONG :irc.example");
    }
}

void EngineBench::advance(Duration by, Pings pings) {
    const Now end{now_.mono + by,
                  WallTime{now_.wall.unix_ms +
                           std::chrono::duration_cast<std::chrono::milliseconds>(by).count()}};
    while (true) {
        const auto deadline = engine_.next_deadline();
        if (!deadline || *deadline > end.mono) break;
        const Duration passed = std::max(Duration{0}, *deadline - now_.mono);
        now_.mono = now_.mono + passed;
        now_.wall.unix_ms += std::chrono::duration_cast<std::chrono::milliseconds>(passed).count();
        engine_.handle_deadline(now_);
        settle();
        if (pings == Pings::answered) answer_pings();
    }
    now_ = end;
    engine_.handle_deadline(now_);
    settle();
}

void EngineBench::settle() {
    engine::Batch batch;
    tell_drained();
    while (engine_.has_batch()) {
        engine_.take_batch(batch);
        writes_.insert(writes_.end(), batch.writes.begin(), batch.writes.end());
        events_.insert(events_.end(), batch.events.begin(), batch.events.end());
        for (session::DeskAnswer& answer : batch.desk_answers) {
            desk_answers_.push_back(std::move(answer));
        }
        for (Mail& mail : batch.mails) mails_.push_back(std::move(mail));
        keep(batch);
        for (const Output& output : batch.outputs) route(output);
        tell_drained();
        if (batch.reload_requested) ++reloads_requested_;
        for (const HashJob& job : batch.hash_jobs) {
            if (hashers_ == Hashers::slow) {
                hash_jobs_.push_back(job);
            } else if (hashers_ == Hashers::busy) {
                engine_.handle_hash_answer({job.id, HasherBusy{}}, now_);
            } else {
                engine_.handle_hash_answer({job.id, fake_hash_result(job.work)}, now_);
            }
        }
    }
    engine_.check_invariants();
}

void EngineBench::answer_hashes(std::size_t count) {
    BRUSIO_ASSERT(count <= hash_jobs_.size());
    for (std::size_t i = 0; i < count; ++i) {
        const HashJob job = hash_jobs_.front();
        hash_jobs_.pop_front();
        engine_.handle_hash_answer({job.id, fake_hash_result(job.work)}, now_);
    }
    settle();
}

/// Gives the store what is to be kept, and the engine what the store answers.
void EngineBench::keep(engine::Batch& batch) {
    std::vector<Commit> ended;
    std::vector<QueryAnswer> answers;
    if (!batch.writes.empty()) store_.submit(BatchId{++batches_kept_}, batch.writes);
    store_.collect(ended);
    for (Question& question : batch.questions) store_.ask(std::move(question));
    store_.collect_answers(answers);
    for (const QueryAnswer& answer : answers) engine_.handle_store_reply(answer, now_);
}

void EngineBench::route(const Output& output) {
    if (const auto* deliver_to = std::get_if<Deliver>(&output)) {
        if (deliver_to->audience == nullptr) {
            return deliver(deliver_to->to, deliver_to->frame.bytes());
        }
        for (const LinkId link : *deliver_to->audience) {
            if (link != deliver_to->except) deliver(link, deliver_to->frame.bytes());
        }
    } else if (const auto* close = std::get_if<Close>(&output)) {
        by_link_.at(close->link)->closed_ = true;
    } else if (const auto* tell = std::get_if<TellDrained>(&output)) {
        by_link_.at(tell->link)->drained_at_most_ = tell->queue_bytes;
    }
}

void EngineBench::tell_drained() {
    for (BenchClient& client : clients_) {
        if (client.closed_ || !client.drained_at_most_) continue;
        if (client.queue_bytes_ > *client.drained_at_most_) continue;
        client.drained_at_most_.reset();
        engine_.handle_link_drained(client.link_, now_);
    }
}

void EngineBench::deliver(LinkId link, std::string_view bytes) {
    BenchClient& client = *by_link_.at(link);
    if (client.closed_) return;
    client.received_ += bytes;
    client.queue_bytes_ = client.reads_ ? 0 : client.queue_bytes_ + bytes.size();
    client.queue_bytes_peak_ =
        std::max({client.queue_bytes_peak_, client.queue_bytes_, bytes.size()});
    client.pinged_ = client.pinged_ || bytes.find(" PING ") != std::string_view::npos;
}

}  // namespace brusio::testing_support
