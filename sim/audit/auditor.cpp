#include "sim/audit/auditor.h"

#include <string>
#include <utility>

#include "core/base/assert.h"

namespace brusio::sim {

Observer* Auditor::find(LinkId link) {
    if (link.slot() >= clients_.size() || clients_[link.slot()].link != link) return nullptr;
    return clients_[link.slot()].observer.get();
}

void Auditor::client_opened(LinkId link, LinkKind kind, std::string_view who) {
    if (clients_.size() <= link.slot()) clients_.resize(link.slot() + 1);
    Client& client = clients_[link.slot()];
    BRUSIO_ASSERT(client.observer == nullptr);
    client.link = link;
    client.partial.clear();
    client.observer = std::make_unique<Observer>(
        AuditParts{findings_, names_, reader_, sent_, server_}, link, kind, who);
    plain_seen_ = plain_seen_ || kind == LinkKind::plain;
}

void Auditor::client_read(LinkId link, std::string_view bytes) {
    if (Observer* observer = find(link); observer != nullptr) observer->read(bytes);
}

void Auditor::client_ended(LinkId link) {
    Observer* observer = find(link);
    if (observer == nullptr) return;
    seen_by_gone_ += observer->messages_seen();
    sent_.excuse(link);
    if (const auto nick = observer->nick()) sent_.excuse_to(*nick);
    clients_[link.slot()].observer.reset();
}

void Auditor::client_wrote(LinkId link, std::string_view bytes) {
    if (find(link) == nullptr) return;
    std::string& partial = clients_[link.slot()].partial;
    if (!partial.empty()) {
        partial += bytes;
        bytes = partial;
    }
    while (true) {
        const std::size_t end = bytes.find("\r\n");
        if (end == std::string_view::npos) break;
        wrote_line(link, bytes.substr(0, end));
        bytes.remove_prefix(end + 2);
    }
    partial = std::string{bytes};
}

void Auditor::wrote_line(LinkId link, std::string_view text) {
    const TextLine line = read_line(text);
    if (line.command != "PRIVMSG" && line.command != "NOTICE") return;
    std::string_view targets = line.param(0);
    while (!targets.empty()) {
        const std::size_t comma = std::min(targets.find(','), targets.size());
        const NameId target = names_.id_of(targets.substr(0, comma));
        sent_.add(link, target, line.param(1), findings_.here());
        // Somebody who has vanished holds the nick until the server notices.
        const LinkId holder = server_.holder_of(target);
        if (holder && find(holder) == nullptr) sent_.excuse_to(target);
        targets.remove_prefix(std::min(comma + 1, targets.size()));
    }
}

void Auditor::submitted(std::span<const Write> writes) {
    const std::uint64_t batch = ledger_.submitted(writes);
    for (const Write& write : writes) {
        if (const auto* append = std::get_if<AppendMessage>(&write)) {
            server_.submitted(batch, *append);
        }
    }
}

void Auditor::became_durable() { server_.became_durable(ledger_.became_durable()); }

void Auditor::server_started(const Recovered& found) {
    server_.started(ledger_.started(found), found.kept);
}

void Auditor::released(std::span<const Output> outputs) {
    for (const Output& output : outputs) server_.released(output);
}

void Auditor::settle(Weathered weathered) {
    for (const Client& client : clients_) {
        if (client.observer == nullptr) continue;
        client.observer->settle();
        // Plain users are members whom nobody is told of in protocol lines.
        if (!plain_seen_) client.observer->settle_members();
    }
    if (weathered == Weathered::yes) return;
    for (const Sent& sent : sent_.all()) {
        if (sent.fate != Sent::Fate::pending) continue;
        findings_.add("O6", "what was said to " + names_.name(sent.target) + " never arrived",
                      {sent.at, "written by link slot " + std::to_string(sent.from.slot())},
                      {findings_.here(), "all is quiet and it is nowhere"});
        return;
    }
}

void Auditor::harmed(std::string_view who, std::string_view how) {
    findings_.add("O17", std::string{who} + " lost its link though nothing was wrong",
                  {findings_.here(), std::string{how}}, {EventRef{}, "the weather breaks no link"});
}

void Auditor::exceeded(std::string_view oracle, std::string_view what) {
    findings_.add(oracle, std::string{what}, {findings_.here(), "found at the end"},
                  {EventRef{}, "nobody is left"});
}

std::uint64_t Auditor::messages_seen() const {
    std::uint64_t seen = seen_by_gone_;
    for (const Client& client : clients_) {
        if (client.observer != nullptr) seen += client.observer->messages_seen();
    }
    return seen;
}

}  // namespace brusio::sim
