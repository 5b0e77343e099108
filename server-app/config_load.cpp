#include "server-app/config_load.h"

#include <toml++/toml.h>
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "server-app/config_keys.h"
#include "server-app/config_sense.h"
#include "server-app/file_text.h"

namespace brusio::server {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r')) line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Relative paths start from the folder of the configuration.
void resolve_paths(AppConfig& config, const std::string& config_path) {
    const std::filesystem::path folder = std::filesystem::path{config_path}.parent_path();
    TlsConfig& tls = config.tls;
    for (std::string* path :
         {&config.motd_file, &tls.certificate, &tls.key, &tls.self_signed_folder,
          &config.mail.password_file, &config.mail.ca_file}) {
        if (!path->empty()) *path = (folder / *path).string();
    }
}

/// Fills in the lines of the message of the day, from wherever they are.
ConfigError take_motd(AppConfig& config) {
    std::string text = config.motd;
    if (!config.motd_file.empty()) {
        const auto file = read_file(config.motd_file);
        if (!file) return "server.motd_file: " + file.error();
        text = file.value();
    }
    config.server.motd = lines_of(text);
    return std::nullopt;
}

/// Fills in the password of the relay, from the first line of its file.
ConfigError take_mail_password(AppConfig& config) {
    MailConfig& mail = config.mail;
    if (mail.password_file.empty()) return std::nullopt;
    const auto file = read_file(mail.password_file);
    if (!file) return "mail.password_file: " + file.error();
    mail.password = file->substr(0, file->find_first_of(std::string_view{"\r\n\0", 3}));
    if (mail.password.empty()) {
        return "mail.password_file: the first line of " + mail.password_file + " is empty";
    }
    return std::nullopt;
}

/// The relay's certificates are there, and are some: curl would say so at the first mail alone.
ConfigError check_mail_ca(const AppConfig& config) {
    if (config.mail.ca_file.empty()) return std::nullopt;
    const auto file = read_file(config.mail.ca_file);
    if (!file) return "mail.ca_file: " + file.error();
    if (file->find("-----BEGIN CERTIFICATE-----") != std::string::npos) return std::nullopt;
    return "mail.ca_file: " + config.mail.ca_file + " holds no certificate in PEM";
}

/// One pass over one file: the first thing that is wrong ends it.
class ConfigReader {
 public:
    explicit ConfigReader(std::string path) : path_(std::move(path)) {}

    /// `listen` takes the place of the file's listeners, unless it is empty.
    Result<AppConfig, std::string> read(const toml::table& file,
                                        const std::vector<ListenUrl>& listen) {
        for (const auto& [name, node] : file) {
            if (!read_section(name, node)) return Err{error_};
        }
        if (!listen.empty()) config_.listen = listen;
        if (ConfigError error = check_whole(config_)) return Err{with_place(*error)};
        resolve_paths(config_, path_);
        if (ConfigError error = take_motd(config_)) return Err{with_place(*error)};
        if (ConfigError error = take_mail_password(config_)) return Err{with_place(*error)};
        if (ConfigError error = check_mail_ca(config_)) return Err{with_place(*error)};
        if (const auto fault = find_fault(config_)) return Err{place_of(*fault) + fault->sentence};
        return std::move(config_);
    }

 private:
    /// For a sentence that begins with the key that it is about.
    std::string with_place(const std::string& sentence) const {
        return place_of(sentence.substr(0, sentence.find_first_of(" :"))) + sentence;
    }

    /// Of a key or an item, as places_ has it; without a line if the file does not say it.
    std::string place_of(const std::string& what) const {
        const auto found = places_.find(what);
        if (found == places_.end()) return path_ + ": ";
        return path_ + ':' + std::to_string(found->second.line) + ':' +
               std::to_string(found->second.column) + ": ";
    }

    std::string place_of(const ConfigFault& fault) const {
        const std::string section{fault.section};
        const std::string item = item_name(fault.section, fault.item);
        for (const std::string& where : {item, section}) {
            const std::string key = where + '.' + std::string{fault.key};
            if (places_.contains(key)) return place_of(key);
        }
        return place_of(item);
    }

    static std::string item_name(std::string_view section, std::size_t item) {
        return std::string{section} + '#' + std::to_string(item);
    }

    bool fail(const toml::source_region& where, const std::string& sentence) {
        error_ = path_ + ':' + std::to_string(where.begin.line) + ':' +
                 std::to_string(where.begin.column) + ": " + sentence;
        return false;
    }

    bool fail_unknown(const toml::key& name, const std::string& what,
                      const std::vector<std::string>& known) {
        std::string sentence = "there is no " + what;
        if (const auto nearest = nearest_name(name.str(), known)) {
            sentence += "; is '" + *nearest + "' meant?";
        }
        return fail(name.source(), sentence);
    }

    bool read_section(const toml::key& name, const toml::node& node) {
        const auto& sections = config_sections();
        const auto section = std::find_if(sections.begin(), sections.end(),
                                          [&](const auto& s) { return s.name == name.str(); });
        if (section == sections.end()) {
            std::vector<std::string> known;
            for (const ConfigSection& s : sections) known.emplace_back(s.name);
            const std::string what =
                node.is_table() || node.is_array_of_tables()
                    ? "section [" + std::string{name.str()} + "]"
                    : "key '" + std::string{name.str()} + "' outside a section";
            return fail_unknown(name, what, known);
        }
        if (section->begin_item) return read_items(*section, node);
        const toml::table* const table = node.as_table();
        if (table == nullptr) return fail(node.source(), form_of(*section));
        return read_keys(*section, *table, std::string{section->name});
    }

    bool read_items(const ConfigSection& section, const toml::node& node) {
        const toml::array* const items = node.as_array();
        if (items == nullptr || !node.is_array_of_tables()) {
            return fail(node.source(), form_of(section));
        }
        if (section.name == "listen")
            config_.listen.clear();  // the file's take the defaults' place
        std::size_t number = 0;
        for (const toml::node& item : *items) {
            const std::string name = item_name(section.name, number++);
            places_[name] = item.source().begin;
            section.begin_item(config_);
            if (!read_keys(section, *item.as_table(), name)) return false;
            if (ConfigError error = section.check_item(config_)) {
                return fail(item.source(), *error);
            }
        }
        return true;
    }

    static std::string form_of(const ConfigSection& section) {
        const std::string name{section.name};
        return section.begin_item ? "this section is written [[" + name + "]]"
                                  : "this section is written [" + name + "]";
    }

    /// `place` is the section, or which of its items the keys are of.
    bool read_keys(const ConfigSection& section, const toml::table& table,
                   const std::string& place) {
        for (const auto& [name, node] : table) {
            const auto& keys = config_keys();
            const auto key = std::find_if(keys.begin(), keys.end(), [&](const ConfigKey& k) {
                return k.section == section.name && k.name == name.str();
            });
            if (key == keys.end()) {
                std::vector<std::string> known;
                for (const ConfigKey& k : keys) {
                    if (k.section == section.name) known.emplace_back(k.name);
                }
                return fail_unknown(
                    name,
                    "key '" + std::string{name.str()} + "' in [" + std::string{section.name} + "]",
                    known);
            }
            places_[place + '.' + std::string{key->name}] = node.source().begin;
            const auto value = value_of(node);
            const std::string label = std::string{section.name} + '.' + std::string{key->name};
            if (!value) return fail(node.source(), label + ": this kind of value is never used");
            if (ConfigError error = key->read(*value, config_)) {
                return fail(node.source(), label + ": " + *error);
            }
        }
        return true;
    }

    static std::optional<ConfigValue> value_of(const toml::node& node) {
        if (const auto* text = node.as_string()) return ConfigValue{text->get()};
        if (const auto* number = node.as_integer()) return ConfigValue{number->get()};
        if (const auto* flag = node.as_boolean()) return ConfigValue{flag->get()};
        const toml::array* const items = node.as_array();
        if (items == nullptr) return std::nullopt;
        std::vector<std::string> texts;
        for (const toml::node& item : *items) {
            const auto* text = item.as_string();
            if (text == nullptr) return std::nullopt;
            texts.push_back(text->get());
        }
        return ConfigValue{std::move(texts)};
    }

    std::string path_;
    std::string error_;
    AppConfig config_;
    std::map<std::string, toml::source_position> places_;  // "tls.key", "listen#1", "listen#1.url"
};

}  // namespace

Result<AppConfig, std::string> parse_config(std::string_view text, const std::string& path,
                                            const std::vector<ListenUrl>& listen) {
    try {
        return ConfigReader{path}.read(toml::parse(text), listen);
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        return Err{path + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) + ": " +
                   std::string{error.description()}};
    }
}

Result<AppConfig, std::string> load_config(const std::string& path,
                                           const std::vector<ListenUrl>& listen) {
    if (path.empty()) return AppConfig{};
    const auto text = read_file(path);
    if (!text) return Err{text.error()};
    return parse_config(text.value(), path, listen);
}

}  // namespace brusio::server
