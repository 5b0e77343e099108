#pragma once

#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

// What the user asks for beyond speaking; each is described at its namesake in client.h. Nothing
// here calls for an answer from the driver.

void start(Brain& brain, ClientConfig config, Now now);
void forget_everything(Brain& brain);
ConversationId join_room(Brain& brain, std::string_view room, std::string_view key);
void part_room(Brain& brain, std::string_view room, std::string_view reason);
ConversationId open_person_conversation(Brain& brain, std::string_view nick);
void leave_and_close(Brain& brain, ConversationId conversation);
void change_topic(Brain& brain, std::string_view room, std::string_view topic);
void change_away(Brain& brain, std::string_view reason);
void change_realname(Brain& brain, std::string_view realname);
void invite_user(Brain& brain, std::string_view nick, std::string_view room);
void kick_user(Brain& brain, std::string_view room, std::string_view nick, std::string_view reason);
void change_mode(Brain& brain, std::string_view target, std::string_view change);
void ask_room_list(Brain& brain, std::string_view filter);
void ask_whois(Brain& brain, std::string_view nick);
bool send_raw(Brain& brain, std::string_view line);

}  // namespace brusio::client
