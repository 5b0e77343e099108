#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <functional>

namespace brusio::ui {

/// Why nobody vouches for a certificate; several may hold.
enum class CertificateFlaw {
    unknown_issuer = 1,  ///< self-signed, or by nobody that this system trusts
    expired = 2,
    not_yet_valid = 4,
    other_host = 8,
    other = 16,
};
Q_DECLARE_FLAGS(CertificateFlaws, CertificateFlaw)
Q_DECLARE_OPERATORS_FOR_FLAGS(CertificateFlaws)

/// Whether this server showed another certificate before, which the user trusted.
enum class CertificateHistory { first_seen, changed };

/// A certificate that only the user can decide about.
struct ServerCertificate {
    QString place;           ///< "host:port"
    QByteArray fingerprint;  ///< SHA-256 of the whole certificate, in small hex digits
    QString subject;         ///< its common name; "" if it has none
    QString issuer;
    QDateTime expires;
    CertificateFlaws flaws;
    CertificateHistory history = CertificateHistory::first_seen;
};

/// The fingerprint that the user trusts for a place, "" if none.
using TrustedFingerprint = std::function<QByteArray(const QString& place)>;

}  // namespace brusio::ui
