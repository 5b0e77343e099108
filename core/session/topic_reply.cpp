#include "core/session/topic_reply.h"

#include <string>

namespace brusio::session {

void send_topic(Stage& stage, const room::Room& room) {
    using wire::Numeric;
    const room::Topic& topic = room.topic();
    if (topic.text.empty()) return stage.replies.numeric(Numeric::rpl_notopic, {room.name()});
    stage.replies.numeric(Numeric::rpl_topic, {room.name()}, topic.text);
    const std::string seconds = std::to_string(topic.when.unix_ms / 1000);
    stage.replies.numeric(Numeric::rpl_topicwhotime, {room.name(), topic.set_by, seconds}, {});
}

}  // namespace brusio::session
