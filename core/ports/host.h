#pragma once

namespace brusio {

/// What the core may ask of the program around it. Driver's thread; never blocks.
class Host {
 public:
    virtual ~Host() = default;
    /// An operator wants the configuration read again; the answer comes back through
    /// `Engine::handle_reload`.
    virtual void reload_requested() = 0;
    /// A batch could not be made durable. Nothing of it or after it was released; the program
    /// stops and recovers from the store.
    virtual void store_failed() = 0;
};

}  // namespace brusio
