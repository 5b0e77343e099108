#pragma once

#include <gtest/gtest.h>

#include <QtCore/QStringList>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <memory>

#include "qml-client/models/module.h"
#include "qml-client/net/no_requests.h"
#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui::test {

/// Collects what QML warns about while it lives; the test fails if there was any.
class NoWarnings {
 public:
    NoWarnings() : before_(qInstallMessageHandler(&NoWarnings::take)) { heard().clear(); }
    ~NoWarnings() {
        qInstallMessageHandler(before_);
        EXPECT_EQ(heard().join("\n").toStdString(), "");
    }
    NoWarnings(const NoWarnings&) = delete;
    NoWarnings& operator=(const NoWarnings&) = delete;

 private:
    static QStringList& heard() {
        static QStringList list;
        return list;
    }
    static void take(QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type != QtDebugMsg && type != QtInfoMsg) heard() << text;
    }
    QtMessageHandler before_;
};

/// A window over a ChatWorld: the program's own Main.qml, or any QML with `chat` and `settings`.
struct QmlWindow {
    NoWarnings no_warnings;
    ChatWorld world;
    NoRequests requests;
    std::unique_ptr<QQmlApplicationEngine> engine = std::make_unique<QQmlApplicationEngine>();
    QQuickWindow* window = nullptr;

    explicit QmlWindow(QSize size) {
        register_module();
        engine->setNetworkAccessManagerFactory(&requests);
        engine->addImportPath(QStringLiteral(":/"));
        world.settings.set_window_width(size.width());
        world.settings.set_window_height(size.height());
        world.settings.set_language(QStringLiteral("en"));
        engine->setInitialProperties({{"chat", QVariant::fromValue(&world.chat)},
                                      {"settings", QVariant::fromValue(&world.settings)}});
    }
    ~QmlWindow() { engine.reset(); }

    void load_main() {
        engine->load(QUrl(QStringLiteral("qrc:/Brusio/Main.qml")));
        found();
    }
    void load(const QByteArray& qml) {
        engine->loadData(qml, QUrl(QStringLiteral("qrc:/test.qml")));
        found();
    }
    /// Lets everything that is due happen, drawing included.
    void settle() const {
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
        window->grabWindow();
        QCoreApplication::processEvents();
    }
    /// The first item made from the QML file of this name, inside of `from` if that is given; null
    /// if there is none.
    [[nodiscard]] QQuickItem* item(const QString& file, QQuickItem* from = nullptr) const {
        return find(from == nullptr ? window->contentItem() : from, file);
    }

 private:
    void found() {
        ASSERT_FALSE(engine->rootObjects().isEmpty());
        window = qobject_cast<QQuickWindow*>(engine->rootObjects().first());
        ASSERT_NE(window, nullptr);
        settle();
    }
    static QQuickItem* find(QQuickItem* from, const QString& file) {
        const QString type = QString::fromLatin1(from->metaObject()->className());
        if (type.section("_QML", 0, 0) == file) return from;
        for (QQuickItem* child : from->childItems()) {
            if (QQuickItem* hit = find(child, file)) return hit;
        }
        return nullptr;
    }
};

}  // namespace brusio::ui::test
