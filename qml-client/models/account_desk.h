#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <optional>

#include "qml-client/models/chat_feed.h"

namespace brusio::ui {

/// The account we are logged in to, making one from within, and what is remembered of it.
class AccountDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one desk")
    Q_PROPERTY(QString account READ account NOTIFY changed)
    Q_PROPERTY(bool canRegister READ can_register NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problem_title NOTIFY changed)
    Q_PROPERTY(QString problemAdvice READ problem_advice NOTIFY changed)
    Q_PROPERTY(QString problemDetail READ problem_detail NOTIFY changed)

 public:
    /// Both must outlive it.
    AccountDesk(BrainDriver& driver, ClientSettings& settings, ChatFeed& feed,
                QObject* parent = nullptr);

    /// "" if we are here as a guest, or not here.
    [[nodiscard]] QString account() const;
    /// Whether the server we are on takes registrations from us now.
    [[nodiscard]] bool can_register() const;
    /// The server has not answered yet.
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QString problem_title() const;
    [[nodiscard]] QString problem_advice() const;
    [[nodiscard]] QString problem_detail() const;

    /// Makes an account while we are online; `made` or a problem follows. `name` "" takes the nick,
    /// `email` "" is none.
    Q_INVOKABLE void registerAccount(const QString& name, const QString& email,
                                     const QString& password, bool remember);
    Q_INVOKABLE void forgetProblem();

    /// Whether the password is to be kept once it has worked.
    void set_remember(bool remember) { remember_ = remember; }

 signals:
    void changed();
    /// Made just now, by whatever way.
    void made(const QString& account);

 private:
    void keep();

    BrainDriver& driver_;
    ClientSettings& settings_;
    std::optional<client::ClientError> problem_;
    bool busy_ = false;
    bool remember_ = false;
};

}  // namespace brusio::ui
