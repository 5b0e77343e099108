#pragma once

#include <type_traits>
#include <utility>
#include <variant>

#include "core/base/assert.h"

namespace brusio {

/// Wraps an error so that a Result can be built from it: `return Err{Reply::need_more_params()}`.
template <class E>
struct Err {
    E error;
};
template <class E>
Err(E) -> Err<E>;

/// A value, or the error that stands in its place. Asking for the one that is not there is a bug
/// of the caller and aborts.
template <class T, class E>
class [[nodiscard]] Result {
 public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    /// Makes the value in its place, for one that is costly to move.
    template <class... Args>
    explicit Result(std::in_place_t, Args&&... args)
        : state_(std::in_place_index<0>, std::forward<Args>(args)...) {}
    template <class F>
    requires std::is_constructible_v<E, F> Result(Err<F> err)
        : state_(std::in_place_index<1>, E(std::move(err.error))) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & {
        BRUSIO_ASSERT(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const T& value() const& {
        BRUSIO_ASSERT(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && {
        BRUSIO_ASSERT(ok());
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const E& error() const {
        BRUSIO_ASSERT(!ok());
        return *std::get_if<1>(&state_);
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

 private:
    std::variant<T, E> state_;
};

/// Success without a value.
struct Done {};

}  // namespace brusio
