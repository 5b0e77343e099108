#include "qml-client/models/command_desk.h"

#include <QtCore/QDateTime>
#include <algorithm>
#include <memory>
#include <utility>

#include "core/base/assert.h"
#include "core/client/secret_mask.h"
#include "qml-client/models/answer_words.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

CommandDesk::CommandDesk(BrainDriver& driver, ChatFeed& feed, IgnoreList& ignored, QObject* parent)
    : QObject(parent), driver_(driver), feed_(feed), ignored_(ignored) {}

bool CommandDesk::run(const ComposerInput& input) {
    BRUSIO_ASSERT(input.command != nullptr && input.command->run != nullptr);
    failed_ = false;
    if (!offers(*input.command)) {
        fail(tr("This server does not offer that."));
    } else {
        input.command->run(*this, input);
    }
    return !failed_;
}

bool CommandDesk::offers(const Command& command) const {
    const client::Isupport& isupport = client().isupport();
    switch (command.offer) {
        case CommandOffer::always:
            return true;
        case CommandOffer::half_operators:
            return isupport.rank_letters().find('h') != std::string_view::npos;
        case CommandOffer::knock:
            return isupport.value("KNOCK").has_value();
        case CommandOffer::silencing:
            return !silencing(isupport, QStringLiteral("*!*@*")).isEmpty();
    }
    return true;
}

void CommandDesk::fail(const QString& why) {
    failed_ = true;
    emit hinted(why);
}

void CommandDesk::send(const QString& line) {
    const std::string bytes = line.toStdString();
    const bool online = client().phase() == client::Phase::online;
    const bool sent = online && driver_.act([&](client::Client& brain, Now now) {
        return brain.raw(bytes, now);
    });
    if (sent || failed_) return;
    fail(online ? tr("This cannot be sent as one line.")
                : tr("You are offline: nothing was sent."));
}

void CommandDesk::ask(const QString& line, Question question) {
    if (question.asker == nullptr) question.asker = this;
    // Before it is sent: whoever answers at once is heard too.
    feed_.answers().expect(std::move(question), driver_.now().mono);
    send(line);
}

void CommandDesk::ask_in_lines(const QString& line, Question question,
                               std::function<QString(const client::ServerReply&)> words) {
    constexpr qsizetype lines_max = 500;  // of one answer; more nobody reads
    const client::ConversationId where = here();
    const auto lines = std::make_shared<QStringList>();
    question.answer = [this, where, lines, words = std::move(words),
                       end = question.end](const client::ServerReply& reply) {
        if (reply.code != end) {
            if (lines->size() < lines_max) *lines << words(reply);
            return;
        }
        if (lines->isEmpty()) *lines << plain_words(reply);
        tell(where, lines->join(u'\n'));
    };
    ask(line, std::move(question));
}

client::ConversationId CommandDesk::here() const {
    return feed_.current() == nullptr ? client::ConversationId{} : feed_.current()->id();
}

void CommandDesk::tell(client::ConversationId where, const QString& words) {
    feed_.tell(where, words);
}

bool CommandDesk::say_secretly(const QString& target, const QString& text) {
    failed_ = false;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        send(QStringLiteral("PRIVMSG %1 :%2").arg(target, line));
    }
    return !failed_;
}

void CommandDesk::tell_said(const QString& target, const QString& text) {
    // Where the server says our words back they come as a row, masked.
    const auto& capabilities = client().capabilities();
    if (capabilities.find("echo-message") != capabilities.end()) return;
    const std::string shown = client::mask_said(target.toStdString(), text.toStdString());
    tell(tr("To %1: %2").arg(target, text_of(shown)));
}

const client::Conversation* CommandDesk::find_room(const QString& room) const {
    return client().find_conversation(room.toStdString());
}

QString CommandDesk::find_open_room() const {
    const ConversationView* const view = feed_.current();
    return view != nullptr && view->kind() == PlaceKind::room ? view->name() : QString();
}

const client::Member* CommandDesk::find_person(const QString& nick) const {
    return feed_.find_person(nick);
}

QString ban_mask(const client::Client& client, const client::Member* person, const QString& text) {
    const client::Isupport& isupport = client.isupport();
    const auto extended = isupport.value("EXTBAN");
    const QString prefix = text_of(extended.value_or("")).section(u',', 0, 0);
    const bool is_mask = text.contains(u'!') || text.contains(u'@') || text.contains(u'*') ||
                         (!prefix.isEmpty() && text.startsWith(prefix)) || text.contains(u':');
    if (is_mask) return text;
    const auto by_account = isupport.value("ACCOUNTEXTBAN");
    const bool has_account = person != nullptr && !person->account.empty();
    if (has_account && extended && by_account && !by_account->empty()) {
        const QString letter = text_of(*by_account).section(u',', 0, 0);
        return prefix + letter + u':' + text_of(person->account);
    }
    const QString address = person == nullptr ? QString() : text_of(person->mask);
    const QString host = address.section(u'@', 1);
    return host.isEmpty() ? text + QStringLiteral("!*@*") : QStringLiteral("*!*@") + host;
}

QString silencing(const client::Isupport& isupport, const QString& mask) {
    if (isupport.room_modes(0).find('q') != std::string_view::npos) {
        return QStringLiteral("q ") + mask;
    }
    const auto extended = isupport.value("EXTBAN");
    if (!extended) return {};
    const QString prefix = text_of(*extended).section(u',', 0, 0);
    const QString letters = text_of(*extended).section(u',', 1);
    // UnrealIRCd has ~q for it, and its ~m is another thing; InspIRCd and Brusio have m.
    for (const QChar letter : {QChar(u'q'), QChar(u'm')}) {
        if (prefix.isEmpty() && letter == u'q') continue;
        if (letters.contains(letter)) return QStringLiteral("b ") + prefix + letter + u':' + mask;
    }
    return {};
}

}  // namespace brusio::ui
