#include "tests/transcripts/transcript.h"

#include <charconv>
#include <sstream>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio::testing_support {

namespace {

struct Speaker {
    std::string name;
    BenchClient* client;
    bool end_shown = false;
};

class Player {
 public:
    /// False if the line makes no sense.
    bool perform(const std::string& line) {
        if (line.empty() || line.front() == '#') return true;
        if (line.starts_with("! ")) return direct(line.substr(2));
        const std::size_t mark = line.find("> ");
        Speaker* speaker = mark == std::string::npos ? nullptr : find(line.substr(0, mark));
        if (speaker == nullptr) return false;
        speaker->client->send(line.substr(mark + 2));
        return true;
    }

    /// What everybody has received since the last call, in the order in which they came.
    std::string heard() {
        std::string text;
        for (Speaker& speaker : speakers_) {
            for (const std::string& line : speaker.client->take()) {
                text += speaker.name + "< " + line + "\n";
            }
            if (!speaker.client->closed() || speaker.end_shown) continue;
            speaker.end_shown = true;
            text += speaker.name + "< (closed)\n";
        }
        return text;
    }

 private:
    bool direct(const std::string& text) {
        std::istringstream words(text);
        std::string who;
        words >> who;
        if (text == who + " seconds pass") return pass(who, Pings::answered);
        if (text == who + " seconds pass in silence") return pass(who, Pings::ignored);
        if (text == "everybody forgets") {
            bench_.forget_all();
            return true;
        }
        return text.size() > who.size() && act(who, text.substr(who.size() + 1));
    }

    bool pass(const std::string& seconds, Pings pings) {
        int count = 0;
        const auto [end, error] =
            std::from_chars(seconds.data(), seconds.data() + seconds.size(), count);
        if (error != std::errc{} || end != seconds.data() + seconds.size()) return false;
        bench_.advance(std::chrono::seconds{count}, pings);
        return true;
    }

    bool act(const std::string& who, const std::string& deed) {
        const std::string with = "connects with ";
        if (deed == "connects") return add(who, bench_.connect(who));
        if (deed.starts_with(with)) return add(who, bench_.connect(who, deed.substr(with.size())));
        LinkOptions secure;
        secure.secure = true;
        if (deed == "connects securely") return add(who, bench_.connect(who, {}, secure));
        if (deed == "opens") return add(who, bench_.open());
        if (deed == "opens securely") return add(who, bench_.open(secure));
        Speaker* speaker = find(who);
        if (speaker == nullptr) return false;
        if (deed == "becomes operator") {
            bench_.make_operator(*speaker->client);
        } else if (deed == "hangs up") {
            speaker->client->hang_up();
            speaker->end_shown = true;
        } else {
            return false;
        }
        return true;
    }

    bool add(const std::string& name, BenchClient& client) {
        if (Speaker* before = find(name)) {
            *before = {name, &client};
        } else {
            speakers_.push_back({name, &client});
        }
        return true;
    }

    Speaker* find(const std::string& name) {
        for (Speaker& speaker : speakers_) {
            if (speaker.name == name) return &speaker;
        }
        return nullptr;
    }

    EngineBench bench_;
    std::vector<Speaker> speakers_;
};

/// "alice< ..."; a space in front of the '<' makes it something else.
bool is_heard(const std::string& line) {
    const std::size_t mark = line.find("< ");
    return mark != std::string::npos && mark > 0 && line.find(' ') > mark;
}

}  // namespace

std::string play_transcript(std::string_view script) {
    Player player;
    std::string result;
    std::istringstream lines{std::string{script}};
    for (std::string line; std::getline(lines, line);) {
        if (is_heard(line)) continue;
        const bool understood = player.perform(line);
        result += line + (understood ? "\n" : " (not understood)\n");
        result += player.heard();
    }
    return result;
}

}  // namespace brusio::testing_support
