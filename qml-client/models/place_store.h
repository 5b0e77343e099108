#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <memory>
#include <optional>

#include "qml-client/net/brain_driver.h"
#include "qml-client/net/store_opener.h"

namespace brusio::ui {

/// The store of the place where the window is: opened on the way there, and given to the brain.
/// What goes wrong with it is told once, in a sentence; the window works on without.
class PlaceStore : public QObject {
    Q_OBJECT

 public:
    /// `driver` must outlive this.
    explicit PlaceStore(BrainDriver& driver, QObject* parent = nullptr);
    ~PlaceStore() override;

    /// Who opens stores; null (as at the beginning) if nobody does. It must outlive this.
    void set_opener(StoreOpener* opener) { opener_ = opener; }

    enum class Conversations {
        begin,  ///< those that are open are closed on the way
        go_on,  ///< they are not; what belongs to another place cannot be kept here, then
    };
    /// Before Client::connect() to this place: what its ClientConfig::stored is to be.
    [[nodiscard]] std::optional<client::StoredBounds> enter(const QString& place,
                                                            Conversations conversations);
    /// Tries once more to write what the disk did not take.
    void flush() { driver_.flush_store(); }

 signals:
    /// Something to be told to the user.
    void troubled(const QString& sentence);

 private:
    void leave();
    void tell(client::StoreTrouble trouble, const QString& detail);
    void on_state(client::StoreFeeder::State state);

    BrainDriver& driver_;
    StoreOpener* opener_ = nullptr;
    std::unique_ptr<client::ClientStore> store_;
    QString place_;
};

}  // namespace brusio::ui
