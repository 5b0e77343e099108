#include "qml-client/models/account_desk.h"

#include "qml-client/models/problem_text.h"

namespace brusio::ui {

AccountDesk::AccountDesk(BrainDriver& driver, ClientSettings& settings, ChatFeed& feed,
                         QObject* parent)
    : QObject(parent), driver_(driver), settings_(settings) {
    connect(&feed, &ChatFeed::identityChanged, this, &AccountDesk::changed);
    connect(&feed, &ChatFeed::phaseChanged, this, &AccountDesk::changed);
    connect(&feed, &ChatFeed::registered, this, &AccountDesk::keep);
    connect(&feed, &ChatFeed::accountMade, this, [this] {
        busy_ = false;
        problem_.reset();
        keep();
        emit changed();
        emit made(account());
    });
    connect(&feed, &ChatFeed::accountNotMade, this, [this](const client::ClientError& error) {
        problem_ = error;
        busy_ = false;
        emit changed();
    });
}

QString AccountDesk::account() const { return QString::fromStdString(driver_.client().account()); }

bool AccountDesk::can_register() const { return driver_.client().can_register_account(); }

QString AccountDesk::problem_title() const {
    return problem_ ? problem_text(*problem_).title : QString();
}

QString AccountDesk::problem_advice() const {
    return problem_ ? problem_text(*problem_).advice : QString();
}

QString AccountDesk::problem_detail() const {
    return problem_ ? problem_text(*problem_).detail : QString();
}

void AccountDesk::registerAccount(const QString& name, const QString& email,
                                  const QString& password, bool remember) {
    problem_.reset();
    busy_ = true;
    remember_ = remember;
    emit changed();
    const auto or_star = [](const QString& text) {
        return text.trimmed().isEmpty() ? std::string("*") : text.trimmed().toStdString();
    };
    driver_.act([&](client::Client& brain, Now now) {
        brain.register_account(or_star(name), or_star(email),
                               client::Secret{password.toStdString()}, now);
    });
}

void AccountDesk::forgetProblem() {
    problem_.reset();
    emit changed();
}

// The log-in worked: the next run begins with it.
void AccountDesk::keep() {
    if (account().isEmpty()) return;
    const client::AccountAccess& access = driver_.client().config().account;
    Destination destination = settings_.destination();
    destination.entry = Entry::log_in;
    destination.account = QString::fromStdString(access.name);
    destination.remember = remember_;
    settings_.set_destination(destination);
    settings_.keep_password(remember_ ? QString::fromStdString(access.password.reveal())
                                      : QString());
}

}  // namespace brusio::ui
