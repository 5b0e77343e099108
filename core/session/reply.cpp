#include "core/session/reply.h"

#include <utility>

namespace brusio::session {

Reply Reply::of(wire::Numeric numeric, std::vector<std::string> params) {
    return with_text(numeric, std::move(params), std::string{wire::numeric_text(numeric)});
}

Reply Reply::with_text(wire::Numeric numeric, std::vector<std::string> params, std::string text) {
    Reply reply;
    reply.form = Form::numeric;
    reply.numeric = numeric;
    reply.params = std::move(params);
    reply.text = std::move(text);
    return reply;
}

Reply Reply::fail(std::string command, std::string code, std::vector<std::string> params,
                  std::string text) {
    Reply reply;
    reply.form = Form::fail;
    reply.command = std::move(command);
    reply.code = std::move(code);
    reply.params = std::move(params);
    reply.text = std::move(text);
    return reply;
}

Reply Reply::specified_fail(std::string command, std::string code, std::vector<std::string> params,
                            std::string text) {
    Reply reply = fail(std::move(command), std::move(code), std::move(params), std::move(text));
    reply.specified = true;
    return reply;
}

Reply Reply::note(std::string command, std::string code, std::vector<std::string> params,
                  std::string text) {
    Reply reply = fail(std::move(command), std::move(code), std::move(params), std::move(text));
    reply.form = Form::note;
    return reply;
}

Reply Reply::no_such_nick(std::string_view nick) {
    return of(wire::Numeric::err_nosuchnick, {std::string{nick}});
}

Reply Reply::no_such_channel(std::string_view name) {
    return of(wire::Numeric::err_nosuchchannel, {std::string{name}});
}

Reply Reply::not_on_channel(std::string_view name) {
    return of(wire::Numeric::err_notonchannel, {std::string{name}});
}

Reply Reply::need_more_params(std::string_view command) {
    return of(wire::Numeric::err_needmoreparams, {std::string{command}});
}

Reply Reply::not_operator() { return of(wire::Numeric::err_noprivileges); }

}  // namespace brusio::session
