#pragma once

#include <QtCore/QObject>
#include <map>
#include <memory>
#include <vector>

#include "qml-client/models/answer_desk.h"
#include "qml-client/models/client_settings.h"
#include "qml-client/models/conversation_view.h"
#include "qml-client/models/drafts.h"
#include "qml-client/models/member_list_model.h"
#include "qml-client/models/room_directory_model.h"
#include "qml-client/models/room_list_model.h"
#include "qml-client/models/server_page.h"
#include "qml-client/net/brain_driver.h"

namespace brusio::ui {

/// Turns what the brain tells into the models that the window shows. It decides nothing else; the
/// user's wishes go through Chat.
class ChatFeed : public QObject {
    Q_OBJECT

 public:
    ChatFeed(BrainDriver& driver, ClientSettings& settings, Drafts& drafts,
             QObject* parent = nullptr);
    ~ChatFeed() override;

    [[nodiscard]] RoomListModel& rooms() { return rooms_; }
    [[nodiscard]] const RoomListModel& rooms() const { return rooms_; }
    [[nodiscard]] MemberListModel& members() { return members_; }
    [[nodiscard]] RoomDirectoryModel& directory() { return directory_; }
    [[nodiscard]] const RoomDirectoryModel& directory() const { return directory_; }

    /// The open conversation, null if none.
    [[nodiscard]] ConversationView* current() const { return current_; }
    /// What the brain knows of the open conversation, null if none is open.
    [[nodiscard]] const client::Conversation* current_state() const;
    /// The conversation of this name, as the room list spells it; null if there is none.
    [[nodiscard]] ConversationView* find(const QString& name) const;
    [[nodiscard]] ConversationView* find(client::ConversationId id) const;

    /// Who asked what of the server.
    [[nodiscard]] AnswerDesk& answers() { return answers_; }
    /// A line of our own in a conversation; on the server's page if that is gone, or none.
    void tell(client::ConversationId where, const QString& words);

    /// Somebody looks at the server's page, if it is the open one.
    void note_server_seen();
    /// Takes the server's page away, until the server says something again.
    void close_server();

    /// Where we are (Destination::place).
    void set_place(const QString& place) { place_ = place; }
    /// Keeps how far each conversation has been seen, for the next run.
    void save_seen();
    /// Before what nobody here has seen yet, or where we have heard of everything: in Unix
    /// milliseconds.
    [[nodiscard]] qint64 seen_until_ms() const;

    /// Opens a conversation; null closes the open one. Puts the "new" line where reading stopped.
    void open(ConversationView* view);
    /// The open room's line in the list changed for a reason the brain does not know (a draft).
    void refresh_entry(ConversationView& view);
    /// Whether somebody looks at the window: what comes meanwhile gets a "new" line.
    void set_watched(bool watched) { watched_ = watched; }
    /// Says which day is today, for "Today" in every timeline.
    void set_today(QDate today);
    /// Writes every text anew after a change of language.
    void retranslate();
    /// The member of this nick in any of our rooms; null if we see nobody of that name.
    [[nodiscard]] const client::Member* find_person(const QString& nick) const;

 signals:
    void currentChanged();
    /// The open conversation is the same under another name.
    void currentRenamed();
    void topicChanged();
    void membershipChanged();
    /// Those of the open room, or what is known of them.
    void membersChanged();
    void typingChanged();
    void identityChanged();
    void phaseChanged();
    void unsentChanged();
    void registered();
    /// A conversation came into being (its name) or went away.
    void placesChanged();
    void appeared(const QString& name);
    /// Something to be told above the composer, or inside the open room.
    void hinted(const QString& words);
    /// The same, about a room that one may want to join.
    void invited(const QString& words, const QString& room);
    void informed(const QString& words);
    /// Somebody else said something just now, in the conversation of this name.
    void arrived(const QString& room, const brusio::client::Message& message);
    /// A message of ours will not be delivered, as it stands.
    void refused(const QString& room, const brusio::client::Message& message);
    /// Who is in some room, or how, is not as it was.
    void peopleChanged();
    void problem(const brusio::client::ClientError& error);
    /// What became of making an account.
    void accountMade();
    void accountNotMade(const brusio::client::ClientError& error);
    /// A message that was on the screen for the first time.
    void shown(const QString& room, const QString& nick, const QString& text);

 private:
    void take(const std::vector<client::ClientEvent>& events);
    void on(const client::PhaseChanged& event);
    void on(const client::Registered&);
    void on(const client::OwnNickChanged&) { emit identityChanged(); }
    void on(const client::AccountChanged&) { emit identityChanged(); }
    void on(const client::AccountMade&) { emit accountMade(); }
    void on(const client::AccountNotMade& event) { emit accountNotMade(event.error); }
    void on(const client::ConversationOpened& event);
    void on(const client::ConversationClosed& event);
    void on(const client::ConversationRenamed& event);
    void on(const client::MembershipChanged& event);
    void on(const client::MessageAdded& event);
    void on(const client::MessageChanged& event);
    void on(const client::OlderAdded& event);
    void on(const client::OlderChanged& event);
    void on(const client::MessageDropped& event);
    void on(const client::UnreadChanged& event);
    void on(const client::MembersReset& event) { members_changed(event.conversation); }
    void on(const client::MemberAdded& event) { members_changed(event.conversation); }
    void on(const client::MemberRemoved& event) { members_changed(event.conversation); }
    void on(const client::MemberRenamed& event) { members_changed(event.conversation); }
    void on(const client::MemberChanged& event) { members_changed(event.conversation); }
    void on(const client::TopicChanged& event);
    void on(const client::TypingChanged& event);
    void on(const client::RoomListBegun&);
    void on(const client::RoomListEntry& event);
    void on(const client::RoomListEnded&);
    void on(const client::OwnPresenceChanged&) { emit identityChanged(); }
    void on(const client::PeerAway& event);
    void on(const client::Invited& event);
    void on(const client::WhoisAnswer& event);
    void on(const client::ServerReply& event);
    void on(const client::ServerNotice& event);
    void on(const client::StandardReply& event);
    void on(const client::ErrorRaised& event) { emit problem(event.error); }
    void on(const client::LogLine&) {}

    void members_changed(client::ConversationId id);
    void show_members();
    void refresh(client::ConversationId id);
    void move_divider();
    void divide_further_back(ConversationView& view,
                             const std::vector<client::MessagePtr>& older) const;
    /// What was seen in an earlier run is not unread, though the server tells it as news.
    void note_seen_before(const ConversationView& view,
                          const std::vector<client::MessagePtr>& messages);
    [[nodiscard]] quint64 first_unread(const client::Conversation& state) const;

    BrainDriver& driver_;
    ClientSettings& settings_;
    Drafts& drafts_;
    QString place_;
    RoomListModel rooms_;
    MemberListModel members_;
    RoomDirectoryModel directory_;
    QList<DirectoryEntry> arriving_;
    std::map<quint64, std::unique_ptr<ConversationView>> views_;
    AnswerDesk answers_;
    std::unique_ptr<ServerPage> server_;  // once it has said something
    ConversationView* current_ = nullptr;
    bool members_stale_ = false;
    bool watched_ = false;
};

}  // namespace brusio::ui
