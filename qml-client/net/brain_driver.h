#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <memory>
#include <vector>

#include "core/client/client.h"
#include "core/client/store_feeder.h"
#include "qml-client/net/byte_link.h"
#include "qml-client/net/secret_prover.h"

namespace brusio::ui {

/// Drives the client's brain by its contract: bytes, deadlines and the user's actions in; what it
/// wants written, and what happened, out. One thread.
class BrainDriver : public QObject {
    Q_OBJECT

 public:
    /// `link` must outlive the driver. `seed` is for the jitter of reconnecting.
    BrainDriver(ByteLink& link, quint64 seed, QObject* parent = nullptr);

    [[nodiscard]] const client::Client& client() const { return client_; }
    /// The time at which the next input happens.
    [[nodiscard]] Now now() const;

    /// What the brain's writes go to and its questions are answered from; null if nothing is kept.
    /// It must outlive the driver or be taken away. What the brain wants written is written before
    /// any byte that follows from it leaves.
    void set_store(client::ClientStore* store);
    /// The same store at another place: what waits for the disk waits for this one.
    void move_store(client::ClientStore* store) { store_ = store; }
    /// Written in one with what the brain wants written next, or at flush_store(); passed over
    /// without a store.
    void keep_with_next(client::StoreWrite write);
    /// Writes that, and tries once more what the disk did not take.
    void flush_store() { feed({}); }
    /// Whether there is a store, and the disk has taken everything so far.
    [[nodiscard]] bool keeps() const {
        return store_ != nullptr && feeder_.state() == client::StoreFeeder::State::keeps;
    }

    /// Gives the brain one action of the user and carries out what follows from it; what the
    /// action returns comes back. `events` may be emitted before this returns.
    template <class Action>
    auto act(Action action) {
        if constexpr (std::is_void_v<decltype(action(client_, now()))>) {
            action(client_, now());
            settle();
        } else {
            auto result = action(client_, now());
            settle();
            return result;
        }
    }

 signals:
    /// The server's certificate is to be judged by the user; the connection is over for now.
    void certificateRefused(const brusio::ui::ServerCertificate& certificate);
    /// The store takes writes again, or does not any more.
    void storeStateChanged(brusio::client::StoreFeeder::State state);
    /// Everything that happened, in order.
    void events(const std::vector<brusio::client::ClientEvent>& events);

 private:
    void settle();
    void feed(std::vector<client::StoreWrite>&& writes);
    void answer(const client::ReadRows& question);
    void carry_out(const std::vector<client::ClientOutput>& outputs);
    void prove(const client::ProveSecret& task);
    void arm();

    ByteLink& link_;
    client::ClientStore* store_ = nullptr;
    client::StoreFeeder feeder_;
    std::vector<client::StoreWrite> kept_with_next_;
    client::Client client_;
    std::shared_ptr<SecretProver> prover_ = std::make_shared<SecretProver>();
    QElapsedTimer clock_;
    QTimer timer_;
    bool settling_ = false;
};

}  // namespace brusio::ui
