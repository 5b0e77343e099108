#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QPointer>

#include "qml-client/models/chat.h"

namespace brusio::ui {

/// Whether the other one of an open private conversation is there, as far as that is known: from
/// the rooms in common. Of somebody who is in none of them nothing is said.
class PartnerPresence : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(brusio::ui::Chat* chat READ chat WRITE set_chat NOTIFY chatChanged REQUIRED)
    Q_PROPERTY(QString words READ words NOTIFY wordsChanged)

 public:
    using QObject::QObject;

    [[nodiscard]] Chat* chat() const { return chat_; }
    /// Once; the chat must outlive this.
    void set_chat(Chat* chat);
    /// "" if it is not known, or no private conversation is open.
    [[nodiscard]] QString words() const;

 signals:
    void chatChanged();
    void wordsChanged();

 private:
    QPointer<Chat> chat_;
};

}  // namespace brusio::ui
