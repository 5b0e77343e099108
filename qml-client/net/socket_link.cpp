#include "qml-client/net/socket_link.h"

#include <QtCore/QTimer>
#include <QtNetwork/QNetworkProxy>

namespace brusio::ui {

namespace {

client::DisconnectCause cause_of(QAbstractSocket::SocketError error) {
    using client::DisconnectCause;
    switch (error) {
        case QAbstractSocket::ConnectionRefusedError:
            return DisconnectCause::refused;
        case QAbstractSocket::RemoteHostClosedError:
            return DisconnectCause::closed_by_peer;
        case QAbstractSocket::HostNotFoundError:
            return DisconnectCause::host_not_found;
        case QAbstractSocket::SocketTimeoutError:
            return DisconnectCause::timed_out;
        case QAbstractSocket::NetworkError:
            return DisconnectCause::network_unreachable;
        default:
            return DisconnectCause::other;
    }
}

}  // namespace

SocketLink::~SocketLink() { close(); }

void SocketLink::open(const QString& server) {
    let_go();
    socket_ = new QTcpSocket(this);
    socket_->setProxy(QNetworkProxy::NoProxy);
    connect(socket_, &QTcpSocket::connected, this, [this] {
        socket_->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        emit opened(socket_->peerAddress().isLoopback() ? client::LinkPrivacy::sealed
                                                        : client::LinkPrivacy::exposed);
    });
    connect(socket_, &QTcpSocket::readyRead, this, [this] { emit received(socket_->readAll()); });
    connect(socket_, &QTcpSocket::errorOccurred, this, &SocketLink::failed);
    const ServerAddress address = read_server_address(server);
    socket_->connectToHost(address.host, address.port);
}

void SocketLink::close() {
    if (socket_ == nullptr) return;
    socket_->disconnect(this);
    QTcpSocket* const leaving = socket_;
    socket_ = nullptr;
    // What was written goes out first; a peer that does not read must not hold us for ever.
    constexpr int goodbye_ms_max = 2000;
    connect(leaving, &QTcpSocket::disconnected, leaving, &QObject::deleteLater);
    if (leaving->state() != QAbstractSocket::ConnectedState) {
        leaving->abort();
        leaving->deleteLater();
        return;
    }
    leaving->flush();
    leaving->disconnectFromHost();
    QTimer::singleShot(goodbye_ms_max, leaving, &QTcpSocket::abort);
}

void SocketLink::send(const QByteArray& bytes) {
    if (socket_ != nullptr) socket_->write(bytes);
}

void SocketLink::failed(QAbstractSocket::SocketError error) {
    if (socket_ == nullptr) return;
    const QString text = socket_->errorString();
    let_go();
    emit closed(cause_of(error), text);
}

void SocketLink::let_go() {
    if (socket_ == nullptr) return;
    socket_->disconnect(this);
    socket_->abort();
    socket_->deleteLater();
    socket_ = nullptr;
}

}  // namespace brusio::ui
