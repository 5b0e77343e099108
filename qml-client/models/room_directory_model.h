#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QAbstractListModel>
#include <QtCore/QList>

namespace brusio::ui {

/// One room that the server offers in its list.
struct DirectoryEntry {
    QString name;
    int member_count = 0;
    QString topic;

    bool operator==(const DirectoryEntry&) const = default;
};

/// The server's rooms, largest first, narrowed down by `filter` (any part of a name or a topic, in
/// either case).
class RoomDirectoryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the directory belongs to the chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString filter READ filter WRITE set_filter NOTIFY filterChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged)

 public:
    enum Role { NameRole = Qt::UserRole + 1, MemberCountRole, TopicRole, SpokenTextRole };

    explicit RoomDirectoryModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return static_cast<int>(visible_.size()); }
    [[nodiscard]] QString filter() const { return filter_; }
    [[nodiscard]] bool loading() const { return loading_; }
    [[nodiscard]] const DirectoryEntry& entry_at(int row) const { return visible_.at(row); }

    /// All of the last list that came whole.
    [[nodiscard]] const QList<DirectoryEntry>& all() const { return all_; }

    /// The row that what was typed means most likely: the room of that name, else the first that
    /// begins with it, else the first; -1 if nothing was typed or nothing fits.
    Q_INVOKABLE [[nodiscard]] int bestRow() const;
    /// The name of the room in `row`; "" if there is none.
    Q_INVOKABLE [[nodiscard]] QString nameAt(int row) const {
        return row >= 0 && row < count() ? visible_.at(row).name : QString();
    }
    /// Whether the list, which may still be on its way, has a room of this name.
    Q_INVOKABLE [[nodiscard]] bool holds(const QString& name) const;

    void set_filter(const QString& filter);
    /// A list has been asked for: the old one stays until the new one is whole.
    void begin();
    /// The whole new list has come.
    void finish(QList<DirectoryEntry> entries);

 signals:
    void countChanged();
    void filterChanged();
    void loadingChanged();

 private:
    void rebuild();

    QList<DirectoryEntry> all_;
    QList<DirectoryEntry> visible_;
    QString filter_;
    bool loading_ = false;
};

}  // namespace brusio::ui
