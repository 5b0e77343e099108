#include "core/session/metadata.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/commands/commands.h"
#include "core/session/metadata_news.h"
#include "core/session/metadata_view.h"
#include "core/session/numeric_draft.h"
#include "core/session/private_notes.h"
#include "core/session/room_keeping.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

constexpr std::size_t first_key = 2;  // the place of the first parameter behind the subcommand

bool speaks_third(const CommandContext& context) {
    return metadata_dialect(context.session) == MetadataDialect::third;
}

Reply invalid_target(std::string_view name) {
    return metadata_failure("INVALID_TARGET", {std::string{name}}, "There is no metadata of that");
}

Reply invalid_key(const CommandContext& context, std::string_view key) {
    return metadata_failure(speaks_third(context) ? "INVALID_KEY" : "KEY_INVALID",
                            {std::string{key}},
                            "Keys have small letters, digits and the signs _ . / -");
}

/// The same for one key of several: draft/metadata-3 warns, since the others are served.
void warn_of_key(CommandContext& context, std::string_view key) {
    Reply reply = invalid_key(context, key);
    if (speaks_third(context)) reply.form = Reply::Form::warn;
    context.replies().reply(reply);
}

Reply invalid_value(const CommandContext& context, std::string_view key) {
    const std::size_t most = context.state().config.limits.metadata_value_bytes_max;
    std::string text = "The value is longer than " + std::to_string(most) + " bytes";
    if (!speaks_third(context)) return metadata_failure("VALUE_INVALID", {}, std::move(text));
    return metadata_failure("INVALID_VALUE", {std::string{key}}, std::move(text));
}

Reply too_many_keys(const CommandContext& context, const MetadataTarget& target) {
    const std::string most = std::to_string(context.state().config.limits.metadata_keys_max);
    std::vector<std::string> params{std::string{target.name()}};
    if (speaks_third(context)) params.push_back(most);
    return metadata_failure("LIMIT_REACHED", std::move(params),
                            "There are no more than " + most + " keys: take one away first");
}

Reply too_many_subscriptions(const CommandContext& context, const std::string& key) {
    const std::size_t most = context.state().config.limits.metadata_subscriptions_max;
    if (!speaks_third(context))
        return metadata_failure("TOO_MANY_SUBS", {key}, "Too many subscriptions");
    return metadata_failure("LIMIT_REACHED", {key, std::to_string(most)}, "Too many subscriptions");
}

Reply unknown_subcommand(const CommandContext& context) {
    const std::string_view word = context.param(1);
    if (!speaks_third(context)) {
        return metadata_failure("SUBCOMMAND_INVALID", {std::string{word}}, "Unknown subcommand");
    }
    const bool is_middle =
        !word.empty() && word.front() != ':' && word.find(' ') == std::string_view::npos;
    return metadata_failure("INVALID_PARAMS", {is_middle ? std::string{word} : "*"},
                            "Unknown subcommand");
}

Reply no_permission(const MetadataTarget& target, std::string_view key) {
    return metadata_failure("KEY_NO_PERMISSION", {std::string{target.name()}, std::string{key}},
                            "You may not change this");
}

void send_value(CommandContext& context, std::string_view target, std::string_view key,
                std::string_view value) {
    Draft draft = numeric_draft(context.stage, Numeric::rpl_keyvalue);
    context.replies().add(draft.with({target, key, "*"}).text(value));
}

void send_not_set(CommandContext& context, std::string_view target, std::string_view key) {
    context.replies().numeric(Numeric::rpl_keynotset, {target, key});
}

/// The answer is one batch, whatever `send` puts into it.
template <class Send>
Outcome as_batch(CommandContext& context, std::string_view type, std::string_view param,
                 Send&& send) {
    context.replies().open_answer_batch(type, param);
    send();
    context.replies().close_batch();
    return done;
}

/// The values of the keys that are asked for: public ones, and what the user has noted for itself.
Outcome get_from(CommandContext& context, std::string_view target, const Metadata& metadata,
                 const Metadata& notes) {
    if (context.param_count() <= first_key) return Reply::need_more_params("METADATA");
    return as_batch(context, "metadata", target, [&] {
        for (std::size_t i = first_key; i < context.param_count(); ++i) {
            const std::string key{context.param(i)};
            const Metadata& values = is_private_key(key) ? notes : metadata;
            const auto found = values.find(key);
            if (!valid_metadata_key(key)) {
                warn_of_key(context, key);
            } else if (found == values.end()) {
                send_not_set(context, target, key);
            } else {
                send_value(context, target, key, found->second);
            }
        }
    });
}

NoteTarget note_target(const CommandContext& context, const MetadataTarget& target) {
    const auto found = find_note_target(context.state(), context.user(), target.name());
    BRUSIO_ASSERT(found);
    return *found;
}

/// Nothing for somebody who has not been welcomed yet.
Metadata own_notes(const CommandContext& context, const MetadataTarget& target) {
    if (target.newcomer != nullptr) return {};
    return notes_about(context.state(), context.user(), note_target(context, target));
}

Outcome get(CommandContext& context, const MetadataTarget& target) {
    return get_from(context, target.name(), metadata_of(context.state(), target),
                    own_notes(context, target));
}

Outcome list_all(CommandContext& context, const MetadataTarget& target) {
    return as_batch(context, "metadata", target.name(), [&] {
        for (const auto& [key, value] : metadata_of(context.state(), target)) {
            send_value(context, target.name(), key, value);
        }
        for (const auto& [key, value] : own_notes(context, target)) {
            send_value(context, target.name(), key, value);
        }
    });
}

/// Why the key cannot get that value; no value takes it away.
Outcome refusal_of(const CommandContext& context, const MetadataTarget& target,
                   const std::string& key, const std::optional<std::string>& value) {
    const Limits& limits = context.state().config.limits;
    if (!valid_metadata_key(key)) return invalid_key(context, key);
    if (!may_change_metadata(context.state(), context.session, target))
        return no_permission(target, key);
    const Metadata metadata = metadata_of(context.state(), target);
    const bool is_set = metadata.contains(key);
    if (!value && !is_set && !speaks_third(context)) {
        return metadata_failure("KEY_NOT_SET", {std::string{target.name()}, key},
                                "The key is not set");
    }
    if (value && value->size() > limits.metadata_value_bytes_max) {
        return invalid_value(context, key);
    }
    if (value && !is_set && metadata.size() >= limits.metadata_keys_max) {
        return too_many_keys(context, target);
    }
    return store_refusal(context.stage, "METADATA", target.name());
}

std::optional<std::string> value_to_set(const CommandContext& context) {
    if (context.param_count() <= first_key + 1) return std::nullopt;
    return std::string{context.param(first_key + 1)};
}

/// SET and GET of what is nobody else's business: the target need not be there.
Outcome set_note(CommandContext& context, const NoteTarget& target) {
    const std::string key{context.param(first_key)};
    if (!valid_metadata_key(key)) return invalid_key(context, key);
    const std::optional<std::string> value = value_to_set(context);
    if (Outcome refusal = note_privately(context, target, key, value)) return refusal;
    if (value) {
        send_value(context, target.name, key, *value);
    } else {
        send_not_set(context, target.name, key);
    }
    return done;
}

Outcome set(CommandContext& context, const MetadataTarget& target) {
    if (context.param_count() <= first_key) return Reply::need_more_params("METADATA");
    const std::string key{context.param(first_key)};
    if (is_private_key(key)) {
        if (target.newcomer != nullptr) return no_permission(target, key);
        return set_note(context, note_target(context, target));
    }
    std::optional<std::string> value = value_to_set(context);
    // draft/metadata-3, "METADATA SET": no value and an empty one are the same.
    if (value && value->empty() && speaks_third(context)) value.reset();
    if (Outcome refusal = refusal_of(context, target, key, value)) return refusal;
    Metadata metadata = metadata_of(context.state(), target);
    if (value) {
        metadata[key] = *value;
        send_value(context, target.name(), key, *value);
    } else {
        metadata.erase(key);
        send_not_set(context, target.name(), key);
    }
    if (metadata == metadata_of(context.state(), target)) return done;
    set_metadata(context.stage, target, std::move(metadata));
    if (target.newcomer != nullptr) return done;  // nobody knows it yet
    tell_metadata(context.stage, target, context.user(), key, value ? &*value : nullptr);
    return done;
}

/// Each key is answered for as if SET had taken it away.
Outcome clear(CommandContext& context, const MetadataTarget& target) {
    if (!may_change_metadata(context.state(), context.session, target))
        return no_permission(target, "*");
    if (Outcome refusal = store_refusal(context.stage, "METADATA", target.name())) return refusal;
    const Metadata before = metadata_of(context.state(), target);
    if (!before.empty()) set_metadata(context.stage, target, {});
    as_batch(context, "metadata", target.name(), [&] {
        for (const auto& [key, value] : before) send_not_set(context, target.name(), key);
    });
    if (target.newcomer != nullptr) return done;
    for (const auto& [key, value] : before) {
        tell_metadata(context.stage, target, context.user(), key, nullptr);
    }
    return done;
}

Outcome sync(CommandContext& context, const MetadataTarget& target) {
    send_metadata_sync(context.stage, context.session, target, own_notes(context, target));
    return done;
}

/// A few to a line, so that the longest fit.
void send_keys(CommandContext& context, Numeric numeric, const std::vector<std::string>& keys) {
    constexpr std::size_t keys_per_line = 8;
    for (std::size_t first = 0; first < keys.size(); first += keys_per_line) {
        Draft draft = numeric_draft(context.stage, numeric);
        const std::size_t end = std::min(first + keys_per_line, keys.size());
        for (std::size_t i = first; i < end; ++i) draft.add(keys[i]);
        context.replies().add(draft);
    }
}

/// "When subscribing to a key, clients SHOULD receive the current value of that key." Clients of
/// draft/metadata-3 ask for them when they want.
void show_current_values(CommandContext& context, const MetadataKeys& keys) {
    if (keys.empty() || !context.session.registered()) return;
    if (speaks_third(context)) {
        return tell_to_sync_later(context.stage, context.session, all_metadata_targets);
    }
    const room::User& user = context.user();
    show_private_notes(context.stage, context.session, user, keys);
    show_metadata(context.stage, context.session, user, keys);
    for (const RoomId id : user.rooms()) {
        const room::Room* room = context.state().roster.find_room(id);
        show_metadata(context.stage, context.session, *room, keys);
    }
    for (const room::Interest& interest : context.state().monitor.interests(context.session.link)) {
        const room::User* watched = context.state().roster.find_user(interest.key);
        if (watched == nullptr || context.state().roster.share_a_room(user, *watched)) continue;
        show_metadata(context.stage, context.session, *watched, keys);
    }
}

Outcome subscribe(CommandContext& context, const MetadataTarget& /*own*/) {
    if (context.param_count() <= first_key) return Reply::need_more_params("METADATA");
    const std::size_t keys_max = context.state().config.limits.metadata_subscriptions_max;
    std::unique_ptr<MetadataKeys>& keys = context.session.metadata_keys;
    if (keys == nullptr) keys = std::make_unique<MetadataKeys>();
    std::vector<std::string> subscribed;
    MetadataKeys added;
    for (std::size_t i = first_key; i < context.param_count(); ++i) {
        const std::string key{context.param(i)};
        if (!valid_metadata_key(key)) {
            warn_of_key(context, key);
            continue;
        }
        if (keys->size() >= keys_max) {
            context.replies().reply(too_many_subscriptions(context, key));
            break;
        }
        if (keys->insert(key).second) added.insert(key);
        subscribed.push_back(key);
    }
    send_keys(context, Numeric::rpl_metadatasubok, subscribed);
    show_current_values(context, added);
    return done;
}

Outcome unsubscribe(CommandContext& context, const MetadataTarget& /*own*/) {
    if (context.param_count() <= first_key) return Reply::need_more_params("METADATA");
    std::vector<std::string> dropped;
    for (std::size_t i = first_key; i < context.param_count(); ++i) {
        std::string key{context.param(i)};
        if (!valid_metadata_key(key)) {
            warn_of_key(context, key);
            continue;
        }
        if (context.session.metadata_keys != nullptr) context.session.metadata_keys->erase(key);
        dropped.push_back(std::move(key));
    }
    send_keys(context, Numeric::rpl_metadataunsubok, dropped);
    return done;
}

Outcome list_subscriptions(CommandContext& context, const MetadataTarget& /*own*/) {
    return as_batch(context, "metadata-subs", {}, [&] {
        const MetadataKeys* keys = context.session.metadata_keys.get();
        if (keys == nullptr) return;
        send_keys(context, Numeric::rpl_metadatasubs, {keys->begin(), keys->end()});
    });
}

/// About whom a subcommand can be.
enum class About { anything, own_user };

struct SubcommandRow {
    std::string_view word;
    About about;
    Outcome (*body)(CommandContext& context, const MetadataTarget& target);
};

constexpr SubcommandRow subcommands[] = {
    {"GET", About::anything, get},           {"LIST", About::anything, list_all},
    {"SET", About::anything, set},           {"CLEAR", About::anything, clear},
    {"SYNC", About::anything, sync},         {"SUB", About::own_user, subscribe},
    {"UNSUB", About::own_user, unsubscribe}, {"SUBS", About::own_user, list_subscriptions},
};

/// About whom or what is not there, or may not be read, one may note something for itself still.
Outcome without_target(CommandContext& context, const SubcommandRow& row) {
    const std::string_view name = context.param(0);
    const bool is_note = is_private_key(context.param(first_key));
    const auto target = find_note_target(context.state(), context.user(), name);
    if (is_note && target && row.body == set) return set_note(context, *target);
    if (is_note && target && row.body == get) {
        return get_from(context, target->name, {},
                        notes_about(context.state(), context.user(), *target));
    }
    return invalid_target(name);
}

}  // namespace

/// IRCv3 draft/metadata-2 and draft/metadata-3, "METADATA client command"; before the welcome for
/// those who negotiated one of them ("before-connect").
Outcome metadata(CommandContext& context) {
    Session& session = context.session;
    if (!session.registered() && !reads_metadata(session)) {
        return Reply::of(Numeric::err_notregistered);
    }
    const auto* row = std::find_if(
        std::begin(subcommands), std::end(subcommands),
        [&](const SubcommandRow& one) { return wire::equals_command(context.param(1), one.word); });
    if (row == std::end(subcommands)) return unknown_subcommand(context);
    const bool names_all = context.param(0) == all_metadata_targets && row->body == sync;
    if (names_all && session.registered() && speaks_third(context)) {
        send_metadata_sync_of_all(context.stage, session, context.user());
        show_private_notes(context.stage, session, context.user());
        return done;
    }
    const auto target = find_metadata_target(context.state(), session, context.param(0));
    if (!target) {
        return session.registered() ? without_target(context, *row)
                                    : invalid_target(context.param(0));
    }
    const bool is_own = target->newcomer != nullptr ||
                        (target->user != nullptr && target->user->id() == session.user);
    if (row->about == About::own_user && !is_own) return invalid_target(context.param(0));
    return row->body(context, *target);
}

}  // namespace brusio::session::commands
