#include "qml-client/models/room_list_model.h"

#include <tuple>

#include "core/base/assert.h"
#include "qml-client/models/message_row.h"

namespace brusio::ui {

namespace {

auto sort_key(const RoomEntry& entry) { return std::tuple(entry.kind, entry.name.toLower()); }

bool same(const RoomEntry& a, const RoomEntry& b) {
    const auto fields = [](const RoomEntry& e) {
        return std::tie(e.name, e.kind, e.joined, e.unread, e.unread_more, e.mentions, e.has_unsent,
                        e.has_draft, e.preview, e.time_text);
    };
    return fields(a) == fields(b);
}

}  // namespace

RoomListModel::RoomListModel(QObject* parent) : QAbstractListModel(parent) {
    connect(this, &QAbstractItemModel::rowsInserted, this, &RoomListModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &RoomListModel::countChanged);
}

int RoomListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> RoomListModel::roleNames() const {
    return {{NameRole, "name"},         {PersonRole, "person"},     {ServerRole, "server"},
            {JoinedRole, "joined"},     {UnreadRole, "unread"},     {UnreadMoreRole, "unreadMore"},
            {MentionsRole, "mentions"}, {UnsentRole, "unsent"},     {DraftRole, "draft"},
            {PreviewRole, "preview"},   {TimeTextRole, "timeText"}, {HueRole, "hue"},
            {SectionRole, "section"},   {CurrentRole, "current"},   {SpokenTextRole, "spokenText"}};
}

QVariant RoomListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const RoomEntry& entry = entries_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case NameRole:
            return entry.name;
        case PersonRole:
            return entry.kind == PlaceKind::person;
        case ServerRole:
            return entry.kind == PlaceKind::server;
        case JoinedRole:
            return entry.joined;
        case UnreadRole:
            return entry.unread;
        case UnreadMoreRole:
            return entry.unread_more;
        case MentionsRole:
            return entry.mentions;
        case UnsentRole:
            return entry.has_unsent;
        case DraftRole:
            return entry.has_draft;
        case PreviewRole:
            return entry.preview;
        case TimeTextRole:
            return entry.time_text;
        case HueRole:
            return hue_of(entry.name);
        case SectionRole:
            return section_of(entry.kind);
        case CurrentRole:
            return entry.name == current_;
        case SpokenTextRole:
            return spoken_text(entry);
        default:
            return {};
    }
}

QString RoomListModel::section_of(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::room:
            break;
        case PlaceKind::person:
            return tr("Messages");
        case PlaceKind::server:
            return tr("Server");
    }
    return tr("Rooms");
}

QString RoomListModel::spoken_text(const RoomEntry& entry) const {
    QStringList parts{entry.name};
    if (entry.unread > 0) parts << tr("%n unread", nullptr, entry.unread);
    if (entry.mentions > 0) parts << tr("%n mention(s)", nullptr, entry.mentions);
    if (entry.has_unsent) parts << tr("messages waiting to be sent");
    if (!entry.joined) parts << tr("not joined");
    return parts.join(QStringLiteral(", "));
}

int RoomListModel::unread_total() const {
    int total = 0;
    for (const RoomEntry& entry : entries_) total += entry.unread;
    return total;
}

int RoomListModel::mention_total() const {
    int total = 0;
    for (const RoomEntry& entry : entries_) total += entry.mentions;
    return total;
}

int RoomListModel::row_of(const QString& name) const {
    for (int row = 0; row < count(); ++row) {
        if (entries_[row].name == name) return row;
    }
    return -1;
}

QString RoomListModel::nameAt(int row) const {
    return row >= 0 && row < count() ? entries_[row].name : QString();
}

int RoomListModel::place_for(const RoomEntry& entry) const {
    int row = 0;
    while (row < count() && sort_key(entries_[row]) < sort_key(entry)) ++row;
    return row;
}

void RoomListModel::put(const RoomEntry& entry) {
    BRUSIO_ASSERT(!entry.name.isEmpty());
    const int row = row_of(entry.name);
    if (row < 0) {
        const int place = place_for(entry);
        beginInsertRows({}, place, place);
        entries_.insert(place, entry);
        endInsertRows();
        emit totalsChanged();
        return;
    }
    RoomEntry& old = entries_[row];
    BRUSIO_ASSERT(old.kind == entry.kind);
    if (same(old, entry)) return;
    old = entry;
    emit dataChanged(index(row), index(row));
    emit totalsChanged();
}

void RoomListModel::rename(const QString& before, const RoomEntry& entry) {
    const int from = row_of(before);
    if (from < 0) return put(entry);
    BRUSIO_ASSERT(entries_[from].kind == entry.kind);
    if (before == current_) current_ = entry.name;
    const int place = place_for(entry);
    const int to = place > from ? place - 1 : place;
    if (to != from) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        entries_.move(from, to);
        endMoveRows();
    }
    entries_[to] = entry;
    emit dataChanged(index(to), index(to));
    emit totalsChanged();
}

void RoomListModel::remove(const QString& name) {
    const int row = row_of(name);
    if (row < 0) return;
    beginRemoveRows({}, row, row);
    entries_.removeAt(row);
    endRemoveRows();
    emit totalsChanged();
}

void RoomListModel::set_current(const QString& name) {
    if (name == current_) return;
    const QString before = current_;
    current_ = name;
    for (const QString& changed : {before, name}) {
        const int row = row_of(changed);
        if (row >= 0) emit dataChanged(index(row), index(row), {CurrentRole});
    }
}

void RoomListModel::retranslate() {
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {SectionRole, SpokenTextRole});
}

}  // namespace brusio::ui
