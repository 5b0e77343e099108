#include "qml-client/net/brain_driver.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDateTime>
#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace brusio::ui {

BrainDriver::BrainDriver(ByteLink& link, quint64 seed, QObject* parent)
    : QObject(parent), link_(link), client_(KeyedRandom(seed)) {
    clock_.start();
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::CoarseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] {
        client_.handle_deadline(now());
        settle();
    });
    connect(&link_, &ByteLink::opened, this, [this](client::LinkPrivacy privacy) {
        client_.handle_connected(privacy, now());
        settle();
    });
    connect(&link_, &ByteLink::received, this, [this](const QByteArray& bytes) {
        client_.handle_bytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}, now());
        settle();
    });
    connect(&link_, &ByteLink::certificateRefused, this, &BrainDriver::certificateRefused);
    connect(&link_, &ByteLink::closed, this,
            [this](client::DisconnectCause cause, const QString& text) {
                client_.handle_disconnected(cause, text.toStdString(), now());
                settle();
            });
}

Now BrainDriver::now() const {
    return {MonoTime{std::chrono::nanoseconds(clock_.nsecsElapsed())},
            WallTime{QDateTime::currentMSecsSinceEpoch()}};
}

// Listeners may act on what they hear; their actions join the round that is running.
void BrainDriver::settle() {
    if (settling_) return;
    settling_ = true;
    for (;;) {
        feed(client_.take_writes());
        const auto outputs = client_.take_output();
        const auto happened = client_.take_events();
        if (outputs.empty() && happened.empty()) break;
        carry_out(outputs);
        if (!happened.empty()) emit events(happened);
    }
    settling_ = false;
    arm();
}

void BrainDriver::set_store(client::ClientStore* store) {
    feeder_ = {};
    kept_with_next_.clear();
    store_ = store;
}

void BrainDriver::keep_with_next(client::StoreWrite write) {
    if (store_ != nullptr) kept_with_next_.push_back(std::move(write));
}

void BrainDriver::feed(std::vector<client::StoreWrite>&& writes) {
    if (store_ == nullptr) return;
    if (!kept_with_next_.empty()) {
        std::move(kept_with_next_.begin(), kept_with_next_.end(), std::back_inserter(writes));
        kept_with_next_.clear();
    }
    if (writes.empty() && feeder_.waiting() == 0) return;
    const auto before = feeder_.state();
    feeder_.feed(*store_, std::move(writes));
    if (feeder_.state() != before) emit storeStateChanged(feeder_.state());
}

void BrainDriver::answer(const client::ReadRows& question) {
    client::StoredRows none;
    none.conversation = question.conversation;
    client_.handle_stored(store_ == nullptr ? std::move(none) : store_->read(question));
}

void BrainDriver::carry_out(const std::vector<client::ClientOutput>& outputs) {
    for (const client::ClientOutput& output : outputs) {
        if (const auto* open = std::get_if<client::OpenConnection>(&output)) {
            link_.open(QString::fromStdString(open->server));
        } else if (const auto* bytes = std::get_if<client::SendBytes>(&output)) {
            link_.send(QByteArray::fromStdString(bytes->bytes));
        } else if (const auto* task = std::get_if<client::ProveSecret>(&output)) {
            prove(*task);
        } else if (const auto* question = std::get_if<client::ReadRows>(&output)) {
            answer(*question);
        } else {
            link_.close();
        }
    }
}

// It takes a good part of a second: elsewhere.
void BrainDriver::prove(const client::ProveSecret& task) {
    QtConcurrent::run([prover = prover_, task] {
        return prover->prove(task);
    }).then(this, [this, number = task.number](const client::SecretProof& proof) {
        client_.handle_proof(number, proof, now());
        settle();
    });
}

void BrainDriver::arm() {
    const auto deadline = client_.next_deadline();
    if (!deadline) {
        timer_.stop();
        return;
    }
    // A whole millisecond late at most, so that a deadline is never met by a busy loop.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - now().mono);
    timer_.start(
        std::clamp(left, std::chrono::milliseconds{0}, std::chrono::milliseconds{3600'000}));
}

}  // namespace brusio::ui
