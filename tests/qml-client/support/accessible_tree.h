#pragma once

#include <QtCore/QStringList>
#include <QtGui/QAccessible>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <functional>

namespace brusio::ui::test {

/// The window as a screen reader gets it, asked in this process.
class AccessibleTree {
 public:
    explicit AccessibleTree(QQuickWindow* window) : window_(window) {
        QAccessible::setActive(true);
    }

    /// Calls `visit` for all that can be seen, parents first.
    void each(const std::function<void(QAccessibleInterface*)>& visit) const {
        walk(QAccessible::queryAccessibleInterface(window_), visit);
    }
    /// The first of this role whose name begins so; null if there is none.
    [[nodiscard]] QAccessibleInterface* find(QAccessible::Role role, const QString& name) const {
        QAccessibleInterface* found = nullptr;
        each([&](QAccessibleInterface* node) {
            const bool fits = node->role() == role && name_of(node).startsWith(name);
            if (fits && found == nullptr) found = node;
        });
        return found;
    }
    /// Names of the children that can be seen, in their order.
    [[nodiscard]] static QStringList children_of(QAccessibleInterface* node) {
        QStringList names;
        for (int i = 0; i < node->childCount(); ++i) {
            if (!node->child(i)->state().invisible) names << name_of(node->child(i));
        }
        return names;
    }
    [[nodiscard]] static QString name_of(QAccessibleInterface* node) {
        return node->text(QAccessible::Name);
    }
    [[nodiscard]] static QStringList actions_of(QAccessibleInterface* node) {
        QAccessibleActionInterface* const actions = node->actionInterface();
        return actions == nullptr ? QStringList() : actions->actionNames();
    }
    /// What the thing that has the focus is called, as it would be spoken.
    [[nodiscard]] QString focus_name() const {
        QAccessibleInterface* const node =
            QAccessible::queryAccessibleInterface(window_->activeFocusItem());
        return node == nullptr ? QString() : name_of(node);
    }

 private:
    static void walk(QAccessibleInterface* node,
                     const std::function<void(QAccessibleInterface*)>& visit) {
        if (node == nullptr || node->state().invisible) return;
        visit(node);
        for (int i = 0; i < node->childCount(); ++i) walk(node->child(i), visit);
    }
    QQuickWindow* window_;
};

}  // namespace brusio::ui::test
