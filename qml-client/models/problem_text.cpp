#include "qml-client/models/problem_text.h"

#include <QtCore/QCoreApplication>
#include <array>

#include "core/base/assert.h"

namespace brusio::ui {

namespace {

using client::ErrorKind;

struct Entry {
    ErrorKind kind;
    const char* title;  // %1 is what it is about
    const char* advice;
};

constexpr std::array<Entry, 43> catalogue{{
    {ErrorKind::host_not_found, QT_TRANSLATE_NOOP("ProblemText", "No server has this name"),
     QT_TRANSLATE_NOOP("ProblemText", "Check the spelling of the server's name.")},
    {ErrorKind::connection_refused,
     QT_TRANSLATE_NOOP("ProblemText", "The server does not answer on this port"),
     QT_TRANSLATE_NOOP("ProblemText", "Check the port, or ask whether the server is running.")},
    {ErrorKind::network_unreachable, QT_TRANSLATE_NOOP("ProblemText", "There is no network"),
     QT_TRANSLATE_NOOP("ProblemText", "Check your connection; we keep trying.")},
    {ErrorKind::timed_out, QT_TRANSLATE_NOOP("ProblemText", "The server took too long to answer"),
     QT_TRANSLATE_NOOP("ProblemText", "It may be busy or unreachable; we keep trying.")},
    {ErrorKind::connection_lost, QT_TRANSLATE_NOOP("ProblemText", "The connection broke"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "We connect again by ourselves; what you write meanwhile waits.")},
    {ErrorKind::closed_by_server,
     QT_TRANSLATE_NOOP("ProblemText", "The server ended the connection"),
     QT_TRANSLATE_NOOP("ProblemText", "Its reason stands below.")},
    {ErrorKind::tls_untrusted,
     QT_TRANSLATE_NOOP("ProblemText", "The server's certificate is not trusted"),
     QT_TRANSLATE_NOOP("ProblemText", "Do not go on unless its administrator tells you why.")},
    {ErrorKind::tls_expired,
     QT_TRANSLATE_NOOP("ProblemText", "The server's certificate has expired"),
     QT_TRANSLATE_NOOP("ProblemText", "Check your clock, or tell the administrator.")},
    {ErrorKind::tls_host_mismatch,
     QT_TRANSLATE_NOOP("ProblemText", "The certificate belongs to another server"),
     QT_TRANSLATE_NOOP("ProblemText", "Check the server's name.")},
    {ErrorKind::tls_failed, QT_TRANSLATE_NOOP("ProblemText", "No secure connection could be made"),
     QT_TRANSLATE_NOOP("ProblemText", "Check that this port speaks TLS.")},
    {ErrorKind::nick_in_use, QT_TRANSLATE_NOOP("ProblemText", "The nick %1 is taken"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Choose another one, for example with a number or _ at its end.")},
    {ErrorKind::nick_invalid,
     QT_TRANSLATE_NOOP("ProblemText", "The server does not accept the nick %1"),
     QT_TRANSLATE_NOOP("ProblemText", "Use letters, digits, - and _, and start with a letter.")},
    {ErrorKind::nick_unavailable, QT_TRANSLATE_NOOP("ProblemText", "The nick %1 is not available"),
     QT_TRANSLATE_NOOP("ProblemText", "Choose another one, or try again later.")},
    {ErrorKind::wrong_password, QT_TRANSLATE_NOOP("ProblemText", "The password is wrong"),
     QT_TRANSLATE_NOOP("ProblemText", "Type the server's password again.")},
    {ErrorKind::login_needs_privacy,
     QT_TRANSLATE_NOOP("ProblemText", "Your account's password would travel in the open"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Choose an encrypted connection (TLS), or go in without an account.")},
    {ErrorKind::login_not_offered,
     QT_TRANSLATE_NOOP("ProblemText", "This server offers no accounts that we can use"),
     QT_TRANSLATE_NOOP("ProblemText", "Go in without an account.")},
    {ErrorKind::login_refused,
     QT_TRANSLATE_NOOP("ProblemText", "The server does not let %1 log in"),
     QT_TRANSLATE_NOOP("ProblemText", "Check the account's name and type its password again.")},
    {ErrorKind::account_exists, QT_TRANSLATE_NOOP("ProblemText", "The name %1 is taken"),
     QT_TRANSLATE_NOOP("ProblemText", "If it is yours, log in; else choose another one.")},
    {ErrorKind::account_password_poor,
     QT_TRANSLATE_NOOP("ProblemText", "The server does not accept this password"),
     QT_TRANSLATE_NOOP("ProblemText", "Choose another one: long, and not your name.")},
    {ErrorKind::account_needs_code,
     QT_TRANSLATE_NOOP("ProblemText", "The account %1 has to be confirmed"),
     QT_TRANSLATE_NOOP("ProblemText", "Do what the server says, then log in.")},
    {ErrorKind::account_not_made,
     QT_TRANSLATE_NOOP("ProblemText", "The account %1 was not registered"),
     QT_TRANSLATE_NOOP("ProblemText", "The server's reason stands below.")},
    {ErrorKind::banned_from_server,
     QT_TRANSLATE_NOOP("ProblemText", "You are banned from this server"),
     QT_TRANSLATE_NOOP("ProblemText", "Only its administrators can change that.")},
    {ErrorKind::registration_refused,
     QT_TRANSLATE_NOOP("ProblemText", "The server did not let you in"),
     QT_TRANSLATE_NOOP("ProblemText", "Its reason stands below.")},
    {ErrorKind::room_needs_key, QT_TRANSLATE_NOOP("ProblemText", "%1 needs a key"),
     QT_TRANSLATE_NOOP("ProblemText", "Write /join %1 and the key.")},
    {ErrorKind::room_needs_invite, QT_TRANSLATE_NOOP("ProblemText", "%1 is by invitation only"),
     QT_TRANSLATE_NOOP("ProblemText", "Ask somebody inside to invite you.")},
    {ErrorKind::room_is_full, QT_TRANSLATE_NOOP("ProblemText", "%1 is full"),
     QT_TRANSLATE_NOOP("ProblemText", "Try again later.")},
    {ErrorKind::room_bans_us, QT_TRANSLATE_NOOP("ProblemText", "You are banned from %1"),
     QT_TRANSLATE_NOOP("ProblemText", "Its operators can lift the ban.")},
    {ErrorKind::room_needs_account, QT_TRANSLATE_NOOP("ProblemText", "%1 is for registered people"),
     QT_TRANSLATE_NOOP("ProblemText", "Log in to an account first.")},
    {ErrorKind::room_unknown, QT_TRANSLATE_NOOP("ProblemText", "There is no room %1"),
     QT_TRANSLATE_NOOP("ProblemText", "Check its name.")},
    {ErrorKind::room_name_invalid, QT_TRANSLATE_NOOP("ProblemText", "No room can be called %1"),
     QT_TRANSLATE_NOOP("ProblemText", "A room's name starts with # and has no blanks or commas.")},
    {ErrorKind::too_many_rooms, QT_TRANSLATE_NOOP("ProblemText", "You are in too many rooms"),
     QT_TRANSLATE_NOOP("ProblemText", "Leave one first.")},
    {ErrorKind::not_in_room, QT_TRANSLATE_NOOP("ProblemText", "You are not in %1"),
     QT_TRANSLATE_NOOP("ProblemText", "Join it first.")},
    {ErrorKind::not_operator, QT_TRANSLATE_NOOP("ProblemText", "Only operators of %1 may do this"),
     QT_TRANSLATE_NOOP("ProblemText", "Ask one of them.")},
    {ErrorKind::user_not_in_room, QT_TRANSLATE_NOOP("ProblemText", "%1 is not in this room"),
     QT_TRANSLATE_NOOP("ProblemText", "Check the nick.")},
    {ErrorKind::user_already_in_room, QT_TRANSLATE_NOOP("ProblemText", "%1 is here already"), ""},
    {ErrorKind::nobody_there, QT_TRANSLATE_NOOP("ProblemText", "Nobody is called %1 here"),
     QT_TRANSLATE_NOOP("ProblemText", "Check the nick; they may have left.")},
    {ErrorKind::cannot_send, QT_TRANSLATE_NOOP("ProblemText", "You may not write in %1"),
     QT_TRANSLATE_NOOP("ProblemText", "The room is moderated or keeps you silent.")},
    {ErrorKind::message_too_long, QT_TRANSLATE_NOOP("ProblemText", "The message is too long"),
     QT_TRANSLATE_NOOP("ProblemText", "Send it in parts.")},
    {ErrorKind::rate_limited, QT_TRANSLATE_NOOP("ProblemText", "Too fast for the server"),
     QT_TRANSLATE_NOOP("ProblemText", "Wait a moment and try again.")},
    {ErrorKind::command_unknown, QT_TRANSLATE_NOOP("ProblemText", "The server does not know %1"),
     ""},
    {ErrorKind::command_malformed,
     QT_TRANSLATE_NOOP("ProblemText", "The server did not understand %1"), ""},
    {ErrorKind::permission_denied, QT_TRANSLATE_NOOP("ProblemText", "You may not do this"), ""},
    {ErrorKind::refused, QT_TRANSLATE_NOOP("ProblemText", "The server refused"), ""},
}};

QString translated(const char* text) {
    return text[0] == '\0' ? QString() : QCoreApplication::translate("ProblemText", text);
}

}  // namespace

ProblemText problem_text(const client::ClientError& error) {
    const auto& entry = catalogue[static_cast<std::size_t>(error.kind)];
    BRUSIO_ASSERT(entry.kind == error.kind);
    const QString subject = QString::fromStdString(error.subject);
    const auto with_subject = [&](QString text) {
        return text.replace(QStringLiteral("%1"), subject).simplified();
    };
    QString detail = QString::fromStdString(error.text);
    if (!error.code.empty() && !detail.isEmpty()) {
        detail += QStringLiteral(" (%1)").arg(QString::fromStdString(error.code));
    }
    return {with_subject(translated(entry.title)), with_subject(translated(entry.advice)), detail};
}

ProblemPlace place_of(client::ErrorKind kind) {
    return kind <= ErrorKind::registration_refused ? ProblemPlace::connection : ProblemPlace::room;
}

bool needs_the_user(client::ErrorKind kind) {
    const bool of_certificate =
        kind >= ErrorKind::tls_untrusted && kind <= ErrorKind::tls_host_mismatch;
    return of_certificate ||
           (kind >= ErrorKind::nick_in_use && kind <= ErrorKind::registration_refused);
}

}  // namespace brusio::ui
