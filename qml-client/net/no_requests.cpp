#include "qml-client/net/no_requests.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkRequest>

namespace brusio::ui {

namespace {

class Refusing : public QNetworkAccessManager {
 public:
    Refusing(std::atomic<int>& refused, QObject* parent)
        : QNetworkAccessManager(parent), refused_(refused) {}

 protected:
    // A request for no address fails by itself.
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest&, QIODevice*) override {
        ++refused_;
        return QNetworkAccessManager::createRequest(operation, QNetworkRequest());
    }

 private:
    std::atomic<int>& refused_;
};

}  // namespace

QNetworkAccessManager* NoRequests::create(QObject* parent) {
    return new Refusing(refused_, parent);
}

}  // namespace brusio::ui
