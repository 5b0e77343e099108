#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include "qml-client/ear/speech_plan.h"
#include "qml-client/models/chat.h"
#include "qml-client/models/client_settings.h"

namespace brusio::ui {

/// Listens to the chat, and says in sentences what somebody who does not see the window has to
/// hear: who speaks to us, what failed, and if that is wished what is said in the open room.
/// SpeechPlan decides when. Whoever shows the sentences to screen readers connects to spoken().
class Speaker : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(brusio::ui::Chat* chat READ chat WRITE set_chat NOTIFY chatChanged REQUIRED)
    Q_PROPERTY(
        brusio::ui::ClientSettings* settings MEMBER settings_ NOTIFY settingsChanged REQUIRED)

 public:
    explicit Speaker(QObject* parent = nullptr);

    [[nodiscard]] Chat* chat() const { return chat_; }
    /// Once; the chat must outlive the speaker.
    void set_chat(Chat* chat);

    /// Speaks of something that was done, or was not, for whoever asked for it by key.
    Q_INVOKABLE void say(const QString& sentence) { emit spoken(sentence); }

 signals:
    void chatChanged();
    void settingsChanged();
    void spoken(const QString& sentence);

 private:
    void on_arrived(const QString& room, const client::Message& message);
    void on_refused(const QString& room, const client::Message& message);
    void on_hint();
    void on_phase();
    void on_problem();
    void hear(NewsKind kind, const QString& sentence);
    void speak_what_is_due();
    void wait();

    QPointer<Chat> chat_;
    QPointer<ClientSettings> settings_;
    SpeechPlan plan_;
    QElapsedTimer clock_;
    QTimer timer_;
    bool broken_ = false;  // and it was spoken of
};

}  // namespace brusio::ui
