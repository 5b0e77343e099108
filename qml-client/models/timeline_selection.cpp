// The selection of TimelineModel: two rows by key, and all between them.
#include <QtCore/QDateTime>
#include <algorithm>

#include "core/base/assert.h"
#include "qml-client/models/timeline_model.h"

namespace brusio::ui {

namespace {

QString line_of(const MessageRow& message, const QString& plain) {
    const QString time =
        QDateTime::fromMSecsSinceEpoch(message.unix_ms).toString(QStringLiteral("[HH:mm] "));
    if (message.nick.isEmpty()) return time + plain;
    const bool acts = message.kind == RowKind::action;
    return time +
           (acts ? QStringLiteral("* %1 %2") : QStringLiteral("%1: %2")).arg(message.nick, plain);
}

}  // namespace

bool TimelineModel::is_selected(const Row& row) const {
    if (anchor_key_ == 0) return false;
    const qint64 at = ordinals_.value(row.message.key);
    const auto [from, to] =
        std::minmax({ordinals_.value(anchor_key_), ordinals_.value(cursor_key_)});
    return at >= from && at <= to;
}

void TimelineModel::tell_selected(int first, int last) {
    if (first < 0 || last < 0) return;
    emit dataChanged(index(std::min(first, last)), index(std::max(first, last)), {SelectedRole});
}

void TimelineModel::select(double anchor, double cursor) {
    const int before_anchor = row_of(anchor_key_);
    const int before_cursor = row_of(cursor_key_);
    anchor_key_ = static_cast<quint64>(anchor);
    cursor_key_ = static_cast<quint64>(cursor);
    if (row_of(anchor_key_) < 0 || row_of(cursor_key_) < 0) anchor_key_ = cursor_key_ = 0;
    const int now_anchor = row_of(anchor_key_);
    const int now_cursor = row_of(cursor_key_);
    if (before_anchor == now_anchor && before_cursor == now_cursor) return;
    if (before_anchor == now_anchor) {
        tell_selected(before_cursor, now_cursor);
    } else {
        tell_selected(before_anchor, before_cursor);
        tell_selected(now_anchor, now_cursor);
    }
    emit selectionChanged();
}

void TimelineModel::selectAll() {
    if (!rows_.empty()) select(keyAt(count() - 1), keyAt(0));
}

int TimelineModel::selected_count() const {
    return anchor_key_ == 0 ? 0 : std::abs(row_of(anchor_key_) - row_of(cursor_key_)) + 1;
}

double TimelineModel::selectionAnchor() const { return static_cast<double>(anchor_key_); }

QString TimelineModel::selectedText() const {
    QStringList lines;
    if (anchor_key_ == 0) return {};
    const auto [newest, oldest] = std::minmax({row_of(anchor_key_), row_of(cursor_key_)});
    for (int row = oldest; row >= newest; --row) {
        const Row& selected = rows_[index_of(row)];
        lines << line_of(selected.message, selected.text.plain);
    }
    return lines.join(u'\n');
}

// The row goes: an end of the selection that stands there moves towards the other end.
void TimelineModel::leave_selection(quint64 key) {
    if (key != anchor_key_ && key != cursor_key_) return;
    if (anchor_key_ == cursor_key_) {
        anchor_key_ = cursor_key_ = 0;
    } else {
        quint64& end = key == anchor_key_ ? anchor_key_ : cursor_key_;
        const int other = row_of(key == anchor_key_ ? cursor_key_ : anchor_key_);
        const int row = row_of(key);
        end = message_at(row < other ? row + 1 : row - 1).key;
    }
    emit selectionChanged();
}

}  // namespace brusio::ui
