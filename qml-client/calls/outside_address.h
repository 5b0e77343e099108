#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <optional>

#include "qml-client/calls/irc_address.h"
#include "qml-client/models/chat_feed.h"

namespace brusio::ui {

/// An irc:// address that came from outside of the window: a link of another program, a command
/// line. It is shown, and nothing connects, joins or founds before the user has agreed.
class OutsideAddress : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one address")
    Q_PROPERTY(brusio::ui::OutsideAddress::Question question READ question NOTIFY changed)
    Q_PROPERTY(QString server READ server NOTIFY changed)
    Q_PROPERTY(bool encrypted READ encrypted NOTIFY changed)
    Q_PROPERTY(QString room READ room NOTIFY changed)

 public:
    enum class Question {
        Nothing,
        NoAddress,  ///< it cannot be read
        Join,       ///< a room of this server
        Write,      ///< to a person of this server
        Go,         ///< to another server
    };
    Q_ENUM(Question)

    /// Both must outlive it.
    OutsideAddress(const ClientSettings& settings, const ChatFeed& feed, QObject* parent = nullptr);

    [[nodiscard]] Question question() const { return question_; }
    /// "host:port" as it cannot be mistaken.
    [[nodiscard]] QString server() const;
    [[nodiscard]] bool encrypted() const { return address_.server.tls; }
    /// The room, or the person; "" if none is named.
    [[nodiscard]] QString room() const;

    enum class Standing { inside, outside };
    /// Asks about it; what leads to where we are already is opened at once. `standing` says whether
    /// we are at a server at all.
    void ask(const QString& text, Standing standing);
    Q_INVOKABLE void agree();
    Q_INVOKABLE void dismiss();
    /// The room that was agreed to, if we are going to its server now; else "". Told once.
    [[nodiscard]] QString take_room(const Destination& destination);

 signals:
    void changed();
    void openAgreed(const QString& name);
    void joinAgreed(const QString& room);
    void writeAgreed(const QString& nick);
    /// To be gone to, as a guest as far as this knows.
    void goAgreed(const brusio::ui::Destination& destination);

 private:
    void put(Question question, const IrcAddress& address);

    const ClientSettings& settings_;
    const ChatFeed& feed_;
    IrcAddress address_;
    Question question_ = Question::Nothing;
    std::optional<IrcAddress> agreed_;
};

}  // namespace brusio::ui
