#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>

#include "core/client/client_output.h"
#include "qml-client/net/server_certificate.h"

namespace brusio::ui {

/// One connection at a time to a server: what the brain's driver needs of the world. After `open`
/// comes either `opened` or `closed`; after `close` nothing more is heard of that connection.
class ByteLink : public QObject {
    Q_OBJECT

 public:
    using QObject::QObject;

    /// Starts to connect to a server address such as "irc://chat.example:6667" or
    /// "ircs://chat.example:6697".
    virtual void open(const QString& server) = 0;
    /// Flushes what was sent and ends the connection, or stops opening it.
    virtual void close() = 0;
    /// Appends to the stream; only between `opened` and the end.
    virtual void send(const QByteArray& bytes) = 0;

 signals:
    void opened(brusio::client::LinkPrivacy privacy);
    void received(const QByteArray& bytes);
    /// Before `closed`: only the user can say whether this is the server.
    void certificateRefused(const brusio::ui::ServerCertificate& certificate);
    void closed(brusio::client::DisconnectCause cause, const QString& text);
};

}  // namespace brusio::ui
