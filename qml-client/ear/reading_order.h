#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtGui/QAccessible>
#include <QtQuick/QQuickItem>

namespace brusio::ui {

/// Keeps the items of a list in the order in which they stand, from top to bottom: screen readers
/// go through them in the order of their parent's list, which else is the order in which they were
/// made (the newest message first, a heading after its rows). Does nothing while nobody listens.
class ReadingOrder : public QObject, public QAccessible::ActivationObserver {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem* content READ content WRITE set_content NOTIFY contentChanged REQUIRED)

 public:
    explicit ReadingOrder(QObject* parent = nullptr);
    ~ReadingOrder() override;

    [[nodiscard]] QQuickItem* content() const { return content_; }
    /// Once.
    void set_content(QQuickItem* content);

 signals:
    void contentChanged();

 private:
    void accessibilityActiveChanged(bool active) override;
    void look();
    void sort() const;

    QPointer<QQuickItem> content_;
    QTimer timer_;
    bool listening_ = false;  // somebody asks for the items
};

}  // namespace brusio::ui
