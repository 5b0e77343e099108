#include "qml-client/desktop/one_instance.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtCore/QTimer>
#include <QtNetwork/QLocalSocket>
#include <chrono>

namespace brusio::ui {

namespace {

constexpr int reach_ms = 1'000;
constexpr int answer_ms = 3'000;
constexpr std::chrono::seconds visit_max{5};

// What is said: a greeting with the address behind it, and the answer, a line each.
const QByteArray greeting = "brusio show ";
const QByteArray agreed = "brusio here\n";

QString socket_path(const QString& folder, const QString& settings) {
    if (folder.isEmpty()) return {};
    const QByteArray file = QFileInfo(settings).absoluteFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(file, QCryptographicHash::Sha256);
    return QDir(folder).filePath(QStringLiteral("brusio-") +
                                 QString::fromLatin1(hash.toHex().left(16)));
}

}  // namespace

OneInstance::OneInstance(const QString& folder, const QString& settings, QObject* parent)
    : QObject(parent), path_(socket_path(folder, settings)) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &OneInstance::take_visitors);
}

OneInstance::Start OneInstance::start(const QString& address) {
    if (path_.isEmpty()) return Start::alone;
    // Two that start at once look one after the other.
    QLockFile turn(path_ + QStringLiteral(".lock"));
    if (!turn.tryLock(answer_ms)) return Start::alone;
    switch (hand_over(address)) {
        case Answer::taken:
            return Start::handed_over;
        case Answer::silent:
            return Start::alone;
        case Answer::nobody:
            break;
    }
    QLocalServer::removeServer(path_);  // what a killed window left
    return server_.listen(path_) ? Start::first : Start::alone;
}

OneInstance::Answer OneInstance::hand_over(const QString& address) const {
    QLocalSocket socket;
    socket.connectToServer(path_);
    if (!socket.waitForConnected(reach_ms)) return Answer::nobody;
    socket.write(greeting + address.simplified().toUtf8().left(address_bytes_max) + '\n');
    const QDeadlineTimer deadline(answer_ms);
    while (!socket.canReadLine() && !deadline.hasExpired()) {
        const bool hears = socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        if (!hears && socket.state() != QLocalSocket::ConnectedState) break;
    }
    return socket.readLine() == agreed ? Answer::taken : Answer::silent;
}

void OneInstance::take_visitors() {
    while (QLocalSocket* const visitor = server_.nextPendingConnection()) {
        connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
        connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] { hear(visitor); });
        QTimer::singleShot(visit_max, visitor, &QLocalSocket::abort);
        hear(visitor);
    }
}

void OneInstance::hear(QLocalSocket* visitor) {
    if (!visitor->canReadLine()) {
        if (visitor->bytesAvailable() > address_bytes_max + greeting.size()) visitor->abort();
        return;
    }
    const QByteArray line = visitor->readLine(address_bytes_max + greeting.size() + 2).trimmed();
    const bool greets = line.startsWith(greeting) || line == greeting.trimmed();
    if (!greets) return visitor->abort();
    visitor->write(agreed);
    visitor->disconnectFromServer();  // once that is written
    emit asked(QString::fromUtf8(line.mid(greeting.size())));
}

}  // namespace brusio::ui
