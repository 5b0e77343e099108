#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The one list of numeric replies: X(code, three digits, enumerator, official name, our sentence,
/// where it is specified). An empty sentence means that the reply's last parameter is data. The
/// sentences are for people; programs go by the number (Modern IRC "Numerics").
#define BRUSIO_NUMERICS(X)                                                                         \
    X(1, "001", rpl_welcome, "RPL_WELCOME", "Welcome", "Modern IRC")                               \
    X(2, "002", rpl_yourhost, "RPL_YOURHOST", "Your host is", "Modern IRC")                        \
    X(3, "003", rpl_created, "RPL_CREATED", "This server was started", "Modern IRC")               \
    X(4, "004", rpl_myinfo, "RPL_MYINFO", "", "Modern IRC")                                        \
    X(5, "005", rpl_isupport, "RPL_ISUPPORT", "are supported by this server", "Modern IRC")        \
    X(8, "008", rpl_snomask, "RPL_SNOMASK", "are the server's notices that you read",              \
      "Hybrid and others")                                                                         \
    X(211, "211", rpl_statslinkinfo, "RPL_STATSLINKINFO", "", "RFC 2812 5.1")                      \
    X(212, "212", rpl_statscommands, "RPL_STATSCOMMANDS", "", "Modern IRC")                        \
    X(216, "216", rpl_statskline, "RPL_STATSKLINE", "", "RFC 2812 5.1")                            \
    X(219, "219", rpl_endofstats, "RPL_ENDOFSTATS", "End of statistics", "Modern IRC")             \
    X(221, "221", rpl_umodeis, "RPL_UMODEIS", "", "Modern IRC")                                    \
    X(242, "242", rpl_statsuptime, "RPL_STATSUPTIME", "Server up", "Modern IRC")                   \
    X(243, "243", rpl_statsoline, "RPL_STATSOLINE", "", "RFC 2812 5.1")                            \
    X(249, "249", rpl_statsdebug, "RPL_STATSDEBUG", "", "Hybrid and others")                       \
    X(251, "251", rpl_luserclient, "RPL_LUSERCLIENT", "", "Modern IRC")                            \
    X(252, "252", rpl_luserop, "RPL_LUSEROP", "operators online", "Modern IRC")                    \
    X(253, "253", rpl_luserunknown, "RPL_LUSERUNKNOWN", "connections not registered yet",          \
      "Modern IRC")                                                                                \
    X(254, "254", rpl_luserchannels, "RPL_LUSERCHANNELS", "channels formed", "Modern IRC")         \
    X(255, "255", rpl_luserme, "RPL_LUSERME", "", "Modern IRC")                                    \
    X(256, "256", rpl_adminme, "RPL_ADMINME", "Who runs this server", "Modern IRC")                \
    X(257, "257", rpl_adminloc1, "RPL_ADMINLOC1", "", "Modern IRC")                                \
    X(258, "258", rpl_adminloc2, "RPL_ADMINLOC2", "", "Modern IRC")                                \
    X(259, "259", rpl_adminemail, "RPL_ADMINEMAIL", "", "Modern IRC")                              \
    X(263, "263", rpl_tryagain, "RPL_TRYAGAIN", "Too much at once: wait a little and try again",   \
      "Modern IRC")                                                                                \
    X(265, "265", rpl_localusers, "RPL_LOCALUSERS", "", "Modern IRC")                              \
    X(266, "266", rpl_globalusers, "RPL_GLOBALUSERS", "", "Modern IRC")                            \
    X(271, "271", rpl_silelist, "RPL_SILELIST", "", "ircu and others")                             \
    X(272, "272", rpl_endofsilelist, "RPL_ENDOFSILELIST", "End of your silence list",              \
      "ircu and others")                                                                           \
    X(276, "276", rpl_whoiscertfp, "RPL_WHOISCERTFP", "", "Modern IRC")                            \
    X(281, "281", rpl_acceptlist, "RPL_ACCEPTLIST", "", "Hybrid and others")                       \
    X(282, "282", rpl_endofaccept, "RPL_ENDOFACCEPT", "End of your accept list",                   \
      "Hybrid and others")                                                                         \
    X(301, "301", rpl_away, "RPL_AWAY", "", "Modern IRC")                                          \
    X(302, "302", rpl_userhost, "RPL_USERHOST", "", "Modern IRC")                                  \
    X(303, "303", rpl_ison, "RPL_ISON", "", "RFC 2812 5.1")                                        \
    X(305, "305", rpl_unaway, "RPL_UNAWAY", "You are no longer marked as away", "Modern IRC")      \
    X(306, "306", rpl_nowaway, "RPL_NOWAWAY", "You are now marked as away", "Modern IRC")          \
    X(311, "311", rpl_whoisuser, "RPL_WHOISUSER", "", "Modern IRC")                                \
    X(312, "312", rpl_whoisserver, "RPL_WHOISSERVER", "", "Modern IRC")                            \
    X(313, "313", rpl_whoisoperator, "RPL_WHOISOPERATOR", "is a server operator", "Modern IRC")    \
    X(314, "314", rpl_whowasuser, "RPL_WHOWASUSER", "", "Modern IRC")                              \
    X(315, "315", rpl_endofwho, "RPL_ENDOFWHO", "End of WHO list", "Modern IRC")                   \
    X(317, "317", rpl_whoisidle, "RPL_WHOISIDLE", "seconds idle, time of sign-on", "Modern IRC")   \
    X(318, "318", rpl_endofwhois, "RPL_ENDOFWHOIS", "End of WHOIS", "Modern IRC")                  \
    X(319, "319", rpl_whoischannels, "RPL_WHOISCHANNELS", "", "Modern IRC")                        \
    X(320, "320", rpl_whoisspecial, "RPL_WHOISSPECIAL", "", "Modern IRC")                          \
    X(321, "321", rpl_liststart, "RPL_LISTSTART", "Users  Name", "Modern IRC")                     \
    X(322, "322", rpl_list, "RPL_LIST", "", "Modern IRC")                                          \
    X(323, "323", rpl_listend, "RPL_LISTEND", "End of channel list", "Modern IRC")                 \
    X(324, "324", rpl_channelmodeis, "RPL_CHANNELMODEIS", "", "Modern IRC")                        \
    X(329, "329", rpl_creationtime, "RPL_CREATIONTIME", "", "Modern IRC")                          \
    X(330, "330", rpl_whoisaccount, "RPL_WHOISACCOUNT", "is logged in as", "Modern IRC")           \
    X(331, "331", rpl_notopic, "RPL_NOTOPIC", "No topic is set", "Modern IRC")                     \
    X(332, "332", rpl_topic, "RPL_TOPIC", "", "Modern IRC")                                        \
    X(333, "333", rpl_topicwhotime, "RPL_TOPICWHOTIME", "", "Modern IRC")                          \
    X(335, "335", rpl_whoisbot, "RPL_WHOISBOT", "is a bot", "IRCv3 bot-mode")                      \
    X(336, "336", rpl_invitelist, "RPL_INVITELIST", "", "Modern IRC")                              \
    X(337, "337", rpl_endofinvitelist, "RPL_ENDOFINVITELIST", "End of your invitations",           \
      "Modern IRC")                                                                                \
    X(338, "338", rpl_whoisactually, "RPL_WHOISACTUALLY", "is really at", "Modern IRC")            \
    X(341, "341", rpl_inviting, "RPL_INVITING", "", "Modern IRC")                                  \
    X(346, "346", rpl_invexlist, "RPL_INVEXLIST", "", "Modern IRC")                                \
    X(347, "347", rpl_endofinvexlist, "RPL_ENDOFINVEXLIST", "End of invite mask list",             \
      "Modern IRC")                                                                                \
    X(348, "348", rpl_exceptlist, "RPL_EXCEPTLIST", "", "Modern IRC")                              \
    X(349, "349", rpl_endofexceptlist, "RPL_ENDOFEXCEPTLIST", "End of ban exception list",         \
      "Modern IRC")                                                                                \
    X(351, "351", rpl_version, "RPL_VERSION", "", "Modern IRC")                                    \
    X(352, "352", rpl_whoreply, "RPL_WHOREPLY", "", "Modern IRC")                                  \
    X(353, "353", rpl_namreply, "RPL_NAMREPLY", "", "Modern IRC")                                  \
    X(354, "354", rpl_whospcrpl, "RPL_WHOSPCRPL", "", "IRCv3 whox")                                \
    X(364, "364", rpl_links, "RPL_LINKS", "", "Modern IRC")                                        \
    X(365, "365", rpl_endoflinks, "RPL_ENDOFLINKS", "End of server links", "Modern IRC")           \
    X(366, "366", rpl_endofnames, "RPL_ENDOFNAMES", "End of names list", "Modern IRC")             \
    X(367, "367", rpl_banlist, "RPL_BANLIST", "", "Modern IRC")                                    \
    X(368, "368", rpl_endofbanlist, "RPL_ENDOFBANLIST", "End of ban list", "Modern IRC")           \
    X(369, "369", rpl_endofwhowas, "RPL_ENDOFWHOWAS", "End of WHOWAS", "Modern IRC")               \
    X(371, "371", rpl_info, "RPL_INFO", "", "Modern IRC")                                          \
    X(372, "372", rpl_motd, "RPL_MOTD", "", "Modern IRC")                                          \
    X(374, "374", rpl_endofinfo, "RPL_ENDOFINFO", "End of information", "Modern IRC")              \
    X(375, "375", rpl_motdstart, "RPL_MOTDSTART", "Message of the day", "Modern IRC")              \
    X(376, "376", rpl_endofmotd, "RPL_ENDOFMOTD", "End of message of the day", "Modern IRC")       \
    X(378, "378", rpl_whoishost, "RPL_WHOISHOST", "is connecting from", "Modern IRC")              \
    X(379, "379", rpl_whoismodes, "RPL_WHOISMODES", "is using modes", "Modern IRC")                \
    X(381, "381", rpl_youreoper, "RPL_YOUREOPER", "You are now a server operator", "Modern IRC")   \
    X(382, "382", rpl_rehashing, "RPL_REHASHING", "Reading the configuration again", "Modern IRC") \
    X(391, "391", rpl_time, "RPL_TIME", "", "Modern IRC")                                          \
    X(396, "396", rpl_visiblehost, "RPL_VISIBLEHOST", "is now your visible host", "Modern IRC")    \
    X(400, "400", err_unknownerror, "ERR_UNKNOWNERROR", "Something went wrong", "Modern IRC")      \
    X(401, "401", err_nosuchnick, "ERR_NOSUCHNICK", "There is nobody and nothing of that name",    \
      "Modern IRC")                                                                                \
    X(402, "402", err_nosuchserver, "ERR_NOSUCHSERVER", "There is no such server", "Modern IRC")   \
    X(403, "403", err_nosuchchannel, "ERR_NOSUCHCHANNEL", "There is no such channel",              \
      "Modern IRC")                                                                                \
    X(404, "404", err_cannotsendtochan, "ERR_CANNOTSENDTOCHAN", "You cannot send to this channel", \
      "Modern IRC")                                                                                \
    X(405, "405", err_toomanychannels, "ERR_TOOMANYCHANNELS", "You are in too many channels",      \
      "Modern IRC")                                                                                \
    X(406, "406", err_wasnosuchnick, "ERR_WASNOSUCHNICK", "Nobody of that name was here",          \
      "Modern IRC")                                                                                \
    X(407, "407", err_toomanytargets, "ERR_TOOMANYTARGETS", "Too many targets in one command",     \
      "RFC 2812 5.1")                                                                              \
    X(409, "409", err_noorigin, "ERR_NOORIGIN", "No token given", "Modern IRC")                    \
    X(410, "410", err_invalidcapcmd, "ERR_INVALIDCAPCMD", "Unknown CAP subcommand",                \
      "IRCv3 capability-negotiation")                                                              \
    X(411, "411", err_norecipient, "ERR_NORECIPIENT", "No recipient given", "Modern IRC")          \
    X(412, "412", err_notexttosend, "ERR_NOTEXTTOSEND", "No text to send", "Modern IRC")           \
    X(417, "417", err_inputtoolong, "ERR_INPUTTOOLONG", "Your line was too long", "Modern IRC")    \
    X(421, "421", err_unknowncommand, "ERR_UNKNOWNCOMMAND", "Unknown command", "Modern IRC")       \
    X(422, "422", err_nomotd, "ERR_NOMOTD", "This server has no message of the day", "Modern IRC") \
    X(423, "423", err_noadmininfo, "ERR_NOADMININFO", "Nobody wrote down who runs this server",    \
      "RFC 2812 5.1")                                                                              \
    X(431, "431", err_nonicknamegiven, "ERR_NONICKNAMEGIVEN", "No nickname given", "Modern IRC")   \
    X(432, "432", err_erroneusnickname, "ERR_ERRONEUSNICKNAME", "This nickname cannot be used",    \
      "Modern IRC")                                                                                \
    X(433, "433", err_nicknameinuse, "ERR_NICKNAMEINUSE", "Somebody else has this nickname",       \
      "Modern IRC")                                                                                \
    X(436, "436", err_nickcollision, "ERR_NICKCOLLISION", "Two users had this nickname at once",   \
      "Modern IRC")                                                                                \
    X(441, "441", err_usernotinchannel, "ERR_USERNOTINCHANNEL", "is not in that channel",          \
      "Modern IRC")                                                                                \
    X(442, "442", err_notonchannel, "ERR_NOTONCHANNEL", "You are not in that channel",             \
      "Modern IRC")                                                                                \
    X(443, "443", err_useronchannel, "ERR_USERONCHANNEL", "is in that channel already",            \
      "Modern IRC")                                                                                \
    X(447, "447", err_cantchangenick, "ERR_CANTCHANGENICK",                                        \
      "Too many take another nickname in that channel (+F); try again later",                      \
      "InspIRCd and others")                                                                       \
    X(451, "451", err_notregistered, "ERR_NOTREGISTERED", "Register first, with NICK and USER",    \
      "Modern IRC")                                                                                \
    X(456, "456", err_acceptfull, "ERR_ACCEPTFULL", "Your accept list is full",                    \
      "Hybrid and others")                                                                         \
    X(457, "457", err_acceptexist, "ERR_ACCEPTEXIST", "is on your accept list already",            \
      "Hybrid and others")                                                                         \
    X(458, "458", err_acceptnot, "ERR_ACCEPTNOT", "is not on your accept list",                    \
      "Hybrid and others")                                                                         \
    X(461, "461", err_needmoreparams, "ERR_NEEDMOREPARAMS", "Not enough parameters", "Modern IRC") \
    X(462, "462", err_alreadyregistered, "ERR_ALREADYREGISTERED", "You are registered already",    \
      "Modern IRC")                                                                                \
    X(464, "464", err_passwdmismatch, "ERR_PASSWDMISMATCH", "Wrong password", "Modern IRC")        \
    X(465, "465", err_yourebannedcreep, "ERR_YOUREBANNEDCREEP", "You are banned from this server", \
      "Modern IRC")                                                                                \
    X(468, "468", err_invalidusername, "ERR_INVALIDUSERNAME", "This user name cannot be used",     \
      "InspIRCd and others")                                                                       \
    X(471, "471", err_channelisfull, "ERR_CHANNELISFULL", "Cannot join: the channel is full (+l)", \
      "Modern IRC")                                                                                \
    X(472, "472", err_unknownmode, "ERR_UNKNOWNMODE", "is no mode that this server knows",         \
      "Modern IRC")                                                                                \
    X(473, "473", err_inviteonlychan, "ERR_INVITEONLYCHAN",                                        \
      "Cannot join: by invitation only (+i)", "Modern IRC")                                        \
    X(474, "474", err_bannedfromchan, "ERR_BANNEDFROMCHAN", "Cannot join: you are banned (+b)",    \
      "Modern IRC")                                                                                \
    X(475, "475", err_badchannelkey, "ERR_BADCHANNELKEY", "Cannot join: wrong key (+k)",           \
      "Modern IRC")                                                                                \
    X(476, "476", err_badchanmask, "ERR_BADCHANMASK", "This is no channel name", "Modern IRC")     \
    X(477, "477", err_needreggednick, "ERR_NEEDREGGEDNICK",                                        \
      "Cannot join: only those who are logged in (+R)", "InspIRCd and others")                     \
    X(478, "478", err_banlistfull, "ERR_BANLISTFULL", "This list is full", "RFC 2812 5.1")         \
    X(480, "480", err_throttle, "ERR_THROTTLE",                                                    \
      "Cannot join: too many came in of late (+j); try again later", "Solanum and others")         \
    X(481, "481", err_noprivileges, "ERR_NOPRIVILEGES", "Only server operators may do that",       \
      "Modern IRC")                                                                                \
    X(482, "482", err_chanoprivsneeded, "ERR_CHANOPRIVSNEEDED",                                    \
      "You have not the rank for that in this channel", "Modern IRC")                              \
    X(483, "483", err_cantkillserver, "ERR_CANTKILLSERVER", "A server cannot be killed",           \
      "Modern IRC")                                                                                \
    X(491, "491", err_nooperhost, "ERR_NOOPERHOST", "No operator may log in from where you are",   \
      "Modern IRC")                                                                                \
    X(501, "501", err_umodeunknownflag, "ERR_UMODEUNKNOWNFLAG", "Unknown user mode", "Modern IRC") \
    X(502, "502", err_usersdontmatch, "ERR_USERSDONTMATCH",                                        \
      "Only your own modes can be seen and changed", "Modern IRC")                                 \
    X(511, "511", err_silelistfull, "ERR_SILELISTFULL", "Your silence list is full",               \
      "ircu and others")                                                                           \
    X(524, "524", err_helpnotfound, "ERR_HELPNOTFOUND", "No help on this", "Modern IRC")           \
    X(525, "525", err_invalidkey, "ERR_INVALIDKEY", "This key cannot be used", "Modern IRC")       \
    X(531, "531", err_cantsendtouser, "ERR_CANTSENDTOUSER",                                        \
      "takes private messages only from those who are logged in (+R)", "InspIRCd and others")      \
    X(671, "671", rpl_whoissecure, "RPL_WHOISSECURE", "is connected over TLS", "Modern IRC")       \
    X(696, "696", err_invalidmodeparam, "ERR_INVALIDMODEPARAM",                                    \
      "This value does not fit the mode", "Modern IRC")                                            \
    X(704, "704", rpl_helpstart, "RPL_HELPSTART", "", "Modern IRC")                                \
    X(705, "705", rpl_helptxt, "RPL_HELPTXT", "", "Modern IRC")                                    \
    X(706, "706", rpl_endofhelp, "RPL_ENDOFHELP", "", "Modern IRC")                                \
    X(716, "716", err_targumodeg, "ERR_TARGUMODEG",                                                \
      "takes private messages only from those whom it has accepted (+g)", "Hybrid and others")     \
    X(717, "717", rpl_targnotify, "RPL_TARGNOTIFY", "has been told that you want to reach it",     \
      "Hybrid and others")                                                                         \
    X(718, "718", rpl_umodegmsg, "RPL_UMODEGMSG",                                                  \
      "wants to reach you, and you have +g: ACCEPT lets it", "Hybrid and others")                  \
    X(723, "723", err_noprivs, "ERR_NOPRIVS", "Your operator class may not do that", "Modern IRC") \
    X(730, "730", rpl_mononline, "RPL_MONONLINE", "", "IRCv3 monitor")                             \
    X(731, "731", rpl_monoffline, "RPL_MONOFFLINE", "", "IRCv3 monitor")                           \
    X(732, "732", rpl_monlist, "RPL_MONLIST", "", "IRCv3 monitor")                                 \
    X(733, "733", rpl_endofmonlist, "RPL_ENDOFMONLIST", "End of monitor list", "IRCv3 monitor")    \
    X(734, "734", err_monlistfull, "ERR_MONLISTFULL", "Your monitor list is full",                 \
      "IRCv3 monitor")                                                                             \
    X(760, "760", rpl_whoiskeyvalue, "RPL_WHOISKEYVALUE", "", "IRCv3 metadata")                    \
    X(761, "761", rpl_keyvalue, "RPL_KEYVALUE", "", "IRCv3 metadata")                              \
    X(766, "766", rpl_keynotset, "RPL_KEYNOTSET", "The key is not set", "IRCv3 metadata")          \
    X(770, "770", rpl_metadatasubok, "RPL_METADATASUBOK", "", "IRCv3 metadata")                    \
    X(771, "771", rpl_metadataunsubok, "RPL_METADATAUNSUBOK", "", "IRCv3 metadata")                \
    X(772, "772", rpl_metadatasubs, "RPL_METADATASUBS", "", "IRCv3 metadata")                      \
    X(774, "774", rpl_metadatasynclater, "RPL_METADATASYNCLATER", "", "IRCv3 metadata")            \
    X(900, "900", rpl_loggedin, "RPL_LOGGEDIN", "You are now logged in", "IRCv3 sasl-3.1")         \
    X(901, "901", rpl_loggedout, "RPL_LOGGEDOUT", "You are now logged out", "IRCv3 sasl-3.1")      \
    X(902, "902", err_nicklocked, "ERR_NICKLOCKED", "This account cannot be used here and now",    \
      "IRCv3 sasl-3.1")                                                                            \
    X(903, "903", rpl_saslsuccess, "RPL_SASLSUCCESS", "You are who you say", "IRCv3 sasl-3.1")     \
    X(904, "904", err_saslfail, "ERR_SASLFAIL", "Name or password is wrong", "IRCv3 sasl-3.1")     \
    X(905, "905", err_sasltoolong, "ERR_SASLTOOLONG", "The response is too long",                  \
      "IRCv3 sasl-3.1")                                                                            \
    X(906, "906", err_saslaborted, "ERR_SASLABORTED", "The log-in was broken off",                 \
      "IRCv3 sasl-3.1")                                                                            \
    X(907, "907", err_saslalready, "ERR_SASLALREADY",                                              \
      "You are logged in to another account; connect again to change it", "IRCv3 sasl-3.1")        \
    X(908, "908", rpl_saslmechs, "RPL_SASLMECHS", "are the ways to log in", "IRCv3 sasl-3.1")

namespace brusio::wire {

/// A numeric reply under its official name in small letters; its value is its number.
enum class Numeric : std::uint16_t {
#define BRUSIO_NUMERIC_VALUE(code, digits, enumerator, name, text, spec) enumerator = (code),
    BRUSIO_NUMERICS(BRUSIO_NUMERIC_VALUE)
#undef BRUSIO_NUMERIC_VALUE
};

struct NumericRow {
    Numeric numeric;
    std::string_view digits;  // three of them
    std::string_view name;    // "RPL_WELCOME"
    std::string_view text;    // our sentence; empty if the last parameter is data
    std::string_view spec;
};

/// All rows by rising number.
[[nodiscard]] std::span<const NumericRow> numeric_rows();

/// The row of `numeric`, which must be one of the list.
[[nodiscard]] const NumericRow& numeric_row(Numeric numeric);

/// The row whose three digits are `digits`, or null: what a client looks replies up with.
[[nodiscard]] const NumericRow* find_numeric(std::string_view digits);

/// The three digits: "001".
[[nodiscard]] inline std::string_view numeric_code(Numeric numeric) {
    return numeric_row(numeric).digits;
}

/// Our own sentence for the reply's last parameter.
[[nodiscard]] inline std::string_view numeric_text(Numeric numeric) {
    return numeric_row(numeric).text;
}

}  // namespace brusio::wire
