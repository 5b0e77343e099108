#include "qml-client/calls/calls.h"

#include <algorithm>

#include "core/base/assert.h"
#include "qml-client/models/link_text.h"
#include "qml-client/models/message_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

// However fast people talk: notifications are written anew no more often.
constexpr qint64 flush_pause_ms = 1'000;
// Of one conversation that are remembered; the notification shows the last of them.
constexpr std::size_t calls_kept_max = 100;
constexpr int calls_shown = 3;
constexpr qsizetype nick_length_max = 64;
constexpr qsizetype line_length_max = 240;

QString cut(const QString& text, qsizetype length_max) {
    if (text.size() <= length_max) return text;
    qsizetype end = length_max - 1;
    if (text[end - 1].isHighSurrogate()) --end;
    return text.left(end) + u'…';
}

QString one_line(const QString& text) {
    return cut(with_controls_seen(read_message_text(text).plain.simplified()), line_length_max);
}

QString shown_name(const QString& name) { return cut(with_controls_seen(name), nick_length_max); }

}  // namespace

Calls::Calls(BrainDriver& driver, const ClientSettings& settings, ChatFeed& feed, QObject* parent)
    : QObject(parent), driver_(driver), feed_(feed), book_(settings.path()), rules_({}) {
    static_assert(static_cast<int>(Level::All) == static_cast<int>(CallLevel::all));
    static_assert(static_cast<int>(Level::Mentions) == static_cast<int>(CallLevel::mentions));
    static_assert(static_cast<int>(Level::None) == static_cast<int>(CallLevel::none));
    on_choice();
    connect(&driver_, &BrainDriver::events, this, &Calls::take);
    connect(&feed_, &ChatFeed::currentChanged, this, [this] {
        look();
        emit roomChanged();
    });
    connect(&wishes_, &CallWishesDesk::changed, this, &Calls::on_choice);
    flusher_.setSingleShot(true);
    connect(&flusher_, &QTimer::timeout, this, &Calls::flush);
    unmuter_.setSingleShot(true);
    unmuter_.setTimerType(Qt::CoarseTimer);
    connect(&unmuter_, &QTimer::timeout, this, [this] {
        count_all();
        emit roomChanged();
    });
}

Calls::~Calls() = default;

void Calls::set_notifier(Notifier* notifier) {
    if (notifier_ != nullptr) notifier_->disconnect(this);
    notifier_ = notifier;
    if (notifier == nullptr) return;
    connect(notifier, &Notifier::opened, this, [this](quint64 tag) {
        const client::Conversation* const state = state_of(tag);
        if (state != nullptr) emit openAsked(text_of(state->name));
        emit windowAsked();
    });
    connect(notifier, &Notifier::replied, this, &Calls::reply);
    connect(notifier, &Notifier::readMarked, this, &Calls::mark_read);
    connect(notifier, &Notifier::dismissed, this, &Calls::dismiss);
}

const client::Conversation* Calls::state_of(quint64 tag) const {
    return driver_.client().conversation(client::ConversationId{tag});
}

void Calls::take(const std::vector<client::ClientEvent>& events) {
    for (const client::ClientEvent& event : events) {
        std::visit([this](const auto& happened) { on(happened); }, event);
    }
}

bool Calls::is_seen(client::ConversationId id) const {
    return active_ && in_sight_ && feed_.current() != nullptr && feed_.current()->id() == id;
}

CallPlace Calls::place_of(const client::Conversation& state) const {
    CallPlace place;
    place.kind =
        state.kind == client::ConversationKind::person ? PlaceKind::person : PlaceKind::room;
    const QString name = text_of(state.name);
    place.level = book_.level(name, place.kind);
    place.muted_until_ms = book_.muted_until_ms(name);
    place.read_up_to = state.read_up_to;
    place.sight = is_seen(state.id) ? Sight::on_screen : Sight::elsewhere;
    return place;
}

void Calls::on(const client::MessageAdded& event) {
    const client::Message& message = *event.message;
    const client::Conversation* const state = driver_.client().conversation(event.conversation);
    if (state == nullptr || !client::is_news(message)) return;
    const CallVerdict verdict =
        rules_.judge(message, place_of(*state), QDateTime::currentDateTime());
    if (verdict != CallVerdict::calls) return;
    Due& due = due_[event.conversation.value];
    due.calls.push_back({message.id, text_of(message.sender), text_of(message.text)});
    if (due.calls.size() > calls_kept_max) due.calls.erase(due.calls.begin());
    due.changed = true;
    due.loud = true;
    flush_soon();
}

// What was taken back is not to be read in a notification either.
void Calls::on(const client::MessageChanged& event) {
    const auto at = due_.find(event.conversation.value);
    if (!event.message->redacted || at == due_.end()) return;
    Due& due = at->second;
    const auto gone = [&](const Call& call) { return call.id == event.message->id; };
    if (std::erase_if(due.calls, gone) == 0) return;
    due.changed = true;
    flush_soon();
}

void Calls::on(const client::UnreadChanged& event) {
    forget_read(event.conversation);
    count(event.conversation);
}

void Calls::on(const client::ConversationOpened& event) {
    const client::Conversation* const state = driver_.client().conversation(event.conversation);
    if (state == nullptr) return;
    names_[event.conversation.value] = text_of(state->name);
    count_all();
}

void Calls::on(const client::ConversationClosed& event) {
    drop(event.conversation.value);
    names_.erase(event.conversation.value);
    set_count(event.conversation.value, 0);
    count_all();
}

void Calls::on(const client::ConversationRenamed& event) {
    const QString name = text_of(event.name);
    book_.rename(std::exchange(names_[event.conversation.value], name), name);
    count_all();
    emit roomChanged();
}

void Calls::drop(quint64 tag) {
    const auto at = due_.find(tag);
    if (at == due_.end()) return;
    hide(tag, at->second);
    due_.erase(tag);
}

void Calls::hide(quint64 tag, Due& due) {
    if (std::exchange(due.shown, false) && notifier_ != nullptr) notifier_->withdraw(tag);
}

void Calls::forget_read(client::ConversationId id) {
    const auto at = due_.find(id.value);
    const client::Conversation* const state = driver_.client().conversation(id);
    if (at == due_.end() || state == nullptr) return;
    const auto is_read = [&](const Call& call) { return call.id <= state->read_up_to; };
    if (std::erase_if(at->second.calls, is_read) == 0) return;
    if (at->second.calls.empty()) return drop(id.value);
    at->second.changed = true;
    flush_soon();
}

// The user looks at a conversation: what called from there has been heard.
void Calls::look() {
    if (feed_.current() != nullptr && is_seen(feed_.current()->id())) {
        drop(feed_.current()->id().value);
    }
}

void Calls::set_in_sight(bool in_sight) {
    if (in_sight == in_sight_) return;
    in_sight_ = in_sight;
    emit sightChanged();
    look();
}

void Calls::set_active(bool active) {
    active_ = active;
    look();
}

void Calls::clear() {
    while (!due_.empty()) drop(due_.begin()->first);
    if (!counts_.empty()) count_all();
}

void Calls::forget_place() {
    clear();
    book_.forget_choices();
}

void Calls::flush_soon() {
    if (flusher_.isActive()) return;
    const qint64 left =
        since_flush_.isValid() ? std::max(qint64{0}, flush_pause_ms - since_flush_.elapsed()) : 0;
    flusher_.start(static_cast<int>(left));
}

void Calls::flush() {
    bool calls = false;
    for (auto next = due_.begin(); next != due_.end();) {
        const quint64 tag = next->first;
        Due& due = (next++)->second;
        const client::Conversation* const state = state_of(tag);
        if (!std::exchange(due.changed, false)) continue;
        if (state == nullptr || due.calls.empty() || is_seen(state->id)) {
            drop(tag);
            continue;
        }
        if (due.calls.back().id <= due.dismissed) {
            hide(tag, due);
            continue;
        }
        since_flush_.start();
        calls = calls || due.loud;
        if (notifier_ != nullptr && wishes_.notify()) {
            notifier_->show(note(tag, *state, due));
            due.shown = true;
        }
        due.loud = false;
    }
    if (calls) emit urgent();
}

CallNote Calls::note(quint64 tag, const client::Conversation& state, const Due& due) const {
    BRUSIO_ASSERT(!due.calls.empty());
    const bool is_person = state.kind == client::ConversationKind::person;
    const auto first = std::find_if(due.calls.begin(), due.calls.end(),
                                    [&](const Call& call) { return call.id > due.dismissed; });
    const auto number = static_cast<int>(due.calls.end() - first);
    const QString name = shown_name(text_of(state.name));
    CallNote note;
    note.tag = tag;
    note.summary = is_person ? name : tr("%1 in %2").arg(shown_name(due.calls.back().nick), name);
    if (number > 1) note.summary = tr("%1: %n message(s)", nullptr, number).arg(name);
    QStringList lines;
    for (auto call = due.calls.end() - std::min(number, calls_shown); call != due.calls.end();
         ++call) {
        const QString line = one_line(call->text);
        const bool says_who = !is_person && number > 1;
        lines << (says_who ? QStringLiteral("%1: %2").arg(shown_name(call->nick), line) : line);
    }
    note.body = wishes_.show_body() ? lines.join(u'\n') : tr("New message");
    note.open_words = tr("Open");
    note.reply_words = tr("Reply");
    note.read_words = tr("Mark as read");
    note.loud = due.loud && wishes_.sound();
    return note;
}

int Calls::waiting(const client::Conversation& state) const {
    const CallPlace place = place_of(state);
    const bool silent = QDateTime::currentMSecsSinceEpoch() < place.muted_until_ms;
    if (silent || place.level == CallLevel::none) return 0;
    if (place.level == CallLevel::all) return static_cast<int>(state.unread);
    const auto at = due_.find(state.id.value);
    const std::size_t called = at == due_.end() ? 0 : at->second.calls.size();
    return static_cast<int>(std::max(state.mentions, called));
}

void Calls::count(client::ConversationId id) {
    const client::Conversation* const state = driver_.client().conversation(id);
    set_count(id.value, state == nullptr ? 0 : waiting(*state));
}

void Calls::set_count(quint64 tag, int waiting) {
    int& kept = counts_[tag];
    if (kept == waiting) return;
    count_ += waiting - kept;
    kept = waiting;
    if (waiting == 0) counts_.erase(tag);
    emit countChanged();
}

void Calls::count_all() {
    const qint64 now_ms = QDateTime::currentMSecsSinceEpoch();
    qint64 next_ms = CallBook::for_ever;
    QStringList silent;
    const auto conversations = driver_.client().conversations();
    std::erase_if(counts_, [&](const auto& one) { return one.second == 0; });
    for (const client::ConversationId id : conversations) {
        count(id);
        const client::Conversation* const state = driver_.client().conversation(id);
        const CallPlace place = place_of(*state);
        const bool muted = now_ms < place.muted_until_ms;
        if (muted) next_ms = std::min(next_ms, place.muted_until_ms);
        if (muted || place.level == CallLevel::none) silent << text_of(state->name);
    }
    if (silent != std::exchange(silent_, silent)) emit silentChanged();
    constexpr qint64 day_ms = 24 * 3600 * 1000;
    if (next_ms != CallBook::for_ever) {
        unmuter_.start(static_cast<int>(std::min(next_ms - now_ms + 1, day_ms)));
    }
}

void Calls::mark_read(quint64 tag) {
    const client::Conversation* const state = state_of(tag);
    if (state == nullptr || state->timeline.messages().empty()) return;
    const client::MessageId newest = state->timeline.messages().back()->id;
    driver_.act([&](client::Client& brain, Now now) {
        brain.mark_read(client::ConversationId{tag}, newest, now);
    });
    drop(tag);
}

void Calls::dismiss(quint64 tag) {
    const auto at = due_.find(tag);
    if (at == due_.end() || at->second.calls.empty()) return;
    at->second.dismissed = at->second.calls.back().id;
    at->second.shown = false;
}

void Calls::reply(quint64 tag, const QString& text) {
    const client::Conversation* const state = state_of(tag);
    if (state == nullptr) return;
    emit replyAsked(text_of(state->name), text);
}

}  // namespace brusio::ui
