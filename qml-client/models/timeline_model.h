#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QAbstractListModel>
#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <deque>

#include "qml-client/models/message_row.h"
#include "qml-client/models/message_text.h"

namespace brusio::ui {

/// One room's messages, newest in row 0. Everything a view shows is computed when a row is made or
/// when its older neighbour changes, and kept; a view computes nothing. Rows are added at either
/// end, changed in place by key, and removed one by one; the model is never reset.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("timelines belong to the chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString past READ past NOTIFY pastChanged)
    Q_PROPERTY(int selectedCount READ selected_count NOTIFY selectionChanged)

 public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        KindRole,
        NickRole,
        HueRole,
        BodyTextRole,
        BodyHtmlRole,
        TimeTextRole,
        DayTextRole,
        GroupHeadRole,
        UnreadDividerRole,
        OwnRole,
        MentionRole,
        DeliveryRole,
        FailureRole,
        SpokenTextRole,
        DateTextRole,
        SelectedRole,
    };
    /// Rows kept at most; the oldest leave first. More than the brain keeps of one conversation.
    static constexpr int row_count_max = 24'000;
    /// Two messages of one person further apart than this start a new group.
    static constexpr qint64 group_gap_ms = 5 * 60 * 1000;

    explicit TimelineModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    void multiData(const QModelIndex& index, QModelRoleDataSpan span) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    /// What is above the oldest row: "" (not known), "asked" (on its way), "withheld" (the server
    /// does not give it), "full" (more is not kept here) or "begin" (nothing: the conversation
    /// begins there).
    [[nodiscard]] QString past() const { return past_; }
    void set_past(const QString& past);
    /// The row that a key names, or -1.
    [[nodiscard]] int row_of(quint64 key) const;
    /// The source row at `row`, which must exist.
    [[nodiscard]] const MessageRow& message_at(int row) const;

    /// Adds the newest message. Its key must be new. Drops the oldest row beyond row_count_max.
    void append(const MessageRow& message);
    /// Adds older history behind the oldest row; `messages` is oldest first.
    void prepend_older(const QList<MessageRow>& messages);
    /// Replaces text and time of a row in place (a condensed event that took in another one).
    void set_text(quint64 key, const QString& text);
    /// Moves an own message on. Unknown keys are ignored: the row may have left the window.
    void set_delivery(quint64 key, Delivery delivery, const QString& failure);
    /// The message was taken back: its row stays and shows `sentence`.
    void set_redacted(quint64 key, const QString& sentence);
    /// Takes all rows away but own messages that are not sent yet.
    void clear();
    /// Takes a row away (an own message that its writer gave up).
    void remove(quint64 key);
    /// Puts the "new messages" line above this row; 0 takes it away.
    void set_unread_divider(quint64 key);
    [[nodiscard]] bool has_unread_divider() const { return divider_key_ != 0; }
    /// The key of the row above which the line stands, or 0.
    [[nodiscard]] quint64 divider_key() const { return divider_key_; }
    /// The row above which the line stands, or -1.
    [[nodiscard]] int divider_row() const { return row_of(divider_key_); }
    /// Says which day is today, so that "Today" stays true after midnight.
    void set_today(QDate today);
    /// Writes all texts anew after a change of language.
    void retranslate();

    /// Rows newest..oldest of the viewport, as the view saw them. Emits `shown` for each row that
    /// a person saw for the first time.
    Q_INVOKABLE void noteShown(int newestRow, int oldestRow);
    /// The key of the row at `row`; 0 if there is none.
    Q_INVOKABLE [[nodiscard]] double keyAt(int row) const;
    /// How many rows newer than the one at `row`, and newer than the one named `since` (0: any),
    /// have words of others that nobody has seen yet.
    Q_INVOKABLE [[nodiscard]] int othersBelow(int row, double since) const;

    /// Selects the rows from the one named `anchor` to the one named `cursor`, in any order, both
    /// included; keys that name no row select nothing. The rows need not be on screen, and what
    /// comes between them is selected too.
    Q_INVOKABLE void select(double anchor, double cursor);
    Q_INVOKABLE void selectAll();
    [[nodiscard]] int selected_count() const;
    /// The key from which the selection is extended; 0 if nothing is selected.
    Q_INVOKABLE [[nodiscard]] double selectionAnchor() const;
    /// What is selected, oldest first, a line each: "[hh:mm] nick: text".
    Q_INVOKABLE [[nodiscard]] QString selectedText() const;

 signals:
    void countChanged();
    void pastChanged();
    void selectionChanged();
    void shown(const QString& nick, const QString& text);

 private:
    struct Row {
        MessageRow message;
        MessageText text;
        QDate day;
        int hue = 0;
        bool group_head = true;
        bool day_head = true;
        bool shown = false;
    };

    [[nodiscard]] Row make_row(const MessageRow& message) const;
    [[nodiscard]] QVariant value(const Row& row, int role) const;
    [[nodiscard]] QString day_text(QDate day) const;
    [[nodiscard]] QString spoken_text(const Row& row) const;
    [[nodiscard]] std::size_t index_of(int row) const;
    void derive(std::size_t index);
    void derive_and_tell(std::size_t index);
    void tell(std::size_t index, const QList<int>& roles);
    void drop_oldest();
    [[nodiscard]] bool is_selected(const Row& row) const;
    [[nodiscard]] QString date_text(const Row& row) const;
    void tell_selected(int first, int last);
    void leave_selection(quint64 key);

    std::deque<Row> rows_;  // oldest first: row r is rows_[size - 1 - r]
    // key -> ordinal; index = ordinal - first_ordinal_, so nothing is renumbered at either end.
    QHash<quint64, qint64> ordinals_;
    qint64 first_ordinal_ = 0;
    quint64 divider_key_ = 0;
    quint64 anchor_key_ = 0;  // the ends of the selection: both name rows, or both are 0
    quint64 cursor_key_ = 0;
    QString past_;
    QDate today_ = QDate::currentDate();
};

}  // namespace brusio::ui
