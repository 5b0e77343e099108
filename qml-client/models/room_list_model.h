#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QAbstractListModel>
#include <QtCore/QList>

namespace brusio::ui {

/// A place where one can talk: a room, or a private conversation with one person; or where the
/// server talks.
enum class PlaceKind { room, person, server };

/// One row of the room list.
struct RoomEntry {
    QString name;
    PlaceKind kind = PlaceKind::room;
    bool joined = true;  ///< false: a room that we left or that refused us; a person who is away
    int unread = 0;
    bool unread_more = false;  ///< and before the oldest message that is here, maybe more
    int mentions = 0;
    bool has_unsent = false;
    bool has_draft = false;
    QString preview;  ///< "ada: see you there", one line
    QString time_text;
};

/// The rooms, then the people, then the server, each in the order of their names. Names are
/// compared as IRC does for ASCII; the caller gives each room one spelling.
class RoomListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the room list belongs to the chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int unreadTotal READ unread_total NOTIFY totalsChanged)
    Q_PROPERTY(int mentionTotal READ mention_total NOTIFY totalsChanged)

 public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        PersonRole,
        ServerRole,
        JoinedRole,
        UnreadRole,
        UnreadMoreRole,
        MentionsRole,
        UnsentRole,
        DraftRole,
        PreviewRole,
        TimeTextRole,
        HueRole,
        SectionRole,
        CurrentRole,
        SpokenTextRole,
    };

    explicit RoomListModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return static_cast<int>(entries_.size()); }
    [[nodiscard]] int unread_total() const;
    [[nodiscard]] int mention_total() const;
    /// The row of this name, or -1.
    [[nodiscard]] int row_of(const QString& name) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& name) const { return row_of(name); }
    /// The name in `row`, or "" when there is no such row.
    Q_INVOKABLE [[nodiscard]] QString nameAt(int row) const;
    [[nodiscard]] const QList<RoomEntry>& entries() const { return entries_; }

    /// Adds the entry, or replaces the one of the same name; unchanged entries tell nobody.
    void put(const RoomEntry& entry);
    /// The entry called `before` is this one now, in the place that belongs to its name.
    void rename(const QString& before, const RoomEntry& entry);
    /// Takes the entry away, if it is there.
    void remove(const QString& name);
    /// Says which entry is open; "" for none.
    void set_current(const QString& name);
    /// Writes section titles and spoken texts anew after a change of language.
    void retranslate();

 signals:
    void countChanged();
    void totalsChanged();

 private:
    [[nodiscard]] static QString section_of(PlaceKind kind);
    [[nodiscard]] QString spoken_text(const RoomEntry& entry) const;
    [[nodiscard]] int place_for(const RoomEntry& entry) const;

    QList<RoomEntry> entries_;
    QString current_;
};

}  // namespace brusio::ui
