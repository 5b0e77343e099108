#include "qml-client/models/answer_desk.h"

#include <QtCore/QString>
#include <algorithm>
#include <utility>

namespace brusio::ui {

namespace {

constexpr std::size_t questions_max = 32;

bool same_letters(const std::string& a, const std::string& b) {
    return QString::fromStdString(a).compare(QString::fromStdString(b), Qt::CaseInsensitive) == 0;
}

bool answers(const client::ServerReply& reply, const Question& question) {
    const bool fits_code =
        question.codes.empty() || reply.code == question.end ||
        std::find(question.codes.begin(), question.codes.end(), reply.code) != question.codes.end();
    const bool fits_subject =
        question.subject.empty() ||
        std::any_of(reply.params.begin(), reply.params.end(), [&](const std::string& param) {
            return same_letters(param, question.subject);
        });
    return fits_code && fits_subject;
}

template <class Open>
void forget_overdue(std::list<Open>& open, MonoTime now) {
    open.remove_if([now](const Open& one) { return one.until < now; });
}

}  // namespace

void AnswerDesk::expect(Question question, MonoTime now) {
    forget_overdue(open_, now);
    if (open_.size() >= questions_max) open_.pop_front();
    const MonoTime until = now + question.patience;
    open_.push_back({std::move(question), until});
}

void AnswerDesk::expect_whois(const std::string& nick, QObject* asker,
                              std::function<void(const client::WhoisAnswer&)> answer,
                              MonoTime now) {
    forget_overdue(whois_, now);
    if (whois_.size() >= questions_max) whois_.pop_front();
    whois_.push_back({nick, asker, std::move(answer), now + Question{}.patience});
}

bool AnswerDesk::take(const client::ServerReply& reply, MonoTime now) {
    forget_overdue(open_, now);
    // Who takes everything (an empty list) comes after those who ask for just this.
    const auto asked = [&](const Open& one) {
        return !one.question.codes.empty() && answers(reply, one.question);
    };
    auto found = std::find_if(open_.begin(), open_.end(), asked);
    if (found == open_.end()) {
        found = std::find_if(open_.begin(), open_.end(),
                             [&](const Open& one) { return answers(reply, one.question); });
    }
    if (found == open_.end()) return false;
    const Question question = found->question;
    if (reply.code == question.end) open_.erase(found);
    if (question.asker != nullptr) question.answer(reply);
    return true;
}

bool AnswerDesk::take(const client::WhoisAnswer& answer, MonoTime now) {
    forget_overdue(whois_, now);
    const auto found = std::find_if(whois_.begin(), whois_.end(), [&](const OpenWhois& one) {
        return same_letters(one.nick, answer.nick);
    });
    if (found == whois_.end()) return false;
    const OpenWhois whois = *found;
    whois_.erase(found);
    if (whois.asker != nullptr) whois.answer(answer);
    return true;
}

void AnswerDesk::forget_all() {
    open_.clear();
    whois_.clear();
}

}  // namespace brusio::ui
