#include "qml-client/models/chat_feed.h"

#include <QtCore/QDateTime>
#include <algorithm>

#include "core/base/assert.h"
#include "qml-client/models/answer_words.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

MemberRank rank_of(const std::string& signs) {
    switch (signs.empty() ? ' ' : signs.front()) {
        case '~':
            return MemberRank::founder;
        case '&':
            return MemberRank::admin;
        case '@':
            return MemberRank::op;
        case '%':
            return MemberRank::halfop;
        case '+':
            return MemberRank::voice;
        default:
            return MemberRank::none;
    }
}

// Up to where a conversation has been seen: right before its first unread message, else its newest.
qint64 seen_ms_of(const client::Conversation& state) {
    const auto& rows = state.timeline.messages();
    const auto is_unread = [&state](const client::MessagePtr& row) {
        return row->id > state.read_up_to && client::is_news(*row);
    };
    if (state.unread > 0) {
        const auto first = std::find_if(rows.begin(), rows.end(), is_unread);
        if (first != rows.end()) return (*first)->time.unix_ms - 1;
    }
    const auto newest = std::find_if(rows.rbegin(), rows.rend(), [](const client::MessagePtr& row) {
        return client::is_from_server(*row);
    });
    return newest == rows.rend() ? 0 : (*newest)->time.unix_ms;
}

}  // namespace

ChatFeed::ChatFeed(BrainDriver& driver, ClientSettings& settings, Drafts& drafts, QObject* parent)
    : QObject(parent), driver_(driver), settings_(settings), drafts_(drafts) {
    connect(&driver_, &BrainDriver::events, this, &ChatFeed::take);
}

ChatFeed::~ChatFeed() = default;

void ChatFeed::take(const std::vector<client::ClientEvent>& events) {
    for (const client::ClientEvent& event : events) {
        std::visit([this](const auto& happened) { on(happened); }, event);
    }
    if (members_stale_) show_members();
}

ConversationView* ChatFeed::find(client::ConversationId id) const {
    const auto it = views_.find(id.value);
    return it == views_.end() ? nullptr : it->second.get();
}

ConversationView* ChatFeed::find(const QString& name) const {
    if (server_ != nullptr && name == server_->view().name()) return &server_->view();
    const client::Conversation* state = driver_.client().find_conversation(name.toStdString());
    return state == nullptr ? nullptr : find(state->id);
}

const client::Conversation* ChatFeed::current_state() const {
    return current_ == nullptr ? nullptr : driver_.client().conversation(current_->id());
}

void ChatFeed::open(ConversationView* view) {
    if (view == current_) return;
    if (current_ != nullptr) current_->timeline().set_unread_divider(0);
    current_ = view;
    const client::Conversation* const state = current_state();
    if (state != nullptr) view->restore(*state, text_of(driver_.client().nick()));
    if (state != nullptr && state->unread > 0) {
        view->timeline().set_unread_divider(first_unread(*state));
    }
    rooms_.set_current(view == nullptr ? QString() : view->name());
    show_members();
    emit currentChanged();
    emit topicChanged();
    emit membershipChanged();
    emit typingChanged();
}

quint64 ChatFeed::first_unread(const client::Conversation& state) const {
    for (const client::MessagePtr& message : state.timeline.messages()) {
        if (message->id > state.read_up_to && client::is_news(*message)) return message->id.value;
    }
    return 0;
}

void ChatFeed::refresh(client::ConversationId id) {
    if (ConversationView* view = find(id)) refresh_entry(*view);
}

void ChatFeed::refresh_entry(ConversationView& view) {
    if (view.kind() == PlaceKind::server) {
        rooms_.put(server_->entry());
        return;
    }
    const client::Conversation* const state = driver_.client().conversation(view.id());
    if (state == nullptr) return;
    rooms_.put(view.entry(*state, drafts_.has(view.name())));
}

void ChatFeed::on(const client::PhaseChanged& event) {
    if (event.phase != client::Phase::online) answers_.forget_all();
    emit phaseChanged();
}

void ChatFeed::on(const client::Registered&) {
    emit registered();
    emit identityChanged();
}

void ChatFeed::on(const client::ConversationOpened& event) {
    const client::Conversation* const state = driver_.client().conversation(event.conversation);
    if (state == nullptr || find(event.conversation) != nullptr) return;
    const auto kind =
        state->kind == client::ConversationKind::room ? PlaceKind::room : PlaceKind::person;
    const QString name = text_of(state->name);
    auto view = std::make_unique<ConversationView>(state->id, kind, name);
    connect(&view->timeline(), &TimelineModel::shown, this,
            [this, shows = view.get()](const QString& nick, const QString& text) {
                emit shown(shows->name(), nick, text);
            });
    views_.emplace(state->id.value, std::move(view));
    refresh(state->id);
    emit placesChanged();
    emit appeared(name);
}

void ChatFeed::on(const client::ConversationClosed& event) {
    const auto it = views_.find(event.conversation.value);
    if (it == views_.end()) return;
    ConversationView* const view = it->second.release();
    views_.erase(it);
    rooms_.remove(view->name());
    if (current_ == view) open(nullptr);
    // A view may be in the middle of showing it.
    view->deleteLater();
    emit placesChanged();
}

void ChatFeed::on(const client::ConversationRenamed& event) {
    ConversationView* const view = find(event.conversation);
    const client::Conversation* const state = driver_.client().conversation(event.conversation);
    if (view == nullptr || state == nullptr) return;
    const QString before = view->name();
    const QString draft = drafts_.of(before);
    view->set_name(text_of(event.name));
    drafts_.put(before, {});
    drafts_.put(view->name(), draft);
    rooms_.rename(before, view->entry(*state, !draft.isEmpty()));
    if (view == current_) emit currentRenamed();
    emit placesChanged();
}

void ChatFeed::on(const client::MembershipChanged& event) {
    refresh(event.conversation);
    if (current_ != nullptr && current_->id() == event.conversation) emit membershipChanged();
    emit placesChanged();
}

void ChatFeed::on(const client::MessageAdded& event) {
    ConversationView* const view = find(event.conversation);
    if (view == nullptr) return;
    const client::Message& message = *event.message;
    const bool news = client::is_news(message);
    view->add(message, text_of(driver_.client().nick()));
    if (view == current_ && news && !watched_ && !view->timeline().has_unread_divider()) {
        view->timeline().set_unread_divider(message.id.value);
    }
    if (news && message.from_history) note_seen_before(*view, {event.message});
    refresh_entry(*view);
    emit unsentChanged();
    if (news && !message.from_history) emit arrived(view->name(), message);
    if (message.state == client::MessageState::failed) emit refused(view->name(), message);
    const bool thrown_out = message.kind == client::MessageKind::kicked &&
                            message.subject == driver_.client().nick() && !message.from_history;
    if (thrown_out) emit invited(event_sentence(message), view->name());
}

void ChatFeed::on(const client::MessageChanged& event) {
    ConversationView* const view = find(event.conversation);
    if (view == nullptr) return;
    view->change(*event.message);
    refresh_entry(*view);
    emit unsentChanged();
    if (event.message->state == client::MessageState::failed) {
        emit refused(view->name(), *event.message);
    }
}

void ChatFeed::on(const client::OlderAdded& event) {
    ConversationView* const view = find(event.conversation);
    if (view == nullptr) return;
    view->add_older(event.messages, text_of(driver_.client().nick()));
    note_seen_before(*view, event.messages);
    divide_further_back(*view, event.messages);
    refresh_entry(*view);
}

void ChatFeed::on(const client::OlderChanged& event) {
    ConversationView* const view = find(event.conversation);
    const client::Conversation* const state = driver_.client().conversation(event.conversation);
    if (view != nullptr && state != nullptr) view->show_past(state->older);
}

void ChatFeed::on(const client::MessageDropped& event) {
    if (ConversationView* view = find(event.conversation)) view->drop(event.message);
}

void ChatFeed::on(const client::UnreadChanged& event) {
    refresh(event.conversation);
    if (current_ != nullptr && current_->id() == event.conversation) move_divider();
}

// What another device has shown is not new here. Under the eyes of a reader the line stays.
void ChatFeed::move_divider() {
    const client::Conversation* const state = current_state();
    TimelineModel& timeline = current_->timeline();
    if (watched_ || state == nullptr || !timeline.has_unread_divider()) return;
    if (timeline.divider_key() > state->read_up_to.value) return;
    timeline.set_unread_divider(first_unread(*state));
}

// The line stood above the oldest message, and what was before that is new too.
void ChatFeed::divide_further_back(ConversationView& view,
                                   const std::vector<client::MessagePtr>& older) const {
    TimelineModel& timeline = view.timeline();
    if (!timeline.has_unread_divider()) return;
    const int oldest_before = timeline.count() - 1 - static_cast<int>(older.size());
    if (timeline.divider_row() != oldest_before) return;
    const auto is_old = [](const client::MessagePtr& row) { return !client::is_news(*row); };
    const auto last_old = std::find_if(older.rbegin(), older.rend(), is_old);
    const auto first_new = last_old.base();
    if (first_new != older.end()) timeline.set_unread_divider((*first_new)->id.value);
}

void ChatFeed::note_seen_before(const ConversationView& view,
                                const std::vector<client::MessagePtr>& messages) {
    const qint64 seen_ms = settings_.seen_ms(place_, view.name());
    const auto is_seen = [seen_ms](const client::MessagePtr& row) {
        return client::is_news(*row) && row->time.unix_ms <= seen_ms;
    };
    const auto newest = std::find_if(messages.rbegin(), messages.rend(), is_seen);
    if (newest == messages.rend()) return;
    driver_.act(
        [&](client::Client& brain, Now now) { brain.mark_read(view.id(), (*newest)->id, now); });
}

void ChatFeed::save_seen() {
    for (const auto& [id, view] : views_) {
        const client::Conversation* const state = driver_.client().conversation(view->id());
        if (state == nullptr || has_more_unread(*state)) continue;
        const qint64 seen_ms = seen_ms_of(*state);
        if (seen_ms > 0) settings_.set_seen_ms(place_, view->name(), seen_ms);
    }
}

qint64 ChatFeed::seen_until_ms() const {
    qint64 until_ms = driver_.client().heard_until().unix_ms;
    for (const auto& [id, view] : views_) {
        const client::Conversation* const state = driver_.client().conversation(view->id());
        if (state == nullptr || state->unread == 0) continue;
        const qint64 seen_ms = seen_ms_of(*state);
        if (seen_ms > 0) until_ms = std::min(until_ms, seen_ms);
    }
    return until_ms;
}

void ChatFeed::on(const client::TopicChanged& event) {
    if (current_ != nullptr && current_->id() == event.conversation) emit topicChanged();
}

void ChatFeed::on(const client::TypingChanged& event) {
    if (current_ != nullptr && current_->id() == event.conversation) emit typingChanged();
}

void ChatFeed::members_changed(client::ConversationId id) {
    if (current_ != nullptr && current_->id() == id) members_stale_ = true;
    emit peopleChanged();
}

const client::Member* ChatFeed::find_person(const QString& nick) const {
    const client::Client& brain = driver_.client();
    const std::string name = nick.toStdString();
    for (const client::ConversationId id : brain.conversations()) {
        if (const client::Member* member = brain.find_member(id, name)) return member;
    }
    return nullptr;
}

void ChatFeed::show_members() {
    members_stale_ = false;
    QList<MemberEntry> entries;
    if (const client::Conversation* state = current_state()) {
        const std::string& own = driver_.client().nick();
        for (const auto& [folded, member] : state->members.by_nick()) {
            entries.append({text_of(member.nick), rank_of(member.ranks),
                            member.presence == client::Presence::away, member.nick == own});
        }
    }
    members_.show(std::move(entries));
    emit membersChanged();
}

void ChatFeed::on(const client::RoomListBegun&) {
    arriving_.clear();
    directory_.begin();
}

void ChatFeed::on(const client::RoomListEntry& event) {
    arriving_.append({text_of(event.name), static_cast<int>(event.members),
                      read_message_text(text_of(event.topic)).plain});
}

void ChatFeed::on(const client::RoomListEnded&) { directory_.finish(std::exchange(arriving_, {})); }

void ChatFeed::on(const client::PeerAway& event) {
    emit informed(event.text.empty()
                      ? tr("%1 is away").arg(text_of(event.nick))
                      : tr("%1 is away: %2").arg(text_of(event.nick), text_of(event.text)));
}

void ChatFeed::on(const client::Invited& event) {
    emit invited(tr("%1 invites you to %2.").arg(text_of(event.by), text_of(event.room)),
                 text_of(event.room));
}

void ChatFeed::on(const client::WhoisAnswer& event) {
    if (!answers_.take(event, driver_.now().mono)) emit informed(whois_words(event));
}

// What nobody asked for is shown as it is rather than swallowed; the brain asks for names itself.
void ChatFeed::on(const client::ServerReply& event) {
    if (answers_.take(event, driver_.now().mono)) return;
    const bool is_of_brain = event.code == "353" || event.code == "366" || event.code == "352" ||
                             event.code == "354" || event.code == "315";
    if (is_of_brain) return;
    on(client::ServerNotice{client::ServerText::information, event.from,
                            plain_words(event).toStdString()});
}

void ChatFeed::tell(client::ConversationId where, const QString& words) {
    ConversationView* const view = find(where);
    if (view != nullptr) {
        view->add_info(words, QDateTime::currentMSecsSinceEpoch());
        return;
    }
    on(client::ServerNotice{client::ServerText::information, {}, words.toStdString()});
}

void ChatFeed::on(const client::ServerNotice& event) {
    if (event.kind == client::ServerText::welcome) return;  // that we are in can be seen
    const bool is_new = server_ == nullptr;
    if (is_new) {
        server_ = std::make_unique<ServerPage>();
        connect(&server_->view().timeline(), &TimelineModel::shown, this,
                [this](const QString& nick, const QString& text) {
                    emit shown(server_->view().name(), nick, text);
                });
    }
    server_->add(event, QDateTime::currentMSecsSinceEpoch());
    rooms_.put(server_->entry());  // it does not ask to be opened
}

void ChatFeed::note_server_seen() {
    if (server_ == nullptr || current_ != &server_->view() || !server_->note_seen()) return;
    rooms_.put(server_->entry());
}

void ChatFeed::close_server() {
    if (server_ == nullptr) return;
    ServerPage* const page = server_.release();
    rooms_.remove(page->view().name());
    if (current_ == &page->view()) open(nullptr);
    page->deleteLater();  // a view may be in the middle of showing it
}

void ChatFeed::on(const client::StandardReply& event) {
    client::ServerReply reply{event.code, event.command, event.context};
    reply.params.push_back(event.text);
    const bool is_answer =
        event.severity != client::ReplySeverity::fail && answers_.take(reply, driver_.now().mono);
    if (!is_answer && event.severity != client::ReplySeverity::fail)
        emit hinted(text_of(event.text));
}

void ChatFeed::set_today(QDate today) {
    for (const auto& [id, view] : views_) view->timeline().set_today(today);
    if (server_ != nullptr) server_->view().timeline().set_today(today);
}

void ChatFeed::retranslate() {
    rooms_.retranslate();
    members_.retranslate();
    for (const auto& [id, view] : views_) view->timeline().retranslate();
    if (server_ == nullptr) return;
    const QString before = server_->view().name();
    server_->retranslate();
    rooms_.rename(before, server_->entry());
    if (current_ == &server_->view()) emit currentRenamed();
}

}  // namespace brusio::ui
