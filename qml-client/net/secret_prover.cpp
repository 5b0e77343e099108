#include "qml-client/net/secret_prover.h"

#include <QtCore/QMutexLocker>
#include <QtCore/QRandomGenerator>
#include <array>

#include "transport/scram/scram_math.h"

namespace brusio::ui {

client::SecretProof SecretProver::prove(const client::ProveSecret& task) {
    const std::string password = prepared_password(task.password.reveal());
    const QMutexLocker lock(&mutex_);
    const bool is_known = last_.iterations == task.iterations && last_.salt == task.salt &&
                          last_.password == password;
    if (!is_known) {
        last_ = {password, task.salt, task.iterations,
                 scram::scram_salted_password(password, task.salt, task.iterations)};
    }
    scram::ScramProof proof = scram::scram_proof(last_.result, task.auth_message);
    return {std::move(proof.client_proof), std::move(proof.server_signature)};
}

std::string prepared_password(const std::string& password) {
    QString text = QString::fromStdString(password);
    for (QChar& c : text) {
        if (c.category() == QChar::Separator_Space) c = u' ';
    }
    text.remove(QChar(QChar::SoftHyphen));
    return text.normalized(QString::NormalizationForm_KC, QChar::Unicode_3_2).toStdString();
}

std::string fresh_nonce() {
    std::array<quint32, 4> chance{};
    QRandomGenerator::system()->fillRange(chance.data(), chance.size());
    const auto* const bytes = reinterpret_cast<const char*>(chance.data());
    return QByteArray::fromRawData(bytes, sizeof chance).toHex().toStdString();
}

}  // namespace brusio::ui
