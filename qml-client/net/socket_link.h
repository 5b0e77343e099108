#pragma once

#include <QtNetwork/QSslSocket>
#include <optional>

#include "qml-client/net/byte_link.h"
#include "qml-client/net/server_address.h"

namespace brusio::ui {

/// A ByteLink over TCP, or over TLS 1.2 or later for ircs:// addresses. A certificate that the
/// system does not vouch for is taken only if it is the very one that the user trusts.
class SocketLink : public ByteLink {
    Q_OBJECT

 public:
    explicit SocketLink(TrustedFingerprint trusted = {}, QObject* parent = nullptr);
    ~SocketLink() override;

    void open(const QString& server) override;
    void close() override;
    void send(const QByteArray& bytes) override;

 private:
    void ready(client::LinkPrivacy privacy);
    void judge(const QList<QSslError>& errors);
    void failed(QAbstractSocket::SocketError error);
    void let_go();

    TrustedFingerprint trusted_;
    QSslSocket* socket_ = nullptr;  // the connection we tell of, or null
    QString place_;
    std::optional<ServerCertificate> refused_;  // during its handshake
};

}  // namespace brusio::ui
