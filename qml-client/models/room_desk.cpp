#include "qml-client/models/room_desk.h"

#include <algorithm>

#include "qml-client/models/composer_input.h"
#include "qml-client/models/link_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

RoomDesk::RoomDesk(BrainDriver& driver, ChatFeed& feed, CommandDesk& commands, QObject* parent)
    : QObject(parent), driver_(driver), feed_(feed), commands_(commands) {
    connect(&feed, &ChatFeed::topicChanged, this, &RoomDesk::changed);
    connect(&feed, &ChatFeed::membersChanged, this, &RoomDesk::changed);
}

const client::Conversation* RoomDesk::state() const {
    return room_.isEmpty() ? nullptr : commands_.find_room(room_);
}

QString RoomDesk::topic() const {
    const client::Conversation* const known = state();
    return known == nullptr ? QString() : text_of(known->topic.text);
}

bool RoomDesk::is_inside() const {
    const client::Conversation* const known = state();
    return known != nullptr && known->membership == client::Membership::inside &&
           driver_.client().phase() == client::Phase::online;
}

int RoomDesk::member_count() const {
    const client::Conversation* const known = state();
    return known == nullptr ? 0 : static_cast<int>(known->members.size());
}

bool RoomDesk::is_operator() const {
    const client::Conversation* const known = state();
    if (known == nullptr || !is_inside()) return false;
    const client::Member* const me =
        driver_.client().find_member(known->id, driver_.client().nick());
    const std::string_view signs = driver_.client().isupport().rank_signs();
    // Half-operators may most of it; the server knows better.
    const std::size_t lowest = std::min(signs.find('%'), signs.find('+'));
    return me != nullptr && !me->ranks.empty() &&
           (me->ranks.front() == '%' || signs.find(me->ranks.front()) < lowest);
}

bool RoomDesk::has_mode(QChar letter) const {
    return std::any_of(modes_.begin(), modes_.end(), [letter](const ModeWords& mode) {
        return mode.sign.size() > 1 && mode.sign[1] == letter;
    });
}

bool RoomDesk::may_topic() const { return is_inside() && (!has_mode(u't') || is_operator()); }

bool RoomDesk::may_ban() const { return is_operator(); }

QString RoomDesk::key() const {
    const client::Conversation* const known = state();
    if (!has_mode(u'k')) return {};
    if (!told_key_.isEmpty() && told_key_ != QStringLiteral("*")) return told_key_;
    return known == nullptr ? QString() : text_of(known->room_key);
}

QStringList RoomDesk::modes() const {
    QStringList lines;
    for (const ModeWords& mode : modes_) {
        lines << with_controls_seen(mode.sign + QStringLiteral("  ") + mode.words);
    }
    return lines;
}

QStringList RoomDesk::bans() const {
    QStringList lines;
    for (const MaskEntry& entry : bans_) lines << with_controls_seen(mask_words(entry));
    return lines;
}

void RoomDesk::show() {
    room_ = commands_.find_open_room();
    if (room_.isEmpty()) return;
    ++round_;
    told_key_.clear();
    modes_.clear();
    bans_.clear();
    bans_known_ = false;
    if (is_inside()) {
        ask_modes();
        ask_bans();
    }
    emit changed();
    emit cardAsked();
}

void RoomDesk::ask_modes() {
    Question question{{"324"}, "324", room_.toStdString(), this, {}};
    question.answer = [this, round = round_](const client::ServerReply& reply) {
        if (round != round_) return;
        const QString with_value = letters_with_value(driver_.client().isupport());
        const QStringList parts = mode_parts(reply);
        modes_ = mode_words(parts, with_value);
        told_key_ = mode_value(parts, with_value, u'k');
        emit changed();
    };
    commands_.ask(QStringLiteral("MODE ") + room_, std::move(question));
}

void RoomDesk::ask_bans() {
    Question question{{"367"}, "368", room_.toStdString(), this, {}};
    question.answer = [this, round = round_](const client::ServerReply& reply) {
        if (round != round_) return;
        if (reply.code == "367" && bans_.size() < bans_max) bans_ << mask_entry(reply, 1);
        bans_known_ = reply.code == "368";
        if (bans_known_) emit changed();
    };
    commands_.ask(QStringLiteral("MODE %1 b").arg(room_), std::move(question));
}

void RoomDesk::run(const QString& typed) {
    const ComposerInput input = read_composer(typed, room_);
    if (input.wish == Wish::command) commands_.run(input);
}

void RoomDesk::changeTopic(const QString& text) {
    driver_.act([&](client::Client& brain, Now now) {
        brain.set_topic(room_.toStdString(), text.toStdString(), now);
    });
}

void RoomDesk::invite(const QString& nick) {
    const QString name = nick.trimmed();
    if (!name.isEmpty() && !name.contains(u' ')) {
        run(QStringLiteral("/invite %1 %2").arg(name, room_));
    }
}

void RoomDesk::removeBan(int row) {
    if (row < 0 || row >= bans_.size()) return;
    run(QStringLiteral("/unban %1 %2").arg(room_, bans_[row].mask));
    bans_.clear();
    bans_known_ = false;
    ++round_;
    ask_modes();
    ask_bans();
    emit changed();
}

}  // namespace brusio::ui
