#pragma once

#include <QtQuick/QQuickImageProvider>

namespace brusio::ui {

/// The picture in the tray: the program's own, with the number of messages that wait for the user;
/// "image://tray/NUMBER", where more than 99 are "99+".
class TrayPicture final : public QQuickImageProvider {
 public:
    TrayPicture() : QQuickImageProvider(QQuickImageProvider::Image) {}

    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;
};

}  // namespace brusio::ui
