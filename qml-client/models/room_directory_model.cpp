#include "qml-client/models/room_directory_model.h"

#include <algorithm>
#include <tuple>

namespace brusio::ui {

RoomDirectoryModel::RoomDirectoryModel(QObject* parent) : QAbstractListModel(parent) {}

int RoomDirectoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> RoomDirectoryModel::roleNames() const {
    return {{NameRole, "name"},
            {MemberCountRole, "memberCount"},
            {TopicRole, "topic"},
            {SpokenTextRole, "spokenText"}};
}

QVariant RoomDirectoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const DirectoryEntry& entry = visible_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case NameRole:
            return entry.name;
        case MemberCountRole:
            return entry.member_count;
        case TopicRole:
            return entry.topic;
        case SpokenTextRole:
            return QStringList{entry.name, tr("%n people", nullptr, entry.member_count),
                               entry.topic}
                .join(QStringLiteral(", "));
        default:
            return {};
    }
}

int RoomDirectoryModel::bestRow() const {
    const QString wanted = filter_.trimmed();
    if (wanted.isEmpty()) return -1;
    const auto bare = [](const QString& name) {
        return name.startsWith(u'#') || name.startsWith(u'&') ? name.mid(1) : name;
    };
    int best = visible_.isEmpty() ? -1 : 0;
    bool begins = false;
    for (int row = 0; row < count(); ++row) {
        const QString name = bare(visible_[row].name);
        if (name.compare(bare(wanted), Qt::CaseInsensitive) == 0) return row;
        if (!begins && name.startsWith(bare(wanted), Qt::CaseInsensitive)) {
            best = row;
            begins = true;
        }
    }
    return best;
}

bool RoomDirectoryModel::holds(const QString& name) const {
    return std::any_of(all_.begin(), all_.end(), [&name](const DirectoryEntry& entry) {
        return entry.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void RoomDirectoryModel::set_filter(const QString& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    emit filterChanged();
    rebuild();
}

void RoomDirectoryModel::begin() {
    if (loading_) return;
    loading_ = true;
    emit loadingChanged();
}

void RoomDirectoryModel::finish(QList<DirectoryEntry> entries) {
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::tuple(-a.member_count, a.name.toLower()) <
               std::tuple(-b.member_count, b.name.toLower());
    });
    all_ = std::move(entries);
    rebuild();
    if (!loading_) return;
    loading_ = false;
    emit loadingChanged();
}

void RoomDirectoryModel::rebuild() {
    const QString wanted = filter_.trimmed();
    beginResetModel();
    visible_.clear();
    for (const DirectoryEntry& entry : all_) {
        if (wanted.isEmpty() || entry.name.contains(wanted, Qt::CaseInsensitive) ||
            entry.topic.contains(wanted, Qt::CaseInsensitive)) {
            visible_.append(entry);
        }
    }
    endResetModel();
    emit countChanged();
}

}  // namespace brusio::ui
