#pragma once

#include <QtCore/QString>

#include "core/client/client_error.h"

namespace brusio::ui {

/// One entry of the error catalogue, in words: what happened, what to do, and the server's or the
/// system's own words ("" if there are none).
struct ProblemText {
    QString title;
    QString advice;
    QString detail;
};

/// `connection` keeps us from getting in or being in; `room` concerns one thing we asked for.
enum class ProblemPlace { connection, room };

/// The words for an error, in the language of now.
[[nodiscard]] ProblemText problem_text(const client::ClientError& error);

/// Where the error belongs.
[[nodiscard]] ProblemPlace place_of(client::ErrorKind kind);

/// Whether trying again by itself cannot help: another nick or password is needed, a
/// certificate is to be judged, or we are banned.
[[nodiscard]] bool needs_the_user(client::ErrorKind kind);

}  // namespace brusio::ui
