#include "tests/qml-client/net/real_server.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QRegularExpression>

namespace brusio::ui::test {

namespace {

constexpr int server_patience_ms = 30'000;

}  // namespace

bool RealServer::start(const QStringList& listeners) {
    said_.clear();
    QStringList arguments{QStringLiteral("--data"), path(QStringLiteral("data"))};
    for (const QString& listener : listeners) arguments << QStringLiteral("--listen") << listener;
    process_.start(QStringLiteral(BRUSIOD_PROGRAM), arguments);
    const QDeadlineTimer deadline(server_patience_ms);
    while (!deadline.hasExpired()) {
        if (said_.count(QStringLiteral("event=listening")) == listeners.size()) return true;
        if (process_.state() == QProcess::NotRunning) break;
        process_.waitForReadyRead(100);
        said_ += QString::fromUtf8(process_.readAllStandardError());
    }
    qWarning("brusiod did not start: %s", qUtf8Printable(said_));
    return false;
}

void RealServer::stop() {
    if (process_.state() == QProcess::NotRunning) return;
    process_.terminate();
    if (!process_.waitForFinished(server_patience_ms)) process_.kill();
    process_.waitForFinished(server_patience_ms);
}

int RealServer::port(const QString& scheme) const {
    const QRegularExpression line(QStringLiteral("event=listening .*url=%1://[^\\s]*:(\\d+)")
                                      .arg(QRegularExpression::escape(scheme)));
    return line.match(said_).captured(1).toInt();
}

}  // namespace brusio::ui::test
