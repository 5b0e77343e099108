#include "qml-client/models/room_export.h"

#include <gtest/gtest.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QSignalSpy>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using client::Message;
using client::MessageKind;
using test::ChatWorld;

Message row(MessageKind kind, const std::string& sender, const std::string& text) {
    Message one;
    one.kind = kind;
    one.sender = sender;
    one.text = text;
    one.time = WallTime{1'795'372'800'000};
    return one;
}

QStringList lines_of(const std::vector<Message>& rows) {
    QStringList lines;
    for (const QString& line : QString::fromUtf8(export_as_text(rows)).split(u'\n')) {
        const bool is_row = line.startsWith(u'[');
        EXPECT_TRUE(!is_row || line.indexOf(u']') == 20) << line.toStdString();
        lines << (is_row ? line.mid(22) : line);
    }
    return lines;
}

TEST(RoomExport, of_text_has_a_line_for_each_row_and_no_codes) {
    Message taken_back = row(MessageKind::said, "bob", "");
    taken_back.redacted = true;
    taken_back.subject = "op";
    Message behind = row(MessageKind::said, "bob", "later");
    behind.after_gap = true;
    const QStringList lines = lines_of({row(MessageKind::said, "bob", "\x02two\x02\nlines"),
                                        row(MessageKind::action, "bob", "waves"),
                                        row(MessageKind::notice, "srv", "a notice"),
                                        row(MessageKind::joined, "eve", ""), taken_back, behind});
    ASSERT_EQ(lines.size(), 9);
    EXPECT_EQ(lines[0], "bob: two");
    EXPECT_EQ(lines[1], "  lines");
    EXPECT_EQ(lines[2], "* bob waves");
    EXPECT_EQ(lines[3], "-srv- a notice");
    EXPECT_EQ(lines[4], "eve joined");
    EXPECT_TRUE(lines[5].startsWith("bob: ")) << lines[5].toStdString();
    EXPECT_TRUE(lines[6].startsWith("-- ")) << "something may be missing here";
    EXPECT_EQ(lines[7], "bob: later");
    EXPECT_EQ(lines[8], "");
}

TEST(RoomExport, of_json_is_read_back_by_anybody) {
    Message said = row(MessageKind::said, "bob", "\x02\"bold\"\x02 \xC3\xA8\nmore");
    said.account = "bob7";
    said.msgid = "m1";
    said.reply_to = "m0";
    said.target = "#a";
    const QJsonDocument document =
        QJsonDocument::fromJson(export_as_json({said, row(MessageKind::joined, "eve", "")}));
    ASSERT_TRUE(document.isArray());
    ASSERT_EQ(document.array().size(), 2);
    const QJsonObject first = document.array()[0].toObject();
    EXPECT_EQ(first["time"].toString(), "2026-11-22T18:40:00.000Z");
    EXPECT_EQ(first["kind"].toString(), "said");
    EXPECT_EQ(first["sender"].toString(), "bob");
    EXPECT_EQ(first["text"].toString(), QString::fromUtf8("\x02\"bold\"\x02 è\nmore"));
    EXPECT_EQ(first["account"].toString(), "bob7");
    EXPECT_EQ(first["msgid"].toString(), "m1");
    EXPECT_EQ(first["reply_to"].toString(), "m0");
    EXPECT_FALSE(first.contains("redacted"));
    EXPECT_EQ(document.array()[1].toObject()["kind"].toString(), "joined");
}

TEST(RoomExport, writes_a_new_file_for_its_owner_alone_and_says_where) {
    ChatWorld world;
    world.enter("me");
    world.say("ada", "#garden", "roses");
    RoomExport& exporter = *world.chat.exporter();
    exporter.set_folder(world.folder.filePath("a/new"));
    const QSignalSpy told(&exporter, &RoomExport::done);
    exporter.save("#garden", RoomExport::Format::Text);
    exporter.save("#garden", RoomExport::Format::Text);
    exporter.save("#garden", RoomExport::Format::Json);
    const QDir folder(world.folder.filePath("a/new"));
    const QStringList files = folder.entryList(QDir::Files, QDir::Name);
    ASSERT_EQ(files.size(), 3);
    EXPECT_EQ(files.filter(".txt").size(), 2) << "nothing is written over";
    for (const QString& name : files) {
        const QString path = folder.filePath(name);
        EXPECT_TRUE(name.startsWith("brusio-#garden-")) << name.toStdString();
        EXPECT_FALSE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther));
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_TRUE(file.readAll().contains("roses"));
        const bool is_told = std::any_of(told.begin(), told.end(), [&](const QVariantList& words) {
            return words[0].toString().contains(path);
        });
        EXPECT_TRUE(is_told) << name.toStdString();
    }
}

TEST(RoomExport, says_why_there_is_none) {
    ChatWorld world;
    world.enter("me");
    RoomExport& exporter = *world.chat.exporter();
    const QSignalSpy told(&exporter, &RoomExport::done);
    exporter.save("#nowhere", RoomExport::Format::Text);
    ASSERT_EQ(told.count(), 1);
    EXPECT_TRUE(told[0][0].toString().contains("Nothing"));
    QFile in_the_way(world.folder.filePath("folder"));
    ASSERT_TRUE(in_the_way.open(QIODevice::WriteOnly));
    exporter.set_folder(world.folder.filePath("folder"));
    world.say("ada", "#garden", "roses");
    exporter.save("#garden", RoomExport::Format::Text);
    ASSERT_EQ(told.count(), 2);
    EXPECT_TRUE(told[1][0].toString().contains("cannot be exported"));
}

}  // namespace
}  // namespace brusio::ui
