#include "qml-client/models/svg_icon.h"

#include <QtCore/QFile>
#include <QtCore/QtDebug>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace brusio::ui {

SvgIcon::SvgIcon(QQuickItem* parent) : QQuickPaintedItem(parent) { setAntialiasing(true); }

void SvgIcon::set_name(const QString& name) {
    if (name == name_) return;
    name_ = name;
    emit nameChanged();
    update();
}

void SvgIcon::set_color(const QColor& color) {
    if (color == color_) return;
    color_ = color;
    emit colorChanged();
    update();
}

void SvgIcon::paint(QPainter* painter) {
    if (name_.isEmpty()) return;
    QFile file(QStringLiteral(":/Brusio/icons/%1.svg").arg(name_));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon named %s", qUtf8Printable(name_));
        return;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color_.name().toLatin1());
    QSvgRenderer renderer(svg);
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, boundingRect());
}

}  // namespace brusio::ui
