#include <QtCore/QRandomGenerator>
#include <QtCore/QStandardPaths>
#include <QtGui/QGuiApplication>
#include <QtGui/QIcon>
#include <algorithm>

#include "qml-client/app/client_stores.h"
#include "qml-client/app/desktop_motion.h"
#include "qml-client/app/options.h"
#include "qml-client/app/window.h"
#include "qml-client/desktop/dbus_notifier.h"
#include "qml-client/desktop/one_instance.h"
#include "qml-client/desktop/session_bus.h"
#include "qml-client/desktop/tray_watch.h"
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

/// Hands what the command line asked for to the window that is there.
bool is_there_already(OneInstance& instance, const Options& options) {
    QString address = options.address.isEmpty() ? options.server : options.address;
    const bool is_bare = !address.isEmpty() && !address.contains(QStringLiteral("://"));
    if (is_bare) address.prepend(QStringLiteral("irc://"));
    return instance.start(address) == OneInstance::Start::handed_over;
}

/// Qt has icons in a tray where these are the desktop's.
void follow_tray(const TrayWatch& watch, TrayDesk& desk) {
    const QString platform = QGuiApplication::platformName();
    if (platform != QStringLiteral("xcb") && !platform.startsWith(QStringLiteral("wayland")))
        return;
    QObject::connect(&watch, &TrayWatch::changed, &desk, &TrayDesk::set_offered);
}

/// Before there is a window: --help, --version and mistakes want no display. The first two want an
/// application. Else there must be none that ends before the one of the window: what Qt Quick has
/// told the accessibility of Qt about itself ends with the first, and comes never again.
Options read_options_early(int argc, char** argv) {
    QStringList arguments;
    for (int at = 0; at < argc; ++at) arguments << QString::fromLocal8Bit(argv[at]);
    const bool asks_for_words =
        std::any_of(arguments.begin(), arguments.end(), [](const QString& argument) {
            static const QStringList words{"-h",         "-help", "--help",   "-help-all",
                                           "--help-all", "-v",    "-version", "--version"};
            return words.contains(argument);
        });
    if (!asks_for_words) return read_options(arguments);
    const QCoreApplication app(argc, argv);
    return read_options(arguments);
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
    OneInstance instance(qEnvironmentVariable("XDG_RUNTIME_DIR"), settings.path());
    if (!options.new_instance && is_there_already(instance, options)) return 0;

    settings.set_desktop_reduces_motion(desktop_wants_less_motion(
        QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation)));
    SocketLink link(
        [&settings](const QString& place) { return settings.trusted_fingerprint(place); });
    BrainDriver driver(link, QRandomGenerator::system()->generate64());
    ClientStores stores(store_folder(options.settings_path));
    Chat chat(driver, settings);
    chat.set_store_opener(&stores);
    apply(options, settings, chat);

    QObject::connect(&app, &QCoreApplication::aboutToQuit, &chat, &Chat::say_goodbye);
    QObject::connect(&instance, &OneInstance::asked, &chat, &Chat::show_outside);

    SessionBus bus;
    DbusNotifier notifier(bus);
    chat.calls()->set_notifier(&notifier);
    TrayWatch tray(bus);
    follow_tray(tray, *chat.calls()->tray());

    Window window(chat, settings);
    if (options.print_messages) window.print_messages();
    go_online(options, settings, chat);
    if (!window.show()) return 1;
    if (!options.open_room.isEmpty()) chat.open_when_there(options.open_room);
    if (!options.address.isEmpty()) chat.show_outside(options.address);
    if (!options.grab_path.isEmpty()) window.grab(options.grab_path, options.grab_after_ms);
    return QGuiApplication::exec();
}
