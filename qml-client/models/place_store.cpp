#include "qml-client/models/place_store.h"

#include "qml-client/models/qt_text.h"

namespace brusio::ui {

PlaceStore::PlaceStore(BrainDriver& driver, QObject* parent) : QObject(parent), driver_(driver) {
    connect(&driver_, &BrainDriver::storeStateChanged, this, &PlaceStore::on_state);
}

PlaceStore::~PlaceStore() { driver_.set_store(nullptr); }

std::optional<client::StoredBounds> PlaceStore::enter(const QString& place,
                                                      Conversations conversations) {
    if (place != place_) {
        leave();
        place_ = place;
        if (conversations == Conversations::go_on || opener_ == nullptr) return std::nullopt;
        client::OpenedStore opened = opener_->open(place);
        store_ = std::move(opened.store);
        driver_.set_store(store_.get());
        tell(opened.trouble, text_of(opened.detail));
    }
    if (store_ == nullptr) return std::nullopt;
    return store_->bounds();
}

// What comes with the end of the connection belongs to the store that is left.
void PlaceStore::leave() {
    if (store_ == nullptr) return;
    driver_.act([](client::Client& brain, Now now) { brain.disconnect("Going elsewhere", now); });
    driver_.set_store(nullptr);
    store_.reset();
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
