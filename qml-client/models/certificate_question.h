#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <optional>

#include "qml-client/models/client_settings.h"
#include "qml-client/net/server_certificate.h"

namespace brusio::ui {

/// Asks whether a server is who it says, when nobody but the user can know. The answer is
/// remembered for this server and this very certificate.
class CertificateQuestion : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one question")
    Q_PROPERTY(bool open READ is_open NOTIFY changed)
    Q_PROPERTY(bool certificateChanged READ certificate_changed NOTIFY changed)
    Q_PROPERTY(QString server READ server NOTIFY changed)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    Q_PROPERTY(QString flaws READ flaws NOTIFY changed)
    Q_PROPERTY(QString owner READ owner NOTIFY changed)

 public:
    /// `settings` must outlive it.
    explicit CertificateQuestion(ClientSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] bool is_open() const { return certificate_.has_value(); }
    /// Another one was trusted here before: somebody may stand between us and the server.
    [[nodiscard]] bool certificate_changed() const;
    /// "host:port"; "" if nothing is asked, as are the others.
    [[nodiscard]] QString server() const;
    /// SHA-256 in pairs of capitals with colons, in four lines.
    [[nodiscard]] QString fingerprint() const;
    /// Why nobody vouches for it, one reason a line.
    [[nodiscard]] QString flaws() const;
    /// Whose it is, by whom, and until when.
    [[nodiscard]] QString owner() const;

    void ask(const ServerCertificate& certificate);
    Q_INVOKABLE void trust();
    Q_INVOKABLE void dismiss();
    /// Writes every text anew after a change of language.
    void retranslate() { emit changed(); }

 signals:
    void changed();
    /// The user says yes: connect again.
    void trusted();

 private:
    ClientSettings& settings_;
    std::optional<ServerCertificate> certificate_;
};

}  // namespace brusio::ui
