#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QPointer>

#include "qml-client/models/chat.h"

namespace brusio::ui {

/// The ways from one conversation to another that are keys, beside the step to the next one
/// (Chat::stepRoom).
class RoomWalk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(brusio::ui::Chat* chat MEMBER chat_ NOTIFY chatChanged REQUIRED)

 public:
    using QObject::QObject;

    /// Opens the next conversation with something unread below (`direction` 1) or above (-1) the
    /// open one, round the end of the list. False if there is none.
    Q_INVOKABLE bool stepUnread(int direction);
    /// Opens the n-th conversation of the list, from 1. False if there are fewer.
    Q_INVOKABLE bool openNth(int number);

 signals:
    void chatChanged();

 private:
    QPointer<Chat> chat_;
};

}  // namespace brusio::ui
