#include "sim/people/phrases.h"

#include <array>
#include <string_view>

#include "core/base/keyed_random.h"
#include "sim/time/distribution.h"

namespace brusio::sim {

namespace {

constexpr std::array<std::string_view, 48> words{"ciao",
                                                 "hello",
                                                 "yes",
                                                 "no",
                                                 "maybe",
                                                 "why",
                                                 "not",
                                                 "because",
                                                 "train",
                                                 "coffee",
                                                 "caff\xC3\xA8",
                                                 "lunch",
                                                 "build",
                                                 "green",
                                                 "broken",
                                                 "again",
                                                 "tomorrow",
                                                 "today",
                                                 "perch\xC3\xA9",
                                                 "late",
                                                 "soon",
                                                 "bug",
                                                 "fix",
                                                 "patch",
                                                 "release",
                                                 "please",
                                                 "thanks",
                                                 "grazie",
                                                 "prego",
                                                 "docs",
                                                 "tests",
                                                 "pass",
                                                 "fail",
                                                 "\xE2\x9C\x93",
                                                 "\xF0\x9F\x8E\x89",
                                                 "weather",
                                                 "rain",
                                                 "sun",
                                                 "holiday",
                                                 "garden",
                                                 "bicycle",
                                                 "music",
                                                 "concert",
                                                 "ticket",
                                                 "queue",
                                                 "lost",
                                                 "found",
                                                 "what?"};

constexpr std::array<std::string_view, 16> first_names{
    "ada", "bea", "carlo", "dana", "elio", "fay",  "gina", "hugo",
    "ida", "jan", "kira",  "lino", "mara", "nino", "ota",  "pia"};

}  // namespace

std::string sentence(std::uint64_t bits) {
    const std::uint64_t count = heavy_tail(bits, 2, 40);
    std::string text;
    for (std::uint64_t i = 0; i < count; ++i) {
        bits = mix64(bits + i);
        if (i > 0) text += ' ';
        text += words[static_cast<std::size_t>(uniform(bits, 0, words.size() - 1))];
    }
    return text;
}

std::string nick_for(std::uint32_t index) {
    return std::string{first_names[index % first_names.size()]} + std::to_string(index);
}

}  // namespace brusio::sim
