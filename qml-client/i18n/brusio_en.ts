<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Register an account</source>
        <translation>Register an account</translation>
    </message>
    <message>
        <source>An account keeps your name and your rooms for you.</source>
        <translation>An account keeps your name and your rooms for you.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Password for the new account</source>
        <translation>Password for the new account</translation>
    </message>
    <message>
        <source>E-mail (not needed)</source>
        <translation>E-mail (not needed)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>The same password again</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>How to go in</source>
        <translation>How to go in</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Without an account your nick is yours only while you are here.</source>
        <translation>Without an account your nick is yours only while you are here.</translation>
    </message>
    <message>
        <source>An account keeps your name and your rooms for you. A password is enough.</source>
        <translation>An account keeps your name and your rooms for you. A password is enough.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>As your nick</source>
        <translation>As your nick</translation>
    </message>
    <message>
        <source>Password for the new account</source>
        <translation>Password for the new account</translation>
    </message>
    <message>
        <source>Password of the account</source>
        <translation>Password of the account</translation>
    </message>
    <message>
        <source>The remembered one</source>
        <translation>The remembered one</translation>
    </message>
    <message>
        <source>E-mail (not needed)</source>
        <translation>E-mail (not needed)</translation>
    </message>
    <message>
        <source>Your name and your rooms wait for you.</source>
        <translation>Your name and your rooms wait for you.</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>The same password again</translation>
    </message>
</context>
<context>
    <name>CertificateCard</name>
    <message>
        <source>%1 shows another certificate than before</source>
        <translation>%1 shows another certificate than before</translation>
    </message>
    <message>
        <source>Is this really %1?</source>
        <translation>Is this really %1?</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that its administrator tells you.</source>
        <translation>Compare the fingerprint with the one that its administrator tells you.</translation>
    </message>
    <message>
        <source>Fingerprint, SHA-256: %1</source>
        <translation>Fingerprint, SHA-256: %1</translation>
    </message>
    <message>
        <source>Trust it and connect</source>
        <translation>Trust it and connect</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Do not connect</translation>
    </message>
    <message>
        <source>Somebody may be reading along. Ask its administrator if it is new.</source>
        <translation>Somebody may be reading along. Ask its administrator if it is new.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message to %1</source>
        <translation>Message to %1</translation>
    </message>
    <message>
        <source>Message in %1</source>
        <translation>Message in %1</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>A command, for example /join #garden</source>
        <translation>A command, for example /join #garden</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConnectHead</name>
    <message>
        <source>The hum of many voices</source>
        <translation>The hum of many voices</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Your nick</source>
        <translation>Your nick</translation>
    </message>
    <message>
        <source>Server password (if it asks for one)</source>
        <translation>Server password (if it asks for one)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Register and connect</source>
        <translation>Register and connect</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Log in</translation>
    </message>
</context>
<context>
    <name>ConnectProgress</name>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Trying again in %n s</numerusform>
            <numerusform>Trying again in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
</context>
<context>
    <name>EmptyRoom</name>
    <message>
        <source>Choose a room</source>
        <translation>Choose a room</translation>
    </message>
    <message>
        <source>Join one with +, or press Ctrl+K to jump to one.</source>
        <translation>Join one with +, or press Ctrl+K to jump to one.</translation>
    </message>
    <message>
        <source>Nothing to read yet</source>
        <translation>Nothing to read yet</translation>
    </message>
    <message>
        <source>What was said before you came may not be shown to you.</source>
        <translation>What was said before you came may not be shown to you.</translation>
    </message>
</context>
<context>
    <name>FailedBar</name>
    <message>
        <source>Not sent</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Not sent: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>You are %1</source>
        <translation>You are %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>guest</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>logged in</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>as %1</translation>
    </message>
    <message>
        <source>Disconnect from %1?</source>
        <translation>Disconnect from %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait to be sent; they leave when you come back.</source>
        <translation>
            <numerusform>%n message waits to be sent; it leaves when you come back.</numerusform>
            <numerusform>%n messages wait to be sent; they leave when you come back.</numerusform>
        </translation>
    </message>
    <message>
        <source>You hear of nothing until you come back.</source>
        <translation>You hear of nothing until you come back.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Disconnect</translation>
    </message>
    <message>
        <source>Forget %1 on this computer?</source>
        <translation>Forget %1 on this computer?</translation>
    </message>
    <message>
        <source>What was said, drafts, what waits to be sent and the password go.</source>
        <translation>What was said, drafts, what waits to be sent and the password go.</translation>
    </message>
    <message>
        <source>Nothing of it is encrypted here. The account stays, and what the server keeps.</source>
        <translation>Nothing of it is encrypted here. The account stays, and what the server keeps.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Forget</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a room</source>
        <translation>Join a room</translation>
    </message>
    <message>
        <source>Name or subject</source>
        <translation>Name or subject</translation>
    </message>
    <message>
        <source>Name or subject, for example #garden</source>
        <translation>Name or subject, for example #garden</translation>
    </message>
    <message>
        <source>Rooms of the server</source>
        <translation>Rooms of the server</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Join %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Scroll the rooms</source>
        <translation>Scroll the rooms</translation>
    </message>
    <message>
        <source>Make %1</source>
        <translation>Make %1</translation>
    </message>
    <message>
        <source>A room that nobody lists may be there already.</source>
        <translation>A room that nobody lists may be there already.</translation>
    </message>
</context>
<context>
    <name>JoinNote</name>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>The server shows no rooms</source>
        <translation>The server shows no rooms</translation>
    </message>
    <message>
        <source>No room is called so. Yours can be the first.</source>
        <translation>No room is called so. Yours can be the first.</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to…</source>
        <translation>Jump to…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Next or previous part of the window</source>
        <translation>Next or previous part of the window</translation>
    </message>
    <message>
        <source>Jump to a room or a person</source>
        <translation>Jump to a room or a person</translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation>Join a room</translation>
    </message>
    <message>
        <source>Previous or next conversation</source>
        <translation>Previous or next conversation</translation>
    </message>
    <message>
        <source>The same, of those with something unread</source>
        <translation>The same, of those with something unread</translation>
    </message>
    <message>
        <source>The first to the ninth conversation</source>
        <translation>The first to the ninth conversation</translation>
    </message>
    <message>
        <source>Show or hide the members</source>
        <translation>Show or hide the members</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>This sheet</translation>
    </message>
    <message>
        <source>Larger, smaller, as at first</source>
        <translation>Larger, smaller, as at first</translation>
    </message>
    <message>
        <source>Back to where one writes, or to the rooms</source>
        <translation>Back to where one writes, or to the rooms</translation>
    </message>
    <message>
        <source>Writing: send, or begin a line</source>
        <translation>Writing: send, or begin a line</translation>
    </message>
    <message>
        <source>Writing: complete a nick, else go on</source>
        <translation>Writing: complete a nick, else go on</translation>
    </message>
    <message>
        <source>Writing, with nothing written: what was sent before</source>
        <translation>Writing, with nothing written: what was sent before</translation>
    </message>
    <message>
        <source>Writing, with nothing to complete: to the messages</source>
        <translation>Writing, with nothing to complete: to the messages</translation>
    </message>
    <message>
        <source>Messages: go to another one</source>
        <translation>Messages: go to another one</translation>
    </message>
    <message>
        <source>Messages: what can be done with it</source>
        <translation>Messages: what can be done with it</translation>
    </message>
    <message>
        <source>Messages: mention its writer</source>
        <translation>Messages: mention its writer</translation>
    </message>
    <message>
        <source>Messages: copy it</source>
        <translation>Messages: copy it</translation>
    </message>
    <message>
        <source>Messages: take it back</source>
        <translation>Messages: take it back</translation>
    </message>
    <message>
        <source>Messages: select</source>
        <translation>Messages: select</translation>
    </message>
    <message>
        <source>Messages: select all, copy what is selected</source>
        <translation>Messages: select all, copy what is selected</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Scroll the keys</source>
        <translation>Scroll the keys</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message numerus="yes">
        <source>Send %n line(s)?</source>
        <translation>
            <numerusform>Send %n line?</numerusform>
            <numerusform>Send %n lines?</numerusform>
        </translation>
    </message>
    <message>
        <source>One message</source>
        <translation>One message</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>MemberPane</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the members</source>
        <translation>Close the members</translation>
    </message>
    <message>
        <source>Members of %1</source>
        <translation>Members of %1</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Find a member</translation>
    </message>
    <message>
        <source>Scroll the members</source>
        <translation>Scroll the members</translation>
    </message>
</context>
<context>
    <name>MemberRow</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (you)</translation>
    </message>
</context>
<context>
    <name>MessageHead</name>
    <message>
        <source>notice</source>
        <translation>notice</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy text</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Mention %1</source>
        <translation>Mention %1</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Private message</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Do not send</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Who is %1?</source>
        <translation>Who is %1?</translation>
    </message>
    <message>
        <source>More about %1…</source>
        <translation>More about %1…</translation>
    </message>
</context>
<context>
    <name>NewMessagePill</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>Back to the newest</translation>
    </message>
</context>
<context>
    <name>PastSign</name>
    <message>
        <source>Fetching what was said before…</source>
        <translation>Fetching what was said before…</translation>
    </message>
    <message>
        <source>The server does not tell what was before</source>
        <translation>The server does not tell what was before</translation>
    </message>
    <message>
        <source>Older messages are not shown here</source>
        <translation>Older messages are not shown here</translation>
    </message>
    <message>
        <source>There is nothing older to read for you</source>
        <translation>There is nothing older to read for you</translation>
    </message>
</context>
<context>
    <name>PopupHead</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>No server has this name</source>
        <translation>No server has this name</translation>
    </message>
    <message>
        <source>Check the spelling of the server&apos;s name.</source>
        <translation>Check the spelling of the server&apos;s name.</translation>
    </message>
    <message>
        <source>The server does not answer on this port</source>
        <translation>The server does not answer on this port</translation>
    </message>
    <message>
        <source>Check the port, or ask whether the server is running.</source>
        <translation>Check the port, or ask whether the server is running.</translation>
    </message>
    <message>
        <source>There is no network</source>
        <translation>There is no network</translation>
    </message>
    <message>
        <source>Check your connection; we keep trying.</source>
        <translation>Check your connection; we keep trying.</translation>
    </message>
    <message>
        <source>The server took too long to answer</source>
        <translation>The server took too long to answer</translation>
    </message>
    <message>
        <source>It may be busy or unreachable; we keep trying.</source>
        <translation>It may be busy or unreachable; we keep trying.</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>The connection broke</translation>
    </message>
    <message>
        <source>We connect again by ourselves; what you write meanwhile waits.</source>
        <translation>We connect again by ourselves; what you write meanwhile waits.</translation>
    </message>
    <message>
        <source>The server ended the connection</source>
        <translation>The server ended the connection</translation>
    </message>
    <message>
        <source>Its reason stands below.</source>
        <translation>Its reason stands below.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>The server&apos;s certificate is not trusted</translation>
    </message>
    <message>
        <source>Do not go on unless its administrator tells you why.</source>
        <translation>Do not go on unless its administrator tells you why.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired</source>
        <translation>The server&apos;s certificate has expired</translation>
    </message>
    <message>
        <source>Check your clock, or tell the administrator.</source>
        <translation>Check your clock, or tell the administrator.</translation>
    </message>
    <message>
        <source>The certificate belongs to another server</source>
        <translation>The certificate belongs to another server</translation>
    </message>
    <message>
        <source>Check the server&apos;s name.</source>
        <translation>Check the server&apos;s name.</translation>
    </message>
    <message>
        <source>No secure connection could be made</source>
        <translation>No secure connection could be made</translation>
    </message>
    <message>
        <source>Check that this port speaks TLS.</source>
        <translation>Check that this port speaks TLS.</translation>
    </message>
    <message>
        <source>The nick %1 is taken</source>
        <translation>The nick %1 is taken</translation>
    </message>
    <message>
        <source>Choose another one, for example with a number or _ at its end.</source>
        <translation>Choose another one, for example with a number or _ at its end.</translation>
    </message>
    <message>
        <source>The server does not accept the nick %1</source>
        <translation>The server does not accept the nick %1</translation>
    </message>
    <message>
        <source>Use letters, digits, - and _, and start with a letter.</source>
        <translation>Use letters, digits, - and _, and start with a letter.</translation>
    </message>
    <message>
        <source>The nick %1 is not available</source>
        <translation>The nick %1 is not available</translation>
    </message>
    <message>
        <source>Choose another one, or try again later.</source>
        <translation>Choose another one, or try again later.</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>The password is wrong</translation>
    </message>
    <message>
        <source>Type the server&apos;s password again.</source>
        <translation>Type the server&apos;s password again.</translation>
    </message>
    <message>
        <source>You are banned from this server</source>
        <translation>You are banned from this server</translation>
    </message>
    <message>
        <source>Only its administrators can change that.</source>
        <translation>Only its administrators can change that.</translation>
    </message>
    <message>
        <source>The server did not let you in</source>
        <translation>The server did not let you in</translation>
    </message>
    <message>
        <source>%1 needs a key</source>
        <translation>%1 needs a key</translation>
    </message>
    <message>
        <source>Write /join %1 and the key.</source>
        <translation>Write /join %1 and the key.</translation>
    </message>
    <message>
        <source>%1 is by invitation only</source>
        <translation>%1 is by invitation only</translation>
    </message>
    <message>
        <source>Ask somebody inside to invite you.</source>
        <translation>Ask somebody inside to invite you.</translation>
    </message>
    <message>
        <source>%1 is full</source>
        <translation>%1 is full</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Try again later.</translation>
    </message>
    <message>
        <source>You are banned from %1</source>
        <translation>You are banned from %1</translation>
    </message>
    <message>
        <source>Its operators can lift the ban.</source>
        <translation>Its operators can lift the ban.</translation>
    </message>
    <message>
        <source>%1 is for registered people</source>
        <translation>%1 is for registered people</translation>
    </message>
    <message>
        <source>Log in to an account first.</source>
        <translation>Log in to an account first.</translation>
    </message>
    <message>
        <source>There is no room %1</source>
        <translation>There is no room %1</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Check its name.</translation>
    </message>
    <message>
        <source>No room can be called %1</source>
        <translation>No room can be called %1</translation>
    </message>
    <message>
        <source>A room&apos;s name starts with # and has no blanks or commas.</source>
        <translation>A room&apos;s name starts with # and has no blanks or commas.</translation>
    </message>
    <message>
        <source>You are in too many rooms</source>
        <translation>You are in too many rooms</translation>
    </message>
    <message>
        <source>Leave one first.</source>
        <translation>Leave one first.</translation>
    </message>
    <message>
        <source>You are not in %1</source>
        <translation>You are not in %1</translation>
    </message>
    <message>
        <source>Join it first.</source>
        <translation>Join it first.</translation>
    </message>
    <message>
        <source>Only operators of %1 may do this</source>
        <translation>Only operators of %1 may do this</translation>
    </message>
    <message>
        <source>Ask one of them.</source>
        <translation>Ask one of them.</translation>
    </message>
    <message>
        <source>%1 is not in this room</source>
        <translation>%1 is not in this room</translation>
    </message>
    <message>
        <source>Check the nick.</source>
        <translation>Check the nick.</translation>
    </message>
    <message>
        <source>%1 is here already</source>
        <translation>%1 is here already</translation>
    </message>
    <message>
        <source>Nobody is called %1 here</source>
        <translation>Nobody is called %1 here</translation>
    </message>
    <message>
        <source>Check the nick; they may have left.</source>
        <translation>Check the nick; they may have left.</translation>
    </message>
    <message>
        <source>You may not write in %1</source>
        <translation>You may not write in %1</translation>
    </message>
    <message>
        <source>The room is moderated or keeps you silent.</source>
        <translation>The room is moderated or keeps you silent.</translation>
    </message>
    <message>
        <source>The message is too long</source>
        <translation>The message is too long</translation>
    </message>
    <message>
        <source>Send it in parts.</source>
        <translation>Send it in parts.</translation>
    </message>
    <message>
        <source>Too fast for the server</source>
        <translation>Too fast for the server</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Wait a moment and try again.</translation>
    </message>
    <message>
        <source>The server does not know %1</source>
        <translation>The server does not know %1</translation>
    </message>
    <message>
        <source>The server did not understand %1</source>
        <translation>The server did not understand %1</translation>
    </message>
    <message>
        <source>You may not do this</source>
        <translation>You may not do this</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>The server refused</translation>
    </message>
    <message>
        <source>Your account&apos;s password would travel in the open</source>
        <translation>Your account&apos;s password would travel in the open</translation>
    </message>
    <message>
        <source>Choose an encrypted connection (TLS), or go in without an account.</source>
        <translation>Choose an encrypted connection (TLS), or go in without an account.</translation>
    </message>
    <message>
        <source>This server offers no accounts that we can use</source>
        <translation>This server offers no accounts that we can use</translation>
    </message>
    <message>
        <source>Go in without an account.</source>
        <translation>Go in without an account.</translation>
    </message>
    <message>
        <source>The server does not let %1 log in</source>
        <translation>The server does not let %1 log in</translation>
    </message>
    <message>
        <source>Check the account&apos;s name and type its password again.</source>
        <translation>Check the account&apos;s name and type its password again.</translation>
    </message>
    <message>
        <source>The name %1 is taken</source>
        <translation>The name %1 is taken</translation>
    </message>
    <message>
        <source>If it is yours, log in; else choose another one.</source>
        <translation>If it is yours, log in; else choose another one.</translation>
    </message>
    <message>
        <source>The server does not accept this password</source>
        <translation>The server does not accept this password</translation>
    </message>
    <message>
        <source>Choose another one: long, and not your name.</source>
        <translation>Choose another one: long, and not your name.</translation>
    </message>
    <message>
        <source>The account %1 has to be confirmed</source>
        <translation>The account %1 has to be confirmed</translation>
    </message>
    <message>
        <source>Do what the server says, then log in.</source>
        <translation>Do what the server says, then log in.</translation>
    </message>
    <message>
        <source>The account %1 was not registered</source>
        <translation>The account %1 was not registered</translation>
    </message>
    <message>
        <source>The server&apos;s reason stands below.</source>
        <translation>The server&apos;s reason stands below.</translation>
    </message>
</context>
<context>
    <name>RememberLine</name>
    <message>
        <source>Remember the password on this computer</source>
        <translation>Remember the password on this computer</translation>
    </message>
    <message>
        <source>It stands unencrypted in a file beside the settings that only you may read.</source>
        <translation>It stands unencrypted in a file beside the settings that only you may read.</translation>
    </message>
</context>
<context>
    <name>RoomListPane</name>
    <message>
        <source>Join a room</source>
        <translation>Join a room</translation>
    </message>
    <message>
        <source>Rooms and people</source>
        <translation>Rooms and people</translation>
    </message>
    <message>
        <source>Scroll the rooms</source>
        <translation>Scroll the rooms</translation>
    </message>
</context>
<context>
    <name>RoomMenu</name>
    <message>
        <source>Change the topic…</source>
        <translation>Change the topic…</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Who is it?</translation>
    </message>
    <message>
        <source>Leave the room</source>
        <translation>Leave the room</translation>
    </message>
    <message>
        <source>Join the room</source>
        <translation>Join the room</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Read the topic</source>
        <translation>Read the topic</translation>
    </message>
    <message>
        <source>Export as text</source>
        <translation>Export as text</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>Export as JSON</translation>
    </message>
    <message>
        <source>Notify of all messages</source>
        <translation>Notify of all messages</translation>
    </message>
    <message>
        <source>Notify of mentions</source>
        <translation>Notify of mentions</translation>
    </message>
    <message>
        <source>Notify of nothing</source>
        <translation>Notify of nothing</translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation>Mute for an hour</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Muted: end it</source>
        <translation>Muted: end it</translation>
    </message>
    <message>
        <source>Muted until %1: end it</source>
        <translation>Muted until %1: end it</translation>
    </message>
    <message>
        <source>About this room…</source>
        <translation>About this room…</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>%1, does not call</source>
        <translation>%1, does not call</translation>
    </message>
</context>
<context>
    <name>SecretBox</name>
    <message>
        <source>Hide the password</source>
        <translation>Hide the password</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Show the password</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Encrypted (TLS)</source>
        <translation>Encrypted (TLS)</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>I am back</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>I am away</translation>
    </message>
    <message>
        <source>away</source>
        <translation>away</translation>
    </message>
    <message>
        <source>Register an account…</source>
        <translation>Register an account…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Disconnect…</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>Forget this account here…</source>
        <translation>Forget this account here…</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Notifications…</translation>
    </message>
    <message>
        <source>Speak new messages</source>
        <translation>Speak new messages</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Keys…</translation>
    </message>
    <message>
        <source>Others see when I write</source>
        <translation>Others see when I write</translation>
    </message>
    <message>
        <source>Ignored people…</source>
        <translation>Ignored people…</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n message waiting</numerusform>
            <numerusform>%n messages waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message numerus="yes">
        <source>Offline, trying again in %n s</source>
        <translation>
            <numerusform>Offline, trying again in %n s</numerusform>
            <numerusform>Offline, trying again in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Trying again…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Jump to a room or a person</source>
        <translation>Jump to a room or a person</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Matching rooms and people</source>
        <translation>Matching rooms and people</translation>
    </message>
    <message>
        <source>Scroll the rooms</source>
        <translation>Scroll the rooms</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Delete this message?</source>
        <translation>Delete this message?</translation>
    </message>
    <message>
        <source>Take this message back?</source>
        <translation>Take this message back?</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation>It was not sent.</translation>
    </message>
    <message>
        <source>It goes away for everybody. Who has read it has read it.</source>
        <translation>It goes away for everybody. Who has read it has read it.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Messages of %1</source>
        <translation>Messages of %1</translation>
    </message>
    <message>
        <source>Scroll the messages</source>
        <translation>Scroll the messages</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) copied</source>
        <translation>
            <numerusform>%n message copied</numerusform>
            <numerusform>%n messages copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicBar</name>
    <message>
        <source>Back to the rooms</source>
        <translation>Back to the rooms</translation>
    </message>
    <message>
        <source>Private conversation</source>
        <translation>Private conversation</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>More about this room</source>
        <translation>More about this room</translation>
    </message>
</context>
<context>
    <name>UnreadDivider</name>
    <message>
        <source>New messages</source>
        <translation>New messages</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
</context>
<context>
    <name>brusio::ui::CertificateQuestion</name>
    <message>
        <source>Nobody that this computer trusts vouches for it.</source>
        <translation>Nobody that this computer trusts vouches for it.</translation>
    </message>
    <message>
        <source>It was made for another name.</source>
        <translation>It was made for another name.</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>It has expired.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>It is not valid yet.</translation>
    </message>
    <message>
        <source>It cannot be checked fully.</source>
        <translation>It cannot be checked fully.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>Issued to %1 by %2, valid until %3</source>
        <translation>Issued to %1 by %2, valid until %3</translation>
    </message>
</context>
<context>
    <name>brusio::ui::Chat</name>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 is writing…</translation>
    </message>
    <message>
        <source>%1 and %2 are writing…</source>
        <translation>%1 and %2 are writing…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are writing…</source>
        <translation>
            <numerusform>%n person is writing…</numerusform>
            <numerusform>%n people are writing…</numerusform>
        </translation>
    </message>
    <message>
        <source>No room can be called %1.</source>
        <translation>No room can be called %1.</translation>
    </message>
    <message>
        <source>You have the account %1 now: your name and your rooms stay yours.</source>
        <translation>You have the account %1 now: your name and your rooms stay yours.</translation>
    </message>
    <message>
        <source>What waits to be sent cannot be kept on this computer&apos;s disk.</source>
        <translation>What waits to be sent cannot be kept on this computer&apos;s disk.</translation>
    </message>
    <message>
        <source>Send as text</source>
        <translation>Send as text</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Join %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>The server says: %1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Go to %1</translation>
    </message>
    <message>
        <source>What was kept of this account cannot be removed from the disk.</source>
        <translation>What was kept of this account cannot be removed from the disk.</translation>
    </message>
    <message>
        <source>The screen is empty. What was said is shown again when you come back here.</source>
        <translation>The screen is empty. What was said is shown again when you come back here.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::PartnerPresence</name>
    <message>
        <source>Away</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Here</translation>
    </message>
</context>
<context>
    <name>brusio::ui::PlaceStore</name>
    <message>
        <source>Another window holds what is kept of this server. What is said here is not kept in this one.</source>
        <translation>Another window holds what is kept of this server. What is said here is not kept in this one.</translation>
    </message>
    <message>
        <source>What is kept of this server comes from a newer version: it stays as it is, and nothing is added to it.</source>
        <translation>What is kept of this server comes from a newer version: it stays as it is, and nothing is added to it.</translation>
    </message>
    <message>
        <source>What was kept of this server cannot be read. It was put aside as %1, and is kept anew.</source>
        <translation>What was kept of this server cannot be read. It was put aside as %1, and is kept anew.</translation>
    </message>
    <message>
        <source>What is said cannot be kept on this computer's disk (%1).</source>
        <translation>What is said cannot be kept on this computer's disk (%1).</translation>
    </message>
    <message>
        <source>The disk of this computer takes nothing more: what is said is kept when it does again.</source>
        <translation>The disk of this computer takes nothing more: what is said is kept when it does again.</translation>
    </message>
    <message>
        <source>The disk of this computer takes nothing more: what is said from now on is not kept until the next start.</source>
        <translation>The disk of this computer takes nothing more: what is said from now on is not kept until the next start.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::ChatFeed</name>
    <message>
        <source>%1 is away</source>
        <translation>%1 is away</translation>
    </message>
    <message>
        <source>%1 is away: %2</source>
        <translation>%1 is away: %2</translation>
    </message>
    <message>
        <source>%1 invites you to %2.</source>
        <translation>%1 invites you to %2.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::ComposerWords</name>
    <message>
        <source>Something is missing. Write: %1</source>
        <translation>Something is missing. Write: %1</translation>
    </message>
    <message>
        <source>Open a room first.</source>
        <translation>Open a room first.</translation>
    </message>
    <message>
        <source>This works in a room only.</source>
        <translation>This works in a room only.</translation>
    </message>
    <message>
        <source>Nothing was sent: a line looks like a command, but something stands before it. Take that away, or send it as text.</source>
        <translation>Nothing was sent: a line looks like a command, but something stands before it. Take that away, or send it as text.</translation>
    </message>
    <message>
        <source>There is no command /%1. /help shows them all; what begins with // is said, with one /.</source>
        <translation>There is no command /%1. /help shows them all; what begins with // is said, with one /.</translation>
    </message>
    <message>
        <source>One word is enough. Write: %1</source>
        <translation>One word is enough. Write: %1</translation>
    </message>
</context>
<context>
    <name>brusio::ui::EventWords</name>
    <message>
        <source>Something may have been said here that is not known</source>
        <translation>Something may have been said here that is not known</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 joined</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>%1 came and went</source>
        <translation>%1 came and went</translation>
    </message>
    <message>
        <source>%1 left and came back</source>
        <translation>%1 left and came back</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 removed %2</translation>
    </message>
    <message>
        <source>%1 removed %2: %3</source>
        <translation>%1 removed %2: %3</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 is now %2</translation>
    </message>
    <message>
        <source>%1 renamed the room from %2 to %3</source>
        <translation>%1 renamed the room from %2 to %3</translation>
    </message>
    <message>
        <source>%1 cleared the topic</source>
        <translation>%1 cleared the topic</translation>
    </message>
    <message>
        <source>%1 set the topic: %2</source>
        <translation>%1 set the topic: %2</translation>
    </message>
    <message>
        <source>%1 set %2</source>
        <translation>%1 set %2</translation>
    </message>
    <message>
        <source>%1 invited %2</source>
        <translation>%1 invited %2</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>refused by the server</translation>
    </message>
    <message>
        <source>the connection broke; it may have arrived</source>
        <translation>the connection broke; it may have arrived</translation>
    </message>
    <message>
        <source>too many messages are waiting</source>
        <translation>too many messages are waiting</translation>
    </message>
    <message>
        <source>Message taken back</source>
        <translation>Message taken back</translation>
    </message>
    <message>
        <source>Message taken back by %1</source>
        <translation>Message taken back by %1</translation>
    </message>
</context>
<context>
    <name>brusio::ui::MemberListModel</name>
    <message>
        <source>%1, away</source>
        <translation>%1, away</translation>
    </message>
    <message>
        <source>Founders</source>
        <translation>Founders</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administrators</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>Half-operators</source>
        <translation>Half-operators</translation>
    </message>
    <message>
        <source>Voiced</source>
        <translation>Voiced</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
</context>
<context>
    <name>brusio::ui::RoomDirectoryModel</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>brusio::ui::RoomListModel</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Rooms</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>messages waiting to be sent</source>
        <translation>messages waiting to be sent</translation>
    </message>
    <message>
        <source>not joined</source>
        <translation>not joined</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>brusio::ui::ServerPage</name>
    <message>
        <source>Server messages</source>
        <translation>Server messages</translation>
    </message>
    <message>
        <source>%1 to all: %2</source>
        <translation>%1 to all: %2</translation>
    </message>
</context>
<context>
    <name>brusio::ui::Speaker</name>
    <message>
        <source>%1 says to you: %2</source>
        <translation>%1 says to you: %2</translation>
    </message>
    <message>
        <source>%1 mentions you: %2</source>
        <translation>%1 mentions you: %2</translation>
    </message>
    <message>
        <source>%1 mentions you in %2: %3</source>
        <translation>%1 mentions you in %2: %3</translation>
    </message>
    <message>
        <source>Not sent: %1. %2</source>
        <translation>Not sent: %1. %2</translation>
    </message>
    <message>
        <source>Not sent to %1: %2. %3</source>
        <translation>Not sent to %1: %2. %3</translation>
    </message>
    <message>
        <source>There is no connection. Trying again.</source>
        <translation>There is no connection. Trying again.</translation>
    </message>
    <message>
        <source>Online again</source>
        <translation>Online again</translation>
    </message>
</context>
<context>
    <name>brusio::ui::SpokenWords</name>
    <message numerus="yes">
        <source>You are spoken to %n times</source>
        <translation>
            <numerusform>You are spoken to %n time</numerusform>
            <numerusform>You are spoken to %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things failed</source>
        <translation>
            <numerusform>%n thing failed</numerusform>
            <numerusform>%n things failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>brusio::ui::TimelineModel</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>not sent: %1</translation>
    </message>
</context>
<context>
    <name>brusio::ui::RoomExport</name>
    <message>
        <source>Nothing is known here that could be exported.</source>
        <translation>Nothing is known here that could be exported.</translation>
    </message>
    <message>
        <source>It cannot be exported to %1: %2</source>
        <translation>It cannot be exported to %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n row(s) to %1. Whoever can read the file can read all of it.</source>
        <translation>
            <numerusform>Exported %n row to %1. Whoever can read the file can read all of it.</numerusform>
            <numerusform>Exported %n rows to %1. Whoever can read the file can read all of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Join a room?</source>
        <translation>Join a room?</translation>
    </message>
    <message>
        <source>Write to somebody?</source>
        <translation>Write to somebody?</translation>
    </message>
    <message>
        <source>Go to another server?</source>
        <translation>Go to another server?</translation>
    </message>
    <message>
        <source>This is no address</source>
        <translation>This is no address</translation>
    </message>
    <message>
        <source>Another program wants to open something here that cannot be read.</source>
        <translation>Another program wants to open something here that cannot be read.</translation>
    </message>
    <message>
        <source>A link from outside of this window leads here:</source>
        <translation>A link from outside of this window leads here:</translation>
    </message>
    <message>
        <source>If there is no such room, joining makes it.</source>
        <translation>If there is no such room, joining makes it.</translation>
    </message>
    <message>
        <source>You leave %1 for it.</source>
        <translation>You leave %1 for it.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>The way there is encrypted.</source>
        <translation>The way there is encrypted.</translation>
    </message>
    <message>
        <source>The way there is not encrypted.</source>
        <translation>The way there is not encrypted.</translation>
    </message>
</context>
<context>
    <name>CallsDialog</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Notifications on the desktop</source>
        <translation>Notifications on the desktop</translation>
    </message>
    <message>
        <source>Show what was said</source>
        <translation>Show what was said</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Play a sound</translation>
    </message>
    <message>
        <source>Closing the window leaves Brusio in the tray</source>
        <translation>Closing the window leaves Brusio in the tray</translation>
    </message>
    <message>
        <source>Words that mention you, besides your nick</source>
        <translation>Words that mention you, besides your nick</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>with commas between them</translation>
    </message>
    <message>
        <source>Private messages and mentions call you.</source>
        <translation>Private messages and mentions call you.</translation>
    </message>
    <message>
        <source>The menu of a room or a person changes that there.</source>
        <translation>The menu of a room or a person changes that there.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Brusio stays in the tray</source>
        <translation>Brusio stays in the tray</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Stay in the tray</translation>
    </message>
    <message>
        <source>Quit whenever it is closed</source>
        <translation>Quit whenever it is closed</translation>
    </message>
    <message>
        <source>It stays online and calls you when somebody speaks to you.</source>
        <translation>It stays online and calls you when somebody speaks to you.</translation>
    </message>
    <message>
        <source>To end it, choose Quit in its menu there.</source>
        <translation>To end it, choose Quit in its menu there.</translation>
    </message>
</context>
<context>
    <name>QuietHoursFields</name>
    <message>
        <source>Quiet hours: nothing calls</source>
        <translation>Quiet hours: nothing calls</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>This is no time of the day. Kept: %1 to %2.</source>
        <translation>This is no time of the day. Kept: %1 to %2.</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message numerus="yes">
        <source>Brusio: %n message(s) for you</source>
        <translation>
            <numerusform>Brusio: %n message for you</numerusform>
            <numerusform>Brusio: %n messages for you</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Brusio</source>
        <translation>Show Brusio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>brusio::ui::Calls</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n message(s)</source>
        <translation>
            <numerusform>%1: %n message</numerusform>
            <numerusform>%1: %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>New message</source>
        <translation>New message</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
</context>
<context>
    <name>brusio::ui::AnswerWords</name>
    <message>
        <source>Only members may write here.</source>
        <translation>Only members may write here.</translation>
    </message>
    <message>
        <source>Only operators change the topic.</source>
        <translation>Only operators change the topic.</translation>
    </message>
    <message>
        <source>One comes in by invitation only.</source>
        <translation>One comes in by invitation only.</translation>
    </message>
    <message>
        <source>Moderated: only operators and voiced people may write.</source>
        <translation>Moderated: only operators and voiced people may write.</translation>
    </message>
    <message>
        <source>Secret: outsiders do not see the room.</source>
        <translation>Secret: outsiders do not see the room.</translation>
    </message>
    <message>
        <source>Private.</source>
        <translation>Private.</translation>
    </message>
    <message>
        <source>One needs the key to come in.</source>
        <translation>One needs the key to come in.</translation>
    </message>
    <message>
        <source>At most %1 people.</source>
        <translation>At most %1 people.</translation>
    </message>
    <message>
        <source>No CTCP.</source>
        <translation>No CTCP.</translation>
    </message>
    <message>
        <source>Only people with an account may write.</source>
        <translation>Only people with an account may write.</translation>
    </message>
    <message>
        <source>Only people with an account may come in.</source>
        <translation>Only people with an account may come in.</translation>
    </message>
    <message>
        <source>Only so many may come in at a time (%1).</source>
        <translation>Only so many may come in at a time (%1).</translation>
    </message>
    <message>
        <source>A mode of this server.</source>
        <translation>A mode of this server.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 is %2</translation>
    </message>
    <message>
        <source>Real name: %1</source>
        <translation>Real name: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Account: %1</translation>
    </message>
    <message>
        <source>Rooms: %1</source>
        <translation>Rooms: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Away: %1</source>
        <translation>Away: %1</translation>
    </message>
    <message>
        <source>Silent for %1</source>
        <translation>Silent for %1</translation>
    </message>
    <message>
        <source>Here since %1</source>
        <translation>Here since %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>Nobody is kept out of %1.</source>
        <translation>Nobody is kept out of %1.</translation>
    </message>
    <message>
        <source>Kept out of %1:</source>
        <translation>Kept out of %1:</translation>
    </message>
    <message>
        <source>In %1: %2</source>
        <translation>In %1: %2</translation>
    </message>
    <message>
        <source>away</source>
        <translation>away</translation>
    </message>
    <message>
        <source>%1 was %2@%3 (%4)</source>
        <translation>%1 was %2@%3 (%4)</translation>
    </message>
    <message>
        <source>%1 was seen on %2: %3</source>
        <translation>%1 was seen on %2: %3</translation>
    </message>
    <message>
        <source>%1 has no modes.</source>
        <translation>%1 has no modes.</translation>
    </message>
    <message>
        <source>Modes of %1:</source>
        <translation>Modes of %1:</translation>
    </message>
</context>
<context>
    <name>brusio::ui::CommandDesk</name>
    <message>
        <source>This server does not offer that.</source>
        <translation>This server does not offer that.</translation>
    </message>
    <message>
        <source>This cannot be sent as one line.</source>
        <translation>This cannot be sent as one line.</translation>
    </message>
    <message>
        <source>You are offline: nothing was sent.</source>
        <translation>You are offline: nothing was sent.</translation>
    </message>
    <message>
        <source>To %1: %2</source>
        <translation>To %1: %2</translation>
    </message>
    <message>
        <source>You are not in %1.</source>
        <translation>You are not in %1.</translation>
    </message>
    <message>
        <source>%1 has no topic.</source>
        <translation>%1 has no topic.</translation>
    </message>
    <message>
        <source>Topic of %1: %2</source>
        <translation>Topic of %1: %2</translation>
    </message>
    <message>
        <source>Topic of %1: %2 (by %3)</source>
        <translation>Topic of %1: %2 (by %3)</translation>
    </message>
    <message>
        <source>The people in %1 have heard you knock.</source>
        <translation>The people in %1 have heard you knock.</translation>
    </message>
    <message>
        <source>Your modes: %1</source>
        <translation>Your modes: %1</translation>
    </message>
    <message>
        <source>It is on the page of the server&apos;s messages.</source>
        <translation>It is on the page of the server&apos;s messages.</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Also: %1</translation>
    </message>
    <message>
        <source>There is no command /%1.</source>
        <translation>There is no command /%1.</translation>
    </message>
    <message>
        <source>Whom? Write a room or a mask.</source>
        <translation>Whom? Write a room or a mask.</translation>
    </message>
    <message>
        <source>You ignore nobody.</source>
        <translation>You ignore nobody.</translation>
    </message>
    <message>
        <source>You ignore:</source>
        <translation>You ignore:</translation>
    </message>
    <message>
        <source>That is you.</source>
        <translation>That is you.</translation>
    </message>
    <message>
        <source>You ignore %1 from now on. /unignore %2 ends it.</source>
        <translation>You ignore %1 from now on. /unignore %2 ends it.</translation>
    </message>
    <message>
        <source>You ignore %1 already, or too many people.</source>
        <translation>You ignore %1 already, or too many people.</translation>
    </message>
    <message>
        <source>You do not ignore %1. /ignore lists whom.</source>
        <translation>You do not ignore %1. /ignore lists whom.</translation>
    </message>
    <message>
        <source>You hear %1 again from now on.</source>
        <translation>You hear %1 again from now on.</translation>
    </message>
    <message>
        <source>This works in a room only.</source>
        <translation>This works in a room only.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::CommandTable</name>
    <message>
        <source>%1 For operators of the room.</source>
        <translation>%1 For operators of the room.</translation>
    </message>
    <message>
        <source>%1 For operators of the server.</source>
        <translation>%1 For operators of the server.</translation>
    </message>
    <message>
        <source>does something</source>
        <translation>does something</translation>
    </message>
    <message>
        <source>Tells what you are doing.</source>
        <translation>Tells what you are doing.</translation>
    </message>
    <message>
        <source>nick [text]</source>
        <translation>nick [text]</translation>
    </message>
    <message>
        <source>Writes to somebody in private, or to a room.</source>
        <translation>Writes to somebody in private, or to a room.</translation>
    </message>
    <message>
        <source>Opens a private conversation.</source>
        <translation>Opens a private conversation.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>Says the text as it stands, also if it begins with /.</source>
        <translation>Says the text as it stands, also if it begins with /.</translation>
    </message>
    <message>
        <source>nick text</source>
        <translation>nick text</translation>
    </message>
    <message>
        <source>Sends a notice, which nobody answers by itself.</source>
        <translation>Sends a notice, which nobody answers by itself.</translation>
    </message>
    <message>
        <source>#room [key]</source>
        <translation>#room [key]</translation>
    </message>
    <message>
        <source>Goes into a room, and makes it if there is none.</source>
        <translation>Goes into a room, and makes it if there is none.</translation>
    </message>
    <message>
        <source>[#room] [reason]</source>
        <translation>[#room] [reason]</translation>
    </message>
    <message>
        <source>Leaves the room; what was said stays to be read.</source>
        <translation>Leaves the room; what was said stays to be read.</translation>
    </message>
    <message>
        <source>[#room]</source>
        <translation>[#room]</translation>
    </message>
    <message>
        <source>Leaves the room and comes back.</source>
        <translation>Leaves the room and comes back.</translation>
    </message>
    <message>
        <source>Closes what is open, and leaves the room.</source>
        <translation>Closes what is open, and leaves the room.</translation>
    </message>
    <message>
        <source>Empties the screen until you come back here; nothing is deleted.</source>
        <translation>Empties the screen until you come back here; nothing is deleted.</translation>
    </message>
    <message>
        <source>[#room] [text]</source>
        <translation>[#room] [text]</translation>
    </message>
    <message>
        <source>Shows or sets the topic.</source>
        <translation>Shows or sets the topic.</translation>
    </message>
    <message>
        <source>Lists who is in a room.</source>
        <translation>Lists who is in a room.</translation>
    </message>
    <message>
        <source>[word]</source>
        <translation>[word]</translation>
    </message>
    <message>
        <source>Shows the server&apos;s rooms.</source>
        <translation>Shows the server&apos;s rooms.</translation>
    </message>
    <message>
        <source>nick [#room]</source>
        <translation>nick [#room]</translation>
    </message>
    <message>
        <source>Asks somebody into a room.</source>
        <translation>Asks somebody into a room.</translation>
    </message>
    <message>
        <source>#room [text]</source>
        <translation>#room [text]</translation>
    </message>
    <message>
        <source>Asks to be let into a room.</source>
        <translation>Asks to be let into a room.</translation>
    </message>
    <message>
        <source>nick</source>
        <translation>nick</translation>
    </message>
    <message>
        <source>Tells who somebody is.</source>
        <translation>Tells who somebody is.</translation>
    </message>
    <message>
        <source>Tells who somebody was who has left.</source>
        <translation>Tells who somebody was who has left.</translation>
    </message>
    <message>
        <source>[#room or mask]</source>
        <translation>[#room or mask]</translation>
    </message>
    <message>
        <source>Lists people with their addresses.</source>
        <translation>Lists people with their addresses.</translation>
    </message>
    <message>
        <source>[nick or mask]</source>
        <translation>[nick or mask]</translation>
    </message>
    <message>
        <source>Shows nothing more of what somebody says; alone it lists whom.</source>
        <translation>Shows nothing more of what somebody says; alone it lists whom.</translation>
    </message>
    <message>
        <source>nick or mask</source>
        <translation>nick or mask</translation>
    </message>
    <message>
        <source>Shows again what somebody says from now on.</source>
        <translation>Shows again what somebody says from now on.</translation>
    </message>
    <message>
        <source>new-nick</source>
        <translation>new-nick</translation>
    </message>
    <message>
        <source>Gives you another name.</source>
        <translation>Gives you another name.</translation>
    </message>
    <message>
        <source>[reason]</source>
        <translation>[reason]</translation>
    </message>
    <message>
        <source>Tells that you are away, or without a reason that you are back.</source>
        <translation>Tells that you are away, or without a reason that you are back.</translation>
    </message>
    <message>
        <source>Tells that you are back.</source>
        <translation>Tells that you are back.</translation>
    </message>
    <message>
        <source>[+letters or -letters]</source>
        <translation>[+letters or -letters]</translation>
    </message>
    <message>
        <source>Shows or changes your own modes.</source>
        <translation>Shows or changes your own modes.</translation>
    </message>
    <message>
        <source>Leaves the server.</source>
        <translation>Leaves the server.</translation>
    </message>
    <message>
        <source>[#room] nick…</source>
        <translation>[#room] nick…</translation>
    </message>
    <message>
        <source>Makes people operators of the room.</source>
        <translation>Makes people operators of the room.</translation>
    </message>
    <message>
        <source>Makes them operators no more.</source>
        <translation>Makes them operators no more.</translation>
    </message>
    <message>
        <source>Makes people half-operators of the room.</source>
        <translation>Makes people half-operators of the room.</translation>
    </message>
    <message>
        <source>Makes them half-operators no more.</source>
        <translation>Makes them half-operators no more.</translation>
    </message>
    <message>
        <source>Lets people speak in a moderated room.</source>
        <translation>Lets people speak in a moderated room.</translation>
    </message>
    <message>
        <source>Lets them do so no more.</source>
        <translation>Lets them do so no more.</translation>
    </message>
    <message>
        <source>[#room] nick [reason]</source>
        <translation>[#room] nick [reason]</translation>
    </message>
    <message>
        <source>Puts somebody out of the room.</source>
        <translation>Puts somebody out of the room.</translation>
    </message>
    <message>
        <source>[#room] [nick or mask…]</source>
        <translation>[#room] [nick or mask…]</translation>
    </message>
    <message>
        <source>Keeps people out; alone it lists who is kept out.</source>
        <translation>Keeps people out; alone it lists who is kept out.</translation>
    </message>
    <message>
        <source>[#room] nick or mask…</source>
        <translation>[#room] nick or mask…</translation>
    </message>
    <message>
        <source>Lets them in again.</source>
        <translation>Lets them in again.</translation>
    </message>
    <message>
        <source>Puts somebody out and keeps them out.</source>
        <translation>Puts somebody out and keeps them out.</translation>
    </message>
    <message>
        <source>Lets people read and not write.</source>
        <translation>Lets people read and not write.</translation>
    </message>
    <message>
        <source>Lets them write again.</source>
        <translation>Lets them write again.</translation>
    </message>
    <message>
        <source>[#room] [+letters or -letters] [words]</source>
        <translation>[#room] [+letters or -letters] [words]</translation>
    </message>
    <message>
        <source>Shows or changes a room&apos;s modes.</source>
        <translation>Shows or changes a room&apos;s modes.</translation>
    </message>
    <message>
        <source>Says something to NickServ; passwords are not shown.</source>
        <translation>Says something to NickServ; passwords are not shown.</translation>
    </message>
    <message>
        <source>Says something to ChanServ.</source>
        <translation>Says something to ChanServ.</translation>
    </message>
    <message>
        <source>name password</source>
        <translation>name password</translation>
    </message>
    <message>
        <source>Makes you an operator of the server.</source>
        <translation>Makes you an operator of the server.</translation>
    </message>
    <message>
        <source>Shows the server&apos;s message of the day.</source>
        <translation>Shows the server&apos;s message of the day.</translation>
    </message>
    <message>
        <source>line</source>
        <translation>line</translation>
    </message>
    <message>
        <source>Sends a line to the server as it stands.</source>
        <translation>Sends a line to the server as it stands.</translation>
    </message>
    <message>
        <source>[command]</source>
        <translation>[command]</translation>
    </message>
    <message>
        <source>Explains a command, or all of them.</source>
        <translation>Explains a command, or all of them.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::IgnoreList</name>
    <message>
        <source>%1, under every nick</source>
        <translation>%1, under every nick</translation>
    </message>
</context>
<context>
    <name>CompleterList</name>
    <message>
        <source>What it may become</source>
        <translation>What it may become</translation>
    </message>
    <message>
        <source>Scroll the list</source>
        <translation>Scroll the list</translation>
    </message>
</context>
<context>
    <name>brusio::ui::Completer</name>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 of %3)</translation>
    </message>
</context>
<context>
    <name>IgnoredDialog</name>
    <message>
        <source>Ignored people</source>
        <translation>Ignored people</translation>
    </message>
    <message>
        <source>You ignore nobody on this server.</source>
        <translation>You ignore nobody on this server.</translation>
    </message>
    <message>
        <source>Hear %1 again</source>
        <translation>Hear %1 again</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>In common: %1</source>
        <translation>In common: %1</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Private message</translation>
    </message>
    <message>
        <source>Take operator away</source>
        <translation>Take operator away</translation>
    </message>
    <message>
        <source>Make operator</source>
        <translation>Make operator</translation>
    </message>
    <message>
        <source>Take voice away</source>
        <translation>Take voice away</translation>
    </message>
    <message>
        <source>Give voice</source>
        <translation>Give voice</translation>
    </message>
    <message>
        <source>Put out of the room</source>
        <translation>Put out of the room</translation>
    </message>
    <message>
        <source>Keep out of the room</source>
        <translation>Keep out of the room</translation>
    </message>
    <message>
        <source>Ignore no more</source>
        <translation>Ignore no more</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignore</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Who is %1?</source>
        <translation>Who is %1?</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Private message</translation>
    </message>
    <message>
        <source>Take operator away</source>
        <translation>Take operator away</translation>
    </message>
    <message>
        <source>Make operator</source>
        <translation>Make operator</translation>
    </message>
    <message>
        <source>Take voice away</source>
        <translation>Take voice away</translation>
    </message>
    <message>
        <source>Give voice</source>
        <translation>Give voice</translation>
    </message>
    <message>
        <source>Put out of the room</source>
        <translation>Put out of the room</translation>
    </message>
    <message>
        <source>Keep out of the room</source>
        <translation>Keep out of the room</translation>
    </message>
    <message>
        <source>Ignore no more</source>
        <translation>Ignore no more</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignore</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>There is no topic.</source>
        <translation>There is no topic.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Set the topic</source>
        <translation>Set the topic</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Key: %1</translation>
    </message>
    <message>
        <source>Nick to invite</source>
        <translation>Nick to invite</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>Asking the server who is kept out…</source>
        <translation>Asking the server who is kept out…</translation>
    </message>
    <message>
        <source>Nobody is kept out.</source>
        <translation>Nobody is kept out.</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>Kept out</translation>
    </message>
    <message>
        <source>Let %1 in again</source>
        <translation>Let %1 in again</translation>
    </message>
</context>
<context>
    <name>brusio::ui::PersonDesk</name>
    <message>
        <source>Away</source>
        <translation>Away</translation>
    </message>
</context>
</TS>
