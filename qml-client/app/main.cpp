#include <QtCore/QRandomGenerator>
#include <QtGui/QGuiApplication>
#include <QtGui/QIcon>

#include "qml-client/app/client_stores.h"
#include "qml-client/app/options.h"
#include "qml-client/app/window.h"
#include "qml-client/models/chat.h"
#include "qml-client/models/client_settings.h"
#include "qml-client/net/brain_driver.h"
#include "qml-client/net/socket_link.h"

using namespace brusio::ui;

namespace {

void apply(const Options& options, ClientSettings& settings, Chat& chat) {
    if (!options.language.isEmpty()) settings.set_language(options.language);
    if (!options.theme.isEmpty()) settings.set_theme(options.theme);
    if (options.size) {
        settings.set_window_width(options.size->width());
        settings.set_window_height(options.size->height());
    }
    chat.set_extra_rooms(options.rooms);
}

void go_online(const Options& options, const ClientSettings& settings, Chat& chat) {
    if (!options.server.isEmpty() && !options.nick.isEmpty()) {
        chat.connectTo({{"host", options.server}, {"nick", options.nick}});
        return;
    }
    const Destination last = settings.destination();
    const bool can_log_in = last.entry == Entry::guest || settings.password_kept();
    if (options.server.isEmpty() && settings.stay_online() && !last.nick.isEmpty() && can_log_in) {
        chat.go(last);
    }
}

/// Before there is a window: --help, --version and mistakes want no display.
Options read_options_early(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    return read_options(QCoreApplication::arguments());
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("brusio"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BRUSIO_VERSION));
    const Options options = read_options_early(argc, argv);
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Brusio"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.brusio.Brusio"));
    choose_font();

    ClientSettings settings(options.settings_path);
    SocketLink link(
        [&settings](const QString& place) { return settings.trusted_fingerprint(place); });
    BrainDriver driver(link, QRandomGenerator::system()->generate64());
    ClientStores stores(store_folder(options.settings_path));
    Chat chat(driver, settings);
    chat.set_store_opener(&stores);
    apply(options, settings, chat);

    QObject::connect(&app, &QCoreApplication::aboutToQuit, &chat, &Chat::say_goodbye);

    Window window(chat, settings);
    if (options.print_messages) window.print_messages();
    go_online(options, settings, chat);
    if (!window.show()) return 1;
    if (!options.open_room.isEmpty()) chat.open_when_there(options.open_room);
    if (!options.grab_path.isEmpty()) window.grab(options.grab_path, options.grab_after_ms);
    return QGuiApplication::exec();
}
