#include <algorithm>

#include "server-app/config_key_kinds.h"
#include "server-app/config_keys.h"
#include "server-app/config_sense.h"

namespace brusio::server {

namespace {

using session::OperatorClass;
using session::OperatorConfig;
using session::PrivilegeRow;

OperatorConfig& newest_operator(AppConfig& c) { return c.server.operators.back(); }
OperatorClass& newest_class(AppConfig& c) { return c.server.operator_classes.back(); }

/// "kill, ban, ..."
std::string all_names() {
    std::string names;
    for (const PrivilegeRow& row : session::privilege_rows()) {
        names += (names.empty() ? "" : ", ") + std::string{row.name};
    }
    return names;
}

/// Each privilege with what it allows, a line each.
const std::string& privileges_doc() {
    static const std::string doc = [] {
        std::string text = "What operators of this class may do, a list of these words:";
        for (const PrivilegeRow& row : session::privilege_rows()) {
            text += "\n  " + std::string{row.name} + ": " + std::string{row.doc};
        }
        return text;
    }();
    return doc;
}

ConfigKey privileges_key() {
    ConfigKey key{"operator_class", "privileges", privileges_doc(), {}, {}};
    key.read = [](const ConfigValue& value, AppConfig& config) -> ConfigError {
        const auto* names = std::get_if<std::vector<std::string>>(&value);
        if (names == nullptr) return "this key takes a list of texts, as in [\"kill\", \"ban\"]";
        for (const std::string& name : *names) {
            const auto privilege = session::privilege_named(name);
            if (!privilege) return "there is no privilege '" + name + "'; there are " + all_names();
            newest_class(config).privileges.set(*privilege, room::Turn::on);
        }
        return std::nullopt;
    };
    key.show = [](const AppConfig& config, std::size_t item) {
        std::vector<std::string> names;
        for (const PrivilegeRow& row : session::privilege_rows()) {
            const bool has = config.server.operator_classes[item].privileges.has(row.privilege);
            if (has) names.emplace_back(row.name);
        }
        return ConfigValue{names};
    };
    return key;
}

template <class Row>
bool is_named_twice(const std::vector<Row>& rows) {
    return std::count_if(rows.begin(), rows.end(),
                         [&](const Row& row) { return row.name == rows.back().name; }) > 1;
}

bool has_class(const AppConfig& config, const std::string& name) {
    const auto& classes = config.server.operator_classes;
    return name.empty() || std::any_of(classes.begin(), classes.end(),
                                       [&](const OperatorClass& one) { return one.name == name; });
}

ConfigError check_newest_class(const AppConfig& c) {
    const auto& classes = c.server.operator_classes;
    if (classes.back().name.empty()) return "an [[operator_class]] section needs its name";
    if (!is_named_twice(classes)) return std::nullopt;
    return "there are two operator classes '" + classes.back().name + "'";
}

ConfigError check_newest_operator(const AppConfig& c) {
    const auto& operators = c.server.operators;
    if (operators.back().name.empty() || operators.back().password_hash.empty()) {
        return "an [[operator]] section needs its name and its password_hash";
    }
    if (!is_named_twice(operators)) return std::nullopt;
    return "there are two operators '" + operators.back().name + "'";
}

}  // namespace

ConfigSection operator_class_section() {
    return {"operator_class",
            "What operators of one kind may do; repeat the section for more.",
            [](AppConfig& c) { c.server.operator_classes.emplace_back(); },
            check_newest_class,
            [](const AppConfig& c) { return c.server.operator_classes.size(); },
            "[[operator_class]]\n"
            "name = \"helper\"\n"
            "privileges = [\"kill\", \"ban\", \"audit\"]  # also override, rehash,\n"
            "# wallops, accounts, addresses, stats, force\n"};
}

ConfigSection operator_section() {
    return {"operator",
            "Who may run the server from inside the chat (OPER); repeat the section for more.",
            [](AppConfig& c) { c.server.operators.emplace_back(); },
            check_newest_operator,
            [](const AppConfig& c) { return c.server.operators.size(); },
            "[[operator]]\n"
            "name = \"ann\"\n"
            "password_hash = \"\"  # what 'brusiod hash-password' prints\n"
            "mask = \"*!*@127.0.0.1\"  # who may use it: a nick!user@host mask\n"
            "class = \"\"  # an [[operator_class]]; empty: everything\n"};
}

std::vector<ConfigKey> operator_keys() {
    std::vector<ConfigKey> keys;
    keys.push_back(text_key(
        "operator_class", "name", "What [[operator]] sections call it.",
        [](AppConfig& c) -> std::string& { return newest_class(c).name; }, one_word));
    keys.push_back(privileges_key());
    keys.push_back(text_key(
        "operator", "name", "The name that goes with OPER.",
        [](AppConfig& c) -> std::string& { return newest_operator(c).name; }, one_word));
    keys.push_back(text_key(
        "operator", "password_hash", "As 'brusiod hash-password' prints it.",
        [](AppConfig& c) -> std::string& { return newest_operator(c).password_hash; },
        password_hash));
    keys.push_back(text_key(
        "operator", "mask", "Who may use it: a nick!user@host mask.",
        [](AppConfig& c) -> std::string& { return newest_operator(c).mask; }, one_word));
    keys.push_back(text_key(
        "operator", "class",
        "The name of an [[operator_class]], which says what it may do. Empty: everything.",
        [](AppConfig& c) -> std::string& { return newest_operator(c).class_name; }, anything));
    return keys;
}

ConfigError check_operators(const AppConfig& config) {
    for (const OperatorConfig& row : config.server.operators) {
        if (has_class(config, row.class_name)) continue;
        return "operator '" + row.name + "' is of class '" + row.class_name +
               "', which no [[operator_class]] section describes";
    }
    return std::nullopt;
}

std::vector<std::string> complaints_of(const AppConfig& config) {
    std::vector<std::string> complaints;
    for (const OperatorConfig& row : config.server.operators) {
        if (!row.mask.empty()) continue;
        complaints.push_back("operator '" + row.name +
                             "' has no mask and can log in from this machine alone: say with "
                             "mask = \"*!*@192.0.2.7\" who may use it");
    }
    for (std::string& doubt : doubts_about(config)) complaints.push_back(std::move(doubt));
    for (std::string& one : complaints_of_programs(config)) complaints.push_back(std::move(one));
    return complaints;
}

}  // namespace brusio::server
