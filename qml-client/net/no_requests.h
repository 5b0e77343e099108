#pragma once

#include <QtQml/QQmlNetworkAccessManagerFactory>
#include <atomic>

namespace brusio::ui {

/// Refuses every request that QML makes for an address of its own accord: pictures, files,
/// XMLHttpRequest. The window speaks with its server and nobody else; whatever a text says, nobody
/// learns that it was read. Must outlive the engine it is given to; may be used from any thread.
class NoRequests : public QQmlNetworkAccessManagerFactory {
 public:
    QNetworkAccessManager* create(QObject* parent) override;

    /// How many were made. Each is a mistake of ours.
    [[nodiscard]] int refused() const { return refused_; }

 private:
    std::atomic<int> refused_{0};
};

}  // namespace brusio::ui
