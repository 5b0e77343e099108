#include "qml-client/app/window.h"

#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <QtGui/QCursor>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtQuick/QQuickWindow>
#include <cstdio>

#include "qml-client/desktop/tray_picture.h"
#include "qml-client/models/module.h"

namespace brusio::ui {

Window::Window(Chat& chat, ClientSettings& settings, QObject* parent)
    : QObject(parent), chat_(chat), settings_(settings) {
    register_module();
    engine_.setNetworkAccessManagerFactory(&requests_);
    engine_.addImportPath(QStringLiteral(":/"));
    connect(&settings_, &ClientSettings::languageChanged, this, [this] {
        translate();
        engine_.retranslate();
        chat_.retranslate();
    });
    engine_.addImageProvider(QStringLiteral("tray"), new TrayPicture);
    connect(chat_.calls(), &Calls::windowAsked, this, &Window::raise);
    connect(chat_.calls(), &Calls::urgent, this, [this] {
        if (window_ != nullptr) window_->alert(0);
    });
    // A window that nobody could call back is not left hidden.
    connect(chat_.calls()->tray(), &TrayDesk::thereChanged, this, [this] {
        const bool is_lost = window_ != nullptr && !window_->isVisible();
        if (is_lost && !chat_.calls()->tray()->is_there()) raise();
    });
    translate();
}

void Window::raise() {
    if (window_ == nullptr) return;
    if (!window_->isVisible()) {
        if (settings_.maximized()) {
            window_->showMaximized();
        } else {
            window_->showNormal();
        }
    }
    window_->setWindowStates(window_->windowStates() & ~Qt::WindowMinimized);
    window_->raise();
    window_->requestActivate();
}

void Window::translate() {
    const QString language = settings_.language();
    QCoreApplication::removeTranslator(&translator_);
    // Days and times as this computer writes them, if that is in the language of the window.
    const QString here = QLocale::system().name();
    QLocale::setDefault(QLocale(here.startsWith(language) ? here : language));
    if (translator_.load(QStringLiteral(":/Brusio/i18n/brusio_%1.qm").arg(language))) {
        QCoreApplication::installTranslator(&translator_);
    }
}

bool Window::show() {
    engine_.setInitialProperties({{QStringLiteral("chat"), QVariant::fromValue(&chat_)},
                                  {QStringLiteral("settings"), QVariant::fromValue(&settings_)}});
    engine_.load(QUrl(QStringLiteral("qrc:/Brusio/Main.qml")));
    if (engine_.rootObjects().isEmpty()) return false;
    window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().first());
    if (window_ == nullptr) return false;
    come_back_to_place();
    connect(window_, &QWindow::xChanged, this, &Window::keep_place);
    connect(window_, &QWindow::yChanged, this, &Window::keep_place);
    window_->requestActivate();
    return true;
}

// Not to where no screen shows enough of it to be moved any more.
void Window::come_back_to_place() {
    constexpr QSize grip_min{120, 24};
    const std::optional<QPoint> place = settings_.window_position();
    if (!place) return;
    const QRect grip(*place, QSize(window_->width(), grip_min.height()));
    for (const QScreen* screen : QGuiApplication::screens()) {
        const QRect seen = grip.intersected(screen->availableGeometry());
        if (seen.width() < grip_min.width() || seen.height() < grip_min.height()) continue;
        window_->setPosition(*place);
        return;
    }
}

void Window::keep_place() {
    if (window_->visibility() == QWindow::Windowed) {
        settings_.set_window_position(window_->position());
    }
}

void Window::grab(const QString& path, int after_ms) {
    // The pointer would light up the row that it happens to stand on.
    QCursor::setPos(window_->position());
    QTimer::singleShot(after_ms, this, [this, path] {
        const bool saved = window_->grabWindow().save(path);
        if (!saved) std::fprintf(stderr, "brusio: cannot write %s\n", qUtf8Printable(path));
        QCoreApplication::exit(saved ? 0 : 1);
    });
}

void Window::print_messages() {
    connect(&chat_, &Chat::shown, this,
            [](const QString& room, const QString& nick, const QString& text) {
                std::printf("%s <%s> %s\n", qUtf8Printable(room), qUtf8Printable(nick),
                            qUtf8Printable(text));
                std::fflush(stdout);
            });
}

void choose_font() {
    const QStringList installed = QFontDatabase::families();
    for (const char* family : {"Inter", "Noto Sans", "Cantarell", "DejaVu Sans"}) {
        if (!installed.contains(QLatin1String(family))) continue;
        QFont font{QString::fromLatin1(family)};
        font.setHintingPreference(QFont::PreferNoHinting);
        QGuiApplication::setFont(font);
        return;
    }
}

}  // namespace brusio::ui
