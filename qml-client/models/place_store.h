#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "qml-client/models/drafts.h"
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

    /// Where we are; "" at the beginning and after forget().
    [[nodiscard]] const QString& place() const { return place_; }
    /// Before Client::connect() to this place, unless it is place(): what was kept is left, and
    /// what is kept of the other one opened.
    void enter(const QString& place);
    /// What belongs to place() belongs to another one from now on, as a guest has become somebody.
    /// False if something is kept there already: then all stays as it is.
    [[nodiscard]] bool move_to(const QString& place);
    /// What ClientConfig::stored is to be.
    [[nodiscard]] std::optional<client::StoredBounds> stored();
    /// What an earlier run has left unsent at the place that was entered; once.
    [[nodiscard]] std::vector<client::Message> take_unsent();
    /// Every row that is kept of a conversation, oldest first.
    [[nodiscard]] std::vector<client::Message> rows_of(const std::string& conversation);
    [[nodiscard]] Drafts& drafts() { return drafts_; }
    /// False if the disk does not take what is unsent.
    [[nodiscard]] bool is_safe() const { return opener_ == nullptr || driver_.keeps(); }
    /// Leaves the place and removes what is kept of it. False if the disk does not let us.
    [[nodiscard]] bool forget();
    /// Tries once more to write what the disk did not take.
    void flush() { driver_.flush_store(); }

 signals:
    /// Something to be told to the user.
    void troubled(const QString& sentence);

 private:
    void open(const QString& place);
    void leave();
    void tell(client::StoreTrouble trouble, const QString& detail);
    void on_state(client::StoreFeeder::State state);

    BrainDriver& driver_;
    StoreOpener* opener_ = nullptr;
    std::unique_ptr<client::ClientStore> store_;
    std::vector<client::Message> unsent_;
    Drafts drafts_;
    QString place_;
};

}  // namespace brusio::ui
