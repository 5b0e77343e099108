#include <algorithm>
#include <string>
#include <vector>

#include "core/session/commands/commands.h"
#include "core/session/help_texts.h"
#include "core/session/line_budget.h"
#include "core/session/numeric_draft.h"
#include "core/session/packed_text.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

/// Cuts a sentence into lines at its spaces.
std::vector<std::string> wrapped(std::string_view text) {
    constexpr std::size_t columns = 72;
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        words.push_back(text.substr(0, space));
        text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    }
    std::vector<std::string> lines;
    send_packed(words, columns, ' ', [&](const std::string& line) { lines.push_back(line); });
    return lines;
}

/// A title, an empty line, the text; the last line ends the reply (Modern IRC, HELP message).
void send_help(CommandContext& context, std::string_view subject, std::string_view title,
               const std::vector<std::string>& lines) {
    const auto send = [&](Numeric numeric, std::string_view text) {
        Draft draft = numeric_draft(context.stage, numeric);
        context.replies().add(draft.add(subject).text(text));
    };
    send(Numeric::rpl_helpstart, title);
    send(Numeric::rpl_helptxt, {});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool last = i + 1 == lines.size();
        send(last ? Numeric::rpl_endofhelp : Numeric::rpl_helptxt, lines[i]);
    }
}

void send_overview(CommandContext& context) {
    std::string commands;
    for (const HelpText& row : help_texts()) {
        commands += commands.empty() ? "" : " ";
        commands += row.subject;
    }
    std::vector<std::string> lines = wrapped(commands);
    lines.emplace_back("HELP <command> explains one of them.");
    send_help(context, "*", "The commands of this server", lines);
}

/// ERR_HELPNOTFOUND: the subject as it was asked for, or "*" if it cannot stand there.
Outcome not_found(std::string_view subject) {
    const bool fits = subject.front() != ':' && subject.find(' ') == std::string_view::npos;
    return Reply::of(Numeric::err_helpnotfound, {fits ? std::string{subject} : "*"});
}

}  // namespace

Outcome help(CommandContext& context) {
    const std::string_view subject = context.param(0);
    if (subject.empty()) {
        send_overview(context);
        return done;
    }
    const auto texts = help_texts();
    const auto row = std::find_if(texts.begin(), texts.end(), [&](const HelpText& text) {
        return wire::names_equal(text.subject, subject);
    });
    if (row == texts.end()) return not_found(subject);
    send_help(context, row->subject, row->usage, wrapped(row->text));
    return done;
}

}  // namespace brusio::session::commands
