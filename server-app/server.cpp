#include "server-app/server.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/ip_address.h"
#include "server-app/clocks.h"
#include "server-app/config_keys.h"
#include "server-app/config_load.h"
#include "server-app/keyed_hash.h"
#include "server-app/unicode_text.h"
#include "server-app/usable_cores.h"
#include "storage/sqlite/data_folder.h"

namespace brusio::server {

namespace {

// So long a stopping server waits for clients to hang up by themselves.
constexpr Duration courtesy = std::chrono::milliseconds{500};

/// As many as the configuration says, or the machine makes sense of.
std::size_t hash_threads(const AppConfig& config) {
    const std::size_t said = config.server.limits.hash_threads_max;
    return said == 0 ? hash_threads_for(usable_cores()) : said;
}

session::ServerConfig server_config(const AppConfig& config, std::size_t hash_threads) {
    session::ServerConfig result = config.server;
    result.limits.hash_threads_max = hash_threads;
    result.version = "brusio-" BRUSIO_VERSION;
    result.accounts.program_answers = !config.auth_program.empty();
    return result;
}

ProgramHasher::Settings program_settings(const AppConfig& config) {
    const Limits& limits = config.server.limits;
    return {config.auth_program, limits.auth_programs_max, limits.auth_deadline};
}

PoolMailer::Settings mailer_settings(const AppConfig& config) {
    const Limits& limits = config.server.limits;
    return {config.mail, config.server.name, limits.mails_waiting_max, limits.mail_deadline};
}

engine::EngineConfig engine_config(const AppConfig& config, std::size_t hash_threads,
                                   OpenedStore& store, const PocoTransport& transport) {
    return {server_config(config, hash_threads),
            store.epoch,
            std::move(store.kept),
            name_skeletons(),
            keyed_hash(store.cloak_key),
            [] { return random_bytes(session::secret_bytes); },
            [&transport](LinkId link) { return transport.queued_bytes(link); }};
}

filter::WebSocketSettings websocket_settings(const AppConfig& config) {
    filter::WebSocketSettings settings{config.websocket_origins};
    for (const std::string& text : config.trusted_proxies) {
        settings.proxies.ranges.push_back(IpRange::parse_peers(text).value());
    }
    return settings;
}

std::string_view name_of(RefusedPeer::Why why) {
    switch (why) {
        case RefusedPeer::Why::too_many_links:
            return "too_many_links";
        case RefusedPeer::Why::too_many_new_links:
            return "too_many_new_links";
        case RefusedPeer::Why::no_trusted_proxy:
            return "no_trusted_proxy";
        case RefusedPeer::Why::out_of_descriptors:
            break;
    }
    return "out_of_descriptors";
}

PocoTransport::Options transport_options(const AppConfig& config, Logger& log) {
    const Limits& limits = config.server.limits;
    PocoTransport::Options options;
    options.loops = config.loops;
    options.send_queue_bytes_max = limits.send_queue_bytes_max;
    options.close_deadline = limits.drain_deadline;
    options.links_per_address_max = limits.links_per_address_max;
    options.new_links_per_address_max = limits.new_links_per_address_max;
    options.new_links_window = limits.new_links_window;
    options.exempt_addresses = unlimited_addresses(config);
    options.on_refused = [&log](const RefusedPeer& peer) {
        log.write(
            LogLevel::warning, "link_refused",
            {{"reason", name_of(peer.why)}, {"address", peer.address}, {"times", peer.times}});
    };
    options.handshake_deadline = limits.handshake_deadline;
    options.proxy_header_deadline = limits.proxy_header_deadline;
    options.handshakes_at_once_max = limits.handshakes_at_once_max;
    options.on_failed_handshake = [&log](const FailedHandshake& failed) {
        log.write(LogLevel::debug, "handshake_failed",
                  {{"address", failed.address}, {"reason", failed.reason}});
    };
    return options;
}

/// As many descriptors as the system lets this process have; gives that number.
std::uint64_t raise_descriptor_limit() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

/// The log hears how the store is opened; a signal to stop ends that.
sqlite::OpeningWatcher opening_watcher(Logger& log, SignalWatch& signals) {
    sqlite::OpeningWatcher watcher;
    watcher.tell = [&log](const sqlite::OpeningNews& news) {
        const bool warns = news.kind == sqlite::OpeningNews::Kind::warning;
        log.write(warns ? LogLevel::warning : LogLevel::info, news.event, {{"note", news.note}});
    };
    watcher.is_broken_off = [&signals] {
        const auto signal = signals.next();
        return signal && *signal != SIGHUP;
    };
    return watcher;
}

}  // namespace

Result<std::unique_ptr<Server>, std::string> Server::start(const CommandLine& command,
                                                           const AppConfig& config, Logger& log,
                                                           SignalWatch& signals) {
    const std::uint64_t descriptors_max = raise_descriptor_limit();
    auto transport = PocoTransport::make(transport_options(config, log));
    if (!transport) return Err{transport.error()};
    PocoTransport& waker = *transport.value();
    auto store = open_store(
        command, config.server.limits, epoch_now(), [&waker] { waker.wake(); },
        opening_watcher(log, signals));
    if (!store) return Err{store.error()};
    std::unique_ptr<Server> server{new Server{
        command, config, log, signals, std::move(transport.value()), std::move(store).value()}};
    if (auto opened = server->open_control(); !opened) return Err{opened.error()};
    if (auto listening = server->listen_as(config); !listening) return Err{listening.error()};
    server->note_start();
    log.write(LogLevel::info, "started",
              {{"version", BRUSIO_VERSION},
               {"name", config.server.name},
               {"pid", ::getpid()},
               {"data", server->store_.folder.empty() ? "memory" : server->store_.folder},
               {"descriptors_max", descriptors_max}});
    return server;
}

Server::Server(const CommandLine& command, const AppConfig& config, Logger& log,
               SignalWatch& signals, std::unique_ptr<PocoTransport> transport, OpenedStore store)
    : command_(command),
      config_(config),
      log_(log),
      signals_(signals),
      transport_(std::move(transport)),
      listeners_(*transport_, filters_, log, config.trusted_proxies),
      store_(std::move(store)),
      hash_threads_(hash_threads(config)),
      // The engine gives it no more at a time: whose turn it is is known there.
      hasher_({.threads_max = hash_threads_,
               .waiting_max = 2 * hash_threads_,
               .salt_secret = store_.secret},
              [this] { transport_->wake(); }),
      programs_(
          hasher_, program_settings(config), [this] { transport_->wake(); },
          [this](const std::string& fault) {
              log_.write(LogLevel::error, "auth_program_failed", {{"reason", fault}});
          }),
      mailer_(mailer_settings(config), [this] { transport_->wake(); }),
      engine_(engine_config(config, hash_threads_, store_, *transport_), clocks()),
      pump_(engine_, {*transport_, *store_.store, programs_, *this, mailer_}),
      link_log_(pump_, log) {
    transport_->watch(signals_.descriptor(), [this] { take_signals(); });
    tell_complaints();
}

void Server::tell_complaints() {
    for (const std::string& complaint : complaints_of(config_)) {
        log_.write(LogLevel::warning, "configuration", {{"note", complaint}});
    }
}

Result<Done, std::string> Server::listen_as(const AppConfig& config) {
    std::shared_ptr<const filter::TlsContext> before;
    if (needs_certificate(config)) {
        const WallTime now = clocks().wall;
        auto loaded = certificates_.load(config.tls, config.server.name, now);
        if (!loaded) return Err{loaded.error()};
        before = filters_.set_tls(loaded->context);
        tell_certificate(loaded.value(), now);
    }
    auto changed = listeners_.change(config.listen);
    if (!changed && before) filters_.set_tls(before);
    if (changed) filters_.set_websocket(websocket_settings(config));
    return changed;
}

void Server::tell_certificate(const Certificates::Loaded& loaded, WallTime now) {
    const std::string& fingerprint = loaded.context->fingerprint();
    if (loaded.source == CertificateSource::files) {
        log_.write(LogLevel::info, "certificate", {{"file", loaded.path}, {"sha256", fingerprint}});
    } else {
        const std::string where =
            loaded.path.empty() ? "memory, until the server ends" : loaded.path;
        log_.write(LogLevel::warning, "certificate_is_self_signed",
                   {{"file", where},
                    {"sha256", fingerprint},
                    {"note", "good for trials: compare the fingerprint before you trust it"}});
    }
    const std::string warning = validity_warning(*loaded.context, now);
    if (!warning.empty()) log_.write(LogLevel::warning, "certificate_dates", {{"note", warning}});
}

Result<Done, std::string> Server::open_control() {
    if (store_.folder.empty()) return Done{};
    auto opened = ControlSocket::open(store_.folder, [this] { transport_->wake(); });
    if (!opened) return Err{opened.error()};
    control_ = std::move(opened).value();
    return Done{};
}

void Server::note_start() {
    if (store_.folder.empty() || sqlite::mark_started(store_.folder)) return;
    log_.write(LogLevel::warning, "start_not_noted",
               {{"data", store_.folder}, {"reason", std::strerror(errno)}});
}

int Server::run() {
    if (command_.ready_descriptor) tell_ready(*command_.ready_descriptor);
    transport_->run(*this);
    log_.write(LogLevel::info, "stopped", {{"links_dropped", transport_->links_open()}});
    return exit_code_;
}

void Server::tell_ready(int descriptor) {
    std::string places;
    for (const ListenUrl& url : listeners_.places()) places += url.text() + '\n';
    std::string_view rest = places;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) {
            log_.write(LogLevel::warning, "ready_not_told", {{"reason", std::strerror(errno)}});
            break;
        }
        if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
    ::close(descriptor);
}

TransportEvents& Server::events() {
    if (config_.log_level == LogLevel::debug) return link_log_;
    return pump_;
}

void Server::turn(Now now) {
    if (reload_wanted_) reload(now);
    if (stop_wanted_ && !drain_until_) begin_drain(now);
    tell_store_health();
    if (control_) {
        for (const auto& request : control_->take_requests()) engine_.handle_desk(request, now);
    }
    pump_.turn(now);
    if (control_) {
        for (auto& answer : pump_.take_desk_answers()) control_->answer(std::move(answer));
    }
    if (reload_wanted_) transport_->wake();
    if (drain_until_ && is_drained(now)) transport_->stop();
}

bool Server::is_drained(Now now) const {
    if (now.mono >= *drain_until_) return true;
    if (pump_.batches_waiting() > 0 || mailer_.size() > 0) return false;
    if (transport_->links_open() == 0) return true;
    // Who has all that was for him and does not hang up is not waited for to the end.
    return transport_->links_unflushed() == 0 && now.mono >= courtesy_until_;
}

std::optional<MonoTime> Server::next_deadline() const {
    const std::optional<MonoTime> deadline = pump_.next_deadline();
    if (!drain_until_) return deadline;
    const MonoTime drained = transport_->links_unflushed() == 0
                                 ? std::min(courtesy_until_, *drain_until_)
                                 : *drain_until_;
    return deadline ? std::min(*deadline, drained) : drained;
}

void Server::happened(const HostEvent& event) {
    std::vector<LogField> fields;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) fields.emplace_back(name, value);
    };
    add("account", event.account);
    add("address", event.address);
    add("nick", event.nick);
    add("subject", event.subject);
    add("reason", event.reason);
    const bool is_fault = event.kind == HostEventKind::mail_failed;
    log_.write(is_fault ? LogLevel::error : LogLevel::info, host_event_name(event.kind), fields);
}

void Server::store_failed() {
    log_.write(
        LogLevel::error, "store_failed",
        {{"reason", store_.why()}, {"note", "nothing that was not stored has been acknowledged"}});
    exit_code_ = 1;
    transport_->stop();
}

void Server::tell_store_health() {
    const StoreHealth health = store_.store->health();
    if (health == store_health_) return;
    store_health_ = health;
    if (health == StoreHealth::full) {
        log_.write(LogLevel::error, "store_full",
                   {{"data", store_.folder},
                    {"note", "messages are refused until there is room on the disk"}});
    } else if (health == StoreHealth::accepting) {
        log_.write(LogLevel::info, "store_accepts_again");
    }
}

void Server::take_signals() {
    while (const std::optional<int> signal = signals_.next()) {
        if (*signal == SIGHUP) {
            reload_wanted_ = true;
        } else if (stop_wanted_) {  // asked twice: whoever asks does not want to wait
            transport_->stop();
        } else {
            stop_wanted_ = true;
        }
    }
}

void Server::begin_drain(Now now) {
    log_.write(LogLevel::info, "stopping", {{"links", transport_->links_open()}});
    drain_until_ = now.mono + config_.server.limits.drain_deadline;
    courtesy_until_ = now.mono + courtesy;
    transport_->stop_listening();
    engine_.handle_stop("The server is stopping", now);
}

void Server::reload(Now now) {
    reload_wanted_ = false;
    auto loaded = load_config(command_.config_path, command_.listen);
    if (!loaded) return refuse_reload(loaded.error(), now);
    apply_options(command_, loaded.value());
    if (auto listening = listen_as(loaded.value()); !listening) {
        return refuse_reload(listening.error(), now);
    }
    const std::string note = warn_of_restart(loaded.value());
    config_ = std::move(loaded.value());
    log_.set(config_.log_level, config_.log_format);
    tell_complaints();
    programs_.set(program_settings(config_));
    mailer_.set(mailer_settings(config_));
    engine_.handle_reload(server_config(config_, hash_threads_), now, note);
    log_.write(LogLevel::info, "reloaded");
}

void Server::refuse_reload(const std::string& reason, Now now) {
    log_.write(LogLevel::error, "reload_failed", {{"reason", reason}});
    engine_.handle_reload(Err{reason}, now);
}

std::string Server::warn_of_restart(const AppConfig& changed) {
    const std::vector<std::string> keys = keys_for_next_start(config_, changed);
    if (keys.empty()) return {};
    std::string names;
    for (const std::string& key : keys) names += (names.empty() ? "" : ", ") + key;
    log_.write(LogLevel::warning, "restart_needed",
               {{"keys", names}, {"note", "they take effect at the next start"}});
    return "these take effect at its next start: " + names;
}

}  // namespace brusio::server
