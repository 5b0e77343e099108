#pragma once

#include <QtCore/QList>
#include <map>

#include "qml-client/calls/notifier.h"

namespace brusio::ui::test {

/// In the place of a desktop: what it shows now, and all that it was asked to show.
class FakeNotifier : public Notifier {
 public:
    void show(const CallNote& note) override {
        all << note;
        shown[note.tag] = note;
    }
    void withdraw(quint64 tag) override { shown.erase(tag); }

    /// The one notification that is shown.
    [[nodiscard]] CallNote only() const {
        return shown.size() == 1 ? shown.begin()->second : CallNote{};
    }

    std::map<quint64, CallNote> shown;
    QList<CallNote> all;
};

}  // namespace brusio::ui::test
