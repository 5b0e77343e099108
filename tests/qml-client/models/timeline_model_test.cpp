#include "qml-client/models/timeline_model.h"

#include <gtest/gtest.h>

#include <QtCore/QDateTime>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <vector>

#include "tests/qml-client/support/dice.h"

namespace brusio::ui {
namespace {

using test::Dice;

constexpr qint64 noon_ms = 1'700'000'000'000;

MessageRow said(quint64 key, const QString& nick, qint64 unix_ms) {
    MessageRow row;
    row.key = key;
    row.nick = nick;
    row.text = QStringLiteral("text %1").arg(key);
    row.unix_ms = unix_ms;
    return row;
}

QVariant at(const TimelineModel& model, int row, int role) {
    return model.data(model.index(row), role);
}

TEST(TimelineModel, the_newest_message_is_row_zero) {
    TimelineModel model;
    model.append(said(1, "ada", noon_ms));
    model.append(said(2, "bob", noon_ms + 1000));
    EXPECT_EQ(at(model, 0, TimelineModel::NickRole).toString(), "bob");
    EXPECT_EQ(at(model, 1, TimelineModel::NickRole).toString(), "ada");
    EXPECT_EQ(model.row_of(1), 1);
    EXPECT_EQ(model.row_of(9), -1);
}

TEST(TimelineModel, messages_of_one_person_group_for_five_minutes) {
    TimelineModel model;
    model.append(said(1, "ada", noon_ms));
    model.append(said(2, "ada", noon_ms + TimelineModel::group_gap_ms - 1));
    model.append(said(3, "ada", noon_ms + 2 * TimelineModel::group_gap_ms));
    model.append(said(4, "bob", noon_ms + 2 * TimelineModel::group_gap_ms + 1));
    EXPECT_TRUE(at(model, 3, TimelineModel::GroupHeadRole).toBool());
    EXPECT_FALSE(at(model, 2, TimelineModel::GroupHeadRole).toBool());
    EXPECT_TRUE(at(model, 1, TimelineModel::GroupHeadRole).toBool());
    EXPECT_TRUE(at(model, 0, TimelineModel::GroupHeadRole).toBool());
}

TEST(TimelineModel, today_becomes_yesterday_when_the_day_turns) {
    TimelineModel model;
    const QDate day = QDateTime::fromMSecsSinceEpoch(noon_ms).date();
    model.set_today(day);
    model.append(said(1, "ada", noon_ms));
    EXPECT_EQ(at(model, 0, TimelineModel::DayTextRole).toString(), "Today");
    model.set_today(day.addDays(1));
    EXPECT_EQ(at(model, 0, TimelineModel::DayTextRole).toString(), "Yesterday");
    model.set_today(day.addDays(2));
    EXPECT_NE(at(model, 0, TimelineModel::DayTextRole).toString(), "Yesterday");
}

TEST(TimelineModel, a_delivery_tells_only_the_roles_that_changed) {
    TimelineModel model;
    MessageRow row = said(1, "me", noon_ms);
    row.own = true;
    row.delivery = Delivery::sending;
    model.append(row);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.set_delivery(1, Delivery::failed, "too long");
    ASSERT_EQ(changes.count(), 1);
    const auto roles = changes[0][2].value<QList<int>>();
    EXPECT_EQ(roles, (QList<int>{TimelineModel::DeliveryRole, TimelineModel::FailureRole,
                                 TimelineModel::SpokenTextRole}));
    EXPECT_TRUE(at(model, 0, TimelineModel::SpokenTextRole).toString().contains("too long"));
    model.set_delivery(1, Delivery::failed, "too long");
    EXPECT_EQ(changes.count(), 1) << "nothing changed the second time";
}

TEST(TimelineModel, an_append_changes_no_other_row) {
    TimelineModel model;
    for (quint64 key = 1; key < 20; ++key) model.append(said(key, "ada", noon_ms));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.append(said(20, "bob", noon_ms));
    EXPECT_EQ(changes.count(), 0);
}

TEST(TimelineModel, an_action_says_who_acts_and_escapes_it) {
    TimelineModel model;
    MessageRow row = said(1, "<ada>", noon_ms);
    row.kind = RowKind::action;
    row.text = "waves & smiles";
    model.append(row);
    EXPECT_EQ(at(model, 0, TimelineModel::BodyHtmlRole).toString(),
              "<b>&lt;ada&gt;</b> waves &amp; smiles");
}

TEST(TimelineModel, only_rows_on_screen_are_told_as_shown_and_only_once) {
    TimelineModel model;
    for (quint64 key = 1; key <= 5; ++key) model.append(said(key, "ada", noon_ms));
    QSignalSpy shown(&model, &TimelineModel::shown);
    model.noteShown(0, 1);
    model.noteShown(0, 2);
    ASSERT_EQ(shown.count(), 3);
    EXPECT_EQ(shown[0][1].toString(), "text 4") << "the older one first";
    EXPECT_EQ(shown[2][1].toString(), "text 3");
}

TEST(TimelineModel, the_oldest_rows_leave_beyond_the_bound) {
    TimelineModel model;
    for (int i = 1; i <= TimelineModel::row_count_max + 10; ++i) {
        model.append(said(static_cast<quint64>(i), "ada", noon_ms));
    }
    EXPECT_EQ(model.count(), TimelineModel::row_count_max);
    EXPECT_EQ(model.row_of(10), -1);
    EXPECT_EQ(model.row_of(11), model.count() - 1);
    EXPECT_FALSE(at(model, model.count() - 1, TimelineModel::DayTextRole).toString().isEmpty())
        << "the row that is now the oldest heads its day";
}

// What every row must show, computed from the list of messages with no state kept.
void expect_flags_as_naive(const TimelineModel& model, const std::vector<MessageRow>& oldest_first,
                           quint64 divider) {
    ASSERT_EQ(model.count(), static_cast<int>(oldest_first.size()));
    for (std::size_t i = 0; i < oldest_first.size(); ++i) {
        const MessageRow& row = oldest_first[i];
        const int place = model.count() - 1 - static_cast<int>(i);
        const auto day = [](const MessageRow& r) {
            return QDateTime::fromMSecsSinceEpoch(r.unix_ms).date();
        };
        const auto plain = [](const MessageRow& r) {
            return r.kind == RowKind::message || r.kind == RowKind::notice;
        };
        const MessageRow* older = i == 0 ? nullptr : &oldest_first[i - 1];
        const bool day_head = older == nullptr || day(row) != day(*older);
        const bool head = day_head || row.nick != older->nick || !plain(row) || !plain(*older) ||
                          row.unix_ms - older->unix_ms >= TimelineModel::group_gap_ms ||
                          row.key == divider;
        ASSERT_EQ(at(model, place, TimelineModel::KeyRole).toULongLong(), row.key);
        ASSERT_EQ(model.row_of(row.key), place);
        ASSERT_EQ(!at(model, place, TimelineModel::DayTextRole).toString().isEmpty(), day_head);
        ASSERT_EQ(at(model, place, TimelineModel::GroupHeadRole).toBool(), head) << place;
        ASSERT_EQ(at(model, place, TimelineModel::UnreadDividerRole).toBool(),
                  divider != 0 && row.key == divider);
    }
}

// A view's copy of the flags, kept by the model's signals alone: a change that is not told shows.
struct Mirror {
    QList<QList<QVariant>> rows;
    const QList<int> roles{TimelineModel::KeyRole, TimelineModel::DayTextRole,
                           TimelineModel::GroupHeadRole, TimelineModel::UnreadDividerRole,
                           TimelineModel::DeliveryRole};

    explicit Mirror(TimelineModel& model) {
        QObject::connect(&model, &QAbstractItemModel::rowsInserted,
                         [this, &model](const QModelIndex&, int first, int last) {
                             for (int row = first; row <= last; ++row) {
                                 rows.insert(row, QList<QVariant>(roles.size()));
                                 read(model, row, roles);
                             }
                         });
        QObject::connect(&model, &QAbstractItemModel::rowsRemoved,
                         [this](const QModelIndex&, int first, int last) {
                             rows.remove(first, last - first + 1);
                         });
        QObject::connect(
            &model, &QAbstractItemModel::dataChanged,
            [this, &model](const QModelIndex& a, const QModelIndex& b, const QList<int>& changed) {
                for (int row = a.row(); row <= b.row(); ++row) read(model, row, changed);
            });
    }
    void read(const TimelineModel& model, int row, const QList<int>& changed) {
        for (qsizetype i = 0; i < roles.size(); ++i) {
            if (changed.contains(roles[i])) rows[row][i] = at(model, row, roles[i]);
        }
    }
    void expect_equal(const TimelineModel& model) const {
        ASSERT_EQ(rows.size(), model.count());
        for (int row = 0; row < model.count(); ++row) {
            for (qsizetype i = 0; i < roles.size(); ++i) {
                ASSERT_EQ(rows[row][i], at(model, row, roles[i])) << row << " role " << roles[i];
            }
        }
    }
};

class TimelineStorm : public testing::TestWithParam<unsigned> {};

TEST_P(TimelineStorm, flags_equal_a_naive_recomputation_after_every_step) {
    Dice dice(GetParam());
    TimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Mirror mirror(model);
    std::vector<MessageRow> expected;
    quint64 next_key = 1;
    quint64 divider = 0;
    qint64 newest_ms = noon_ms;
    qint64 oldest_ms = noon_ms;
    const auto row_at = [&](qint64 ms) {
        MessageRow row = said(next_key++, dice.below(2) == 0 ? "ada" : "bob", ms);
        row.kind = static_cast<RowKind>(dice.below(5));
        return row;
    };
    const auto any_key = [&] {
        return expected[static_cast<std::size_t>(dice.below(static_cast<int>(expected.size())))]
            .key;
    };
    for (int step = 0; step < 250; ++step) {
        const int what = dice.below(10);
        if (what < 4 || expected.empty()) {
            newest_ms += dice.below(4) * 100'000 + (dice.below(12) == 0 ? 80'000'000 : 0);
            expected.push_back(row_at(newest_ms));
            model.append(expected.back());
        } else if (what < 6) {
            QList<MessageRow> older;
            for (int i = dice.below(4); i >= 0; --i) {
                oldest_ms -= dice.below(4) * 100'000;
                older.prepend(row_at(oldest_ms));
            }
            model.prepend_older(older);
            expected.insert(expected.begin(), older.begin(), older.end());
        } else if (what == 6) {
            const quint64 key = dice.below(3) == 0 ? expected.front().key : any_key();
            model.remove(key);
            std::erase_if(expected, [&](const MessageRow& row) { return row.key == key; });
            if (divider == key) divider = 0;
        } else if (what == 7) {
            divider = dice.below(3) == 0 ? 0 : any_key();
            model.set_unread_divider(divider);
        } else {
            model.set_delivery(any_key(), static_cast<Delivery>(dice.below(5)), "why");
        }
        expect_flags_as_naive(model, expected, divider);
        mirror.expect_equal(model);
        ASSERT_FALSE(HasFatalFailure()) << "step " << step;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, TimelineStorm, testing::Range(1U, 13U));

}  // namespace
}  // namespace brusio::ui
