#include "qml-client/models/certificate_question.h"

#include <QtCore/QLocale>
#include <utility>

namespace brusio::ui {

CertificateQuestion::CertificateQuestion(ClientSettings& settings, QObject* parent)
    : QObject(parent), settings_(settings) {}

bool CertificateQuestion::certificate_changed() const {
    return certificate_ && certificate_->history == CertificateHistory::changed;
}

QString CertificateQuestion::server() const {
    return certificate_ ? certificate_->place : QString();
}

QString CertificateQuestion::fingerprint() const {
    if (!certificate_) return {};
    const QByteArray digits = certificate_->fingerprint.toUpper();
    constexpr qsizetype pairs_per_line = 8;  // what a phone shows without breaking them again
    QString text;
    for (qsizetype at = 0; at < digits.size(); at += 2) {
        if (at > 0) text += at % (2 * pairs_per_line) == 0 ? u'\n' : u':';
        text += QString::fromLatin1(digits.mid(at, 2));
    }
    return text;
}

QString CertificateQuestion::flaws() const {
    if (!certificate_) return {};
    const CertificateFlaws found = certificate_->flaws;
    QStringList lines;
    if (found & CertificateFlaw::unknown_issuer) {
        lines << tr("Nobody that this computer trusts vouches for it.");
    }
    if (found & CertificateFlaw::other_host) lines << tr("It was made for another name.");
    if (found & CertificateFlaw::expired) lines << tr("It has expired.");
    if (found & CertificateFlaw::not_yet_valid) lines << tr("It is not valid yet.");
    if (found & CertificateFlaw::other) lines << tr("It cannot be checked fully.");
    return lines.join(u'\n');
}

QString CertificateQuestion::owner() const {
    if (!certificate_) return {};
    const auto named = [](const QString& name) { return name.isEmpty() ? tr("nobody") : name; };
    return tr("Issued to %1 by %2, valid until %3")
        .arg(named(certificate_->subject), named(certificate_->issuer),
             QLocale().toString(certificate_->expires.date(), QLocale::ShortFormat));
}

void CertificateQuestion::ask(const ServerCertificate& certificate) {
    certificate_ = certificate;
    emit changed();
}

void CertificateQuestion::trust() {
    const auto certificate = std::exchange(certificate_, std::nullopt);
    if (!certificate) return;
    settings_.trust(certificate->place, certificate->fingerprint);
    emit changed();
    emit trusted();
}

void CertificateQuestion::dismiss() {
    if (!std::exchange(certificate_, std::nullopt)) return;
    emit changed();
}

}  // namespace brusio::ui
