#include "qml-client/models/lines_question.h"

#include <utility>

namespace brusio::ui {

int LinesQuestion::line_count() const {
    return asked_ ? static_cast<int>(asked_->lines.size()) : 0;
}

bool LinesQuestion::one_offered() const { return asked_ && !asked_->as_one.isEmpty(); }

QString LinesQuestion::place() const { return asked_ ? asked_->place : QString(); }

QString LinesQuestion::sample() const {
    constexpr qsizetype lines_max = 5;
    if (!asked_) return {};
    QString text = asked_->lines.mid(0, lines_max).join(u'\n');
    if (asked_->lines.size() > lines_max) text += QStringLiteral("\n…");
    return text;
}

void LinesQuestion::ask(ManyLines lines) {
    asked_ = std::move(lines);
    emit changed();
}

void LinesQuestion::sayAsOne() {
    const auto asked = std::exchange(asked_, std::nullopt);
    if (!asked) return;
    emit changed();
    if (!asked->as_one.isEmpty()) emit answered(*asked, {asked->as_one});
}

void LinesQuestion::sayEachLine() {
    const auto asked = std::exchange(asked_, std::nullopt);
    if (!asked) return;
    emit changed();
    emit answered(*asked, asked->lines);
}

void LinesQuestion::dismiss() {
    if (!std::exchange(asked_, std::nullopt)) return;
    emit changed();
}

}  // namespace brusio::ui
