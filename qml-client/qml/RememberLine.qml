import QtQuick
import Brusio

// Whether a password is to be remembered, and where it would stand.
CheckLine {
    text: qsTr("Remember the password on this computer")
    note: qsTr("It stands unencrypted in a file beside the settings that only you may read.")
}
