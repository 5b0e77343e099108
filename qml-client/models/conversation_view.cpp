#include "qml-client/models/conversation_view.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/client/client_limits.h"
#include "qml-client/models/link_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

// Rows of our own making are numbered apart from the brain's; QML's numbers hold 53 bits.
constexpr quint64 info_key_bit = quint64{1} << 52;
constexpr quint64 gap_key_bit = quint64{1} << 51;

quint64 gap_key(client::MessageId behind) { return info_key_bit | gap_key_bit | behind.value; }

// What stands above a row that comes after a gap.
MessageRow gap_row(const client::Message& behind) {
    MessageRow row;
    row.key = gap_key(behind.id);
    row.kind = RowKind::event;
    row.unix_ms = behind.time.unix_ms;
    row.text = gap_sentence();
    return row;
}

Delivery delivery_of(const client::Message& message) {
    if (message.origin != client::MessageOrigin::own) return Delivery::none;
    switch (message.state) {
        case client::MessageState::queued:
            return Delivery::queued;
        case client::MessageState::sending:
            return Delivery::sending;
        case client::MessageState::failed:
            return Delivery::failed;
        default:
            return Delivery::sent;
    }
}

RowKind kind_of(client::MessageKind kind) {
    switch (kind) {
        case client::MessageKind::said:
            return RowKind::message;
        case client::MessageKind::action:
            return RowKind::action;
        case client::MessageKind::notice:
            return RowKind::notice;
        default:
            return RowKind::event;
    }
}

MessageRow event_row(const client::Message& message) {
    MessageRow row;
    row.key = message.id.value;
    row.kind = RowKind::event;
    row.unix_ms = message.time.unix_ms;
    row.text = event_sentence(message);
    return row;
}

QDate day_of(const MessageRow& row) { return QDateTime::fromMSecsSinceEpoch(row.unix_ms).date(); }

void to_front(QStringList& latest_first, const QString& nick) {
    constexpr qsizetype kept_max = 64;
    latest_first.removeAll(nick);
    latest_first.prepend(nick);
    if (latest_first.size() > kept_max) latest_first.removeLast();
}

}  // namespace

ConversationView::ConversationView(client::ConversationId id, PlaceKind kind, const QString& name,
                                   QObject* parent)
    : QObject(parent), id_(id), kind_(kind), name_(name) {}

void ConversationView::add(const client::Message& message, const QString& own_nick) {
    if (message.after_gap) add_gap(message);
    if (client::is_speech(message.kind)) {
        add_speech(message, own_nick);
    } else {
        add_event(message);
    }
}

MessageRow ConversationView::speech_row(const client::Message& message,
                                        const QString& own_nick) const {
    MessageRow row;
    row.key = message.id.value;
    row.kind = kind_of(message.kind);
    row.nick = text_of(message.sender);
    row.text = text_of(message.text);
    row.unix_ms = message.time.unix_ms;
    row.own = message.origin == client::MessageOrigin::own;
    row.mention = message.mentions_me && kind_ == PlaceKind::room;
    row.delivery = delivery_of(message);
    row.failure = failure_words(message);
    if (message.redacted) {
        row.kind = RowKind::redacted;
        row.text = redacted_sentence(message);
        row.delivery = Delivery::none;
    }
    if (row.own) row.nick = own_nick;
    return row;
}

void ConversationView::preview(const MessageRow& row) {
    const QString plain = read_message_text(row.text).plain.simplified();
    preview_ = kind_ == PlaceKind::person && !row.own
                   ? plain
                   : QStringLiteral("%1: %2").arg(with_controls_seen(row.nick), plain);
    preview_ms_ = row.unix_ms;
}

void ConversationView::add_speech(const client::Message& message, const QString& own_nick) {
    const MessageRow row = speech_row(message, own_nick);
    timeline_.append(row);
    fold_key_ = 0;
    follow(message);

    if (!row.own) to_front(spoken_, row.nick);
    if (message.mentions_me) to_front(addressed_, row.nick);
    const qsizetype colon = row.text.indexOf(u':');
    const QString front = row.text.left(colon);
    if (row.own && colon > 0 && !front.contains(u' ') && !front.contains(u'\n')) {
        to_front(addressed_, front);
    }
    preview(row);
}

void ConversationView::add_gap(const client::Message& behind) {
    fold_key_ = 0;
    if (timeline_.count() > 0) {
        timeline_.append(gap_row(behind));
    } else {
        front_gap_ = std::make_shared<const client::Message>(behind);
    }
}

void ConversationView::add_older(const std::vector<client::MessagePtr>& messages,
                                 const QString& own_nick) {
    QList<MessageRow> rows;
    PresenceFold fold;
    for (const client::MessagePtr& message : messages) {
        const bool foldable = PresenceFold::takes(message->kind);
        if (message->after_gap && !rows.isEmpty()) rows << gap_row(*message);
        if (message->after_gap || !foldable) fold.clear();
        if (foldable && !fold.is_empty() && day_of(rows.last()) == day_of(event_row(*message))) {
            fold.add(*message);
            rows.last().text = fold.sentence();
        } else if (foldable) {
            fold.clear();
            fold.add(*message);
            rows << event_row(*message);
            rows.last().text = fold.sentence();
        } else if (client::is_speech(message->kind)) {
            rows << speech_row(*message, own_nick);
            if (!rows.last().own && !spoken_.contains(rows.last().nick)) {
                spoken_ << rows.last().nick;
            }
        } else {
            rows << event_row(*message);
        }
    }
    if (front_gap_ != nullptr && !rows.isEmpty()) rows << gap_row(*front_gap_);
    const bool begins_at_gap = !messages.empty() && messages.front()->after_gap;
    if (!messages.empty()) front_gap_ = begins_at_gap ? messages.front() : nullptr;
    const auto last_said = std::find_if(rows.rbegin(), rows.rend(), [](const MessageRow& row) {
        return row.kind != RowKind::event;
    });
    if (preview_ms_ == 0 && last_said != rows.rend()) preview(*last_said);
    timeline_.prepend_older(rows);
}

void ConversationView::drop(client::MessageId message) {
    timeline_.remove(gap_key(message));
    timeline_.remove(message.value);
}

void ConversationView::show_past(client::OlderRows older) {
    switch (older) {
        case client::OlderRows::unknown:
            return timeline_.set_past(QString());
        case client::OlderRows::asked:
            return timeline_.set_past(QStringLiteral("asked"));
        case client::OlderRows::withheld:
            return timeline_.set_past(QStringLiteral("withheld"));
        case client::OlderRows::none:
            return timeline_.set_past(QStringLiteral("begin"));
    }
}

void ConversationView::add_event(const client::Message& message) {
    const bool foldable = PresenceFold::takes(message.kind);
    const int fold_row = fold_key_ == 0 ? -1 : timeline_.row_of(fold_key_);
    MessageRow row = event_row(message);
    if (foldable && fold_row == 0 && day_of(timeline_.message_at(0)) == day_of(row)) {
        fold_.add(message);
        timeline_.set_text(fold_key_, fold_.sentence());
        return;
    }
    if (foldable) {
        fold_.clear();
        fold_.add(message);
        row.text = fold_.sentence();
    }
    timeline_.append(row);
    fold_key_ = foldable ? row.key : 0;
}

void ConversationView::clear_screen() {
    timeline_.clear();
    fold_key_ = 0;
    front_gap_.reset();
    cleared_ = true;
}

void ConversationView::restore(const client::Conversation& conversation, const QString& own_nick) {
    if (!std::exchange(cleared_, false)) return;
    clear_screen();
    cleared_ = false;
    for (const client::MessagePtr& message : conversation.timeline.messages()) {
        timeline_.remove(message->id.value);
        add(*message, own_nick);
    }
    show_past(conversation.older);
}

void ConversationView::add_info(const QString& text, qint64 unix_ms) {
    MessageRow row;
    row.key = info_key_bit | ++info_count_;
    row.kind = RowKind::info;
    row.text = text;
    row.unix_ms = unix_ms;
    timeline_.append(row);
    fold_key_ = 0;
}

void ConversationView::change_info(const QString& text) {
    timeline_.set_text(info_key_bit | info_count_, text);
}

void ConversationView::change(const client::Message& message) {
    follow(message);
    if (!message.after_gap) {
        timeline_.remove(gap_key(message.id));
        if (front_gap_ != nullptr && front_gap_->id == message.id) front_gap_.reset();
    }
    if (message.redacted) {
        timeline_.set_redacted(message.id.value, redacted_sentence(message));
        if (timeline_.row_of(message.id.value) == 0) preview_ = redacted_sentence(message);
        return;
    }
    if (message.state == client::MessageState::cancelled) {
        timeline_.remove(message.id.value);
        return;
    }
    const int row = timeline_.row_of(message.id.value);
    const QString text = text_of(message.text);
    const bool is_other = row >= 0 && timeline_.message_at(row).text != text;
    if (is_other && client::is_speech(message.kind)) timeline_.set_text(message.id.value, text);
    timeline_.set_delivery(message.id.value, delivery_of(message), failure_words(message));
}

// Keeps the set of own messages that are on their way.
void ConversationView::follow(const client::Message& message) {
    const Delivery delivery = delivery_of(message);
    if (delivery == Delivery::queued || delivery == Delivery::sending) {
        unsent_.insert(message.id.value);
    } else {
        unsent_.remove(message.id.value);
    }
}

bool has_more_unread(const client::Conversation& conversation) {
    const auto& rows = conversation.timeline.messages();
    const std::size_t page = client::ClientLimits{}.history_page_messages;
    return conversation.unread >= page && conversation.older != client::OlderRows::none &&
           !rows.empty() && client::is_news(*rows.front()) &&
           rows.front()->id > conversation.read_up_to;
}

RoomEntry ConversationView::entry(const client::Conversation& conversation, bool has_draft) const {
    BRUSIO_ASSERT(conversation.id == id_);
    RoomEntry entry;
    entry.name = name_;
    entry.kind = kind_;
    entry.joined = conversation.membership != client::Membership::outside;
    entry.unread = static_cast<int>(conversation.unread);
    entry.unread_more = has_more_unread(conversation);
    entry.mentions = static_cast<int>(conversation.mentions);
    entry.has_unsent = !unsent_.isEmpty();
    entry.has_draft = has_draft;
    entry.preview = preview_;
    if (preview_ms_ != 0) {
        entry.time_text = QLocale().toString(QDateTime::fromMSecsSinceEpoch(preview_ms_).time(),
                                             QLocale::ShortFormat);
    }
    return entry;
}

NickCandidates ConversationView::candidates(const client::Conversation& conversation,
                                            const QString& own_nick) const {
    NickCandidates candidates{{}, addressed_, spoken_, own_nick};
    for (const auto& [folded, member] : conversation.members.by_nick()) {
        candidates.members << text_of(member.nick);
    }
    if (kind_ == PlaceKind::person) candidates.members << name_ << own_nick;
    return candidates;
}

quint64 ConversationView::brain_key_at(int row) const {
    for (int at = row; at < timeline_.count(); ++at) {
        const quint64 key = timeline_.message_at(at).key;
        if ((key & info_key_bit) == 0) return key;
    }
    return 0;
}

}  // namespace brusio::ui
