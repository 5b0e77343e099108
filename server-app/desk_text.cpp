#include "server-app/desk_text.h"

#include <array>
#include <utility>

namespace brusio::server {

namespace {

using session::DeskAnswer;
using session::DeskRequest;
using Verb = DeskRequest::Verb;

constexpr std::array verbs{
    std::pair{std::string_view{"list"}, Verb::list},
    std::pair{std::string_view{"info"}, Verb::info},
    std::pair{std::string_view{"add"}, Verb::add},
    std::pair{std::string_view{"password"}, Verb::password},
    std::pair{std::string_view{"suspend"}, Verb::suspend},
    std::pair{std::string_view{"resume"}, Verb::resume},
    std::pair{std::string_view{"delete"}, Verb::remove},
    std::pair{std::string_view{"certs"}, Verb::certs},
};
constexpr std::array request_fields{
    std::pair{std::string_view{"account"}, &DeskRequest::account},
    std::pair{std::string_view{"password"}, &DeskRequest::password},
    std::pair{std::string_view{"email"}, &DeskRequest::email},
    std::pair{std::string_view{"reason"}, &DeskRequest::reason},
    std::pair{std::string_view{"duration"}, &DeskRequest::duration},
};

/// Takes the next line out of `text`; none if there is no whole one.
std::optional<std::string_view> take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::pair<std::string_view, std::string_view> split(std::string_view line) {
    const std::size_t space = line.find(' ');
    if (space == line.npos) return {line, {}};
    return {line.substr(0, space), line.substr(space + 1)};
}

bool set_field(DeskRequest& request, std::string_view name, std::string_view value) {
    if (name == "verb") {
        for (const auto& [word, verb] : verbs) {
            if (word != value) continue;
            request.verb = verb;
            return true;
        }
        return false;
    }
    for (const auto& [word, field] : request_fields) {
        if (word != name) continue;
        request.*field = value;
        return true;
    }
    return false;
}

}  // namespace

std::string desk_request_text(const DeskRequest& request) {
    std::string text;
    for (const auto& [word, verb] : verbs) {
        if (verb == request.verb) text = "verb " + std::string{word} + '\n';
    }
    for (const auto& [name, field] : request_fields) {
        const std::string& value = request.*field;
        if (value.find_first_of(std::string_view{"\n\0", 2}) != value.npos) return {};
        if (!value.empty()) text += std::string{name} + ' ' + value + '\n';
    }
    return text + '\n';
}

std::optional<DeskRequest> parse_desk_request(std::string_view text) {
    DeskRequest request;
    bool has_verb = false;
    while (const auto line = take_line(text)) {
        if (line->empty()) return has_verb && text.empty() ? std::optional{request} : std::nullopt;
        const auto [name, value] = split(*line);
        if (!set_field(request, name, value)) return std::nullopt;
        has_verb = has_verb || name == "verb";
    }
    return std::nullopt;
}

std::string desk_answer_text(const DeskAnswer& answer) {
    std::string text = answer.status == DeskAnswer::Status::carried_out ? "done\n" : "refused\n";
    for (const std::string& line : answer.lines) text += "- " + line + '\n';
    return text + '\n';
}

std::optional<DeskAnswer> parse_desk_answer(std::string_view text) {
    DeskAnswer answer;
    const auto status = take_line(text);
    if (status != "done" && status != "refused") return std::nullopt;
    if (status == "refused") answer.status = DeskAnswer::Status::refused;
    while (const auto line = take_line(text)) {
        if (line->empty()) return answer;
        if (!line->starts_with("- ")) return std::nullopt;
        answer.lines.emplace_back(line->substr(2));
    }
    return std::nullopt;
}

}  // namespace brusio::server
