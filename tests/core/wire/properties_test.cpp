// Properties of the wire that must hold for every input, drawn by RapidCheck.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "core/wire/framer.h"
#include "core/wire/line.h"
#include "core/wire/line_writer.h"
#include "core/wire/mode_text.h"
#include "core/wire/plain_framer.h"
#include "core/wire/source.h"
#include "core/wire/tags.h"
#include "core/wire/time_text.h"
#include "core/wire/utf8.h"

namespace brusio::wire {
namespace {

using rc::gen::arbitrary;
using rc::gen::container;
using rc::gen::element;
using rc::gen::inRange;
using Texts = std::vector<std::string>;

/// Any bytes, those with a meaning more often than others.
rc::Gen<std::string> wild_text() {
    return container<std::string>(rc::gen::oneOf(
        arbitrary<char>(), element('\r', '\n', '\0', ' ', ':', '@', ';', '=', '\\', '+', ',', '!'),
        element('\xC3', '\xA9', '\xE2', '\x82', '\xAC', '\xF0', '\x9F'), inRange('a', 'z')));
}

/// What may stand as a middle parameter.
rc::Gen<std::string> word() {
    return rc::gen::nonEmpty(container<std::string>(inRange('!', '\x7F')));
}

rc::Gen<std::string> middle() {
    return rc::gen::suchThat(word(), [](const std::string& text) { return text[0] != ':'; });
}

/// `text` cut into chunks at places drawn by the test.
Texts chunks_of(const std::string& text) {
    Texts chunks;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto size = std::min(*inRange<std::size_t>(1, 40), text.size() - at);
        chunks.push_back(text.substr(at, size));
        at += size;
    }
    return chunks;
}

std::string told(const FramedLine& line) {
    return line.error == FrameError::none ? "=" + std::string{line.text}
                                          : "!" + std::to_string(static_cast<int>(line.error));
}

Texts frame(const Texts& chunks, FramerLimits limits) {
    LineFramer framer{limits};
    Texts lines;
    for (const std::string& chunk : chunks) {
        framer.feed(chunk);
        while (const auto line = framer.next()) lines.push_back(told(*line));
    }
    return lines;
}

RC_GTEST_PROP(FramerProperty, lines_do_not_depend_on_how_the_stream_is_cut, ()) {
    const std::string stream = *rc::gen::resize(400, wild_text());
    const FramerLimits limits{static_cast<std::uint32_t>(*inRange(1, 30)),
                              static_cast<std::uint32_t>(*inRange(3, 40))};
    RC_ASSERT(frame(chunks_of(stream), limits) == frame({stream}, limits));
}

RC_GTEST_PROP(FramerProperty, pausing_anywhere_changes_no_line, ()) {
    const std::string stream = *rc::gen::resize(300, wild_text());
    const FramerLimits limits{20, 30};
    LineFramer framer{limits};
    Texts lines;
    for (const std::string& chunk : chunks_of(stream)) {
        std::string lent = chunk;
        framer.feed(lent);
        for (int reads = *inRange(0, 3); reads > 0; --reads) {
            if (const auto line = framer.next()) lines.push_back(told(*line));
        }
        framer.keep();
        lent.assign(lent.size(), '?');
    }
    while (const auto line = framer.next()) lines.push_back(told(*line));
    RC_ASSERT(lines == frame({stream}, limits));
}

RC_GTEST_PROP(FramerProperty, a_line_is_within_its_limits_and_holds_no_end, ()) {
    const std::string stream = *rc::gen::resize(400, wild_text());
    const FramerLimits limits{20, 30};
    for (const std::string& line : frame({stream}, limits)) {
        RC_ASSERT(line.size() <= 1 + 20 + 28);
        RC_ASSERT(line.size() > 1);
        RC_ASSERT(line.find_first_of(std::string_view{"\r\n\0", 3}) == std::string::npos);
    }
}

RC_GTEST_PROP(FramerProperty, holds_no_more_than_one_line, ()) {
    LineFramer framer{{20, 30}};
    for (const std::string& chunk : chunks_of(*rc::gen::resize(400, wild_text()))) {
        framer.feed(chunk);
        while (framer.next()) {
        }
        RC_ASSERT(framer.held_bytes() <= 20U + 28U);
    }
}

RC_GTEST_PROP(PlainFramerProperty, no_byte_is_lost_and_the_cap_holds, ()) {
    const std::string stream = *rc::gen::resize(300, wild_text());
    const auto bytes_max = static_cast<std::size_t>(*inRange(4, 30));
    PlainFramer framer{bytes_max};
    std::string joined;
    const auto gather = [&](std::optional<std::string_view> text) {
        RC_ASSERT(text->size() <= bytes_max);
        RC_ASSERT(!text->empty());
        joined += *text;
    };
    for (const std::string& chunk : chunks_of(stream)) {
        framer.feed(chunk);
        while (const auto text = framer.next()) gather(text);
        RC_ASSERT(framer.held_bytes() <= bytes_max);
        if (*arbitrary<bool>()) {
            if (const auto text = framer.flush()) gather(text);
        }
    }
    while (framer.pending()) gather(framer.flush());
    std::string expected = stream;
    std::erase_if(expected, [](char c) { return c == '\r' || c == '\n'; });
    RC_ASSERT(joined == expected);
}

RC_GTEST_PROP(LineProperty, any_text_is_parsed_or_refused, ()) {
    const std::string text = *wild_text();
    const auto line = parse_line(text);
    if (!line) return;
    RC_ASSERT(!line->command.empty());
    RC_ASSERT(line->command.find(' ') == std::string_view::npos);
    RC_ASSERT(line->params_count <= 15U);
    for (std::size_t i = 0; i + 1 < line->params_count; ++i) {
        RC_ASSERT(!line->param(i).empty());
        RC_ASSERT(line->param(i).front() != ':');
        RC_ASSERT(line->param(i).find(' ') == std::string_view::npos);
    }
}

RC_GTEST_PROP(LineProperty, what_is_written_is_read_back, ()) {
    const std::string value = *wild_text();
    const std::string source = *word();
    const std::string command = *middle();
    const Texts middles = *rc::gen::resize(14, container<Texts>(rc::gen::resize(20, middle())));
    const std::string last = *container<std::string>(inRange(' ', '\x7F'));
    RC_PRE(command[0] != '@' && middles.size() <= 14);

    std::string out;
    LineWriter writer{out};
    writer.tag("k", value).source(source).command(command);
    for (const std::string& text : middles) writer.param(text);
    RC_PRE(writer.trailing(last).end() == LineEnd::whole);

    const auto line = parse_line(std::string_view{out}.substr(0, out.size() - 2));
    RC_ASSERT(line.ok());
    std::string carried = value;
    std::erase(carried, '\0');
    RC_ASSERT(unescape_tag_value(find_tag(line->tags, "k").value()) == carried);
    RC_ASSERT(line->source == source);
    RC_ASSERT(line->command == command);
    RC_ASSERT(line->params_count == middles.size() + 1);
    for (std::size_t i = 0; i < middles.size(); ++i) RC_ASSERT(line->param(i) == middles[i]);
    RC_ASSERT(line->param(middles.size()) == last);
}

RC_GTEST_PROP(LineWriterProperty, whatever_is_written_is_one_line_within_the_limit, ()) {
    std::string out;
    LineWriter writer{out};
    const std::string size = std::string(static_cast<std::size_t>(*inRange(0, 600)), 'x');
    writer.tag("k", *wild_text()).tags(*wild_text());
    writer.source(*rc::gen::nonEmpty(wild_text())).command(*rc::gen::nonEmpty(wild_text()));
    writer.param(*wild_text()).param(*wild_text()).trailing(size + *wild_text());
    const bool added = writer.try_item(*wild_text(), ' ');
    const LineEnd end = writer.end();
    RC_ASSERT(!added || end == LineEnd::whole);
    RC_ASSERT(out.ends_with("\r\n"));
    const std::string_view body = std::string_view{out}.substr(0, out.size() - 2);
    RC_ASSERT(body.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos);
    RC_ASSERT(out.size() - (out.find(' ') + 1) <= 512U);
    RC_ASSERT(frame({out}, lines_from_servers) == Texts{"=" + std::string{body}});
}

RC_GTEST_PROP(LineWriterProperty, a_cut_leaves_valid_utf8_valid, ()) {
    const Texts letters =
        *rc::gen::resize(400, container<Texts>(element<std::string>("a", "\xC3\xA9", "\xE2\x82\xAC",
                                                                    "\xF0\x9F\x90\x9D")));
    std::string text(static_cast<std::size_t>(*inRange(450, 510)), 'x');
    for (const std::string& letter : letters) text += letter;
    std::string out;
    LineWriter{out}.command("A").trailing(text).end();
    RC_ASSERT(valid_utf8(out));
    RC_ASSERT(out.size() <= 512U);
    RC_ASSERT(out.size() >= std::min<std::size_t>(text.size() + 5, 512 - 3));
}

RC_GTEST_PROP(TagProperty, relayed_tags_are_the_last_client_tag_of_each_key, ()) {
    const Texts parts = *container<Texts>(
        element<std::string>("+a=1", "+a=2", "+b", "+c=x", "a=3", "time=9", "", "+", "+=2"));
    std::string tags;
    for (const std::string& part : parts) tags += part + ";";
    const std::string relayed = client_only_tags(tags);
    for (const auto* key : {"+a", "+b", "+c", "+"}) {
        RC_ASSERT(find_tag(relayed, key) == find_tag(tags, key));
    }
    RC_ASSERT(find_tag(relayed, "a") == std::nullopt);
    RC_ASSERT(client_only_tags(relayed) == relayed);
}

RC_GTEST_PROP(TimeProperty, every_time_of_ten_thousand_years_is_read_back, ()) {
    const WallTime at{*inRange<std::int64_t>(-62'167'219'200'000, 253'402'300'800'000)};
    const auto read = parse_time(time_text(at).view());
    RC_ASSERT(read.ok());
    RC_ASSERT(read.value() == at);
}

RC_GTEST_PROP(Utf8Property, a_cut_is_the_longest_that_is_whole, ()) {
    const std::string text = *wild_text();
    const auto most = static_cast<std::size_t>(*inRange(0, 60));
    const std::size_t cut = utf8_cut(text, most);
    RC_ASSERT(cut <= most);
    RC_ASSERT(cut + 3 >= std::min(most, text.size()));
    if (valid_utf8(text)) {
        RC_ASSERT(valid_utf8(std::string_view{text}.substr(0, cut)));
        const std::size_t next = cut + decode_utf8(std::string_view{text}.substr(cut)).bytes;
        RC_ASSERT(cut == text.size() || next > most);
    }
}

RC_GTEST_PROP(ModeProperty, compressing_keeps_every_change_in_order, ()) {
    const ModeSyntax syntax{"beI", "k", "l", "imnst", "ohv"};
    const std::string letters =
        *container<std::string>(element('+', '-', 'b', 'k', 'l', 'i', 't', 'o', 'v', 'Z'));
    const Texts arguments = *rc::gen::resize(14, container<Texts>(middle()));
    std::vector<std::string_view> params{letters};
    params.insert(params.end(), arguments.begin(), arguments.end());
    std::vector<ModeChange> changes = parse_mode_changes(syntax, params);
    std::erase_if(changes, [](const ModeChange& c) { return c.request != ModeRequest::change; });
    std::vector<ModeChange> again;
    for (const ModeText& text : mode_texts(changes, {3, 60})) {
        RC_ASSERT(text.arguments.size() <= 3U);
        std::vector<std::string_view> line{text.letters};
        line.insert(line.end(), text.arguments.begin(), text.arguments.end());
        for (const ModeChange& change : parse_mode_changes(syntax, line)) again.push_back(change);
    }
    RC_ASSERT(again == changes);
}

}  // namespace
}  // namespace brusio::wire
