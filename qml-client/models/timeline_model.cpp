#include "qml-client/models/timeline_model.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <algorithm>

#include "core/base/assert.h"

namespace brusio::ui {

namespace {

// What is said of an action starts with who acts.
MessageText shown_text(const MessageRow& message) {
    MessageText text = read_message_text(message.text);
    if (message.kind != RowKind::action) return text;
    const QString body = text.html.isEmpty() ? text.plain.toHtmlEscaped() : text.html;
    text.html =
        QStringLiteral("<b>") + message.nick.toHtmlEscaped() + QStringLiteral("</b> ") + body;
    return text;
}

}  // namespace

TimelineModel::TimelineModel(QObject* parent) : QAbstractListModel(parent) {
    connect(this, &QAbstractItemModel::rowsInserted, this, &TimelineModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &TimelineModel::countChanged);
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> TimelineModel::roleNames() const {
    return {{KeyRole, "key"},
            {KindRole, "kind"},
            {NickRole, "nick"},
            {HueRole, "hue"},
            {BodyTextRole, "bodyText"},
            {BodyHtmlRole, "bodyHtml"},
            {TimeTextRole, "timeText"},
            {DayTextRole, "dayText"},
            {GroupHeadRole, "groupHead"},
            {UnreadDividerRole, "unreadDivider"},
            {OwnRole, "own"},
            {MentionRole, "mention"},
            {DeliveryRole, "delivery"},
            {FailureRole, "failure"},
            {SpokenTextRole, "spokenText"},
            {DateTextRole, "dateText"},
            {SelectedRole, "selected"}};
}

std::size_t TimelineModel::index_of(int row) const {
    BRUSIO_ASSERT(row >= 0 && row < count());
    return rows_.size() - 1 - static_cast<std::size_t>(row);
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    return value(rows_[index_of(index.row())], role);
}

void TimelineModel::multiData(const QModelIndex& index, QModelRoleDataSpan span) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return;
    const Row& row = rows_[index_of(index.row())];
    for (QModelRoleData& item : span) item.setData(value(row, item.role()));
}

QVariant TimelineModel::value(const Row& row, int role) const {
    const MessageRow& message = row.message;
    switch (role) {
        case KeyRole:
            return QVariant::fromValue(message.key);
        case KindRole:
            return word_of(message.kind);
        case NickRole:
            return message.nick;
        case HueRole:
            return row.hue;
        case BodyTextRole:
            return row.text.plain;
        case BodyHtmlRole:
            return row.text.html;
        case TimeTextRole:
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(message.unix_ms).time(),
                                      QLocale::ShortFormat);
        case DayTextRole:
            return row.day_head ? day_text(row.day) : QString();
        case GroupHeadRole:
            return row.group_head;
        case UnreadDividerRole:
            return divider_key_ != 0 && message.key == divider_key_;
        case OwnRole:
            return message.own;
        case MentionRole:
            return message.mention;
        case DeliveryRole:
            return word_of(message.delivery);
        case FailureRole:
            return message.failure;
        case DateTextRole:
            return date_text(row);
        case SelectedRole:
            return is_selected(row);
        case SpokenTextRole:
        case Qt::DisplayRole:
            return spoken_text(row);
        default:
            return {};
    }
}

QString TimelineModel::day_text(QDate day) const {
    if (day == today_) return tr("Today");
    if (day == today_.addDays(-1)) return tr("Yesterday");
    const QLocale locale;
    const bool this_year = day.year() == today_.year();
    const QString text = locale.toString(
        day, this_year ? QStringLiteral("dddd d MMMM") : QStringLiteral("d MMMM yyyy"));
    return text.left(1).toUpper() + text.mid(1);
}

QString TimelineModel::date_text(const Row& row) const {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.message.unix_ms);
    const QLocale locale;
    return QStringLiteral("%1, %2").arg(locale.toString(time.date(), QLocale::LongFormat),
                                        locale.toString(time.time(), QLocale::ShortFormat));
}

// What a screen reader says of the row: who, when, what, and how far it has come.
QString TimelineModel::spoken_text(const Row& row) const {
    if (row.message.kind == RowKind::event || row.message.kind == RowKind::info) {
        return row.text.plain;
    }
    const bool is_today = row.day == today_;
    const QString time = value(row, is_today ? TimeTextRole : DateTextRole).toString();
    QString text = QStringList{row.message.nick, time, row.text.plain}.join(QStringLiteral(", "));
    switch (row.message.delivery) {
        case Delivery::none:
            break;
        case Delivery::queued:
            text += QStringLiteral(", ") + tr("queued");
            break;
        case Delivery::sending:
            text += QStringLiteral(", ") + tr("sending");
            break;
        case Delivery::sent:
            text += QStringLiteral(", ") + tr("sent");
            break;
        case Delivery::failed:
            text += QStringLiteral(", ") + tr("not sent: %1").arg(row.message.failure);
            break;
    }
    return text;
}

TimelineModel::Row TimelineModel::make_row(const MessageRow& message) const {
    BRUSIO_ASSERT(message.key != 0);
    Row row;
    row.message = message;
    row.text = shown_text(message);
    row.day = QDateTime::fromMSecsSinceEpoch(message.unix_ms).date();
    row.hue = hue_of(message.nick);
    return row;
}

// The flags of a row depend on it and on its older neighbour alone.
void TimelineModel::derive(std::size_t index) {
    Row& row = rows_[index];
    if (index == 0) {
        row.day_head = row.group_head = true;
        return;
    }
    const Row& older = rows_[index - 1];
    const auto is_spoken = [](const Row& r) {
        return r.message.kind == RowKind::message || r.message.kind == RowKind::notice ||
               r.message.kind == RowKind::redacted;
    };
    row.day_head = row.day != older.day;
    row.group_head = row.day_head || row.message.nick != older.message.nick || !is_spoken(row) ||
                     !is_spoken(older) || row.message.key == divider_key_ ||
                     row.message.unix_ms - older.message.unix_ms >= group_gap_ms;
}

void TimelineModel::derive_and_tell(std::size_t index) {
    if (index >= rows_.size()) return;
    const bool was_day = rows_[index].day_head;
    const bool was_group = rows_[index].group_head;
    derive(index);
    QList<int> roles;
    if (was_day != rows_[index].day_head) roles << DayTextRole;
    if (was_group != rows_[index].group_head) roles << GroupHeadRole;
    if (!roles.isEmpty()) tell(index, roles);
}

void TimelineModel::tell(std::size_t index, const QList<int>& roles) {
    const QModelIndex at = this->index(count() - 1 - static_cast<int>(index));
    emit dataChanged(at, at, roles);
}

int TimelineModel::row_of(quint64 key) const {
    const auto it = ordinals_.constFind(key);
    if (it == ordinals_.constEnd()) return -1;
    return count() - 1 - static_cast<int>(*it - first_ordinal_);
}

const MessageRow& TimelineModel::message_at(int row) const { return rows_[index_of(row)].message; }

void TimelineModel::set_past(const QString& past) {
    if (past == past_) return;
    past_ = past;
    emit pastChanged();
}

void TimelineModel::append(const MessageRow& message) {
    BRUSIO_ASSERT(!ordinals_.contains(message.key));
    Row row = make_row(message);
    beginInsertRows({}, 0, 0);
    rows_.push_back(std::move(row));
    ordinals_.insert(message.key, first_ordinal_ + static_cast<qint64>(rows_.size()) - 1);
    derive(rows_.size() - 1);
    endInsertRows();
    if (count() > row_count_max) drop_oldest();
}

void TimelineModel::drop_oldest() {
    leave_selection(rows_.front().message.key);
    beginRemoveRows({}, count() - 1, count() - 1);
    ordinals_.remove(rows_.front().message.key);
    rows_.pop_front();
    ++first_ordinal_;
    endRemoveRows();
    derive_and_tell(0);
}

void TimelineModel::prepend_older(const QList<MessageRow>& messages) {
    const qsizetype room = row_count_max - count();
    const qsizetype taken = std::min<qsizetype>(messages.size(), room);
    if (taken <= 0) return;
    beginInsertRows({}, count(), count() + static_cast<int>(taken) - 1);
    for (qsizetype i = 0; i < taken; ++i) {
        const MessageRow& message = messages[messages.size() - 1 - i];
        BRUSIO_ASSERT(!ordinals_.contains(message.key));
        rows_.push_front(make_row(message));
        --first_ordinal_;
        ordinals_.insert(message.key, first_ordinal_);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(taken); ++i) derive(i);
    endInsertRows();
    derive_and_tell(static_cast<std::size_t>(taken));
}

void TimelineModel::set_text(quint64 key, const QString& text) {
    const int row = row_of(key);
    if (row < 0) return;
    Row& changed = rows_[index_of(row)];
    changed.message.text = text;
    changed.text = shown_text(changed.message);
    tell(index_of(row), {BodyTextRole, BodyHtmlRole, SpokenTextRole});
}

void TimelineModel::set_redacted(quint64 key, const QString& sentence) {
    const int row = row_of(key);
    if (row < 0) return;
    const std::size_t index = index_of(row);
    Row& changed = rows_[index];
    changed.message.kind = RowKind::redacted;
    changed.message.text = sentence;
    changed.message.mention = false;
    changed.message.delivery = Delivery::none;
    changed.text = shown_text(changed.message);
    derive_and_tell(index);
    derive_and_tell(index + 1);
    tell(index, {KindRole, BodyTextRole, BodyHtmlRole, MentionRole, DeliveryRole, SpokenTextRole});
}

void TimelineModel::set_delivery(quint64 key, Delivery delivery, const QString& failure) {
    const int row = row_of(key);
    if (row < 0) return;
    MessageRow& message = rows_[index_of(row)].message;
    if (message.delivery == delivery && message.failure == failure) return;
    message.delivery = delivery;
    message.failure = failure;
    tell(index_of(row), {DeliveryRole, FailureRole, SpokenTextRole});
}

void TimelineModel::remove(quint64 key) {
    const int row = row_of(key);
    if (row < 0) return;
    const std::size_t index = index_of(row);
    if (divider_key_ == key) divider_key_ = 0;
    if (index == 0) return drop_oldest();
    leave_selection(key);
    beginRemoveRows({}, row, row);
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(index));
    ordinals_.remove(key);
    for (std::size_t i = index; i < rows_.size(); ++i) {
        ordinals_[rows_[i].message.key] = first_ordinal_ + static_cast<qint64>(i);
    }
    endRemoveRows();
    derive_and_tell(index);
}

void TimelineModel::clear() {
    if (rows_.empty()) return;
    QList<MessageRow> unsent;
    for (const Row& row : rows_) {
        const Delivery delivery = row.message.delivery;
        if (delivery != Delivery::none && delivery != Delivery::sent) unsent << row.message;
    }
    beginRemoveRows({}, 0, count() - 1);
    rows_.clear();
    ordinals_.clear();
    first_ordinal_ = 0;
    divider_key_ = 0;
    endRemoveRows();
    for (const MessageRow& message : unsent) append(message);
}

void TimelineModel::set_unread_divider(quint64 key) {
    if (key == divider_key_) return;
    const int before = row_of(divider_key_);
    divider_key_ = key;
    for (const int row : {before, row_of(key)}) {
        if (row < 0) continue;
        derive_and_tell(index_of(row));
        tell(index_of(row), {UnreadDividerRole});
    }
}

void TimelineModel::set_today(QDate today) {
    if (today == today_) return;
    today_ = today;
    if (!rows_.empty())
        emit dataChanged(index(0), index(count() - 1), {DayTextRole, SpokenTextRole});
}

void TimelineModel::retranslate() {
    if (rows_.empty()) return;
    emit dataChanged(index(0), index(count() - 1),
                     {DayTextRole, TimeTextRole, DateTextRole, SpokenTextRole});
}

double TimelineModel::keyAt(int row) const {
    return row < 0 || row >= count() ? 0 : static_cast<double>(message_at(row).key);
}

int TimelineModel::othersBelow(int row, double since) const {
    const int known = row_of(static_cast<quint64>(since));
    const int end = std::min(row, known < 0 ? count() : known);
    int others = 0;
    for (int at = 0; at < end; ++at) {
        const Row& below = rows_[index_of(at)];
        const RowKind kind = below.message.kind;
        const bool is_speech =
            kind == RowKind::message || kind == RowKind::action || kind == RowKind::notice;
        if (is_speech && !below.message.own && !below.shown) ++others;
    }
    return others;
}

void TimelineModel::noteShown(int newestRow, int oldestRow) {
    for (int row = std::min(oldestRow, count() - 1); row >= std::max(newestRow, 0); --row) {
        Row& seen = rows_[index_of(row)];
        if (seen.shown) continue;
        seen.shown = true;
        emit shown(seen.message.nick, seen.text.plain);
    }
}

}  // namespace brusio::ui
