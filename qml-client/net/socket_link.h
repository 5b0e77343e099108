#pragma once

#include <QtNetwork/QTcpSocket>
#include <memory>

#include "qml-client/net/byte_link.h"

namespace brusio::ui {

/// Where an irc:// address leads.
struct ServerAddress {
    QString host;
    quint16 port = 6667;
};

/// Reads "irc://host:port", "host:port" or "host"; an empty host when it is none of these.
[[nodiscard]] ServerAddress read_server_address(const QString& text);

/// A ByteLink over TCP.
class SocketLink : public ByteLink {
    Q_OBJECT

 public:
    using ByteLink::ByteLink;
    ~SocketLink() override;

    void open(const QString& server) override;
    void close() override;
    void send(const QByteArray& bytes) override;

 private:
    void failed(QAbstractSocket::SocketError error);
    void let_go();

    QTcpSocket* socket_ = nullptr;  // the connection we tell of, or null
};

}  // namespace brusio::ui
