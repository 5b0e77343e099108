#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include "qml-client/models/client_settings.h"
#include "qml-client/net/brain_driver.h"

namespace brusio::ui {

/// Whose words are not wanted on the server we are on: kept in the settings, heeded by the brain,
/// so that no row is ever made. An entry is "account:name" or a mask "nick!user@host".
class IgnoreList : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one list")
    Q_PROPERTY(QStringList entries READ entries NOTIFY changed)

 public:
    /// Both must outlive it.
    IgnoreList(BrainDriver& driver, ClientSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] const QStringList& entries() const { return entries_; }
    /// The list of the server that the settings name as the destination.
    void load();
    /// False if it is there already or there are too many.
    bool add(const QString& entry);
    /// False if it is not there. Any case of letters.
    Q_INVOKABLE bool remove(const QString& entry);
    /// The entry that hides this person; "" if none does.
    [[nodiscard]] QString entry_for(const QString& nick, const QString& account) const;

    /// "bob, whatever the nick" or the mask.
    Q_INVOKABLE [[nodiscard]] QString wordsOf(const QString& entry) const;

 signals:
    void changed();

 private:
    void heed();
    void keep();

    BrainDriver& driver_;
    ClientSettings& settings_;
    QStringList entries_;
};

/// How somebody is ignored: by account if there is one, else by nick; a mask is itself.
[[nodiscard]] QString ignore_entry(const QString& who, const QString& account);

}  // namespace brusio::ui
