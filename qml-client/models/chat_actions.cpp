// The user's part of Chat: opening and leaving rooms, and what is written in the composer.
#include <QtCore/QDateTime>
#include <QtCore/QMap>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <algorithm>
#include <tuple>
#include <utility>

#include "core/client/secret_mask.h"
#include "qml-client/models/chat.h"
#include "qml-client/models/command_help.h"
#include "qml-client/models/link_text.h"
#include "qml-client/net/server_address.h"

namespace brusio::ui {

namespace {

// Lines that are said without asking: more may have been pasted by mistake.
constexpr qsizetype lines_unasked_max = 3;

// 0: starts with it, 1: holds it, 2: holds its letters in order, 3: does not fit.
int distance(const QString& name, const QString& typed) {
    const QString bare = is_room_name(name) ? name.mid(1) : name;
    if (bare.startsWith(typed, Qt::CaseInsensitive) || name.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    if (name.contains(typed, Qt::CaseInsensitive)) return 1;
    qsizetype at = 0;
    for (const QChar letter : typed) {
        at = name.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0) return 3;
        ++at;
    }
    return 2;
}

// Said to a service, and a password is in it.
bool is_secret(const QString& target, const QString& text) {
    const std::string words = text.toStdString();
    return client::mask_said(target.toStdString(), words) != words;
}

// The room that an irc:// address names, if it is one of the server where we are; else "".
QString room_of_address(const QString& link, const Destination& here) {
    const ServerAddress address = read_server_address(link);
    const bool is_here =
        address.host.compare(here.host, Qt::CaseInsensitive) == 0 && address.port == here.port;
    if (!is_here) return {};
    const QUrl url(link);
    QString name = url.path(QUrl::FullyDecoded).mid(1).section(u',', 0, 0);
    if (name.isEmpty() && url.hasFragment()) name = u'#' + url.fragment(QUrl::FullyDecoded);
    return name.isEmpty() || is_room_name(name) ? name : u'#' + name;
}

}  // namespace

void Chat::openRoom(const QString& name) {
    ConversationView* const view = feed_.find(name);
    if (view == nullptr) return;
    save();
    ConversationView* const before = feed_.current();
    feed_.open(view);
    if (before != nullptr && before != view) feed_.refresh_entry(*before);
    if (view->kind() != PlaceKind::server) settings_.set_last_room(view->name());
    wanted_room_.clear();
}

void Chat::on_appeared(const QString& name) {
    const bool wanted = name.compare(wanted_room_, Qt::CaseInsensitive) == 0;
    if (wanted || (feed_.current() == nullptr && wanted_room_.isEmpty())) openRoom(name);
    if (wanted && std::exchange(bring_forward_, false)) emit roomAsked();
}

void Chat::open_when_there(const QString& name) {
    wanted_room_ = name;
    bring_forward_ = true;
    if (feed_.find(name) != nullptr) on_appeared(name);
}

void Chat::openPerson(const QString& nick) {
    // A server is no person: its name has a dot.
    if (nick.isEmpty() || nick == this->nick() || nick.contains(u'.')) return;
    driver_.act(
        [&](client::Client& brain, Now now) { return brain.open_person(nick.toStdString(), now); });
    openRoom(nick);
    emit roomAsked();
}

QString Chat::roomNameOf(const QString& typed) const {
    const QString name = typed.trimmed();
    return name.isEmpty() || is_room_name(name) ? name : u'#' + name;
}

void Chat::joinRoom(const QString& name, const QString& key) {
    const QString room = roomNameOf(name);
    const auto id = driver_.act([&](client::Client& brain, Now now) {
        return brain.join(room.toStdString(), key.toStdString(), now);
    });
    if (!id) {
        set_hint(Hint{tr("No room can be called %1.").arg(room), {}, {}, {}});
        return;
    }
    openRoom(room);
    emit roomAsked();
}

void Chat::leaveRoom() {
    const std::string name = room().toStdString();
    driver_.act([&](client::Client& brain, Now now) { brain.part(name, "", now); });
}

void Chat::closeRoom() {
    ConversationView* const view = feed_.current();
    if (view == nullptr) return;
    const int row = feed_.rooms().row_of(view->name());
    const QString next = feed_.rooms().nameAt(row > 0 ? row - 1 : row + 1);
    kept_.drafts().put(view->name(), {});
    draft_.clear();
    if (view->kind() == PlaceKind::server) {
        feed_.close_server();
    } else {
        const client::ConversationId id = view->id();
        driver_.act([&](client::Client& brain, Now now) { brain.close(id, now); });
    }
    openRoom(next);
}

void Chat::stepRoom(int steps) {
    const int count = feed_.rooms().count();
    if (count == 0) return;
    const int row = feed_.rooms().row_of(room());
    openRoom(feed_.rooms().nameAt(((row + steps) % count + count) % count));
    emit roomAsked();
}

QStringList Chat::matchRooms(const QString& typed) const {
    // What fits best, what is unread, and then as they stand in the list.
    QMap<std::tuple<int, bool, int>, QString> found;
    const QList<RoomEntry>& entries = feed_.rooms().entries();
    for (int row = 0; row < static_cast<int>(entries.size()); ++row) {
        const int far = distance(entries[row].name, typed.trimmed());
        if (far < 3) found.insert({far, entries[row].unread == 0, row}, entries[row].name);
    }
    return found.values();
}

void Chat::requestDirectory() {
    driver_.act([](client::Client& brain, Now now) { brain.request_room_list("", now); });
}

QString Chat::draft() const { return draft_; }

void Chat::set_draft(const QString& text) {
    if (text == draft_) return;
    const qsizetype lines_added = text.count(u'\n') - draft_.count(u'\n');
    pasted_ = !text.isEmpty() && (pasted_ || lines_added >= lines_unasked_max);
    draft_ = text;
    emit draftChanged();
    saver_.start();
    if (!text.isEmpty()) forget_fleeting_hint();
    if (feed_.current() == nullptr || room_is_server() || looks_like_command(text)) return;
    if (!settings_.typing_told()) return;
    const auto state = text.isEmpty() ? client::TypingState::done : client::TypingState::active;
    const std::string place = room().toStdString();
    driver_.act([&](client::Client& brain, Now now) { brain.send_typing(place, state, now); });
}

Completion Chat::completeNick(const QString& text, int cursor, int direction) {
    const client::Conversation* const state = feed_.current_state();
    if (state == nullptr) return {text, cursor};
    const EditState done =
        completer_.press({text, cursor}, feed_.current()->candidates(*state, nick()),
                         direction > 0 ? TabDirection::forwards : TabDirection::backwards);
    return {done.text, done.cursor};
}

void Chat::prefill(const QString& text) {
    set_draft(text);
    emit draftReplaced();
}

void Chat::mention(const QString& nick) {
    const bool fresh = draft_.isEmpty();
    prefill(draft_ + (fresh || draft_.endsWith(u' ') ? QString() : QStringLiteral(" ")) + nick +
            (fresh ? QStringLiteral(": ") : QStringLiteral(" ")));
}

void Chat::retry(double key) {
    driver_.act([&](client::Client& brain, Now now) {
        return brain.retry(client::MessageId{static_cast<quint64>(key)}, now);
    });
}

void Chat::discard(double key) {
    driver_.act([&](client::Client& brain, Now now) {
        return brain.cancel(client::MessageId{static_cast<quint64>(key)}, now);
    });
}

void Chat::takeBack(double key) {
    const ConversationView* const view = feed_.current();
    if (view == nullptr) return;
    driver_.act([&](client::Client& brain, Now now) {
        return brain.redact(view->id(), client::MessageId{static_cast<quint64>(key)}, "", now);
    });
}

bool Chat::canTakeBack(double key) const {
    const ConversationView* const view = feed_.current();
    return view != nullptr &&
           driver_.client().can_redact(view->id(), client::MessageId{static_cast<quint64>(key)});
}

void Chat::openLink(const QString& link) {
    QString room = room_of_link(link);
    const bool of_irc = link.startsWith(QStringLiteral("irc"), Qt::CaseInsensitive);
    if (room.isEmpty() && of_irc) room = room_of_address(link, settings_.destination());
    if (room.isEmpty()) {
        QDesktopServices::openUrl(QUrl(link, QUrl::TolerantMode));
        return;
    }
    if (feed_.find(room) == nullptr) {
        emit roomLinked(room);
        return;
    }
    openRoom(room);
    emit roomAsked();
}

QString Chat::linkWords(const QString& link) const {
    const QString room = room_of_link(link);
    return room.isEmpty() ? unmistakable(link) : tr("Go to %1").arg(room);
}

void Chat::copyText(const QString& text) const { QGuiApplication::clipboard()->setText(text); }

bool Chat::submit(const QString& text) {
    completer_.reset();
    const ComposerInput input = read_composer(text, speaking_place());
    if (input.wish == Wish::error) {
        const auto offer = input.may_be_said ? HintOffer::say_as_text : HintOffer::none;
        set_hint(Hint{input.text, HintLife::until_next_key, offer, text});
        return false;
    }
    forget_fleeting_hint();
    return !asks_first(input) && submit(input);
}

bool Chat::run(const QString& command) {
    const ComposerInput input = read_composer(command, speaking_place());
    return input.wish != Wish::error && carry_out(input);
}

bool Chat::submit(const ComposerInput& input) {
    // The text leaves this room's draft before anything else happens: the wish may open another.
    const QString place = room();
    const QString kept = std::exchange(draft_, QString());
    kept_.drafts().put(place, {});
    const bool done = carry_out(input);
    if (!done) kept_.drafts().put(place, kept_draft(kept));
    if (!done && room() == place) draft_ = kept;
    emit draftChanged();
    if (done && !kept.isEmpty()) emit submitted(place, kept);
    if (done) emit draftReplaced();
    return done;
}

void Chat::takeHintOffer() {
    const Hint hint = std::exchange(hint_, {});
    emit hintChanged();
    if (hint.offer == HintOffer::join) joinRoom(hint.subject, {});
    if (hint.offer != HintOffer::say_as_text || feed_.current() == nullptr) return;
    const ComposerInput input{Wish::say, {}, hint.subject, {}, false, nullptr};
    if (!asks_first(input)) submit(input);
}

// Nobody wants to say a file by mistake.
bool Chat::asks_first(const ComposerInput& input) {
    const bool is_speech =
        input.wish == Wish::say || input.wish == Wish::act || input.wish == Wish::query;
    if (!is_speech || !input.text.contains(u'\n')) return false;
    ManyLines many{room(), input.wish, input.target, {}, {}};
    for (const QString& line : input.text.split(u'\n')) {
        if (!line.trimmed().isEmpty()) many.lines << line;
    }
    const auto kind =
        input.wish == Wish::act ? client::MessageKind::action : client::MessageKind::said;
    const std::string target = (many.target.isEmpty() ? many.place : many.target).toStdString();
    const auto is_one = [&](const QString& text) {
        return driver_.client().messages_made_of(target, text.toStdString(), kind) == 1;
    };
    const bool whole = is_one(input.text);
    const qsizetype messages = whole ? 1 : many.lines.size();
    const bool is_much = pasted_ && many.lines.size() > lines_unasked_max;
    if (messages <= lines_unasked_max && !is_much) return false;
    const QString joined = many.lines.join(u' ').simplified();
    many.as_one = whole ? input.text : is_one(joined) ? joined : QString();
    lines_.ask(std::move(many));
    return true;
}

void Chat::say_lines(const ManyLines& asked, const QStringList& texts) {
    if (room() != asked.place) return;  // what was typed there is still there
    for (const QString& text : texts)
        submit(ComposerInput{asked.wish, asked.target, text, {}, false, nullptr});
}

bool Chat::say_to(const QString& target, const QString& text, client::MessageKind kind) {
    if (is_secret(target, text)) return commands_.say_secretly(target, text);
    const std::string place = target.toStdString();
    const std::string words = text.toStdString();
    const auto made = driver_.act([&](client::Client& brain, Now now) {
        return kind == client::MessageKind::action ? brain.send_action(place, words, now)
                                                   : brain.send_message(place, words, now);
    });
    return !made.empty();
}

bool Chat::say(const ComposerInput& input) {
    const auto kind =
        input.wish == Wish::act ? client::MessageKind::action : client::MessageKind::said;
    const QString place = room();
    if (!say_to(place, input.text, kind)) return false;
    if (is_secret(place, input.text)) commands_.tell_said(place, input.text);
    emit spoken();
    return true;
}

bool Chat::query(const ComposerInput& input) {
    const bool speaks = !input.text.isEmpty();
    if (speaks && !say_to(input.target, input.text, client::MessageKind::said)) return false;
    if (!is_room_name(input.target)) openPerson(input.target);
    if (speaks && is_secret(input.target, input.text)) {
        commands_.tell_said(input.target, input.text);
    }
    return true;
}

void Chat::connect_calls() {
    const auto open = [this](const QString& name) {
        openRoom(name);
        emit roomAsked();
    };
    connect(&calls_, &Calls::openAsked, this, open);
    connect(&calls_, &Calls::replyAsked, this, &Chat::on_reply);
    connect(&outside_, &OutsideAddress::openAgreed, this, open);
    connect(&outside_, &OutsideAddress::writeAgreed, this, &Chat::openPerson);
    connect(&outside_, &OutsideAddress::joinAgreed, this,
            [this](const QString& room) { joinRoom(room, {}); });
    connect(&outside_, &OutsideAddress::goAgreed, this, [this](const Destination& destination) {
        disconnect();
        set_problem({});
        settings_.set_destination(destination);  // where the first screen goes
    });
}

void Chat::show_outside(const QString& address) {
    const auto standing =
        inside_ ? OutsideAddress::Standing::inside : OutsideAddress::Standing::outside;
    if (!address.isEmpty()) outside_.ask(address, standing);
    emit calls_.windowAsked();
}

// An answer from outside of the window. What is more than a line to be said is not said unseen.
void Chat::on_reply(const QString& name, const QString& text) {
    const QString words = text.trimmed();
    const bool is_plain = !words.isEmpty() && !words.contains(u'\n') && !looks_like_command(words);
    const ConversationView* const view = feed_.find(name);
    if (is_plain && view != nullptr) {
        driver_.act([&](client::Client& brain, Now now) {
            const auto made = brain.send_message(name.toStdString(), words.toStdString(), now);
            if (!made.empty()) brain.mark_read(view->id(), made.back(), now);
            return made;
        });
        return;
    }
    openRoom(name);
    if (!words.isEmpty()) prefill(draft_.isEmpty() ? words : draft_ + u'\n' + words);
    emit roomAsked();
    emit calls_.windowAsked();
}

bool Chat::carry_out(const ComposerInput& input) {
    switch (input.wish) {
        case Wish::nothing:
        case Wish::error:
            return false;
        case Wish::say:
        case Wish::act:
            return say(input);
        case Wish::query:
            return query(input);
        case Wish::command:
            break;
    }
    return commands_.run(input);
}

void Chat::connect_commands() {
    connect(&commands_, &CommandDesk::hinted, this, [this](const QString& words) {
        set_hint(Hint{words, HintLife::until_next_key, HintOffer::none, {}});
    });
    connect(&commands_, &CommandDesk::joinAsked, this, &Chat::joinRoom);
    connect(&commands_, &CommandDesk::directoryAsked, this, &Chat::roomLinked);
    connect(&commands_, &CommandDesk::closeAsked, this, &Chat::closeRoom);
    connect(&commands_, &CommandDesk::clearAsked, this, &Chat::clear_screen);
    connect(&commands_, &CommandDesk::helpAsked, this,
            [this](const QString& about) { inform(command_help(commands_, about)); });
    connect(&commands_, &CommandDesk::quitAsked, this, &Chat::disconnect);
}

void Chat::clear_screen() {
    ConversationView* const view = feed_.current();
    if (view == nullptr) return;
    view->clear_screen();
    inform(tr("The screen is empty. What was said is shown again when you come back here."));
}

QString Chat::kept_draft(const QString& text) const {
    return without_secrets(text, speaking_place()) == text ? text : QString();
}

}  // namespace brusio::ui
