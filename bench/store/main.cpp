// What the store on disk does alone: durable messages a second, pages of a long log, and how long
// it takes to open. The data is made in a folder that is removed afterwards.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "storage/sqlite/sqlite_store.h"

namespace {

using namespace brusio;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::unique_ptr<sqlite::SqliteStore> open_store(const std::string& folder,
                                                std::atomic<unsigned>& wakes) {
    sqlite::SqliteStore::Options options;
    options.folder = folder;
    options.wake = [&wakes] {
        ++wakes;
        wakes.notify_all();
    };
    auto opened = sqlite::SqliteStore::open(std::move(options));
    if (opened) return std::move(opened).value();
    std::fprintf(stderr, "brusio-store-bench: %s\n", opened.error().c_str());
    std::exit(1);
}

/// One store and the messages that go into it, one at a time, as a server's turns would have it.
class Bench {
 public:
    explicit Bench(std::string folder)
        : folder_(std::move(folder)), store_(open_store(folder_, wakes_)) {}

    /// `in_flight` batches of one message each are always under way.
    void send(std::uint64_t count, std::size_t in_flight) {
        std::vector<double> waits;
        std::vector<Clock::time_point> begun(count);
        std::vector<Commit> ended;
        std::uint64_t submitted = 0;
        const std::uint64_t first = batches_ + 1;
        const auto begin = Clock::now();
        while (waits.size() < count) {
            const unsigned seen = wakes_;
            while (submitted < count && submitted - waits.size() < in_flight) {
                begun[submitted++] = Clock::now();
                submit(1);
            }
            ended.clear();
            store_->collect(ended);
            for (const Commit& commit : ended) {
                waits.push_back(ms_since(begun[commit.batch.value - first]));
            }
            if (ended.empty()) wakes_.wait(seen);
        }
        const double seconds = ms_since(begin) / 1'000;
        std::sort(waits.begin(), waits.end());
        std::printf("%6zu in flight: %8.0f durable messages/s, p50 %6.2f ms, p99 %6.2f ms\n",
                    in_flight, static_cast<double>(count) / seconds, waits[count / 2],
                    waits[count * 99 / 100]);
    }

    void fill(std::uint64_t count) {
        constexpr std::uint64_t at_once = 10'000;
        const auto begin = Clock::now();
        for (std::uint64_t done = 0; done < count; done += at_once) {
            submit(at_once);
            std::vector<Commit> ended;
            while (ended.empty()) {
                const unsigned seen = wakes_;
                store_->collect(ended);
                if (ended.empty()) wakes_.wait(seen);
            }
        }
        std::printf("%llu messages in batches of %llu: %.1f s\n",
                    static_cast<unsigned long long>(count),
                    static_cast<unsigned long long>(at_once), ms_since(begin) / 1'000);
    }

    void reopen() {
        store_.reset();
        const auto begin = Clock::now();
        store_ = open_store(folder_, wakes_);
        std::printf("opening: %.1f ms\n", ms_since(begin));
    }

    void pages(const char* name, LogPosition from, LogContents contents) {
        std::vector<double> waits;
        for (int i = 0; i < 200; ++i) {
            HistoryQuery query{conversation, from, LogEdge::begin, 100};
            query.contents = contents;
            const auto begin = Clock::now();
            store_->ask({QueryId{++queries_}, query});
            std::vector<QueryAnswer> answers;
            while (answers.empty()) {
                const unsigned seen = wakes_;
                store_->collect_answers(answers);
                if (answers.empty()) wakes_.wait(seen);
            }
            waits.push_back(ms_since(begin));
        }
        std::printf("page of 100 %-16s first %6.2f ms, ", name, waits.front());
        std::sort(waits.begin(), waits.end());
        std::printf("p50 %6.2f ms, worst %6.2f ms\n", waits[100], waits.back());
    }

    [[nodiscard]] std::uint64_t last_seq() const { return seq_; }
    static std::string id_of(std::uint64_t seq) { return "0123456789abc-" + std::to_string(seq); }
    static WallTime time_of(std::uint64_t seq) {
        return WallTime{1'700'000'000'000 + static_cast<std::int64_t>(seq) * 20};
    }

 private:
    static constexpr ConversationId conversation{1};

    void submit(std::uint64_t messages) {
        writes_.clear();
        while (messages-- > 0) {
            MessageRecord message;
            message.seq = ++seq_;
            message.id = id_of(seq_);
            message.time = time_of(seq_);
            message.kind = seq_ % 5 == 0 ? RecordKind::join : RecordKind::message;
            message.sender = "elena!elena@example.org";
            message.account = AccountId{1 + seq_ % 1'000};
            message.account_name = "elena";
            message.target = "#lobby";
            message.text = "Somebody says something of an ordinary length about the weather.";
            message.client_id = std::to_string(seq_);
            writes_.push_back(AppendMessage{conversation, std::move(message)});
        }
        store_->submit(BatchId{++batches_}, writes_);
    }

    std::string folder_;
    std::atomic<unsigned> wakes_{0};
    std::unique_ptr<sqlite::SqliteStore> store_;
    std::vector<Write> writes_;
    std::uint64_t seq_ = 0;
    std::uint64_t batches_ = 0;
    std::uint64_t queries_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    std::string parent = std::filesystem::temp_directory_path();
    std::uint64_t messages = 1'000'000;
    CLI::App app{"What the store on disk does alone.", "brusio-store-bench"};
    app.add_option("--folder", parent, "where to make the data; it matters which disk that is on");
    app.add_option("--messages", messages, "how long the log is that pages are read from");
    CLI11_PARSE(app, argc, argv);
    const std::string folder = parent + "/brusio-store-bench";
    std::filesystem::remove_all(folder);
    {
        Bench bench{folder};
        for (const std::size_t in_flight : std::array<std::size_t, 4>{1, 16, 128, 1'024}) {
            bench.send(in_flight * 200 < 20'000 ? in_flight * 200 : 20'000, in_flight);
        }
        bench.fill(messages);
        bench.reopen();
        const std::uint64_t middle = bench.last_seq() / 2;
        bench.pages("(newest)", LogEdge::end, LogContents::said);
        bench.pages("(with events)", LogEdge::end, LogContents::everything);
        bench.pages("(by message id)", AtMessage{Bench::id_of(middle)}, LogContents::said);
        bench.pages("(by time)", AtTime{Bench::time_of(middle)}, LogContents::said);
    }
    std::filesystem::remove_all(folder);
    return 0;
}
