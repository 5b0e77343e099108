#pragma once

namespace brusio::ui {

/// Makes the QML module `Brusio` (types, files, icons, translations) known to every engine of the
/// program. It lives in a static library, which the linker would leave out if nobody called this.
void register_module();

}  // namespace brusio::ui
