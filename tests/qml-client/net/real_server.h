#pragma once

#include <QtCore/QProcess>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

namespace brusio::ui::test {

/// The server that ships, in a process of its own on free ports of this machine, with its data in a
/// folder that lives as long as this.
class RealServer {
 public:
    ~RealServer() { stop(); }

    /// Starts it with these listeners; all must be there before long. False if not.
    bool start(const QStringList& listeners = {QStringLiteral("irc://127.0.0.1:0")});
    /// Ends it as an administrator would; its data stay.
    void stop();
    /// The port of the listener with this scheme, 0 if there is none.
    [[nodiscard]] int port(const QString& scheme = QStringLiteral("irc")) const;
    /// Whether this stood in its log when it had started.
    [[nodiscard]] bool said(const QString& words) const { return said_.contains(words); }
    [[nodiscard]] QString path(const QString& name) const { return folder_.filePath(name); }

 private:
    QTemporaryDir folder_;
    QProcess process_;
    QString said_;
};

}  // namespace brusio::ui::test
