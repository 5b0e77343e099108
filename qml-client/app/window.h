#pragma once

#include <QtCore/QObject>
#include <QtCore/QTranslator>
#include <QtQml/QQmlApplicationEngine>

#include "qml-client/app/options.h"
#include "qml-client/models/chat.h"
#include "qml-client/net/no_requests.h"

class QQuickWindow;

namespace brusio::ui {

/// The window with its engine and its language; what the command line asked for is done to it.
class Window : public QObject {
    Q_OBJECT

 public:
    /// `chat` and `settings` must outlive the window.
    Window(Chat& chat, ClientSettings& settings, QObject* parent = nullptr);

    /// To the front, from wherever it is: another place, an icon, the tray.
    void raise();
    /// Loads and shows it; false if the QML does not load (the reason is on stderr).
    [[nodiscard]] bool show();
    /// Writes a picture of it to `path` after `after_ms`, then ends the program: 0 if it could.
    void grab(const QString& path, int after_ms);
    /// Writes "room <nick> text" to the standard output for each message that came on screen.
    void print_messages();

 private:
    void translate();
    void come_back_to_place();
    void keep_place();

    Chat& chat_;
    ClientSettings& settings_;
    QTranslator translator_;
    NoRequests requests_;  // before the engine, which ends before it
    QQmlApplicationEngine engine_;
    QQuickWindow* window_ = nullptr;
};

/// The nicest sans-serif family that is installed, for the whole program.
void choose_font();

}  // namespace brusio::ui
