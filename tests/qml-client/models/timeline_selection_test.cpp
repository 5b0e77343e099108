#include <gtest/gtest.h>

#include <QtCore/QDateTime>
#include <QtTest/QSignalSpy>

#include "qml-client/models/timeline_model.h"
#include "tests/qml-client/support/dice.h"

namespace brusio::ui {
namespace {

const qint64 ten = QDateTime(QDate(2026, 11, 20), QTime(10, 0)).toMSecsSinceEpoch();

MessageRow row(quint64 key, const QString& nick, const QString& text) {
    MessageRow row;
    row.key = key;
    row.nick = nick;
    row.text = text;
    row.unix_ms = ten + static_cast<qint64>(key) * 60'000;
    return row;
}

QList<int> selected(const TimelineModel& model) {
    QList<int> keys;
    for (int at = model.count() - 1; at >= 0; --at) {
        if (model.data(model.index(at), TimelineModel::SelectedRole).toBool()) {
            keys << static_cast<int>(model.message_at(at).key);
        }
    }
    return keys;
}

struct Selecting : testing::Test {
    TimelineModel model;
    void SetUp() override {
        for (quint64 key = 1; key <= 6; ++key) {
            model.append(row(key, "ada", QString("text %1").arg(key)));
        }
    }
};

TEST_F(Selecting, holds_the_rows_between_its_ends_in_any_order) {
    model.select(2, 4);
    EXPECT_EQ(selected(model), QList<int>({2, 3, 4}));
    EXPECT_EQ(model.selected_count(), 3);
    model.select(5, 3);
    EXPECT_EQ(selected(model), QList<int>({3, 4, 5}));
    model.select(0, 0);
    EXPECT_EQ(selected(model), QList<int>());
    EXPECT_EQ(model.selected_count(), 0);
    model.select(2, 99);
    EXPECT_EQ(model.selected_count(), 0) << "no such row";
}

TEST_F(Selecting, copies_oldest_first_a_line_each) {
    MessageRow acts = row(7, "bob", "waves");
    acts.kind = RowKind::action;
    model.append(acts);
    MessageRow event = row(8, "", "carla has joined");
    event.kind = RowKind::event;
    model.append(event);
    model.append(row(9, "bob", "two\nlines"));
    model.select(9, 6);
    EXPECT_EQ(model.selectedText(),
              "[10:06] ada: text 6\n[10:07] * bob waves\n[10:08] carla has joined\n"
              "[10:09] bob: two\nlines");
    model.selectAll();
    EXPECT_EQ(model.selected_count(), 9);
    EXPECT_TRUE(model.selectedText().startsWith("[10:01] ada: text 1\n"));
}

TEST_F(Selecting, takes_in_neither_what_comes_later_nor_what_is_older) {
    model.select(1, 6);
    model.append(row(7, "ada", "new"));
    model.prepend_older({row(100, "ada", "old")});
    EXPECT_EQ(selected(model), QList<int>({1, 2, 3, 4, 5, 6}));
}

TEST_F(Selecting, an_end_that_goes_away_moves_to_its_neighbour) {
    model.select(2, 5);
    model.remove(5);
    EXPECT_EQ(selected(model), QList<int>({2, 3, 4}));
    model.remove(2);
    EXPECT_EQ(selected(model), QList<int>({3, 4}));
    model.remove(3);
    model.remove(4);
    EXPECT_EQ(model.selected_count(), 0);
    EXPECT_EQ(model.selectionAnchor(), 0);
    model.select(1, 6);
    model.remove(1);
    EXPECT_EQ(selected(model), QList<int>({6}));
}

TEST_F(Selecting, tells_the_rows_that_changed_and_no_more) {
    model.select(2, 3);
    QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
    model.select(2, 5);
    ASSERT_EQ(told.count(), 1);
    EXPECT_EQ(told[0][0].toModelIndex().row(), model.row_of(5));
    EXPECT_EQ(told[0][1].toModelIndex().row(), model.row_of(3));
    EXPECT_EQ(told[0][2].value<QList<int>>(), QList<int>{TimelineModel::SelectedRole});
    model.select(2, 5);
    EXPECT_EQ(told.count(), 1) << "nothing changed";
}

// A view that only listens knows at each moment what the model would say.
TEST_F(Selecting, whoever_listens_is_never_behind) {
    test::Dice dice(3);
    QHash<quint64, bool> view;
    const auto look = [&](int first, int last) {
        for (int at = first; at <= last; ++at) {
            view[model.message_at(at).key] =
                model.data(model.index(at), TimelineModel::SelectedRole).toBool();
        }
    };
    look(0, model.count() - 1);
    QObject::connect(&model, &QAbstractItemModel::dataChanged,
                     [&](const QModelIndex& a, const QModelIndex& b) { look(a.row(), b.row()); });
    QObject::connect(&model, &QAbstractItemModel::rowsInserted,
                     [&](const QModelIndex&, int a, int b) { look(a, b); });
    quint64 next = 7;
    for (int round = 0; round < 2000; ++round) {
        switch (dice.below(4)) {
            case 0:
                model.append(row(next++, "ada", "x"));
                break;
            case 1:
                if (model.count() > 2) {
                    model.remove(model.message_at(dice.below(model.count())).key);
                }
                break;
            default:
                model.select(model.keyAt(dice.below(model.count())),
                             model.keyAt(dice.below(model.count())));
        }
        for (int at = 0; at < model.count(); ++at) {
            ASSERT_EQ(view[model.message_at(at).key],
                      model.data(model.index(at), TimelineModel::SelectedRole).toBool())
                << round;
        }
    }
}

TEST_F(Selecting, the_whole_date_is_said_of_what_is_not_of_today) {
    QLocale::setDefault(QLocale("en"));
    model.set_today(QDate(2026, 11, 20));
    const auto said = [&] {
        return model.data(model.index(0), TimelineModel::SpokenTextRole).toString();
    };
    EXPECT_FALSE(said().contains("2026"));
    EXPECT_TRUE(model.data(model.index(0), TimelineModel::DateTextRole)
                    .toString()
                    .startsWith("Friday, November 20, 2026, 10:06"));
    model.set_today(QDate(2026, 11, 21));
    EXPECT_TRUE(said().contains("Friday, November 20, 2026")) << said().toStdString();
}

}  // namespace
}  // namespace brusio::ui
