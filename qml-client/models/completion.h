#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QString>

namespace brusio::ui {

/// The text and cursor after a completion, for QML.
struct Completion {
    Q_GADGET
    QML_VALUE_TYPE(completion)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(int cursor MEMBER cursor)

 public:
    QString text;
    int cursor = 0;
};

}  // namespace brusio::ui
