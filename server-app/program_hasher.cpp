#include "server-app/program_hasher.h"

#include <iterator>
#include <utility>

#include "core/base/assert.h"
#include "server-app/child_program.h"
#include "server-app/hasher_sodium.h"

namespace brusio::server {

namespace {

constexpr std::size_t hash_answer_bytes_max = 1'024;

/// The engine gives no more at a time than may run; a reload may lower that.
WorkPool::Bounds bounds_of(const ProgramHasher::Settings& settings) {
    constexpr std::size_t waiting_max = 1'024;
    return {settings.at_once_max, waiting_max};
}

std::string question_text(const AskProgram& question) {
    return question.account + '\n' + question.password + '\n' + question.address + '\n';
}

}  // namespace

HashResult program_answer(std::string_view output) {
    if (output.ends_with('\n')) output.remove_suffix(1);
    if (output.ends_with('\r')) output.remove_suffix(1);
    if (output == "no") return ProgramVerdict{};
    if (output == "ok") return ProgramVerdict{true, {}};
    constexpr std::string_view named = "ok ";
    const std::string_view name =
        output.starts_with(named) ? output.substr(named.size()) : std::string_view{};
    constexpr std::string_view blanks{"\0\r\n\t ", 5};
    if (name.empty() || name.find_first_of(blanks) != std::string_view::npos) return HasherBusy{};
    return ProgramVerdict{true, std::string{name}};
}

ProgramHasher::ProgramHasher(Hasher& inner, Settings settings, std::function<void()> wake,
                             std::function<void(const std::string&)> failed)
    : inner_(inner),
      settings_(std::move(settings)),
      wake_(std::move(wake)),
      failed_(std::move(failed)),
      pool_(bounds_of(settings_)) {}

void ProgramHasher::set(Settings settings) {
    settings_ = std::move(settings);
    pool_.set_bounds(bounds_of(settings_));
}

void ProgramHasher::submit(HashJob job) {
    auto* question = std::get_if<AskProgram>(&job.work);
    if (question == nullptr) return inner_.submit(std::move(job));
    const HashJobId id = job.id;
    if (settings_.command.empty()) return answer(id, HasherBusy{});
    const bool has_room =
        pool_.add([this, id, settings = settings_, asked = std::move(*question)](
                      const std::stop_token& stop) { run(settings, id, asked, stop); });
    if (!has_room) answer(id, HasherBusy{});
}

void ProgramHasher::run(const Settings& settings, HashJobId id, const AskProgram& question,
                        const std::stop_token& stop) {
    ChildProgram program{
        settings.command, {}, question_text(question), settings.time_max, hash_answer_bytes_max};
    const ChildResult result = run_child(program, stop);
    wipe(program.input);
    if (!result.is_success()) {
        failed_(result.sentence());
        return answer(id, HasherBusy{});
    }
    HashResult verdict = program_answer(result.output);
    if (std::holds_alternative<HasherBusy>(verdict)) failed_("the program gave no answer");
    answer(id, std::move(verdict));
}

void ProgramHasher::answer(HashJobId id, HashResult result) {
    {
        const std::lock_guard lock{mutex_};
        answers_.push_back({id, std::move(result)});
    }
    wake_();
}

void ProgramHasher::collect(std::vector<HashAnswer>& answers) {
    inner_.collect(answers);
    const std::lock_guard lock{mutex_};
    answers.insert(answers.end(), std::make_move_iterator(answers_.begin()),
                   std::make_move_iterator(answers_.end()));
    answers_.clear();
}

}  // namespace brusio::server
