#include "qml-client/models/place_store.h"

#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

#include "qml-client/models/qt_text.h"

namespace brusio::ui {

PlaceStore::PlaceStore(BrainDriver& driver, QObject* parent)
    : QObject(parent), driver_(driver), drafts_(driver) {
    connect(&driver_, &BrainDriver::storeStateChanged, this, &PlaceStore::on_state);
}

PlaceStore::~PlaceStore() { driver_.set_store(nullptr); }

void PlaceStore::enter(const QString& place) {
    if (place == place_) return;
    leave();
    place_ = place;
    open(place);
    driver_.set_store(store_.get());
    if (store_ == nullptr) return;
    unsent_ = store_->unsent();
    drafts_.load(store_->drafts());
}

bool PlaceStore::move_to(const QString& place) {
    if (place == place_) return true;
    if (store_ == nullptr) {
        place_ = place;
        return true;
    }
    flush();
    store_.reset();
    const bool moved = opener_->move(place_, place);
    if (moved) place_ = place;
    open(place_);
    driver_.move_store(store_.get());
    return moved;
}

std::optional<client::StoredBounds> PlaceStore::stored() {
    if (store_ == nullptr) return std::nullopt;
    return store_->bounds();
}

std::vector<client::Message> PlaceStore::take_unsent() { return std::exchange(unsent_, {}); }

std::vector<client::Message> PlaceStore::rows_of(const std::string& conversation) {
    constexpr std::size_t all = std::numeric_limits<std::int64_t>::max();
    const std::string key = client::store_key(conversation);
    std::vector<client::Message> rows;
    if (store_ == nullptr) return rows;
    flush();
    for (client::MessageId before{};;) {  // a page ends at a gap
        client::StoredRows page = store_->read({client::ConversationId{}, key, before, all, all});
        if (page.rows.empty()) return rows;
        before = page.rows.front().id;
        rows.insert(rows.begin(), std::make_move_iterator(page.rows.begin()),
                    std::make_move_iterator(page.rows.end()));
        if (!page.more) return rows;
    }
}

bool PlaceStore::forget() {
    leave();
    const QString place = std::exchange(place_, QString());
    return opener_ == nullptr || place.isEmpty() || opener_->remove(place);
}

void PlaceStore::open(const QString& place) {
    if (opener_ == nullptr) return;
    client::OpenedStore opened = opener_->open(place);
    store_ = std::move(opened.store);
    tell(opened.trouble, text_of(opened.detail));
}

// What comes with the end of the connection belongs to the store that is left.
void PlaceStore::leave() {
    if (store_ != nullptr) {
        driver_.act(
            [](client::Client& brain, Now now) { brain.disconnect("Going elsewhere", now); });
    }
    driver_.set_store(nullptr);
    store_.reset();
    unsent_.clear();
    drafts_.load({});
}

void PlaceStore::tell(client::StoreTrouble trouble, const QString& detail) {
    switch (trouble) {
        case client::StoreTrouble::none:
            return;
        case client::StoreTrouble::in_use:
            emit troubled(
                tr("Another window holds what is kept of this server. What is said here "
                   "is not kept in this one."));
            return;
        case client::StoreTrouble::newer:
            emit troubled(
                tr("What is kept of this server comes from a newer version: it stays as "
                   "it is, and nothing is added to it."));
            return;
        case client::StoreTrouble::damaged:
            emit troubled(tr("What was kept of this server cannot be read. It was put aside as %1, "
                             "and is kept anew.")
                              .arg(detail));
            return;
        case client::StoreTrouble::unwritable:
            emit troubled(
                tr("What is said cannot be kept on this computer's disk (%1).").arg(detail));
            return;
    }
}

void PlaceStore::on_state(client::StoreFeeder::State state) {
    switch (state) {
        case client::StoreFeeder::State::keeps:
            return;
        case client::StoreFeeder::State::behind:
            emit troubled(
                tr("The disk of this computer takes nothing more: what is said is kept "
                   "when it does again."));
            return;
        case client::StoreFeeder::State::given_up:
            emit troubled(
                tr("The disk of this computer takes nothing more: what is said from now "
                   "on is not kept until the next start."));
            return;
    }
}

}  // namespace brusio::ui
