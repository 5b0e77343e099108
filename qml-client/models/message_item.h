#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickItem>

namespace brusio::ui {

/// The base of a timeline's delegate: the roles of one row as typed properties, and what a person
/// asks of it as signals, so that the parts of a delegate name one type.
class MessageItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double key MEMBER key_ NOTIFY keyChanged)
    Q_PROPERTY(QString kind MEMBER kind_ NOTIFY kindChanged)
    Q_PROPERTY(QString nick MEMBER nick_ NOTIFY nickChanged)
    Q_PROPERTY(int hue MEMBER hue_ NOTIFY hueChanged)
    Q_PROPERTY(QString bodyText MEMBER body_text_ NOTIFY bodyTextChanged)
    Q_PROPERTY(QString bodyHtml MEMBER body_html_ NOTIFY bodyHtmlChanged)
    Q_PROPERTY(QString timeText MEMBER time_text_ NOTIFY timeTextChanged)
    Q_PROPERTY(QString dayText MEMBER day_text_ NOTIFY dayTextChanged)
    Q_PROPERTY(bool groupHead MEMBER group_head_ NOTIFY groupHeadChanged)
    Q_PROPERTY(bool unreadDivider MEMBER unread_divider_ NOTIFY unreadDividerChanged)
    Q_PROPERTY(bool own MEMBER own_ NOTIFY ownChanged)
    Q_PROPERTY(bool mention MEMBER mention_ NOTIFY mentionChanged)
    Q_PROPERTY(QString delivery MEMBER delivery_ NOTIFY deliveryChanged)
    Q_PROPERTY(QString failure MEMBER failure_ NOTIFY failureChanged)
    Q_PROPERTY(QString spokenText MEMBER spoken_text_ NOTIFY spokenTextChanged)
    Q_PROPERTY(QString dateText MEMBER date_text_ NOTIFY dateTextChanged)
    Q_PROPERTY(bool selected MEMBER selected_ NOTIFY selectedChanged)

 public:
    using QQuickItem::QQuickItem;

 signals:
    void keyChanged();
    void kindChanged();
    void nickChanged();
    void hueChanged();
    void bodyTextChanged();
    void bodyHtmlChanged();
    void timeTextChanged();
    void dayTextChanged();
    void groupHeadChanged();
    void unreadDividerChanged();
    void ownChanged();
    void mentionChanged();
    void deliveryChanged();
    void failureChanged();
    void spokenTextChanged();
    void dateTextChanged();
    void selectedChanged();

    void menuRequested();
    void retryRequested();
    void discardRequested();
    void personRequested();
    void linkRequested(const QString& link);
    /// The pointer is over this link of `body`; "" when it leaves.
    void linkHovered(const QString& link, QQuickItem* body);

 private:
    double key_ = 0;  // a number of QML; keys stay below 2^53
    QString kind_;
    QString nick_;
    int hue_ = 0;
    QString body_text_;
    QString body_html_;
    QString time_text_;
    QString day_text_;
    bool group_head_ = true;
    bool unread_divider_ = false;
    bool own_ = false;
    bool mention_ = false;
    QString delivery_;
    QString failure_;
    QString spoken_text_;
    QString date_text_;
    bool selected_ = false;
};

}  // namespace brusio::ui
