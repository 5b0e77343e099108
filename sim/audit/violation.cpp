#include "sim/audit/violation.h"

#include <utility>

namespace brusio::sim {

namespace {

std::string place(const EventRef& event) {
    const std::int64_t us = event.at.since_origin.count() / 1'000;
    std::string fraction = std::to_string(us % 1'000'000);
    fraction.insert(0, 6 - fraction.size(), '0');
    return "event " + std::to_string(event.number) + " at " + std::to_string(us / 1'000'000) + "." +
           fraction + "s";
}

}  // namespace

std::string to_text(const Violation& violation) {
    std::string out{violation.oracle};
    out += " violated, " + place(violation.at) + ": " + violation.what + "\n";
    for (const Cause* cause : {&violation.first, &violation.second}) {
        out += "    " + place(cause->event) + ": " + cause->what + "\n";
    }
    return out;
}

void Findings::add(std::string_view oracle, std::string what, Cause first, Cause second) {
    ++count_;
    if (all_.size() == kept_max) return;
    all_.push_back(Violation{oracle, std::move(what), here(), std::move(first), std::move(second)});
}

}  // namespace brusio::sim
