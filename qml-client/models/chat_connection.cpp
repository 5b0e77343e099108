// The way in and out: Chat's part that goes to servers, stays there, and says why not.
#include <QUuid>
#include <algorithm>

#include "qml-client/models/chat.h"
#include "qml-client/models/problem_text.h"

namespace brusio::ui {

void Chat::connectTo(const QVariantMap& form) { go(read_destination(form)); }

void Chat::go(Destination destination) {
    if (destination.host.isEmpty()) {
        set_problem(client::ClientError{client::ErrorKind::host_not_found, {}, {}, {}});
        return;
    }
    save();
    const QString agreed_room = outside_.take_room(destination);
    if (!agreed_room.isEmpty()) extra_rooms_.prepend(agreed_room);
    settings_.set_destination(destination);
    ignored_.load();
    if (destination.entry == Entry::log_in && destination.account_password.isEmpty()) {
        destination.account_password = settings_.password();
    }
    if (destination.url() != destination_.url()) feed_.close_server();
    desk_.set_remember(destination.remember);
    destination_ = std::move(destination);
    calls_.enter(destination_.place());
    set_problem({});
    question_.dismiss();

    client::ClientConfig config = destination_.config();
    config.heard_until = WallTime{settings_.heard_until_ms(destination_.place())};
    config.limits.messages_per_conversation_max = 4'000;
    if (!config.account.name.empty()) {
        config.scram_nonce = fresh_nonce();
        config.device = QUuid::createUuid().toString(QUuid::Id128).toStdString();
    }
    QStringList rooms = settings_.rooms();
    for (const QString& room : std::as_const(extra_rooms_)) {
        if (!rooms.contains(room, Qt::CaseInsensitive)) rooms << room;
    }
    restoring_ = true;  // what closes on the way is not to be forgotten
    enter_place(config);
    const bool was_here = config.stored && config.stored->newest;
    const QStringList people = settings_.people();
    wanted_room_ = !extra_rooms_.isEmpty() ? extra_rooms_.first() : settings_.last_room();
    extra_rooms_.clear();
    for (const QString& room : rooms) config.rooms.push_back({room.toStdString(), {}});
    driver_.act([&](client::Client& brain, Now now) { brain.connect(std::move(config), now); });
    for (const QString& person : people) {
        driver_.act([&](client::Client& brain, Now now) {
            return brain.open_person(person.toStdString(), now);
        });
    }
    restore_unsent();
    restoring_ = false;
    save_places();
    if (feed_.current() == nullptr) openRoom(feed_.rooms().nameAt(0));
    emit identityChanged();
    // What was there before is there without a network.
    if (was_here && feed_.current() != nullptr && !problem_) set_inside(true);
}

// What is kept of where we go to, in the stead of what was kept so far; a guest who has an account
// now takes it along, unless something is kept of that account.
void Chat::enter_place(client::ClientConfig& config) {
    const QString place = destination_.place();
    const bool goes_on = client::keeps_conversations(driver_.client().config(), config);
    if (!goes_on || !kept_.move_to(place)) {
        config.begins_anew = place != kept_.place();
        kept_.enter(place);
    }
    config.stored = kept_.stored();
    feed_.set_place(place);
}

void Chat::restore_unsent() {
    const std::vector<client::Message> left = kept_.take_unsent();
    if (left.empty()) return;
    driver_.act([&left](client::Client& brain, Now now) { brain.restore_unsent(left, now); });
}

void Chat::on_unsent() {
    emit unsentChanged();
    if (!saver_.isActive()) saver_.start();
    if (kept_.is_safe() || std::exchange(unsafe_told_, true)) return;
    set_hint(tr("What waits to be sent cannot be kept on this computer's disk."));
}

void Chat::say_goodbye() {
    save();
    driver_.act([](client::Client& brain, Now now) { brain.disconnect("", now); });
}

void Chat::disconnect() {
    say_goodbye();
    settings_.set_stay_online(false);
    set_inside(false);
}

void Chat::forgetAccount() {
    disconnect();
    restoring_ = true;  // what closes now is forgotten as a whole
    const bool gone = kept_.forget();
    driver_.act([](client::Client& brain, Now now) { brain.forget(now); });
    feed_.close_server();
    restoring_ = false;
    settings_.forget_account();
    calls_.forget_place();
    destination_ = settings_.destination();
    if (!gone) set_hint(tr("What was kept of this account cannot be removed from the disk."));
    emit identityChanged();
}

void Chat::set_inside(bool inside) {
    if (inside == inside_) return;
    inside_ = inside;
    if (!inside) calls_.clear();
    emit insideChanged();
}

void Chat::tryNow() {
    if (driver_.client().phase() == client::Phase::idle) {
        go(destination_);
        return;
    }
    driver_.act([](client::Client& brain, Now now) { brain.reconnect_now(now); });
}

void Chat::on_registered() {
    set_problem({});
    settings_.set_stay_online(true);
    // From now on the account is there, and the next attempt logs in to it.
    if (!desk_.account().isEmpty()) destination_.entry = Entry::log_in;
    set_inside(true);
}

void Chat::on_problem(const client::ClientError& error) {
    if (place_of(error.kind) == ProblemPlace::room) {
        const ProblemText words = problem_text(error);
        QString sentence = words.title;
        if (!words.advice.isEmpty()) sentence += QStringLiteral(". ") + words.advice;
        if (!words.detail.isEmpty()) {
            sentence += u'\n' + tr("The server says: %1").arg(words.detail);
        }
        set_hint(sentence);
        return;
    }
    set_problem(error);
    if (!needs_the_user(error.kind)) return;
    switch (driver_.client().phase()) {
        case client::Phase::online:
            set_hint(problem_title());
            return;
        case client::Phase::waiting:
            return;  // the brain tries again: our own ghost holds the nick, the server is busy
        default:
            disconnect();
    }
}

}  // namespace brusio::ui
