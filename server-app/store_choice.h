#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/ports/store.h"
#include "server-app/command_line.h"
#include "storage/sqlite/opening_news.h"

namespace brusio::server {

/// The store a server was asked for, and what its engine is told about it.
struct OpenedStore {
    std::unique_ptr<Store> store;
    Kept kept;
    std::uint64_t epoch = 0;           // of this start
    std::string folder;                // empty: it is in memory
    std::function<std::string()> why;  // it has failed; lives as long as the store
    std::string secret;                // see kept_secret.h; empty: any will do
    std::string cloak_key;             // likewise, but never empty
};

/// In memory for --ephemeral, else in the data directory. `epoch` is what this start would call
/// itself; `wake` is called from other threads. The error is a sentence.
[[nodiscard]] Result<OpenedStore, std::string> open_store(const CommandLine& command,
                                                          const Limits& limits, std::uint64_t epoch,
                                                          std::function<void()> wake,
                                                          sqlite::OpeningWatcher watcher = {});

/// What --data says; else the first of $STATE_DIRECTORY (systemd), $XDG_STATE_HOME/brusio and
/// ~/.local/state/brusio that can be told. The error is a sentence.
[[nodiscard]] Result<std::string, std::string> data_folder(const CommandLine& command);

/// `brusiod backup FILE`, `brusiod verify [FILE]` and `brusiod restore FILE`: what to say when it
/// went well, or what is wrong.
[[nodiscard]] Result<std::string, std::string> run_backup(const CommandLine& command);
[[nodiscard]] Result<std::string, std::string> run_verify(const CommandLine& command);
[[nodiscard]] Result<std::string, std::string> run_restore(const CommandLine& command);

}  // namespace brusio::server
