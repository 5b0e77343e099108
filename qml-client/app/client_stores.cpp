#include "qml-client/app/client_stores.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

#include "storage/client/sqlite_client_store.h"

namespace brusio::ui {

client::OpenedStore ClientStores::open(const QString& place) {
    return client_sqlite::SqliteClientStore::open(QFile::encodeName(path_of(place)).toStdString());
}

bool ClientStores::move(const QString& from, const QString& to) {
    if (QFileInfo::exists(path_of(to))) return false;
    return QDir().rename(path_of(from), path_of(to));
}

bool ClientStores::remove(const QString& place) {
    const std::string path = QFile::encodeName(path_of(place)).toStdString();
    const auto held = client_sqlite::ClientFolder::open(path);  // by no other window
    return held && client_sqlite::remove_folder(path);
}

QString ClientStores::path_of(const QString& place) const {
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256);
    return QDir(folder_).filePath(QString::fromLatin1(hash.toHex().left(24)));
}

QString store_folder(const QString& settings_path) {
    if (settings_path.isEmpty()) {
        return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    }
    const QFileInfo file(settings_path);
    return file.dir().filePath(file.completeBaseName() + QStringLiteral(".store"));
}

}  // namespace brusio::ui
