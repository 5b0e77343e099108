#include "qml-client/calls/outside_address.h"

#include <utility>

#include "qml-client/models/link_text.h"

namespace brusio::ui {

namespace {

bool same_server(const IrcAddress& address, const Destination& destination) {
    return address.server.host.compare(destination.host, Qt::CaseInsensitive) == 0 &&
           address.server.port == destination.port;
}

Destination destination_of(const IrcAddress& address, const QString& nick) {
    Destination destination;
    destination.host = address.server.host;
    destination.port = address.server.port;
    destination.encrypted = address.server.tls;
    destination.nick = nick;
    return destination;
}

}  // namespace

OutsideAddress::OutsideAddress(const ClientSettings& settings, const ChatFeed& feed,
                               QObject* parent)
    : QObject(parent), settings_(settings), feed_(feed) {}

QString OutsideAddress::server() const {
    if (!address_.is_valid()) return {};
    const QString url = unmistakable(destination_of(address_, {}).url());
    return with_controls_seen(url.section(QStringLiteral("://"), 1));
}

QString OutsideAddress::room() const { return with_controls_seen(address_.target); }

void OutsideAddress::put(Question question, const IrcAddress& address) {
    question_ = question;
    address_ = address;
    emit changed();
}

void OutsideAddress::ask(const QString& text, Standing standing) {
    const IrcAddress address = read_irc_address(text);
    if (!address.is_valid()) return put(Question::NoAddress, {});
    const bool is_here =
        standing == Standing::inside && same_server(address, settings_.destination());
    if (!is_here) return put(Question::Go, address);
    put(Question::Nothing, {});
    if (address.target.isEmpty()) return;  // we are there
    const ConversationView* const view = feed_.find(address.target);
    if (view != nullptr) {
        emit openAgreed(view->name());
    } else {
        put(address.is_person ? Question::Write : Question::Join, address);
    }
}

void OutsideAddress::agree() {
    const Question question = std::exchange(question_, Question::Nothing);
    const IrcAddress address = std::exchange(address_, {});
    emit changed();
    switch (question) {
        case Question::Nothing:
        case Question::NoAddress:
            return;
        case Question::Join:
            emit joinAgreed(address.target);
            return;
        case Question::Write:
            emit writeAgreed(address.target);
            return;
        case Question::Go:
            agreed_ = address;
            emit goAgreed(destination_of(address, settings_.nick()));
    }
}

void OutsideAddress::dismiss() {
    if (question_ != Question::Nothing) put(Question::Nothing, {});
}

QString OutsideAddress::take_room(const Destination& destination) {
    const std::optional<IrcAddress> agreed = std::exchange(agreed_, std::nullopt);
    const bool is_it = agreed && same_server(*agreed, destination) && !agreed->is_person;
    return is_it ? agreed->target : QString();
}

}  // namespace brusio::ui
