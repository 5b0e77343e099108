#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/room/flags.h"
#include "core/session/throttle.h"

namespace brusio::session {

/// What operators may want to read of while it happens.
enum class NoticeCategory : std::uint8_t {
    accounts,
    bans,
    connects,
    floods,
    kills,
    log_ins,
    operators,
};
using NoticeSet = room::FlagSet<NoticeCategory>;

/// One thing that has happened and is to be told when the input is handled.
struct ServerNotice {
    NoticeCategory category = NoticeCategory::connects;
    std::string text;
    std::string address;  // for those who may see it; may be empty
};

/// An operator who reads them.
struct NoticeReader {
    NoticeSet categories;
    Throttle throttle;
    std::size_t left_out = 0;             // since the last that it was told of
    std::optional<MonoTime> summary_due;  // when to tell of them
};

/// Who reads which notices of the server. Goes with the server operator's power, and with the
/// user.
using NoticeBook = std::map<UserId, NoticeReader>;

}  // namespace brusio::session
