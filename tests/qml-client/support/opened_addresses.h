#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

namespace brusio::ui::test {

/// In the place of the programs of this computer.
class OpenedAddresses : public QObject {
    Q_OBJECT

 public:
    OpenedAddresses() {
        for (const char* scheme : {"http", "https", "mailto", "irc", "ircs"}) {
            QDesktopServices::setUrlHandler(scheme, this, "open");
        }
    }
    ~OpenedAddresses() override {
        for (const char* scheme : {"http", "https", "mailto", "irc", "ircs"}) {
            QDesktopServices::unsetUrlHandler(scheme);
        }
    }
    QStringList addresses;

 public slots:
    void open(const QUrl& url) { addresses << url.toString(QUrl::FullyEncoded); }
};

}  // namespace brusio::ui::test
