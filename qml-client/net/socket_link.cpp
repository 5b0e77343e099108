#include "qml-client/net/socket_link.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <utility>

namespace brusio::ui {

namespace {

using client::DisconnectCause;

DisconnectCause cause_of(QAbstractSocket::SocketError error) {
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
        case QAbstractSocket::SslHandshakeFailedError:
        case QAbstractSocket::SslInternalError:
        case QAbstractSocket::SslInvalidUserDataError:
            return DisconnectCause::tls_failed;
        default:
            return DisconnectCause::other;
    }
}

CertificateFlaw flaw_of(QSslError::SslError error) {
    switch (error) {
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return CertificateFlaw::unknown_issuer;
        case QSslError::CertificateExpired:
            return CertificateFlaw::expired;
        case QSslError::CertificateNotYetValid:
            return CertificateFlaw::not_yet_valid;
        case QSslError::HostNameMismatch:
            return CertificateFlaw::other_host;
        default:
            return CertificateFlaw::other;
    }
}

DisconnectCause cause_of(const ServerCertificate& refused) {
    if (refused.history == CertificateHistory::changed) return DisconnectCause::tls_untrusted;
    if (refused.flaws == CertificateFlaw::expired) return DisconnectCause::tls_expired;
    if (refused.flaws == CertificateFlaw::other_host) return DisconnectCause::tls_host_mismatch;
    return DisconnectCause::tls_untrusted;
}

QString first_of(const QStringList& names) { return names.isEmpty() ? QString() : names.first(); }

}  // namespace

SocketLink::SocketLink(TrustedFingerprint trusted, QObject* parent)
    : ByteLink(parent), trusted_(std::move(trusted)) {}

SocketLink::~SocketLink() { close(); }

void SocketLink::open(const QString& server) {
    let_go();
    refused_.reset();
    socket_ = new QSslSocket(this);
    socket_->setProxy(QNetworkProxy::NoProxy);
    connect(socket_, &QSslSocket::readyRead, this, [this] { emit received(socket_->readAll()); });
    connect(socket_, &QSslSocket::errorOccurred, this, &SocketLink::failed);
    const ServerAddress address = read_server_address(server);
    place_ = QStringLiteral("%1:%2").arg(address.host).arg(address.port);
    if (address.tls) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setProtocol(QSsl::TlsV1_2OrLater);
        socket_->setSslConfiguration(configuration);
        connect(socket_, &QSslSocket::sslErrors, this, &SocketLink::judge);
        connect(socket_, &QSslSocket::encrypted, this,
                [this] { ready(client::LinkPrivacy::sealed); });
        socket_->connectToHostEncrypted(address.host, address.port);
    } else {
        connect(socket_, &QSslSocket::connected, this, [this] {
            ready(socket_->peerAddress().isLoopback() ? client::LinkPrivacy::sealed
                                                      : client::LinkPrivacy::exposed);
        });
        socket_->connectToHost(address.host, address.port);
    }
}

void SocketLink::ready(client::LinkPrivacy privacy) {
    socket_->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    emit opened(privacy);
}

// Called once a handshake, with everything that is wrong with the certificate.
void SocketLink::judge(const QList<QSslError>& errors) {
    const QSslCertificate certificate = socket_->peerCertificate();
    const QByteArray fingerprint = certificate.digest(QCryptographicHash::Sha256).toHex();
    const QByteArray known = trusted_ ? trusted_(place_) : QByteArray();
    if (!certificate.isNull() && known == fingerprint) {
        socket_->ignoreSslErrors(errors);
        return;
    }
    ServerCertificate refused;
    refused.place = place_;
    refused.fingerprint = fingerprint;
    refused.subject = first_of(certificate.subjectInfo(QSslCertificate::CommonName));
    refused.issuer = first_of(certificate.issuerInfo(QSslCertificate::CommonName));
    refused.expires = certificate.expiryDate();
    for (const QSslError& error : errors) refused.flaws |= flaw_of(error.error());
    if (!known.isEmpty()) refused.history = CertificateHistory::changed;
    refused_ = std::move(refused);
}

void SocketLink::close() {
    if (socket_ == nullptr) return;
    socket_->disconnect(this);
    QSslSocket* const leaving = socket_;
    socket_ = nullptr;
    // What was written goes out first; a peer that does not read must not hold us for ever.
    constexpr int goodbye_ms_max = 2000;
    connect(leaving, &QSslSocket::disconnected, leaving, &QObject::deleteLater);
    if (leaving->state() != QAbstractSocket::ConnectedState) {
        leaving->abort();
        leaving->deleteLater();
        return;
    }
    leaving->flush();
    leaving->disconnectFromHost();
    QTimer::singleShot(goodbye_ms_max, leaving, &QSslSocket::abort);
}

void SocketLink::send(const QByteArray& bytes) {
    if (socket_ != nullptr) socket_->write(bytes);
}

void SocketLink::failed(QAbstractSocket::SocketError error) {
    if (socket_ == nullptr) return;
    const QString text = socket_->errorString();
    const bool in_handshake = socket_->mode() == QSslSocket::SslClientMode &&
                              !socket_->isEncrypted() && !socket_->peerAddress().isNull();
    let_go();
    if (const auto refused = std::exchange(refused_, std::nullopt)) {
        emit certificateRefused(*refused);
        emit closed(cause_of(*refused), text);
        return;
    }
    const bool broken_off = in_handshake && error == QAbstractSocket::RemoteHostClosedError;
    emit closed(broken_off ? DisconnectCause::tls_failed : cause_of(error), text);
}

void SocketLink::let_go() {
    if (socket_ == nullptr) return;
    socket_->disconnect(this);
    socket_->abort();
    socket_->deleteLater();
    socket_ = nullptr;
}

}  // namespace brusio::ui
