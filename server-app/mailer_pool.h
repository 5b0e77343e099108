#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/ports/mailer.h"
#include "server-app/mail_config.h"
#include "server-app/work_pool.h"

namespace brusio::server {

/// Sends mails by a relay (smtp.h) or by a program, a few at a time. The program gets the mail as
/// mail_text makes it on stdin, with line feeds, and to whom it goes in BRUSIO_RECIPIENT too; it
/// has taken it if its exit code is 0.
class PoolMailer final : public Mailer {
 public:
    struct Settings {
        MailConfig mail;
        std::string host;  // the server's name
        std::size_t waiting_max = 1;
        Duration time_max{};  // for one mail
    };
    /// `wake` is called when there is something to collect, from any thread.
    PoolMailer(Settings settings, std::function<void()> wake);

    /// For what comes.
    void set(Settings settings);
    /// How many are on their way.
    [[nodiscard]] std::size_t size() const { return pool_.size(); }

    void submit(Mail mail) override;
    void collect(std::vector<MailAnswer>& answers) override;

 private:
    void answer(std::string about, std::string fault);

    Settings settings_;  // of the driver's thread
    std::function<void()> wake_;
    std::mutex mutex_;
    std::vector<MailAnswer> answers_;
    WorkPool pool_;  // its threads use what is above
};

}  // namespace brusio::server
