#include "qml-client/ear/reading_order.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace brusio::ui {

ReadingOrder::ReadingOrder(QObject* parent) : QObject(parent) {
    timer_.setSingleShot(true);
    timer_.setInterval(0);
    connect(&timer_, &QTimer::timeout, this, &ReadingOrder::sort);
    listening_ = QAccessible::isActive();
    QAccessible::installActivationObserver(this);
}

ReadingOrder::~ReadingOrder() { QAccessible::removeActivationObserver(this); }

void ReadingOrder::set_content(QQuickItem* content) {
    BRUSIO_ASSERT(content != nullptr && content_ == nullptr);
    content_ = content;
    connect(content, &QQuickItem::childrenChanged, this, &ReadingOrder::look);
    look();
    emit contentChanged();
}

// Items are placed some time after they were made.
void ReadingOrder::look() {
    if (!listening_ || content_ == nullptr) return;
    for (QQuickItem* const item : content_->childItems()) {
        connect(item, &QQuickItem::yChanged, &timer_, qOverload<>(&QTimer::start),
                Qt::UniqueConnection);
    }
    timer_.start();
}

void ReadingOrder::accessibilityActiveChanged(bool active) {
    listening_ = active;
    look();
}

void ReadingOrder::sort() const {
    if (content_ == nullptr) return;
    const QList<QQuickItem*> before = content_->childItems();
    QList<QQuickItem*> items = before;
    std::sort(items.begin(), items.end(), [](const QQuickItem* a, const QQuickItem* b) {
        return std::pair(a->y(), a) < std::pair(b->y(), b);
    });
    if (items == before) return;
    for (qsizetype at = 1; at < items.size(); ++at) items[at]->stackAfter(items[at - 1]);
}

}  // namespace brusio::ui
