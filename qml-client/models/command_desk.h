#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include "qml-client/models/chat_feed.h"
#include "qml-client/models/command.h"
#include "qml-client/models/ignore_list.h"

namespace brusio::ui {

/// What the commands of the composer do (command_handlers.h): it asks the server, brings its answer
/// to where it was asked, and tells Chat what opens or closes.
class CommandDesk : public QObject {
    Q_OBJECT

 public:
    /// All must outlive it.
    CommandDesk(BrainDriver& driver, ChatFeed& feed, IgnoreList& ignored,
                QObject* parent = nullptr);

    /// Does what a command of the table says. False if it could not; `hinted` tells why then.
    bool run(const ComposerInput& input);

    /// Whether the server offers what a command needs.
    [[nodiscard]] bool offers(const Command& command) const;

    // ---- For the handlers --------------------------------------------------------------------
    [[nodiscard]] const client::Client& client() const { return driver_.client(); }
    [[nodiscard]] IgnoreList& ignored() { return ignored_; }
    template <class Action>
    void act(Action action) {
        driver_.act(action);
    }
    /// Sends a line, if we are online; else it fails.
    void send(const QString& line);
    /// The same, and the answer comes to `question.answer`; its asker is this desk.
    void ask(const QString& line, Question question);
    /// Asks for lines of which each is shown as `words` has it, all together at the end.
    void ask_in_lines(const QString& line, Question question,
                      std::function<QString(const client::ServerReply&)> words);
    /// Where we are now: what is told there later comes back here.
    [[nodiscard]] client::ConversationId here() const;
    /// A line of our own in a conversation, or here.
    void tell(client::ConversationId where, const QString& words);
    void tell(const QString& words) { tell(here(), words); }
    /// The command cannot be done.
    void fail(const QString& why);
    /// What passwords may be in is said without a row or a copy on the disk. False if it was not.
    bool say_secretly(const QString& target, const QString& text);
    /// A line about that, here, if the server does not say it back.
    void tell_said(const QString& target, const QString& text);
    /// The member of this nick in any of our rooms; null if we see nobody of that name.
    [[nodiscard]] const client::Member* find_person(const QString& nick) const;
    [[nodiscard]] const client::Conversation* find_room(const QString& room) const;
    /// The room that is open; "" if none is.
    [[nodiscard]] QString find_open_room() const;

 signals:
    void hinted(const QString& words);
    void joinAsked(const QString& room, const QString& key);
    void directoryAsked(const QString& filter);
    void closeAsked();
    void clearAsked();
    void quitAsked();
    void helpAsked(const QString& about);

 private:
    BrainDriver& driver_;
    ChatFeed& feed_;
    IgnoreList& ignored_;
    bool failed_ = false;
};

/// The mask that keeps somebody out: by account where the server can, else by address, else by
/// nick. A text that is a mask already is itself.
[[nodiscard]] QString ban_mask(const client::Client& client, const client::Member* person,
                               const QString& text);
/// The mode and its value that let a mask read and not write ("q mask", "b ~m:mask"), by what the
/// server announces; "" if it offers nothing of the kind.
[[nodiscard]] QString silencing(const client::Isupport& isupport, const QString& mask);

}  // namespace brusio::ui
