#include "server-app/store_choice.h"

#include <cstdlib>
#include <string_view>
#include <utility>

#include "server-app/hasher_sodium.h"
#include "server-app/kept_secret.h"
#include "storage/memory/memory_store.h"
#include "storage/sqlite/backup.h"
#include "storage/sqlite/restore.h"
#include "storage/sqlite/schema.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/verify.h"

namespace brusio::server {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

constexpr std::size_t cloak_key_bytes = 32;

OpenedStore in_memory(const Limits& limits, std::uint64_t epoch) {
    OpenedStore opened;
    opened.store = std::make_unique<MemoryStore>(
        MemoryStore::Options{.recent_messages_per_room_max = limits.recent_messages_per_room_max});
    opened.epoch = epoch;
    opened.why = [] { return std::string{}; };
    opened.cloak_key = random_bytes(cloak_key_bytes);
    return opened;
}

std::string contents(const sqlite::Verdict& verdict) {
    return std::to_string(verdict.messages) + " messages and events in " +
           std::to_string(verdict.conversations) + " conversations, " +
           std::to_string(verdict.rooms) + " rooms, " + std::to_string(verdict.accounts) +
           " accounts";
}

Result<std::string, std::string> judge(const std::string& what, const sqlite::Verdict& verdict) {
    if (verdict.faults.empty()) {
        const bool is_old = verdict.version < sqlite::schema_version;
        return what + " is sound: " + contents(verdict) +
               (is_old ? "; a server that starts with it brings it from version " +
                             std::to_string(verdict.version) + " to " +
                             std::to_string(sqlite::schema_version)
                       : "");
    }
    std::string faults = what + " is not sound:";
    for (const std::string& fault : verdict.faults) faults += "\n  " + fault;
    return Err{std::move(faults)};
}

}  // namespace

Result<OpenedStore, std::string> open_store(const CommandLine& command, const Limits& limits,
                                            std::uint64_t epoch, std::function<void()> wake,
                                            sqlite::OpeningWatcher watcher) {
    if (command.keeping == CommandLine::Keeping::ephemeral) return in_memory(limits, epoch);
    const auto folder = data_folder(command);
    if (!folder) return Err{folder.error()};
    sqlite::SqliteStore::Options options;
    options.folder = folder.value();
    options.writer.epoch = epoch;
    options.writer.watcher = std::move(watcher);
    options.wake = std::move(wake);
    auto opened = sqlite::SqliteStore::open(std::move(options));
    if (!opened) return Err{opened.error()};
    auto secret = kept_secret(folder.value(), SecretFor::unknown_names);
    if (!secret) return Err{secret.error()};
    auto cloak_key = kept_secret(folder.value(), SecretFor::cloaks);
    if (!cloak_key) return Err{cloak_key.error()};
    const sqlite::SqliteStore* store = opened.value().get();
    return OpenedStore{std::move(opened).value(),
                       store->kept(),
                       store->epoch(),
                       folder.value(),
                       [store] { return store->failure(); },
                       std::move(secret).value(),
                       std::move(cloak_key).value()};
}

Result<std::string, std::string> data_folder(const CommandLine& command) {
    if (!command.data_folder.empty()) return command.data_folder;
    // systemd.exec(5): several are separated by colons; the first is the service's own.
    const std::string_view state = environment("STATE_DIRECTORY");
    if (!state.empty()) return std::string{state.substr(0, state.find(':'))};
    // XDG Base Directory Specification: a path that is not absolute is to be ignored.
    const std::string_view xdg = environment("XDG_STATE_HOME");
    if (xdg.starts_with('/')) return std::string{xdg} + "/brusio";
    const std::string_view home = environment("HOME");
    if (home.starts_with('/')) return std::string{home} + "/.local/state/brusio";
    return Err{
        std::string{"there is no home directory to keep data in: say --data DIR, or "
                    "--ephemeral to keep nothing"}};
}

Result<std::string, std::string> run_backup(const CommandLine& command) {
    const auto folder = data_folder(command);
    if (!folder) return Err{folder.error()};
    if (auto made = sqlite::back_up(folder.value(), command.backup_path); !made) {
        return Err{made.error()};
    }
    return command.backup_path + " holds all of " + folder.value();
}

Result<std::string, std::string> run_verify(const CommandLine& command) {
    if (!command.backup_path.empty()) {
        auto backup = sqlite::open_backup(command.backup_path);
        if (!backup) return Err{backup.error()};
        return judge(command.backup_path, sqlite::verify(*backup.value()));
    }
    const auto folder = data_folder(command);
    if (!folder) return Err{folder.error()};
    auto view = sqlite::open_to_look(folder.value());
    if (!view) return Err{view.error()};
    return judge("the store in " + folder.value(), sqlite::verify(*view->database));
}

Result<std::string, std::string> run_restore(const CommandLine& command) {
    const auto folder = data_folder(command);
    if (!folder) return Err{folder.error()};
    const auto restored = sqlite::restore(command.backup_path, folder.value());
    if (!restored) return Err{restored.error()};
    std::string said = folder.value() + " holds all of " + command.backup_path + ": " +
                       contents(restored->verdict);
    if (!restored->aside.empty()) said += "\nwhat it held before lies in " + restored->aside;
    return said;
}

}  // namespace brusio::server
