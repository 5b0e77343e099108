#include "server-app/account_desk.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/engine/engine.h"
#include "core/pump/pump.h"
#include "core/wire/time_text.h"
#include "server-app/clocks.h"
#include "server-app/control_socket.h"
#include "server-app/hasher_sodium.h"
#include "server-app/keyed_hash.h"
#include "server-app/password_prompt.h"
#include "server-app/store_choice.h"
#include "server-app/unicode_text.h"
#include "storage/sqlite/backup.h"
#include "storage/sqlite/reader.h"

namespace brusio::server {

namespace {

using session::DeskAnswer;
using session::DeskRequest;
using Outcome = Result<std::string, std::string>;

/// Nobody is connected to an engine that serves the desk alone.
class NoTransport final : public Transport {
 public:
    void release(std::span<const Output> /*outputs*/) override {}
};
class NoHasher final : public Hasher {
 public:
    void submit(HashJob /*job*/) override {}
    void collect(std::vector<HashAnswer>& /*answers*/) override {}
};
/// At the desk people are there to answer for what they do.
class NoMailer final : public Mailer {
 public:
    void submit(Mail /*mail*/) override {}
    void collect(std::vector<MailAnswer>& /*answers*/) override {}
};
class QuietHost final : public Host {
 public:
    void reload_requested() override {}
    void happened(const HostEvent& /*event*/) override {}
    void store_failed() override { failed = true; }
    bool failed = false;
};

/// What a server's thread does, without a server.
class OfflineDesk {
 public:
    OfflineDesk(const AppConfig& config, OpenedStore store, Bell& bell)
        : store_(std::move(store)),
          bell_(bell),
          engine_(
              {config.server, store_.epoch, std::move(store_.kept), name_skeletons(),
               keyed_hash(store_.cloak_key), [] { return random_bytes(session::secret_bytes); }},
              clocks()),
          pump_(engine_, {transport_, *store_.store, hasher_, host_, mailer_}) {}

    DeskAnswer ask(const DeskRequest& request) {
        engine_.handle_desk(request, clocks());
        for (;;) {
            pump_.turn(clocks());
            std::vector<DeskAnswer> answers = pump_.take_desk_answers();
            if (!answers.empty()) return std::move(answers.front());
            if (host_.failed) {
                return {0, DeskAnswer::Status::refused, {"it was not stored: " + store_.why()}, 0};
            }
            bell_.await();
        }
    }

 private:
    OpenedStore store_;
    Bell& bell_;
    NoTransport transport_;
    NoHasher hasher_;
    NoMailer mailer_;
    QuietHost host_;
    engine::Engine engine_;
    pump::Pump pump_;
};

sqlite::OpeningWatcher telling_watcher() {
    sqlite::OpeningWatcher watcher;
    watcher.tell = [](const sqlite::OpeningNews& news) {
        std::fprintf(stderr, "brusiod: %s\n", news.note.c_str());
    };
    return watcher;
}

Result<DeskAnswer, std::string> ask_offline(const CommandLine& command, const AppConfig& config,
                                            DeskRequest request) {
    const auto folder = data_folder(command);
    if (request.verb != DeskRequest::Verb::add) {
        const auto there = sqlite::DataFolder::open(folder.value(), sqlite::DataFolder::Use::look);
        if (!there) return Err{there.error()};
    }
    Bell bell;
    auto store = open_store(
        command, config.server.limits, epoch_now(), [&bell] { bell.ring(); }, telling_watcher());
    if (!store) return Err{store.error()};
    OfflineDesk desk{config, std::move(store).value(), bell};
    request.doer = doer_name(::geteuid());
    return ask_with_credentials(std::move(request),
                                [&desk](const DeskRequest& one) { return desk.ask(one); });
}

/// What a terminal shows of a line, wherever it comes from.
std::string printable(std::string line) {
    std::replace_if(
        line.begin(), line.end(),
        [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }, '?');
    return line;
}

Outcome outcome_of(const DeskAnswer& answer) {
    std::string text;
    for (const std::string& line : answer.lines) {
        text += (text.empty() ? "" : "\n") + printable(line);
    }
    if (answer.status == DeskAnswer::Status::carried_out) return text;
    return Err{std::move(text)};
}

Result<std::string, std::string> new_password() {
    std::string password = read_password(STDIN_FILENO);
    if (::isatty(STDIN_FILENO) != 0 && read_password(STDIN_FILENO, "Again: ") != password) {
        return Err{std::string{"the two are not the same: nothing was changed"}};
    }
    return password;
}

}  // namespace

Outcome run_account(const CommandLine& command, const AppConfig& config) {
    const AccountOrder& order = command.account;
    const auto folder = data_folder(command);
    if (!folder) return Err{folder.error()};
    DeskRequest request;
    request.verb = order.verb;
    request.account = order.name;
    request.email = order.email;
    request.reason = order.reason;
    request.duration = order.duration;
    if (order.verb == DeskRequest::Verb::add || order.verb == DeskRequest::Verb::password) {
        auto password = new_password();
        if (!password) return Err{password.error()};
        request.password = std::move(password).value();
    }
    if (const auto asked = ask_running_server(folder.value(), request)) {
        if (!*asked) return Err{asked->error()};
        return outcome_of(asked->value());
    }
    const auto answer = ask_offline(command, config, std::move(request));
    if (!answer) return Err{answer.error()};
    return outcome_of(answer.value());
}

Outcome run_audit(const CommandLine& command) {
    const auto folder = data_folder(command);
    if (!folder) return Err{folder.error()};
    auto view = sqlite::open_to_look(folder.value());
    if (!view) return Err{view.error()};
    sqlite::Reader reader{std::move(view->database)};
    const QueryAnswer answer = reader.answer({QueryId{1}, AuditQuery{command.audit_entries}});
    if (answer.result != QueryResult::ok) {
        return Err{"the audit in " + folder.value() + " cannot be read: see brusiod verify"};
    }
    std::string text;
    for (const AuditRecord& entry : answer.audit) {
        std::vector<LogField> fields{{"actor", entry.actor}};
        if (!entry.subject.empty()) fields.emplace_back("subject", entry.subject);
        if (!entry.detail.empty()) fields.emplace_back("detail", entry.detail);
        const wire::TimeText time = wire::time_text(entry.time);
        text += (text.empty() ? "" : "\n") +
                log_line(command.log_format.value_or(LogFormat::logfmt), time.view(),
                         LogLevel::info, entry.action, fields);
    }
    if (text.empty()) text = "the audit is empty";
    return text;
}

}  // namespace brusio::server
