#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtQuick/QQuickPaintedItem>

namespace brusio::ui {

/// One sign of the window, drawn from qml/icons/NAME.svg in one colour, sharp at every size. An
/// unknown name draws nothing and warns.
class SvgIcon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE set_name NOTIFY nameChanged)
    Q_PROPERTY(QColor color READ color WRITE set_color NOTIFY colorChanged)

 public:
    explicit SvgIcon(QQuickItem* parent = nullptr);

    [[nodiscard]] QString name() const { return name_; }
    [[nodiscard]] QColor color() const { return color_; }
    void set_name(const QString& name);
    void set_color(const QColor& color);
    void paint(QPainter* painter) override;

 signals:
    void nameChanged();
    void colorChanged();

 private:
    QString name_;
    QColor color_ = Qt::black;
};

}  // namespace brusio::ui
