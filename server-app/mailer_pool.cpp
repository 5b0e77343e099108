#include "server-app/mailer_pool.h"

#include <iterator>
#include <utility>

#include "core/base/assert.h"
#include "server-app/child_program.h"
#include "server-app/clocks.h"
#include "server-app/hasher_sodium.h"
#include "server-app/mail_text.h"
#include "server-app/smtp.h"

namespace brusio::server {

namespace {

constexpr std::size_t threads_max = 2;
constexpr std::size_t program_output_bytes_max = 64 * 1'024;  // nobody reads it

std::string fresh_id() {
    constexpr std::size_t id_bytes = 16;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string id;
    for (const char c : random_bytes(id_bytes)) {
        id += digits[static_cast<unsigned char>(c) >> 4U];
        id += digits[static_cast<unsigned char>(c) & 15U];
    }
    return id;
}

std::string send_by_program(const PoolMailer::Settings& settings, const Mail& mail,
                            const MailStamp& stamp, const std::stop_token& stop) {
    const ChildResult result = run_child({settings.mail.program,
                                          {"BRUSIO_RECIPIENT=" + mail.to},
                                          mail_text(mail, stamp, LineEnds::lf),
                                          settings.time_max,
                                          program_output_bytes_max},
                                         stop);
    return result.is_success() ? std::string{} : result.sentence();
}

std::string send(const PoolMailer::Settings& settings, const Mail& mail,
                 const std::stop_token& stop) {
    const MailStamp stamp{settings.mail.from, fresh_id(), settings.host, clocks().wall};
    if (!settings.mail.program.empty()) return send_by_program(settings, mail, stamp, stop);
    return send_by_smtp({settings.mail.relay, settings.host, settings.mail.user,
                         settings.mail.password, settings.mail.ca_file},
                        {settings.mail.from, mail.to, mail_text(mail, stamp, LineEnds::crlf)},
                        settings.time_max, stop);
}

}  // namespace

PoolMailer::PoolMailer(Settings settings, std::function<void()> wake)
    : settings_(std::move(settings)),
      wake_(std::move(wake)),
      pool_({threads_max, settings_.waiting_max}) {}

void PoolMailer::set(Settings settings) {
    settings_ = std::move(settings);
    pool_.set_bounds({threads_max, settings_.waiting_max});
}

void PoolMailer::submit(Mail mail) {
    if (!settings_.mail.is_on()) return answer(mail.about, "no way to send mails is configured");
    const std::string about = mail.about;
    const bool has_room = pool_.add(
        [this, settings = settings_, sent = std::move(mail)](const std::stop_token& stop) {
            answer(sent.about, send(settings, sent, stop));
        });
    if (!has_room) answer(about, "too many mails wait to be sent");
}

void PoolMailer::answer(std::string about, std::string fault) {
    {
        const std::lock_guard lock{mutex_};
        answers_.push_back({std::move(about), std::move(fault)});
    }
    wake_();
}

void PoolMailer::collect(std::vector<MailAnswer>& answers) {
    const std::lock_guard lock{mutex_};
    answers.insert(answers.end(), std::make_move_iterator(answers_.begin()),
                   std::make_move_iterator(answers_.end()));
    answers_.clear();
}

}  // namespace brusio::server
