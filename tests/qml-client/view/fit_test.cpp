// Twice as large on a small screen, in both languages: no words of ours are cut.
#include <gtest/gtest.h>

#include <QtCore/QTranslator>
#include <QtTest/QTest>

#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::QmlWindow;

struct Look {
    QSize size;
    double scale;
    const char* language;
};

struct Fitting : QmlWindow {
    explicit Fitting(const Look& look) : QmlWindow(look.size) {
        if (translator.load(QStringLiteral(":/Brusio/i18n/brusio_%1.qm").arg(look.language))) {
            QCoreApplication::installTranslator(&translator);
        }
        world.settings.set_scale(look.scale);
        world.settings.set_reduced_motion(true);
    }
    ~Fitting() { QCoreApplication::removeTranslator(&translator); }
    QTranslator translator;

    /// Texts on the screen that are cut, or stand outside of it.
    QStringList cut() const {
        QStringList found;
        collect(window->contentItem(), found);
        return found;
    }

 private:
    void collect(QQuickItem* item, QStringList& found) const {
        if (!item->isVisible() || item->opacity() == 0) return;
        if (item->inherits("QQuickText")) check(item, found);
        for (QQuickItem* child : item->childItems()) collect(child, found);
    }
    void check(QQuickItem* item, QStringList& found) const {
        const QString text = item->property("text").toString();
        if (text.isEmpty()) return;
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const bool is_outside = place.left() < -1 || place.right() > window->width() + 1;
        const bool is_wider = item->property("contentWidth").toDouble() > item->width() + 1;
        if (item->property("truncated").toBool() || is_outside || is_wider) {
            found << QStringLiteral("%1: %2").arg(owner(item), text);
        }
    }
    static QString owner(QQuickItem* item) {
        for (QQuickItem* at = item; at != nullptr; at = at->parentItem()) {
            const QString type = QString::fromLatin1(at->metaObject()->className());
            if (type.contains("_QML")) return type.section("_QML", 0, 0);
        }
        return {};
    }
};

class Fit : public testing::TestWithParam<Look> {};

TEST_P(Fit, the_rooms) {
    Fitting app(GetParam());
    app.world.enter("me");
    app.world.say("ada", "#garden", "hello");
    app.load_main();
    EXPECT_EQ(app.cut().join('\n').toStdString(), "");
    QMetaObject::invokeMethod(app.item("ChatPage"), "showRoom");
    app.settle();
    EXPECT_EQ(app.cut().join('\n').toStdString(), "");
    if (app.item("ChatPage")->property("shape") != "three") {
        QMetaObject::invokeMethod(app.item("ChatPage"), "toggleMembers");
        app.settle();
        EXPECT_EQ(app.cut().join('\n').toStdString(), "");
    }
}

TEST_P(Fit, the_first_screen) {
    Fitting app(GetParam());
    app.load_main();
    EXPECT_EQ(app.cut().join('\n').toStdString(), "");
}

TEST_P(Fit, the_dialogs) {
    Fitting app(GetParam());
    app.world.enter("me");
    app.load_main();
    for (const char* opens : {"join", "jump", "showKeys", "showSettings"}) {
        QMetaObject::invokeMethod(app.item("ChatPage"), opens);
        app.settle();
        EXPECT_EQ(app.cut().join('\n').toStdString(), "") << opens;
        QTest::keyClick(app.window, Qt::Key_Escape);
        app.settle();
    }
}

INSTANTIATE_TEST_SUITE_P(Looks, Fit,
                         testing::Values(Look{QSize(360, 640), 1.0, "it"},
                                         Look{QSize(360, 640), 2.0, "en"},
                                         Look{QSize(360, 640), 2.0, "it"},
                                         Look{QSize(1280, 800), 2.0, "it"},
                                         Look{QSize(1280, 800), 1.0, "it"}));

}  // namespace
}  // namespace brusio::ui
