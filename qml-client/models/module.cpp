#include "qml-client/models/module.h"

#include <QtCore/QDir>

// The generated registration of the module's C++ types.
extern void qml_register_types_Brusio();

// Q_INIT_RESOURCE names a function of the global namespace, so this one stands there too.
static void keep_compiled_files() { Q_INIT_RESOURCE(qmlcache_brusio_qml_client); }

namespace brusio::ui {

void register_module() {
    keep_compiled_files();
    // The registration runs by itself once it is part of the program; naming it makes it so.
    static volatile auto registration = &qml_register_types_Brusio;
    static_cast<void>(registration);
}

}  // namespace brusio::ui
