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
