#include "qml-client/models/password_file.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

namespace brusio::ui {

namespace {

QJsonObject read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

}  // namespace

QString PasswordFile::find(const QString& place) const {
    return read(path_).value(place).toString();
}

bool PasswordFile::keep(const QString& place, const QString& password) const {
    QJsonObject all = read(path_);
    if (all.value(place).toString() == password) return true;
    if (password.isEmpty()) {
        all.remove(place);
    } else {
        all.insert(place, password);
    }
    if (all.isEmpty()) return QFile::remove(path_);
    QDir().mkpath(QFileInfo(path_).path());
    QSaveFile file(path_);
    // Nobody else may read it from the first byte on.
    return file.open(QIODevice::WriteOnly) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
           file.write(QJsonDocument(all).toJson()) > 0 && file.commit();
}

}  // namespace brusio::ui
