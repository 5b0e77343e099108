#pragma once

#include <QtCore/QObject>
#include <QtQml/QQmlContext>
#include <QtQml/QQmlEngine>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "qml-client/models/module.h"
#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui::test {

/// What the tst_*.qml find in their engine: the module, a chat in #garden, and a peer to play.
class QuickTestSetup : public QObject {
    Q_OBJECT

 public slots:
    void applicationAvailable() {
        // Whatever QML warns about ends the run: a warning is a mistake.
        qInstallMessageHandler(
            [](QtMsgType type, const QMessageLogContext& context, const QString& text) {
                std::fprintf(stderr, "%s\n", qUtf8Printable(text));
                const QLatin1String category(context.category == nullptr ? "" : context.category);
                if (type == QtWarningMsg &&
                    (category == QLatin1String("qml") || text.contains(".qml:"))) {
                    std::_Exit(3);
                }
            });
    }
    void qmlEngineAvailable(QQmlEngine* engine) {
        register_module();
        engine->addImportPath(QStringLiteral(":/"));
        world_ = std::make_unique<ChatWorld>();
        world_->enter(QStringLiteral("me"));
        engine->rootContext()->setContextProperty(QStringLiteral("testChat"), &world_->chat);
        engine->rootContext()->setContextProperty(QStringLiteral("testSettings"),
                                                  &world_->settings);
        engine->rootContext()->setContextProperty(QStringLiteral("peer"), this);
    }
    void cleanupTestCase() { world_.reset(); }

 public:
    /// Somebody says something in #garden.
    Q_INVOKABLE void says(const QString& nick, const QString& text) {
        world_->say(nick, QStringLiteral("#garden"), text);
    }
    Q_INVOKABLE QStringList sentLines() { return world_->link.take_lines(); }

 private:
    std::unique_ptr<ChatWorld> world_;
};

}  // namespace brusio::ui::test
