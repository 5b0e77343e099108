#include "qml-client/models/drafts.h"

#include <utility>

#include "qml-client/models/qt_text.h"

namespace brusio::ui {

QString Drafts::of(const QString& conversation) const {
    const auto found = texts_.find(client::store_key(conversation.toStdString()));
    return found == texts_.end() ? QString() : text_of(found->second);
}

bool Drafts::has(const QString& conversation) const {
    return texts_.contains(client::store_key(conversation.toStdString()));
}

void Drafts::put(const QString& conversation, const QString& text) {
    if (conversation.isEmpty() || text == of(conversation)) return;
    client::KeepDraft draft{client::store_key(conversation.toStdString()), text.toStdString()};
    if (draft.text.empty()) {
        texts_.erase(draft.key);
    } else {
        texts_.insert_or_assign(draft.key, draft.text);
    }
    driver_.keep_with_next(std::move(draft));
}

void Drafts::load(std::vector<client::KeepDraft> drafts) {
    texts_.clear();
    for (client::KeepDraft& draft : drafts) {
        texts_.insert_or_assign(std::move(draft.key), std::move(draft.text));
    }
}

}  // namespace brusio::ui
