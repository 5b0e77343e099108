#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <optional>

#include "qml-client/calls/calls.h"
#include "qml-client/calls/outside_address.h"
#include "qml-client/models/account_desk.h"
#include "qml-client/models/certificate_question.h"
#include "qml-client/models/chat_feed.h"
#include "qml-client/models/command_desk.h"
#include "qml-client/models/completer.h"
#include "qml-client/models/composer_input.h"
#include "qml-client/models/hint.h"
#include "qml-client/models/lines_question.h"
#include "qml-client/models/nick_completer.h"
#include "qml-client/models/person_desk.h"
#include "qml-client/models/place_store.h"
#include "qml-client/models/room_desk.h"
#include "qml-client/models/room_export.h"

namespace brusio::ui {

/// Everything the window shows and everything one can do in it, over the client's brain.
class Chat : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program makes the one chat")
    Q_PROPERTY(QString phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(bool inside READ inside NOTIFY insideChanged)
    Q_PROPERTY(int retrySeconds READ retry_seconds NOTIFY retrySecondsChanged)
    Q_PROPERTY(int unsentCount READ unsent_count NOTIFY unsentChanged)
    Q_PROPERTY(QString networkName READ network_name NOTIFY identityChanged)
    Q_PROPERTY(QString nick READ nick NOTIFY identityChanged)
    Q_PROPERTY(int nickHue READ nick_hue NOTIFY identityChanged)
    Q_PROPERTY(bool away READ away NOTIFY identityChanged)
    Q_PROPERTY(QString problemTitle READ problem_title NOTIFY problemChanged)
    Q_PROPERTY(QString problemAdvice READ problem_advice NOTIFY problemChanged)
    Q_PROPERTY(QString problemDetail READ problem_detail NOTIFY problemChanged)
    Q_PROPERTY(brusio::ui::AccountDesk* desk READ desk CONSTANT)
    Q_PROPERTY(brusio::ui::CertificateQuestion* question READ question CONSTANT)
    Q_PROPERTY(brusio::ui::LinesQuestion* lines READ lines CONSTANT)
    Q_PROPERTY(brusio::ui::RoomExport* exporter READ exporter CONSTANT)
    Q_PROPERTY(brusio::ui::Calls* calls READ calls CONSTANT)
    Q_PROPERTY(brusio::ui::OutsideAddress* outside READ outside CONSTANT)
    Q_PROPERTY(brusio::ui::Completer* completer READ completer CONSTANT)
    Q_PROPERTY(brusio::ui::PersonDesk* person READ person CONSTANT)
    Q_PROPERTY(brusio::ui::RoomDesk* roomCard READ room_card CONSTANT)
    Q_PROPERTY(brusio::ui::IgnoreList* ignored READ ignored CONSTANT)
    Q_PROPERTY(brusio::ui::RoomListModel* rooms READ rooms CONSTANT)
    Q_PROPERTY(brusio::ui::MemberListModel* members READ members CONSTANT)
    Q_PROPERTY(brusio::ui::RoomDirectoryModel* directory READ directory CONSTANT)
    Q_PROPERTY(brusio::ui::TimelineModel* timeline READ timeline NOTIFY roomChanged)
    Q_PROPERTY(QString room READ room NOTIFY roomChanged)
    Q_PROPERTY(int roomHue READ room_hue NOTIFY roomChanged)
    Q_PROPERTY(bool roomIsPerson READ room_is_person NOTIFY roomChanged)
    Q_PROPERTY(bool roomIsServer READ room_is_server NOTIFY roomChanged)
    Q_PROPERTY(QString topic READ topic NOTIFY topicChanged)
    Q_PROPERTY(QString topicText READ topic_text NOTIFY topicChanged)
    Q_PROPERTY(QString topicHtml READ topic_html NOTIFY topicChanged)
    Q_PROPERTY(QString membership READ membership NOTIFY membershipChanged)
    Q_PROPERTY(QString typingText READ typing_text NOTIFY typingChanged)
    Q_PROPERTY(QString draft READ draft WRITE set_draft NOTIFY draftChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY hintChanged)
    Q_PROPERTY(QString hintOffer READ hint_offer NOTIFY hintChanged)
    Q_PROPERTY(
        bool windowActive READ window_active WRITE set_window_active NOTIFY windowActiveChanged)

 public:
    Chat(BrainDriver& driver, ClientSettings& settings, QObject* parent = nullptr);
    ~Chat() override;

    /// "idle", "connecting", "registering", "online" or "waiting".
    [[nodiscard]] QString phase() const;
    /// Whether the rooms are shown: from the first welcome until the user disconnects.
    [[nodiscard]] bool inside() const { return inside_; }
    /// Seconds until the next attempt, while waiting; else 0.
    [[nodiscard]] int retry_seconds() const { return retry_seconds_; }
    [[nodiscard]] int unsent_count() const;
    [[nodiscard]] QString network_name() const;
    [[nodiscard]] QString nick() const;
    [[nodiscard]] int nick_hue() const { return hue_of(nick()); }
    [[nodiscard]] bool away() const;
    [[nodiscard]] QString problem_title() const;
    [[nodiscard]] QString problem_advice() const;
    [[nodiscard]] QString problem_detail() const;
    [[nodiscard]] AccountDesk* desk() { return &desk_; }
    [[nodiscard]] CertificateQuestion* question() { return &question_; }
    [[nodiscard]] LinesQuestion* lines() { return &lines_; }
    [[nodiscard]] RoomExport* exporter() { return &exporter_; }
    [[nodiscard]] Calls* calls() { return &calls_; }
    [[nodiscard]] OutsideAddress* outside() { return &outside_; }
    /// Another program wants this irc:// address to be opened here.
    void show_outside(const QString& address);
    /// What comes from the brain, for those who tell of it in another way than on the screen.
    [[nodiscard]] const ChatFeed& feed() const { return feed_; }
    [[nodiscard]] Completer* completer() { return &offers_; }
    [[nodiscard]] PersonDesk* person() { return &person_; }
    [[nodiscard]] RoomDesk* room_card() { return &room_card_; }
    [[nodiscard]] IgnoreList* ignored() { return &ignored_; }
    [[nodiscard]] RoomListModel* rooms() { return &feed_.rooms(); }
    [[nodiscard]] MemberListModel* members() { return &feed_.members(); }
    [[nodiscard]] RoomDirectoryModel* directory() { return &feed_.directory(); }
    /// The open room's messages; an empty timeline when none is open.
    [[nodiscard]] TimelineModel* timeline();
    [[nodiscard]] QString room() const;
    [[nodiscard]] int room_hue() const { return hue_of(room()); }
    [[nodiscard]] bool room_is_person() const;
    /// The page of what the server says: nobody else can be heard there.
    [[nodiscard]] bool room_is_server() const;
    /// As it was set, with its formatting codes.
    [[nodiscard]] QString topic() const;
    /// The same to be shown: plain, and as StyledText ("" if the plain one says it all).
    [[nodiscard]] QString topic_text() const;
    [[nodiscard]] QString topic_html() const;
    /// "inside", "joining" or "outside".
    [[nodiscard]] QString membership() const;
    [[nodiscard]] QString typing_text() const;
    [[nodiscard]] QString draft() const;
    void set_draft(const QString& text);
    [[nodiscard]] QString hint() const { return hint_.words; }
    /// What takeHintOffer() does, in words; "" if nothing is offered.
    [[nodiscard]] QString hint_offer() const;
    [[nodiscard]] bool window_active() const { return window_active_; }
    void set_window_active(bool active);

    /// Goes online and stays so; `form` is a Destination's (read_destination).
    Q_INVOKABLE void connectTo(const QVariantMap& form);
    /// The same. A log-in without a password takes the remembered one.
    void go(Destination destination);
    Q_INVOKABLE void disconnect();
    /// The same, and nothing of this account is left on this computer: what was said, drafts, what
    /// is unsent, the password.
    Q_INVOKABLE void forgetAccount();
    /// Leaves the server, as the program ends: the next run comes back.
    void say_goodbye();
    Q_INVOKABLE void tryNow();

    Q_INVOKABLE void openRoom(const QString& name);
    Q_INVOKABLE void openPerson(const QString& nick);
    Q_INVOKABLE void joinRoom(const QString& name, const QString& key);
    Q_INVOKABLE void leaveRoom();
    Q_INVOKABLE void closeRoom();
    /// Opens the room `steps` further down (or up, if negative) the list.
    Q_INVOKABLE void stepRoom(int steps);
    /// A room's name as it will be written: with its sign before it.
    Q_INVOKABLE [[nodiscard]] QString roomNameOf(const QString& typed) const;
    /// Names that fit what was typed, best first: starts with it, holds it, holds its letters.
    Q_INVOKABLE [[nodiscard]] QStringList matchRooms(const QString& typed) const;
    Q_INVOKABLE void requestDirectory();

    /// Does what the composer's text says. True when the composer may be emptied; else `hint` says
    /// what is wrong.
    Q_INVOKABLE bool submit(const QString& text);
    /// Does what a command says that was not written in the composer, which stays as it is.
    Q_INVOKABLE bool run(const QString& command);
    /// One press of Tab (`direction` 1) or Shift+Tab (-1).
    Q_INVOKABLE brusio::ui::Completion completeNick(const QString& text, int cursor, int direction);
    /// Puts a text, or "nick: ", into the composer.
    Q_INVOKABLE void prefill(const QString& text);
    Q_INVOKABLE void mention(const QString& nick);
    Q_INVOKABLE void dismissHint() { set_hint(Hint{}); }
    Q_INVOKABLE void takeHintOffer();
    /// Sends a failed message again, or gives it up; `key` names its row.
    Q_INVOKABLE void retry(double key);
    Q_INVOKABLE void discard(double key);
    /// Asks the server to take an own message back, for everybody; whether that can be asked for.
    Q_INVOKABLE void takeBack(double key);
    Q_INVOKABLE [[nodiscard]] bool canTakeBack(double key) const;
    /// Opens an address with the program for it; a room of this server is opened here if we have
    /// it, else asked about (roomLinked).
    Q_INVOKABLE void openLink(const QString& link);
    /// What a link opens, so that one can see it.
    Q_INVOKABLE [[nodiscard]] QString linkWords(const QString& link) const;
    Q_INVOKABLE void copyText(const QString& text) const;
    /// The rows on screen, newest and oldest; what is seen in an active window is read.
    Q_INVOKABLE void noteShown(int newestRow, int oldestRow);
    /// Somebody is near the oldest row: what was said before it is asked for, if there is any.
    Q_INVOKABLE void loadOlder();
    /// The row of the first unread message, or -1.
    Q_INVOKABLE [[nodiscard]] int unreadRow();

    /// Who opens what is kept of the places we go to; without one nothing is. It must outlive this.
    void set_store_opener(StoreOpener* opener) { kept_.set_opener(opener); }
    /// Rooms to join besides those remembered, at the next connectTo().
    void set_extra_rooms(const QStringList& rooms) { extra_rooms_ = rooms; }
    /// Shows this room or person now, or as soon as it is there.
    void open_when_there(const QString& name);
    /// Writes what is remembered only now and then (drafts) to the settings.
    void save();
    /// Writes every text anew after a change of language.
    void retranslate();

 signals:
    void phaseChanged();
    void insideChanged();
    void retrySecondsChanged();
    void unsentChanged();
    void identityChanged();
    void problemChanged();
    void roomChanged();
    /// The user asked for the open room: bring it to the front.
    void roomAsked();
    /// Somebody followed the name of a room where we are not.
    void roomLinked(const QString& name);
    void topicChanged();
    void membershipChanged();
    void typingChanged();
    void draftChanged();
    /// Something was said in the open room, by us and here.
    void spoken();
    /// What stood in the composer while `place` was open was done.
    void submitted(const QString& place, const QString& text);
    /// The composer's text was replaced by another hand than the writer's.
    void draftReplaced();
    void hintChanged();
    void windowActiveChanged();
    void shown(const QString& room, const QString& nick, const QString& text);

 private:
    void enter_place(client::ClientConfig& config);
    void restore_unsent();
    void set_inside(bool inside);
    void on_unsent();
    void on_current();
    void on_phase();
    void on_midnight();
    void on_registered();
    void on_problem(const client::ClientError& error);
    void on_appeared(const QString& name);
    void count_down();
    void set_hint(Hint hint);
    /// Something that is not about what is being written: it stays until it was read.
    void set_hint(const QString& words);
    void forget_fleeting_hint();
    void set_problem(std::optional<client::ClientError> error);
    void inform(const QString& words);
    void save_places();
    [[nodiscard]] bool asks_first(const ComposerInput& input);
    void say_lines(const ManyLines& asked, const QStringList& texts);
    bool submit(const ComposerInput& input);
    [[nodiscard]] QString speaking_place() const { return room_is_server() ? QString() : room(); }
    bool carry_out(const ComposerInput& input);
    bool say(const ComposerInput& input);
    void connect_calls();
    void on_reply(const QString& name, const QString& text);
    bool query(const ComposerInput& input);
    bool say_to(const QString& target, const QString& text, client::MessageKind kind);
    void clear_screen();
    /// A draft as it may lie on the disk: not at all while a password is in it.
    [[nodiscard]] QString kept_draft(const QString& text) const;
    void connect_commands();

    BrainDriver& driver_;
    ClientSettings& settings_;
    PlaceStore kept_;
    ChatFeed feed_;
    AccountDesk desk_;
    CertificateQuestion question_;
    LinesQuestion lines_;
    RoomExport exporter_;
    Calls calls_;
    OutsideAddress outside_;
    IgnoreList ignored_;
    CommandDesk commands_;
    Completer offers_;
    PersonDesk person_;
    RoomDesk room_card_;
    Destination destination_;  // of the last go()
    TimelineModel no_timeline_;
    NickCompleter completer_;
    QTimer countdown_;
    QTimer saver_;
    QTimer midnight_;
    QStringList extra_rooms_;
    QString draft_;
    Hint hint_;
    QString wanted_room_;  // to be opened as soon as it is there
    std::optional<client::ClientError> problem_;
    int retry_seconds_ = 0;
    int newest_row_shown_ = -1;
    bool inside_ = false;
    bool restoring_ = false;
    bool pasted_ = false;         // many lines at once into the draft
    bool bring_forward_ = false;  // the wanted room was asked for by name
    bool window_active_ = false;
    bool unsafe_told_ = false;  // that the disk does not take messages
};

}  // namespace brusio::ui
