#include "qml-client/models/chat.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <algorithm>
#include <chrono>

#include "qml-client/models/link_text.h"
#include "qml-client/models/problem_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

Chat::Chat(BrainDriver& driver, ClientSettings& settings, QObject* parent)
    : QObject(parent),
      driver_(driver),
      settings_(settings),
      kept_(driver),
      feed_(driver, settings, kept_.drafts()),
      desk_(driver, settings, feed_),
      question_(settings),
      exporter_(driver, kept_),
      calls_(driver, settings, feed_),
      outside_(settings, feed_),
      ignored_(driver, settings),
      commands_(driver, feed_, ignored_),
      offers_(driver, feed_, commands_),
      person_(driver, feed_, commands_),
      room_card_(driver, feed_, commands_) {
    connect_commands();
    connect(&feed_, &ChatFeed::phaseChanged, this, &Chat::on_phase);
    connect(&feed_, &ChatFeed::registered, this, &Chat::on_registered);
    connect(&feed_, &ChatFeed::problem, this, &Chat::on_problem);
    connect(&feed_, &ChatFeed::appeared, this, &Chat::on_appeared);
    connect(&feed_, &ChatFeed::placesChanged, this, &Chat::save_places);
    connect(&feed_, &ChatFeed::hinted, this, [this](const QString& words) { set_hint(words); });
    connect(&feed_, &ChatFeed::invited, this, [this](const QString& words, const QString& room) {
        set_hint(Hint{words, HintLife::until_dismissed, HintOffer::join, room});
    });
    connect(&exporter_, &RoomExport::done, this, &Chat::inform);
    connect(&lines_, &LinesQuestion::answered, this, &Chat::say_lines);
    connect_calls();
    connect(&feed_, &ChatFeed::informed, this, &Chat::inform);
    connect(&feed_, &ChatFeed::currentChanged, this, &Chat::on_current);
    connect(&feed_, &ChatFeed::currentRenamed, this, [this] {
        save();
        emit roomChanged();
    });
    connect(&feed_, &ChatFeed::topicChanged, this, &Chat::topicChanged);
    connect(&feed_, &ChatFeed::membershipChanged, this, &Chat::membershipChanged);
    connect(&feed_, &ChatFeed::typingChanged, this, &Chat::typingChanged);
    connect(&feed_, &ChatFeed::identityChanged, this, &Chat::identityChanged);
    connect(&feed_, &ChatFeed::unsentChanged, this, &Chat::on_unsent);
    connect(&feed_, &ChatFeed::shown, this, &Chat::shown);
    // Later: the way to another place takes the hints of this one away.
    connect(&kept_, &PlaceStore::troubled, this, &Chat::inform, Qt::QueuedConnection);
    connect(&driver_, &BrainDriver::certificateRefused, &question_, &CertificateQuestion::ask);
    connect(&question_, &CertificateQuestion::trusted, this, &Chat::tryNow);
    connect(&desk_, &AccountDesk::made, this, [this](const QString& account) {
        // A guest has become somebody: what is kept is that one's from now on. If there has been an
        // account of the name it has its own, and the next start begins with that.
        const QString place = settings_.destination().place();
        (void)kept_.move_to(place);
        feed_.set_place(kept_.place());
        calls_.move_to(place);
        inform(
            tr("You have the account %1 now: your name and your rooms stay yours.").arg(account));
    });

    countdown_.setInterval(std::chrono::milliseconds{250});
    connect(&countdown_, &QTimer::timeout, this, &Chat::count_down);
    saver_.setSingleShot(true);
    saver_.setInterval(std::chrono::seconds{1});
    connect(&saver_, &QTimer::timeout, this, &Chat::save);
    midnight_.setSingleShot(true);
    connect(&midnight_, &QTimer::timeout, this, &Chat::on_midnight);
    on_midnight();
}

Chat::~Chat() { save(); }

QString Chat::phase() const {
    switch (driver_.client().phase()) {
        case client::Phase::idle:
            return QStringLiteral("idle");
        case client::Phase::connecting:
            return QStringLiteral("connecting");
        case client::Phase::registering:
            return QStringLiteral("registering");
        case client::Phase::online:
            return QStringLiteral("online");
        case client::Phase::waiting:
            break;
    }
    return QStringLiteral("waiting");
}

int Chat::unsent_count() const { return static_cast<int>(driver_.client().unsent_messages()); }

QString Chat::network_name() const {
    const auto name = driver_.client().isupport().value("NETWORK");
    return name && !name->empty() ? text_of(*name) : settings_.server_host();
}

QString Chat::nick() const { return text_of(driver_.client().nick()); }

bool Chat::away() const { return driver_.client().presence() == client::Presence::away; }

QString Chat::problem_title() const { return problem_ ? problem_text(*problem_).title : QString(); }

QString Chat::problem_advice() const {
    return problem_ ? problem_text(*problem_).advice : QString();
}

QString Chat::problem_detail() const {
    return problem_ ? problem_text(*problem_).detail : QString();
}

TimelineModel* Chat::timeline() {
    return feed_.current() == nullptr ? &no_timeline_ : &feed_.current()->timeline();
}

QString Chat::room() const {
    return feed_.current() == nullptr ? QString() : feed_.current()->name();
}

bool Chat::room_is_person() const {
    return feed_.current() != nullptr && feed_.current()->kind() == PlaceKind::person;
}

bool Chat::room_is_server() const {
    return feed_.current() != nullptr && feed_.current()->kind() == PlaceKind::server;
}

QString Chat::topic() const {
    const client::Conversation* const state = feed_.current_state();
    return state == nullptr ? QString() : text_of(state->topic.text);
}

QString Chat::topic_text() const { return read_message_text(topic()).plain; }

QString Chat::topic_html() const { return read_message_text(topic()).html; }

QString Chat::membership() const {
    const client::Conversation* const state = feed_.current_state();
    if (state == nullptr) return QStringLiteral("outside");
    switch (state->membership) {
        case client::Membership::inside:
            return QStringLiteral("inside");
        case client::Membership::joining:
            return QStringLiteral("joining");
        case client::Membership::outside:
            break;
    }
    return QStringLiteral("outside");
}

QString Chat::typing_text() const {
    const client::Conversation* const state = feed_.current_state();
    QStringList nicks;
    if (state != nullptr) {
        for (const client::Typist& typist : state->typists) {
            if (typist.state == client::TypingState::active) nicks << text_of(typist.nick);
        }
    }
    if (nicks.isEmpty()) return QString();
    if (nicks.size() == 1) return tr("%1 is writing…").arg(nicks[0]);
    if (nicks.size() == 2) return tr("%1 and %2 are writing…").arg(nicks[0], nicks[1]);
    return tr("%n people are writing…", nullptr, static_cast<int>(nicks.size()));
}

void Chat::on_current() {
    draft_ = kept_.drafts().of(room());
    completer_.reset();
    offers_.begin_anew();
    newest_row_shown_ = -1;
    pasted_ = false;
    lines_.dismiss();
    if (hint_.offer != HintOffer::join) set_hint(Hint{});
    emit roomChanged();
    emit draftChanged();
}

void Chat::on_phase() {
    if (driver_.client().phase() == client::Phase::waiting) {
        countdown_.start();
    } else {
        countdown_.stop();
    }
    count_down();
    emit phaseChanged();
}

void Chat::count_down() {
    int seconds = 0;
    const auto deadline = driver_.client().next_deadline();
    if (countdown_.isActive() && deadline) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(*deadline - driver_.now().mono);
        seconds = std::max(0, static_cast<int>(left.count()));
    }
    if (seconds == retry_seconds_) return;
    retry_seconds_ = seconds;
    emit retrySecondsChanged();
}

void Chat::on_midnight() {
    const QDateTime now = QDateTime::currentDateTime();
    feed_.set_today(now.date());
    const qint64 left = now.msecsTo(now.date().addDays(1).startOfDay());
    midnight_.start(std::chrono::milliseconds{left + 1000});
}

void Chat::set_problem(std::optional<client::ClientError> error) {
    problem_ = std::move(error);
    emit problemChanged();
}

void Chat::set_hint(Hint hint) {
    if (hint.words.isEmpty() && hint_.words.isEmpty()) return;
    hint_ = std::move(hint);
    hint_.words = with_controls_seen(hint_.words);
    emit hintChanged();
}

void Chat::set_hint(const QString& words) {
    set_hint(Hint{words, HintLife::until_dismissed, HintOffer::none, {}});
}

void Chat::forget_fleeting_hint() {
    if (hint_.life == HintLife::until_next_key) set_hint(Hint{});
}

QString Chat::hint_offer() const {
    switch (hint_.offer) {
        case HintOffer::none:
            break;
        case HintOffer::say_as_text:
            return tr("Send as text");
        case HintOffer::join:
            return tr("Join %1").arg(hint_.subject);
    }
    return {};
}

void Chat::inform(const QString& words) {
    if (feed_.current() == nullptr) {
        set_hint(words);
        return;
    }
    feed_.current()->add_info(words, QDateTime::currentMSecsSinceEpoch());
}

void Chat::set_window_active(bool active) {
    if (active == window_active_) return;
    window_active_ = active;
    feed_.set_watched(active);
    calls_.set_active(active);
    emit windowActiveChanged();
    if (active && newest_row_shown_ >= 0) noteShown(newest_row_shown_, newest_row_shown_);
}

void Chat::noteShown(int newestRow, int oldestRow) {
    ConversationView* const view = feed_.current();
    if (view == nullptr) return;
    newest_row_shown_ = newestRow;
    view->timeline().noteShown(newestRow, oldestRow);
    if (!window_active_) return;
    if (newestRow == 0) feed_.note_server_seen();
    const client::MessageId key{view->brain_key_at(newestRow)};
    const client::Conversation* const state = feed_.current_state();
    if (!key || state == nullptr || key <= state->read_up_to) return;
    driver_.act([&](client::Client& brain, Now now) { brain.mark_read(view->id(), key, now); });
}

void Chat::loadOlder() {
    const client::Conversation* const state = feed_.current_state();
    if (state == nullptr || feed_.current()->is_cleared()) return;
    const client::ConversationId id = state->id;
    const std::size_t kept_max = driver_.client().config().limits.scrollback_messages_max;
    if (state->timeline.messages().size() >= kept_max) {
        feed_.current()->timeline().set_past(QStringLiteral("full"));
        return;
    }
    driver_.act([id](client::Client& brain, Now now) { return brain.load_older(id, now); });
}

int Chat::unreadRow() { return timeline()->divider_row(); }

void Chat::save_places() {
    if (restoring_) return;
    QStringList rooms;
    QStringList people;
    for (const RoomEntry& entry : feed_.rooms().entries()) {
        if (entry.kind == PlaceKind::person) people << entry.name;
        if (entry.kind == PlaceKind::room && entry.joined) rooms << entry.name;
    }
    settings_.set_places(rooms, people);
}

void Chat::save() {
    saver_.stop();
    if (feed_.current() != nullptr) {
        kept_.drafts().put(room(), kept_draft(draft_));
        settings_.set_last_room(room());
    }
    kept_.flush();
    const qint64 seen_ms = feed_.seen_until_ms();
    if (kept_.place().isEmpty() || seen_ms <= 0) return;
    settings_.set_heard_until_ms(kept_.place(), seen_ms);
    feed_.save_seen();
}

void Chat::retranslate() {
    feed_.retranslate();
    emit typingChanged();
    emit problemChanged();
    question_.retranslate();
    emit desk_.changed();
    emit hintChanged();
}

}  // namespace brusio::ui
