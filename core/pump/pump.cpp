#include "core/pump/pump.h"

#include <utility>

#include "core/base/assert.h"

namespace brusio::pump {

Pump::Pump(engine::Engine& engine, Ports ports) : engine_(engine), ports_(ports) {}

void Pump::link_opened(LinkId link, const LinkInfo& info, Now now) {
    engine_.handle_link_opened(link, info, now);
}

void Pump::link_bytes(LinkId link, std::string_view bytes, Now now) {
    engine_.handle_bytes(link, bytes, now);
}

void Pump::link_closed(LinkId link, CloseReason reason, Now now) {
    engine_.handle_link_closed(link, reason, now);
}

void Pump::link_drained(LinkId link, Now now) { engine_.handle_link_drained(link, now); }

void Pump::turn(Now now) {
    if (failed_) return;
    pass_health(now);
    collect_hash_answers(now);
    collect_mail_answers(now);
    collect_replies(now);
    collect_commits();
    if (failed_) return;
    const std::optional<MonoTime> deadline = engine_.next_deadline();
    if (deadline && *deadline <= now.mono) engine_.handle_deadline(now);
    // A store that answers at once is heard at once, and what the engine makes of it goes along.
    while (engine_.has_batch()) {
        submit_batch();
        collect_replies(now);
    }
    // A store that is durable at once is collected at once: its outputs leave in this very turn.
    collect_commits();
    release_durable();
}

std::optional<MonoTime> Pump::next_deadline() const {
    if (failed_) return std::nullopt;
    return engine_.next_deadline();
}

void Pump::collect_commits() {
    if (waiting_.empty()) return;
    commits_.clear();
    ports_.store.collect(commits_);
    for (const Commit& commit : commits_) {
        if (commit.result == CommitResult::failed) return fail();
        // Commits end in the order of submission, but batches without writes wait between them.
        for (Waiting& waiting : waiting_) {
            if (waiting.durable) continue;
            BRUSIO_ASSERT(waiting.batch == commit.batch);
            waiting.durable = true;
            break;
        }
    }
}

void Pump::pass_health(Now now) {
    const StoreHealth health = ports_.store.health();
    if (health == health_) return;
    health_ = health;
    engine_.handle_store_health(health, now);
}

void Pump::collect_replies(Now now) {
    if (questions_open_ == 0) return;
    replies_.clear();
    ports_.store.collect_answers(replies_);
    BRUSIO_ASSERT(replies_.size() <= questions_open_);
    questions_open_ -= replies_.size();
    for (const QueryAnswer& reply : replies_) engine_.handle_store_reply(reply, now);
}

void Pump::collect_hash_answers(Now now) {
    answers_.clear();
    ports_.hasher.collect(answers_);
    for (const HashAnswer& answer : answers_) engine_.handle_hash_answer(answer, now);
}

void Pump::collect_mail_answers(Now now) {
    mail_answers_.clear();
    ports_.mailer.collect(mail_answers_);
    for (const MailAnswer& answer : mail_answers_) engine_.handle_mail_answer(answer, now);
}

void Pump::submit_batch() {
    engine_.take_batch(batch_);
    for (HashJob& job : batch_.hash_jobs) ports_.hasher.submit(std::move(job));
    for (const HostEvent& event : batch_.events) ports_.host.happened(event);
    if (batch_.reload_requested) ports_.host.reload_requested();
    if (batch_.writes.empty() && waiting_.empty()) {
        ports_.transport.release(batch_.outputs);
        take_answers(batch_.desk_answers);
        send_mails(batch_.mails);
    } else {
        submit_writes();
    }
    questions_open_ += batch_.questions.size();
    for (Question& question : batch_.questions) ports_.store.ask(std::move(question));
}

void Pump::submit_writes() {
    const BatchId id{++batches_taken_};
    const bool durable = batch_.writes.empty();
    Waiting waiting{id, durable, std::move(spare_)};
    waiting.outputs.swap(batch_.outputs);
    waiting.desk_answers.swap(batch_.desk_answers);
    waiting.mails.swap(batch_.mails);
    waiting_.push_back(std::move(waiting));
    if (!durable) ports_.store.submit(id, batch_.writes);
}

void Pump::release_durable() {
    while (!waiting_.empty() && waiting_.front().durable) {
        ports_.transport.release(waiting_.front().outputs);
        take_answers(waiting_.front().desk_answers);
        send_mails(waiting_.front().mails);
        spare_ = std::move(waiting_.front().outputs);
        spare_.clear();
        waiting_.pop_front();
    }
}

void Pump::take_answers(std::vector<session::DeskAnswer>& answers) {
    for (session::DeskAnswer& answer : answers) desk_answers_.push_back(std::move(answer));
    answers.clear();
}

void Pump::send_mails(std::vector<Mail>& mails) {
    for (Mail& mail : mails) ports_.mailer.submit(std::move(mail));
    mails.clear();
}

void Pump::fail() {
    failed_ = true;
    waiting_.clear();
    ports_.host.store_failed();
}

}  // namespace brusio::pump
