#include "core/session/room_audiences.h"

#include <memory>

#include "core/base/assert.h"
#include "core/room/roster.h"
#include "core/session/draft.h"

namespace brusio::session {

namespace {

/// Collects links by class; the few classes that occur are scanned, most links match the last one.
class Grouping {
 public:
    explicit Grouping(const SessionTable& sessions) : sessions_(sessions) {}

    void add(LinkId link) {
        const Session* session = sessions_.find(link);
        BRUSIO_ASSERT(session != nullptr);
        group_of(class_of(*session)).push_back(link);
    }

    [[nodiscard]] AudienceGroups take() {
        AudienceGroups groups;
        groups.reserve(classes_.size());
        for (std::size_t i = 0; i < classes_.size(); ++i) {
            groups.push_back(
                {classes_[i], std::make_shared<const std::vector<LinkId>>(std::move(links_[i]))});
        }
        return groups;
    }

 private:
    std::vector<LinkId>& group_of(AudienceClass wanted) {
        if (last_ < classes_.size() && classes_[last_] == wanted) return links_[last_];
        for (last_ = 0; last_ < classes_.size(); ++last_) {
            if (classes_[last_] == wanted) return links_[last_];
        }
        classes_.push_back(wanted);
        links_.emplace_back();
        return links_.back();
    }

    const SessionTable& sessions_;
    std::vector<AudienceClass> classes_;
    std::vector<std::vector<LinkId>> links_;
    std::size_t last_ = 0;
};

}  // namespace

AudienceClass class_of(const Session& session) {
    return AudienceClass{session.info.kind, session.caps & encoding_capabilities()};
}

AudienceGroups group_links(const std::vector<LinkId>& links, const SessionTable& sessions) {
    Grouping grouping(sessions);
    for (const LinkId link : links) grouping.add(link);
    return grouping.take();
}

const AudienceGroups& RoomAudiences::of(const room::Room& room, const room::Roster& roster,
                                        const SessionTable& sessions) {
    Entry& entry = rooms_[room.id()];
    if (entry.version == room.membership_version()) return entry.groups;
    Grouping grouping(sessions);
    for (const room::Member& member : room.members()) {
        for (const LinkId link : roster.user_of(member).links()) grouping.add(link);
    }
    entry.groups = grouping.take();
    entry.version = room.membership_version();
    return entry.groups;
}

}  // namespace brusio::session
