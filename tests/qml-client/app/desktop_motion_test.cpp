#include "qml-client/app/desktop_motion.h"

#include <gtest/gtest.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <initializer_list>
#include <utility>

#include "qml-client/models/client_settings.h"

namespace brusio::ui {
namespace {

struct Folder {
    QTemporaryDir folder;
    void write(const QString& path, const QByteArray& text) {
        QDir(folder.path()).mkpath(QFileInfo(path).path());
        QFile file(folder.filePath(path));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    bool is_still() const { return desktop_wants_less_motion({folder.path()}); }
};

using Cases = std::initializer_list<std::pair<const char*, bool>>;

TEST(DesktopMotion, nothing_set_is_nothing_asked_for) {
    Folder folder;
    EXPECT_FALSE(folder.is_still());
    EXPECT_FALSE(desktop_wants_less_motion({}));
}

TEST(DesktopMotion, is_read_from_kde) {
    for (const auto& [value, is_still] : Cases{{"0", true}, {"0.5", false}, {"", false}}) {
        Folder folder;
        folder.write("kdeglobals", QByteArray("[KDE]\nAnimationDurationFactor=") + value + "\n");
        EXPECT_EQ(folder.is_still(), is_still) << value;
    }
}

TEST(DesktopMotion, is_read_from_gtk) {
    for (const auto& [value, is_still] :
         Cases{{"false", true}, {"0", true}, {"true", false}, {"1", false}}) {
        Folder folder;
        folder.write("gtk-3.0/settings.ini",
                     QByteArray("[Settings]\ngtk-enable-animations=") + value + "\n");
        EXPECT_EQ(folder.is_still(), is_still) << value;
    }
}

TEST(DesktopMotion, ones_own_choice_is_stronger) {
    QTemporaryDir folder;
    ClientSettings settings(folder.filePath("brusio.ini"));
    EXPECT_FALSE(settings.reduced_motion());
    settings.set_desktop_reduces_motion(true);
    EXPECT_TRUE(settings.reduced_motion());
    settings.set_reduced_motion(false);
    EXPECT_FALSE(settings.reduced_motion());
    settings.set_reduced_motion(true);
    settings.set_desktop_reduces_motion(false);
    EXPECT_TRUE(settings.reduced_motion());
}

}  // namespace
}  // namespace brusio::ui
