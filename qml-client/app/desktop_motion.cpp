#include "qml-client/app/desktop_motion.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtCore/QVariant>

namespace brusio::ui {

namespace {

// The value of `key` in the first of the folders that has the file and the key.
QVariant first_value(const QStringList& folders, const QString& file, const QString& key) {
    for (const QString& folder : folders) {
        const QString path = folder + u'/' + file;
        if (!QFileInfo::exists(path)) continue;
        const QVariant value = QSettings(path, QSettings::IniFormat).value(key);
        if (value.isValid()) return value;
    }
    return {};
}

}  // namespace

bool desktop_wants_less_motion(const QStringList& config_folders) {
    const QVariant factor = first_value(config_folders, QStringLiteral("kdeglobals"),
                                        QStringLiteral("KDE/AnimationDurationFactor"));
    bool is_number = false;
    const double duration = factor.toDouble(&is_number);
    if (is_number && duration <= 0) return true;
    for (const char* gtk : {"gtk-4.0/settings.ini", "gtk-3.0/settings.ini"}) {
        const QVariant animated = first_value(config_folders, QString::fromLatin1(gtk),
                                              QStringLiteral("Settings/gtk-enable-animations"));
        if (animated.isValid() && !animated.toBool()) return true;
    }
    return false;
}

}  // namespace brusio::ui
