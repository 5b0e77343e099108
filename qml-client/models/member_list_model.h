#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QAbstractListModel>
#include <QtCore/QList>

namespace brusio::ui {

/// What a member may do in a room, highest first.
enum class MemberRank { founder, admin, op, halfop, voice, none };

/// One person in a room.
struct MemberEntry {
    QString nick;
    MemberRank rank = MemberRank::none;
    bool away = false;
    bool self = false;

    bool operator==(const MemberEntry&) const = default;
};

/// The members of the open room, by rank and then by nick.
class MemberListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the member list belongs to the chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int total READ total NOTIFY totalChanged)
    Q_PROPERTY(QString filter READ filter WRITE set_filter NOTIFY filterChanged)

 public:
    enum Role {
        NickRole = Qt::UserRole + 1,
        HueRole,
        AwayRole,
        SelfRole,
        SectionRole,
        SpokenTextRole,
    };

    explicit MemberListModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return static_cast<int>(members_.size()); }
    /// Those that are shown.
    [[nodiscard]] const QList<MemberEntry>& members() const { return members_; }
    /// How many there are, shown or not.
    [[nodiscard]] int total() const { return static_cast<int>(all_.size()); }
    /// What a nick must hold to be shown, in any case; "" shows all.
    [[nodiscard]] const QString& filter() const { return filter_; }
    void set_filter(const QString& filter);

    /// Makes the list show exactly these members, in any order, each nick once. Rows that stay are
    /// not touched, so a view keeps its place; a long list that shares nothing is replaced at once.
    void show(QList<MemberEntry> members);
    /// Writes section titles anew after a change of language.
    void retranslate();

 signals:
    void countChanged();
    void totalChanged();
    void filterChanged();

 private:
    void show_filtered();
    void replace(QList<MemberEntry> members);
    void merge(const QList<MemberEntry>& members);
    [[nodiscard]] static QString title_of(MemberRank rank);

    QList<MemberEntry> all_;
    QList<MemberEntry> members_;
    QString filter_;
};

}  // namespace brusio::ui
