#include "qml-client/models/person_desk.h"

#include "qml-client/models/answer_words.h"
#include "qml-client/models/composer_input.h"
#include "qml-client/models/link_text.h"
#include "qml-client/models/message_row.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

const char* command_of(PersonDesk::Deed deed) {
    switch (deed) {
        case PersonDesk::Deed::Op:
            return "op";
        case PersonDesk::Deed::Deop:
            return "deop";
        case PersonDesk::Deed::Voice:
            return "voice";
        case PersonDesk::Deed::Devoice:
            return "devoice";
        case PersonDesk::Deed::Kick:
            return "kick";
        case PersonDesk::Deed::Ban:
            return "ban";
        case PersonDesk::Deed::Unban:
            return "unban";
        case PersonDesk::Deed::Ignore:
        case PersonDesk::Deed::Unignore:
            break;
    }
    return "ignore";
}

}  // namespace

PersonDesk::PersonDesk(BrainDriver& driver, ChatFeed& feed, CommandDesk& commands, QObject* parent)
    : QObject(parent), driver_(driver), feed_(feed), commands_(commands) {
    connect(&commands.ignored(), &IgnoreList::changed, this, &PersonDesk::changed);
    connect(&feed, &ChatFeed::currentChanged, this, &PersonDesk::changed);
    connect(&feed, &ChatFeed::membersChanged, this, &PersonDesk::changed);
}

int PersonDesk::hue() const { return hue_of(nick_); }

bool PersonDesk::is_self() const {
    return nick_.compare(text_of(driver_.client().nick()), Qt::CaseInsensitive) == 0;
}

QString PersonDesk::account() const {
    if (whois_ && !whois_->account.empty()) return text_of(whois_->account);
    const client::Member* const known = commands_.find_person(nick_);
    return known == nullptr ? QString() : text_of(known->account);
}

bool PersonDesk::is_ignored() const {
    return !commands_.ignored().entry_for(nick_, account()).isEmpty();
}

QStringList PersonDesk::facts() const {
    if (whois_) return with_controls_seen(whois_words(*whois_)).split(u'\n', Qt::SkipEmptyParts);
    client::WhoisAnswer known;
    known.nick = nick_.toStdString();
    if (const client::Member* person = commands_.find_person(nick_)) {
        known.mask = person->mask;
        known.realname = person->realname;
        known.account = person->account;
        if (person->presence == client::Presence::away) known.notes = tr("Away").toStdString();
    }
    return with_controls_seen(whois_words(known)).split(u'\n', Qt::SkipEmptyParts);
}

QStringList PersonDesk::common() const {
    const std::string name = nick_.toStdString();
    QStringList rooms;
    for (const client::ConversationId id : driver_.client().conversations()) {
        if (driver_.client().find_member(id, name) == nullptr) continue;
        rooms << text_of(driver_.client().conversation(id)->name);
    }
    return rooms;
}

const client::Member* PersonDesk::member(const QString& nick) const {
    const client::Conversation* const room = feed_.current_state();
    if (room == nullptr || room->membership != client::Membership::inside) return nullptr;
    return driver_.client().find_member(room->id, nick.toStdString());
}

bool PersonDesk::has_rank(char sign) const {
    const client::Member* const person = member(nick_);
    return person != nullptr && person->ranks.find(sign) != std::string::npos;
}

bool PersonDesk::we_are_at_least(char sign) const {
    const client::Member* const me = member(text_of(driver_.client().nick()));
    if (me == nullptr || me->ranks.empty() || member(nick_) == nullptr) return false;
    const std::string_view signs = driver_.client().isupport().rank_signs();
    const std::size_t at = signs.find(sign);  // the highest comes first
    return at != std::string_view::npos && signs.find(me->ranks.front()) <= at;
}

// Half-operators are there on some servers only.
bool PersonDesk::may_rank() const { return we_are_at_least('%') || we_are_at_least('@'); }
bool PersonDesk::may_op() const { return we_are_at_least('@'); }

void PersonDesk::look(const QString& nick) {
    nick_ = nick;
    whois_.reset();
    asking_ = false;
    emit changed();
}

void PersonDesk::askMenu(const QString& nick, QQuickItem* beside) {
    look(nick);
    emit menuAsked(beside);
}

void PersonDesk::show(const QString& nick) {
    look(nick);
    asking_ = driver_.client().phase() == client::Phase::online;
    if (asking_) {
        const std::string name = nick.toStdString();
        feed_.answers().expect_whois(
            name, this,
            [this](const client::WhoisAnswer& answer) {
                if (nick_.compare(text_of(answer.nick), Qt::CaseInsensitive) != 0) return;
                whois_ = answer;
                asking_ = false;
                emit changed();
            },
            driver_.now().mono);
        driver_.act([&](client::Client& brain, Now now) { brain.whois(name, now); });
    }
    emit changed();
    emit cardAsked();
}

void PersonDesk::act(Deed deed) {
    if (nick_.isEmpty() || nick_.contains(u' ')) return;
    if (deed == Deed::Unignore) {
        commands_.ignored().remove(commands_.ignored().entry_for(nick_, account()));
        return;
    }
    // An account goes before a nick, whoever told it.
    const bool by_account = deed == Deed::Ignore && !account().isEmpty();
    const QString whom = by_account ? ignore_entry({}, account()) : nick_;
    const QString typed = u'/' + QString::fromLatin1(command_of(deed)) + u' ' + whom;
    const ComposerInput input = read_composer(typed, commands_.find_open_room());
    if (input.wish == Wish::command) commands_.run(input);
    emit changed();
}

}  // namespace brusio::ui
