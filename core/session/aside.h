#pragma once

#include <string_view>
#include <utility>

#include "core/session/send_long.h"
#include "core/session/stage.h"

namespace brusio::session {

/// While it lives, the stage's replies are for another session than the one that acts, if any; what
/// they hold then leaves as one frame. The session lives longer.
class Aside {
 public:
    Aside(Stage& stage, const Session& session, std::string_view nick)
        : stage_(stage), acting_(std::exchange(stage.replies, stage.replies.sibling())) {
        stage_.replies.begin(session, stage_.server_name(), nick, stage_.time_text);
    }
    ~Aside() {
        end_command(stage_);
        stage_.flush_replies();
        acting_.rejoin(stage_.replies);
        stage_.replies = std::move(acting_);
    }
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;

 private:
    Stage& stage_;
    ReplyBuffer acting_;
};

}  // namespace brusio::session
