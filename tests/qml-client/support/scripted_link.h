#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <functional>

#include "qml-client/net/byte_link.h"

namespace brusio::ui::test {

/// A ByteLink without a network: the test is the server.
class ScriptedLink : public ByteLink {
 public:
    void open(const QString& server) override {
        server_ = server;
        ++opened_count_;
    }
    void close() override { closed_by_us_ = true; }
    void send(const QByteArray& bytes) override {
        if (on_send) on_send(bytes);
        sent_ += bytes;
    }
    /// Called with the bytes that are about to leave.
    std::function<void(const QByteArray&)> on_send;

    [[nodiscard]] QString server() const { return server_; }
    [[nodiscard]] int opened_count() const { return opened_count_; }
    [[nodiscard]] bool closed_by_us() const { return closed_by_us_; }

    /// What the client wrote since the last call, a line each.
    QStringList take_lines() {
        const QString text = QString::fromUtf8(sent_);
        sent_.clear();
        return text.split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    }

    /// The connection stands.
    void accept() { emit opened(client::LinkPrivacy::sealed); }
    /// The server says these lines.
    void say(const QStringList& lines) {
        QByteArray bytes;
        for (const QString& line : lines) bytes += line.toUtf8() + "\r\n";
        emit received(bytes);
    }
    /// The connection ends or does not come about.
    void drop(client::DisconnectCause cause, const QString& text = {}) { emit closed(cause, text); }

    /// The welcome of a server that offers no capability.
    void welcome(const QString& nick) {
        accept();
        say({QStringLiteral(":srv CAP * LS :"), QStringLiteral(":srv 001 %1 :Welcome").arg(nick),
             QStringLiteral(":srv 005 %1 NETWORK=Testnet PREFIX=(ov)@+ CHANTYPES=# :ok").arg(nick),
             QStringLiteral(":srv 422 %1 :No MOTD").arg(nick)});
    }

 private:
    QString server_;
    QByteArray sent_;
    int opened_count_ = 0;
    bool closed_by_us_ = false;
};

}  // namespace brusio::ui::test
