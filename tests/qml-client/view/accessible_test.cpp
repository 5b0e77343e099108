// The window by ear: what can be used has a name, can have the focus and says what it does; the
// order is that of reading; states are told; and what happens is spoken without taking the focus.
#include <gtest/gtest.h>

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <utility>

#include "tests/qml-client/support/accessible_tree.h"
#include "tests/qml-client/support/qml_window.h"

namespace brusio::ui {
namespace {

using test::AccessibleTree;
using test::QmlWindow;

struct Ear : QmlWindow {
    explicit Ear(QSize size = QSize(1280, 800)) : QmlWindow(size) {
        QAccessible::setActive(true);
        world.enter("me");
        world.chat.joinRoom("#roses", {});
        world.join_room("me", "#roses");
        world.chat.openPerson("zoe");
        world.chat.openRoom("#garden");
        for (const char* text : {"one", "two", "three"}) world.say("ada", "#garden", text);
        load_main();
        window->requestActivate();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window));
        QMetaObject::invokeMethod(item("ChatPage"), "showRoom");
        settle();
    }
    AccessibleTree tree() const { return AccessibleTree(window); }
    /// From now on notes what is shown anew in the role that is spoken. (Offscreen Qt sends no
    /// events; heard.py listens to them.)
    void listen() {
        for (QQuickItem* const note : item("SpokenNotes")->childItems()) {
            QObject::connect(note, &QQuickItem::visibleChanged, [this, note] {
                if (!note->isVisible()) return;
                QAccessibleInterface* const node = QAccessible::queryAccessibleInterface(note);
                EXPECT_EQ(node->role(), QAccessible::Notification);
                heard << AccessibleTree::name_of(node);
            });
        }
    }
    bool hears(const QString& words) {
        return QTest::qWaitFor([&] { return heard.contains(words); });
    }
    QStringList heard;
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window, static_cast<Qt::Key>(key), modifiers);
        settle();
    }
};

bool is_used_by_pressing(QAccessible::Role role) {
    switch (role) {
        case QAccessible::Button:
        case QAccessible::ListItem:
        case QAccessible::CheckBox:
        case QAccessible::RadioButton:
        case QAccessible::MenuItem:
            return true;
        default:
            return false;
    }
}

// What cannot be used by who neither sees nor points.
QStringList faults(const QmlWindow& app) {
    QStringList found;
    AccessibleTree(app.window).each([&](QAccessibleInterface* node) {
        const QString what = QStringLiteral("%1 '%2'").arg(
            QString::fromLatin1(node->object()->metaObject()->className()),
            AccessibleTree::name_of(node));
        const QAccessible::State state = node->state();
        if (state.disabled) return;
        const bool is_pressed = is_used_by_pressing(node->role());
        const bool is_used = is_pressed || node->role() == QAccessible::EditableText;
        if (is_used && !state.focusable) found << what + " cannot have the focus";
        if (is_pressed && AccessibleTree::actions_of(node).isEmpty())
            found << what + " does nothing";
        if (state.checkable && !is_pressed) found << what + " has a state and no way to change it";
        const bool is_choice =
            node->role() == QAccessible::CheckBox || node->role() == QAccessible::RadioButton;
        if (is_choice && !state.checkable) found << what + " does not say its state";
    });
    return found;
}

class EarWidths : public testing::TestWithParam<int> {};

TEST_P(EarWidths, what_can_be_used_can_have_the_focus_and_does_something) {
    Ear app(QSize(GetParam(), 720));
    EXPECT_EQ(faults(app).join('\n').toStdString(), "");
    for (const char* opens : {"join", "jump", "showKeys", "showSettings"}) {
        QMetaObject::invokeMethod(app.item("ChatPage"), opens);
        app.settle();
        EXPECT_EQ(faults(app).join('\n').toStdString(), "") << opens;
        app.press(Qt::Key_Escape);
    }
    QmlWindow first(QSize(GetParam(), 720));
    first.load_main();
    EXPECT_EQ(faults(first).join('\n').toStdString(), "");
}

INSTANTIATE_TEST_SUITE_P(Widths, EarWidths, testing::Values(360, 800, 1280));

TEST(Order, messages_are_read_as_they_were_said) {
    Ear app;
    QAccessibleInterface* const list = app.tree().find(QAccessible::List, "Messages of");
    ASSERT_NE(list, nullptr);
    const auto said = [&] {
        QStringList texts;
        for (const QString& name : AccessibleTree::children_of(list)) {
            if (name.startsWith("ada, ")) texts << name.section(", ", -1);
        }
        return texts;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return said() == QStringList({"one", "two", "three"});
    })) << said().join(' ').toStdString();
    app.world.say("ada", "#garden", "four");
    EXPECT_TRUE(QTest::qWaitFor([&] { return said().value(3) == "four"; }))
        << said().join(' ').toStdString();
    MessageRow older;
    older.key = 7;
    older.nick = "ada";
    older.text = "zero";
    older.unix_ms = 1000;
    app.world.chat.timeline()->prepend_older({older});
    EXPECT_TRUE(QTest::qWaitFor([&] { return said().value(0) == "zero"; }))
        << said().join(' ').toStdString();
}

TEST(Order, a_heading_comes_before_its_rows) {
    Ear app;
    const auto is_in_order = [&](const QString& list_name, const QStringList& order) {
        QAccessibleInterface* const list = app.tree().find(QAccessible::List, list_name);
        if (list == nullptr) return false;
        QStringList found;
        for (const QString& name : AccessibleTree::children_of(list)) {
            for (const QString& wanted : order) {
                if (name.startsWith(wanted)) found << wanted;
            }
        }
        return found == order;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return is_in_order("Rooms and people", {"Rooms", "#garden", "#roses", "Messages", "zoe"});
    })) << AccessibleTree::children_of(app.tree().find(QAccessible::List, "Rooms and people"))
               .join('|')
               .toStdString();
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return is_in_order("Members of",
                           {"Operators", "ada", "Voiced", "bob", "Members", "carla", "me"});
    })) << AccessibleTree::children_of(app.tree().find(QAccessible::List, "Members of"))
               .join('|')
               .toStdString();
}

TEST(States, boxes_and_choices_tell_theirs_and_change_it_when_asked) {
    QmlWindow app(QSize(800, 720));
    app.load_main();
    const AccessibleTree tree(app.window);
    QAccessibleInterface* const box = tree.find(QAccessible::CheckBox, "");
    ASSERT_NE(box, nullptr);
    const bool before = box->state().checked;
    box->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    app.settle();
    EXPECT_NE(box->state().checked, before);
    QAccessibleInterface* const guest = tree.find(QAccessible::RadioButton, "Guest");
    QAccessibleInterface* const login = tree.find(QAccessible::RadioButton, "Log in");
    ASSERT_NE(guest, nullptr);
    ASSERT_NE(login, nullptr);
    EXPECT_TRUE(guest->state().checked);
    EXPECT_FALSE(login->state().checked);
    login->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    app.settle();
    EXPECT_FALSE(guest->state().checked);
    EXPECT_TRUE(login->state().checked);
}

TEST(States, a_menu_tells_what_is_chosen) {
    Ear app;
    QMetaObject::invokeMethod(app.item("ChatPage"), "showSettings");
    app.settle();
    const AccessibleTree tree = app.tree();
    QAccessibleInterface* const system = tree.find(QAccessible::MenuItem, "As the system");
    QAccessibleInterface* const dark = tree.find(QAccessible::MenuItem, "Dark");
    ASSERT_NE(system, nullptr);
    ASSERT_NE(dark, nullptr);
    EXPECT_TRUE(system->state().checkable && system->state().checked);
    EXPECT_TRUE(dark->state().checkable && !dark->state().checked);
}

TEST(States, a_password_is_named_and_not_told) {
    QmlWindow app(QSize(800, 720));
    app.load_main();
    int secrets = 0;
    AccessibleTree(app.window).each([&](QAccessibleInterface* node) {
        if (!node->state().passwordEdit) return;
        ++secrets;
        const QString spoken = node->text(QAccessible::Name) +
                               node->text(QAccessible::Description) +
                               node->parent()->text(QAccessible::Name);
        EXPECT_TRUE(spoken.contains("password", Qt::CaseInsensitive)) << spoken.toStdString();
    });
    EXPECT_GT(secrets, 0);
}

TEST(Spoken, a_mention_is_an_item_of_the_role_that_is_spoken) {
    Ear app;
    const QQuickItem* const focus = app.window->activeFocusItem();
    app.listen();
    app.world.say("bob", "#roses", "me: look");
    EXPECT_EQ(app.heard, QStringList{"bob mentions you in #roses: me: look"});
    app.world.say("ada", "#garden", "me: here");
    EXPECT_TRUE(app.hears("ada mentions you: me: here"));
    EXPECT_EQ(app.window->activeFocusItem(), focus) << "the focus stays where one writes";
}

TEST(Spoken, the_same_sentence_twice_is_spoken_twice) {
    Ear app;
    app.listen();
    for (int i = 0; i < 20; ++i) {
        QMetaObject::invokeMethod(app.item("SpokenNotes"), "say",
                                  Q_ARG(QVariant, QStringLiteral("again")));
    }
    EXPECT_EQ(app.heard.count("again"), 20);
}

TEST(Spoken, several_arrivals_are_a_number) {
    Ear app;
    app.listen();
    app.world.chat.set_window_active(true);
    for (const char* text : {"four", "five", "six"}) app.world.say("ada", "#garden", text);
    EXPECT_TRUE(app.hears("3 messages"));
}

TEST(Spoken, a_message_that_has_the_focus_says_so_and_what_it_is) {
    Ear app;
    app.press(Qt::Key_F6);
    app.press(Qt::Key_Up);
    QAccessibleInterface* const node =
        QAccessible::queryAccessibleInterface(app.window->activeFocusItem());
    ASSERT_NE(node, nullptr);
    EXPECT_EQ(node->role(), QAccessible::ListItem);
    EXPECT_TRUE(node->state().focused);
    EXPECT_TRUE(AccessibleTree::name_of(node).endsWith(", two"));
    EXPECT_TRUE(
        AccessibleTree::actions_of(node).contains(QAccessibleActionInterface::pressAction()));
    node->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return app.tree().find(QAccessible::MenuItem, "Mention ada") != nullptr; }));
}

TEST(Spoken, what_is_copied_and_what_the_arrows_mark_is_told) {
    Ear app;
    app.listen();
    app.press(Qt::Key_F6);
    app.press(Qt::Key_C);
    EXPECT_EQ(app.heard.size(), 1);
    QMetaObject::invokeMethod(app.item("ChatPage"), "jump");
    ASSERT_TRUE(QTest::qWaitFor([&] { return app.tree().focus_name().startsWith("Jump to"); }));
    app.press(Qt::Key_Down);
    EXPECT_EQ(app.heard.last(), "#roses");
}

// Goes on with Tab until it comes round.
QString tab_order(const QmlWindow& app) {
    QStringList names;
    const AccessibleTree tree(app.window);
    const QQuickItem* const from = app.window->activeFocusItem();
    do {
        names << tree.focus_name();
        QTest::keyClick(app.window, Qt::Key_Tab);
        app.settle();
    } while (app.window->activeFocusItem() != from && names.size() < 40);
    return names.join(" | ");
}

TEST(TabOrder, of_the_rooms) {
    Ear app;
    EXPECT_EQ(tab_order(app).replace(QRegularExpression("ada, [0-9:]+, "), "ada: ").toStdString(),
              "Message in #garden | ada | Join a room | Jump to… | #garden | Settings | Members | "
              "More about this room | ada: three");
}

TEST(TabOrder, of_the_first_screen) {
    QmlWindow app(QSize(800, 900));
    app.load_main();
    app.window->requestActivate();
    ASSERT_TRUE(QTest::qWaitForWindowActive(app.window));
    app.settle();
    // A password has no name of its own in Qt 6.4: what is around it has.
    EXPECT_EQ(tab_order(app).toStdString(),
              "Your nick | Guest |  | Show the password | Server | Port | Encrypted (TLS)");
}

TEST(TabOrder, of_the_dialogs) {
    const std::pair<const char*, const char*> orders[]{
        {"join", "Name or subject | Close"},
        {"jump", "Jump to a room or a person"},
        {"showKeys", "F6 · Shift+F6: Next or previous part of the window | Close"}};
    for (const auto& [opens, order] : orders) {
        Ear app;
        QMetaObject::invokeMethod(app.item("ChatPage"), opens);
        const QString first = QString::fromUtf8(order).section(" | ", 0, 0);
        ASSERT_TRUE(QTest::qWaitFor([&] { return app.tree().focus_name() == first; })) << opens;
        EXPECT_EQ(tab_order(app).toStdString(), order);
    }
}

}  // namespace
}  // namespace brusio::ui
