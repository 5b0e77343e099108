#include "qml-client/models/client_settings.h"

#include <gtest/gtest.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTextStream>

namespace brusio::ui {
namespace {

constexpr auto owner_alone = QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                             QFileDevice::ReadUser | QFileDevice::WriteUser;

TEST(ClientSettings, is_for_its_owner_alone) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("new/brusio.ini");
    {
        ClientSettings settings(path);
        EXPECT_EQ(QFile::permissions(path), owner_alone) << "before the first word is in it";
        settings.set_last_room("#garden");
    }
    EXPECT_EQ(QFile::permissions(path), owner_alone);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("#garden"));
}

TEST(ClientSettings, that_others_could_read_is_closed_to_them) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("brusio.ini");
    {
        QFile old(path);
        ASSERT_TRUE(old.open(QIODevice::WriteOnly));
        old.write("[window]\ntheme=dark\n");
        ASSERT_TRUE(
            old.setPermissions(owner_alone | QFileDevice::ReadGroup | QFileDevice::ReadOther));
    }
    ClientSettings settings(path);
    EXPECT_EQ(settings.theme(), "dark");
    EXPECT_EQ(QFile::permissions(path), owner_alone);
}

TEST(ClientSettings, keeps_that_less_is_to_move_and_that_the_window_was_maximised) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("brusio.ini");
    {
        ClientSettings settings(path);
        EXPECT_FALSE(settings.reduced_motion());
        EXPECT_FALSE(settings.maximized());
        settings.set_reduced_motion(true);
        settings.set_maximized(true);
    }
    const ClientSettings later(path);
    EXPECT_TRUE(later.reduced_motion());
    EXPECT_TRUE(later.maximized());
}

}  // namespace
}  // namespace brusio::ui
