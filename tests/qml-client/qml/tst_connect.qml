import QtQuick
import QtTest
import Brusio

Item {
    width: 360
    height: 900

    AccountFields {
        id: fields
        width: parent.width
        settings: testSettings
        nick: "ada"
    }
    SecretBox {
        id: secret
        y: 700
        width: 300
        label: "Password"
        text: "secret-word"
    }
    SignalSpy {
        id: accepted
        target: fields
        signalName: "accepted"
    }

    TestCase {
        name: "Connect"
        when: windowShown

        // The item below `from` for which `wanted` holds.
        function find(from, wanted) {
            for (let i = 0; i < from.children.length; ++i) {
                const child = from.children[i];
                if (wanted(child))
                    return child;
                const below = find(child, wanted);
                if (below)
                    return below;
            }
            return null;
        }
        function box(label) {
            return find(fields, item => item.label === label && item.visible);
        }
        function press(words) {
            mouseClick(find(fields, item => item.text === words && item.clicked !== undefined));
        }
        function init() {
            fields.entry = "guest";
            fields.password = "";
            fields.account = "";
            secret.shown = false;
            accepted.clear();
        }

        function test_a_guest_is_asked_for_nothing() {
            verify(fields.complete);
            compare(box("Account"), null);
            compare(box("Password of the account"), null);
        }
        function test_who_logs_in_gives_a_password() {
            press("Log in");
            compare(fields.entry, "login");
            verify(!fields.complete);
            verify(box("Account"));
            compare(box("Account").placeholder, "ada");
            compare(box("E-mail (not needed)"), null);
            box("Password of the account").forceActiveFocus();
            for (const letter of "abc")
                keyClick(letter);
            compare(fields.password, "abc");
            verify(fields.complete);
            keyClick(Qt.Key_Return);
            compare(accepted.count, 1);
        }
        function test_who_registers_may_give_an_address() {
            press("Register");
            compare(fields.entry, "register");
            verify(box("E-mail (not needed)"));
            verify(box("Password for the new account"));
            fields.password = "secret-word";
            verify(!fields.complete, "nobody has seen what was typed");
            box("The same password again").text = "secret-wort";
            verify(!fields.complete);
            box("The same password again").text = "secret-word";
            verify(fields.complete);
        }
        function test_the_arrow_keys_choose() {
            const row = find(fields, item => item.choices !== undefined);
            row.forceActiveFocus();
            keyClick(Qt.Key_Right);
            compare(fields.entry, "login");
            keyClick(Qt.Key_Right);
            compare(fields.entry, "register");
            keyClick(Qt.Key_Right);
            compare(fields.entry, "guest");
            keyClick(Qt.Key_Left);
            compare(fields.entry, "register");
        }
        function test_a_tick_remembers() {
            fields.entry = "login";
            const before = fields.remember;
            press("Remember the password on this computer");
            compare(fields.remember, !before);
            press("Remember the password on this computer");
            compare(fields.remember, before);
        }
        function test_a_password_is_hidden_until_it_is_asked_to_show() {
            compare(secret.echoMode, TextInput.Password);
            const eye = find(secret, item => item.iconName === "eye");
            mouseClick(eye);
            compare(secret.echoMode, TextInput.Normal);
            compare(eye.label, "Hide the password");
            mouseClick(eye);
            compare(secret.echoMode, TextInput.Password);
        }
    }
}
