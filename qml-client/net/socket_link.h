#pragma once

#include <QtNetwork/QTcpSocket>

#include "qml-client/net/byte_link.h"
#include "qml-client/net/server_address.h"

namespace brusio::ui {

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
