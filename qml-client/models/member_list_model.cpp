#include "qml-client/models/member_list_model.h"

#include <QtCore/QSet>
#include <algorithm>
#include <tuple>

#include "qml-client/models/message_row.h"

namespace brusio::ui {

namespace {

bool before(const MemberEntry& a, const MemberEntry& b) {
    const auto key = [](const MemberEntry& m) {
        return std::tuple(m.rank, m.nick.toLower(), m.nick);
    };
    return key(a) < key(b);
}

bool same_place(const MemberEntry& a, const MemberEntry& b) {
    return a.nick == b.nick && a.rank == b.rank;
}

}  // namespace

MemberListModel::MemberListModel(QObject* parent) : QAbstractListModel(parent) {
    connect(this, &QAbstractItemModel::rowsInserted, this, &MemberListModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &MemberListModel::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &MemberListModel::countChanged);
}

int MemberListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> MemberListModel::roleNames() const {
    return {{NickRole, "nick"}, {HueRole, "hue"},         {AwayRole, "away"},
            {SelfRole, "self"}, {SectionRole, "section"}, {SpokenTextRole, "spokenText"}};
}

QVariant MemberListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const MemberEntry& member = members_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case NickRole:
            return member.nick;
        case HueRole:
            return hue_of(member.nick);
        case AwayRole:
            return member.away;
        case SelfRole:
            return member.self;
        case SectionRole:
            return title_of(member.rank);
        case SpokenTextRole:
            return member.away ? tr("%1, away").arg(member.nick) : member.nick;
        default:
            return {};
    }
}

QString MemberListModel::title_of(MemberRank rank) {
    switch (rank) {
        case MemberRank::founder:
            return tr("Founders");
        case MemberRank::admin:
            return tr("Administrators");
        case MemberRank::op:
            return tr("Operators");
        case MemberRank::halfop:
            return tr("Half-operators");
        case MemberRank::voice:
            return tr("Voiced");
        case MemberRank::none:
            break;
    }
    return tr("Members");
}

void MemberListModel::show(QList<MemberEntry> members) {
    std::sort(members.begin(), members.end(), before);
    const qsizetype total_before = all_.size();
    all_ = std::move(members);
    show_filtered();
    if (all_.size() != total_before) emit totalChanged();
}

void MemberListModel::set_filter(const QString& filter) {
    const QString wanted = filter.trimmed();
    if (wanted == filter_) return;
    filter_ = wanted;
    show_filtered();
    emit filterChanged();
}

void MemberListModel::show_filtered() {
    QList<MemberEntry> members = all_;
    const auto is_hidden = [this](const MemberEntry& member) {
        return !member.nick.contains(filter_, Qt::CaseInsensitive);
    };
    if (!filter_.isEmpty()) members.removeIf(is_hidden);
    // Merging costs one notification a row; past this a fresh list is cheaper for the view.
    constexpr qsizetype merge_count_max = 64;
    if (std::abs(members.size() - members_.size()) > merge_count_max) {
        replace(std::move(members));
    } else {
        merge(members);
    }
}

void MemberListModel::replace(QList<MemberEntry> members) {
    beginResetModel();
    members_ = std::move(members);
    endResetModel();
}

// Walks both sorted lists once: rows missing from `members` go, new ones come, equal ones stay.
void MemberListModel::merge(const QList<MemberEntry>& members) {
    int row = 0;
    for (const MemberEntry& member : members) {
        while (row < count() && before(members_[row], member) &&
               !same_place(members_[row], member)) {
            beginRemoveRows({}, row, row);
            members_.removeAt(row);
            endRemoveRows();
        }
        if (row < count() && same_place(members_[row], member)) {
            if (members_[row] != member) {
                members_[row] = member;
                emit dataChanged(index(row), index(row), {AwayRole, SelfRole, SpokenTextRole});
            }
        } else {
            beginInsertRows({}, row, row);
            members_.insert(row, member);
            endInsertRows();
        }
        ++row;
    }
    if (row < count()) {
        beginRemoveRows({}, row, count() - 1);
        members_.remove(row, members_.size() - row);
        endRemoveRows();
    }
}

void MemberListModel::retranslate() {
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {SectionRole, SpokenTextRole});
}

}  // namespace brusio::ui
