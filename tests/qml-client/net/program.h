#pragma once

#include <QtTest/QTest>
#include <functional>

#include "qml-client/app/client_stores.h"
#include "qml-client/models/chat.h"
#include "qml-client/net/socket_link.h"
#include "tests/qml-client/net/real_server.h"

namespace brusio::ui::test {

inline constexpr int patience_ms = 30'000;

/// One run of the window's program.
struct Program {
    ClientSettings settings;
    SocketLink link{[this](const QString& place) { return settings.trusted_fingerprint(place); }};
    BrainDriver driver{link, 3};
    ClientStores stores;
    Chat chat{driver, settings};

    Program(const RealServer& server, const QString& who)
        : settings(server.path(who + ".ini")), stores(store_folder(server.path(who + ".ini"))) {
        chat.set_store_opener(&stores);
    }
    [[nodiscard]] bool waits_for(const std::function<bool()>& condition) {
        return QTest::qWaitFor(condition, patience_ms);
    }
    [[nodiscard]] bool gets_in() {
        return waits_for([&] { return chat.phase() == "online"; });
    }
    [[nodiscard]] bool is_refused() {
        return waits_for([&] { return chat.phase() == "idle" && !chat.problem_title().isEmpty(); });
    }
    [[nodiscard]] bool is_inside(const QString& room) {
        return waits_for([&] { return chat.room() == room && chat.membership() == "inside"; });
    }
    [[nodiscard]] bool reads(const QString& text) {
        return waits_for([&] {
            TimelineModel* const timeline = chat.timeline();
            for (int row = 0; row < timeline->count(); ++row) {
                const QModelIndex index = timeline->index(row, 0);
                if (timeline->data(index, TimelineModel::BodyTextRole) == text) return true;
            }
            return false;
        });
    }
};

}  // namespace brusio::ui::test
