#include <gtest/gtest.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <algorithm>

#include "qml-client/models/member_list_model.h"
#include "qml-client/models/room_directory_model.h"
#include "qml-client/models/room_list_model.h"
#include "tests/qml-client/support/dice.h"

namespace brusio::ui {
namespace {

using test::Dice;

RoomEntry room(const QString& name, int unread = 0, int mentions = 0) {
    RoomEntry entry;
    entry.name = name;
    entry.kind = name.startsWith('#') ? PlaceKind::room : PlaceKind::person;
    entry.unread = unread;
    entry.mentions = mentions;
    return entry;
}

template <class Model, class Value>
QStringList column(const Model& model, Value role) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts << model.data(model.index(row), role).toString();
    }
    return texts;
}

TEST(RoomListModel, a_renamed_room_moves_to_the_place_of_its_name) {
    RoomListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const char* name : {"#a", "#c", "#e"}) model.put(room(name, 1));
    model.set_current("#a");
    const auto names = [&] {
        QStringList list;
        for (const RoomEntry& entry : model.entries()) list << entry.name;
        return list;
    };
    const QPersistentModelIndex open(model.index(0));
    model.rename("#a", room("#d", 2));
    EXPECT_EQ(names(), QStringList({"#c", "#d", "#e"}));
    EXPECT_EQ(open.row(), 1);
    EXPECT_TRUE(model.data(open, RoomListModel::CurrentRole).toBool());
    EXPECT_EQ(model.unread_total(), 4);
    model.rename("#e", room("#b"));
    EXPECT_EQ(names(), QStringList({"#b", "#c", "#d"}));
    model.rename("#c", room("#C"));
    EXPECT_EQ(names(), QStringList({"#b", "#C", "#d"}));
    model.rename("#unknown", room("#f"));
    EXPECT_EQ(names(), QStringList({"#b", "#C", "#d", "#f"}));
}

TEST(RoomListModel, rooms_come_before_people_each_by_name) {
    RoomListModel model;
    for (const char* name : {"zoe", "#qt", "Ada", "#Art"}) model.put(room(name));
    EXPECT_EQ(column(model, RoomListModel::NameRole), QStringList({"#Art", "#qt", "Ada", "zoe"}));
    EXPECT_EQ(column(model, RoomListModel::SectionRole),
              QStringList({"Rooms", "Rooms", "Messages", "Messages"}));
}

TEST(RoomListModel, totals_add_up_and_an_equal_entry_tells_nobody) {
    RoomListModel model;
    model.put(room("#a", 3, 1));
    model.put(room("#b", 4));
    EXPECT_EQ(model.unread_total(), 7);
    EXPECT_EQ(model.mention_total(), 1);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.put(room("#b", 4));
    EXPECT_EQ(changes.count(), 0);
    model.put(room("#b", 0));
    EXPECT_EQ(changes.count(), 1);
    EXPECT_EQ(model.unread_total(), 3);
}

TEST(RoomListModel, stays_sound_under_any_sequence_of_changes) {
    Dice dice(3);
    RoomListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int step = 0; step < 600; ++step) {
        const QString name = (dice.below(2) == 0 ? "#" : "") + QString(QChar('a' + dice.below(12)));
        if (dice.below(3) == 0) {
            model.remove(name);
            EXPECT_EQ(model.row_of(name), -1);
        } else {
            model.put(room(name, dice.below(5), dice.below(2)));
            EXPECT_EQ(model.nameAt(model.row_of(name)), name);
        }
        model.set_current(name);
        const QStringList names = column(model, RoomListModel::NameRole);
        EXPECT_TRUE(std::is_sorted(names.begin(), names.end(), [](const auto& a, const auto& b) {
            return std::pair(!a.startsWith('#'), a.toLower()) <
                   std::pair(!b.startsWith('#'), b.toLower());
        }));
    }
}

TEST(MemberListModel, members_stand_by_rank_then_by_nick) {
    MemberListModel model;
    model.show({{"zoe", MemberRank::op, false, false},
                {"Bob", MemberRank::none, true, false},
                {"ada", MemberRank::none, false, true},
                {"eve", MemberRank::voice, false, false}});
    EXPECT_EQ(column(model, MemberListModel::NickRole), QStringList({"zoe", "eve", "ada", "Bob"}));
    EXPECT_EQ(column(model, MemberListModel::SectionRole),
              QStringList({"Operators", "Voiced", "Members", "Members"}));
    EXPECT_EQ(model.data(model.index(3), MemberListModel::SpokenTextRole).toString(), "Bob, away");
}

TEST(MemberListModel, somebody_who_comes_moves_nobody_else) {
    MemberListModel model;
    model.show({{"ada", MemberRank::none, false, false}, {"eve", MemberRank::none, false, false}});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.show({{"eve", MemberRank::none, false, false},
                {"bob", MemberRank::none, false, false},
                {"ada", MemberRank::none, false, false}});
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(removed.count() + reset.count(), 0);
}

TEST(MemberListModel, shows_any_list_after_any_other) {
    Dice dice(11);
    MemberListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int step = 0; step < 300; ++step) {
        QList<MemberEntry> members;
        const int spread = step % 40 == 0 ? 120 : 12;
        for (int i = 0; i < spread; ++i) {
            if (dice.below(2) == 0) continue;
            members.append({QStringLiteral("n%1").arg(i), static_cast<MemberRank>(dice.below(6)),
                            dice.below(2) == 0, false});
        }
        model.show(members);
        ASSERT_EQ(model.count(), members.size());
        std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
            return std::tuple(a.rank, a.nick) < std::tuple(b.rank, b.nick);
        });
        ASSERT_EQ(model.members(), members) << "step " << step;
    }
}

TEST(RoomDirectoryModel, the_largest_rooms_come_first_and_the_filter_looks_in_topics) {
    RoomDirectoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.begin();
    EXPECT_TRUE(model.loading());
    model.finish({{"#tea", 2, "Leaves"}, {"#qt", 40, "Windows and TEA"}, {"#art", 2, ""}});
    EXPECT_FALSE(model.loading());
    EXPECT_EQ(column(model, RoomDirectoryModel::NameRole), QStringList({"#qt", "#art", "#tea"}));
    model.set_filter(" tea ");
    EXPECT_EQ(column(model, RoomDirectoryModel::NameRole), QStringList({"#qt", "#tea"}));
    model.set_filter("nothing at all");
    EXPECT_EQ(model.count(), 0);
    model.set_filter("");
    EXPECT_EQ(model.count(), 3);
}

TEST(MemberListModel, shows_those_whose_nick_holds_the_filter) {
    MemberListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<MemberEntry> two_thousand;
    for (int i = 0; i < 2000; ++i)
        two_thousand.append({QString("user%1").arg(i), MemberRank::none, false, false});
    model.show(two_thousand);
    QSignalSpy totals(&model, &MemberListModel::totalChanged);
    model.set_filter(" USER199 ");
    EXPECT_EQ(model.count(), 11);
    EXPECT_EQ(model.total(), 2000);
    EXPECT_EQ(totals.count(), 0);
    two_thousand.append({"Xuser1999", MemberRank::op, false, false});
    model.show(two_thousand);
    EXPECT_EQ(model.total(), 2001);
    EXPECT_EQ(totals.count(), 1);
    EXPECT_EQ(model.members().first().nick, "Xuser1999");
    model.set_filter("nobody");
    EXPECT_EQ(model.count(), 0);
    model.set_filter("");
    EXPECT_EQ(model.count(), 2001);
}

}  // namespace
}  // namespace brusio::ui
