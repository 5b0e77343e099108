#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/engine/engine.h"
#include "core/ports/host.h"
#include "core/pump/pump.h"
#include "server-app/certificates.h"
#include "server-app/command_line.h"
#include "server-app/control_socket.h"
#include "server-app/hasher_sodium.h"
#include "server-app/link_filters.h"
#include "server-app/link_log.h"
#include "server-app/listeners.h"
#include "server-app/logger.h"
#include "server-app/mailer_pool.h"
#include "server-app/program_hasher.h"
#include "server-app/signals.h"
#include "server-app/store_choice.h"
#include "transport/poco/poco_transport.h"

namespace brusio::server {

/// The running server: engine, pump and adapters on one thread, and what signals do to them.
class Server final : private LoopDriver, private Host {
 public:
    /// Begins to listen; the error is a sentence and nothing is left behind. `log` and `signals`
    /// outlive the server.
    static Result<std::unique_ptr<Server>, std::string> start(const CommandLine& command,
                                                              const AppConfig& config, Logger& log,
                                                              SignalWatch& signals);
    /// Serves until it is told to stop or its store fails; gives the program's exit code.
    int run();

 private:
    Server(const CommandLine& command, const AppConfig& config, Logger& log, SignalWatch& signals,
           std::unique_ptr<PocoTransport> transport, OpenedStore store);

    TransportEvents& events() override;
    void turn(Now now) override;
    [[nodiscard]] std::optional<MonoTime> next_deadline() const override;
    void reload_requested() override { reload_wanted_ = true; }
    void happened(const HostEvent& event) override;
    void store_failed() override;

    /// Of a store on disk: `brusiod account` asks there.
    [[nodiscard]] Result<Done, std::string> open_control();
    /// From now on an empty data directory is a loss and no beginning.
    void note_start();
    /// Opens and closes listeners until they are those of `config`; if one of them speaks TLS,
    /// reads the certificate (again), for links to come. If the error is a sentence nothing has
    /// changed.
    [[nodiscard]] Result<Done, std::string> listen_as(const AppConfig& config);
    /// Writes the places where it listens to a descriptor, one a line, and closes it.
    void tell_ready(int descriptor);
    void tell_certificate(const Certificates::Loaded& loaded, WallTime now);
    void tell_store_health();
    void take_signals();
    void begin_drain(Now now);
    [[nodiscard]] bool is_drained(Now now) const;
    void reload(Now now);
    void refuse_reload(const std::string& reason, Now now);
    void tell_complaints();
    /// Names the keys that wait for the next start, in the log and as the note that comes back;
    /// empty if there are none.
    std::string warn_of_restart(const AppConfig& changed);

    CommandLine command_;
    AppConfig config_;
    Logger& log_;
    SignalWatch& signals_;
    Certificates certificates_;
    LinkFilters filters_;  // outlives the transport, which makes filters
    std::unique_ptr<PocoTransport> transport_;
    Listeners listeners_;
    OpenedStore store_;                                  // its threads wake the transport
    StoreHealth store_health_ = StoreHealth::accepting;  // as the log has it
    std::size_t hash_threads_;                           // of this start
    SodiumHasher hasher_;
    ProgramHasher programs_;  // stands before the other
    PoolMailer mailer_;
    engine::Engine engine_;
    pump::Pump pump_;
    LinkLog link_log_;
    std::unique_ptr<ControlSocket> control_;  // its thread wakes the transport
    bool reload_wanted_ = false;
    bool stop_wanted_ = false;
    std::optional<MonoTime> drain_until_;  // set while draining
    MonoTime courtesy_until_;              // while draining
    int exit_code_ = 0;
};

}  // namespace brusio::server
