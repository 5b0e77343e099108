<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it_IT" sourcelanguage="en_US">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Register an account</source>
        <translation>Registra un account</translation>
    </message>
    <message>
        <source>An account keeps your name and your rooms for you.</source>
        <translation>Un account conserva per te il tuo nome e le tue stanze.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Password for the new account</source>
        <translation>Password per il nuovo account</translation>
    </message>
    <message>
        <source>E-mail (not needed)</source>
        <translation>E-mail (facoltativa)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Chiedo al server…</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrati</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>La stessa password, ancora una volta</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>How to go in</source>
        <translation>Come entrare</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Ospite</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Accedi</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrati</translation>
    </message>
    <message>
        <source>Without an account your nick is yours only while you are here.</source>
        <translation>Senza un account il nick è tuo solo finché sei qui.</translation>
    </message>
    <message>
        <source>An account keeps your name and your rooms for you. A password is enough.</source>
        <translation>Un account conserva per te il tuo nome e le tue stanze. Basta una password.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>As your nick</source>
        <translation>Come il tuo nick</translation>
    </message>
    <message>
        <source>Password for the new account</source>
        <translation>Password per il nuovo account</translation>
    </message>
    <message>
        <source>Password of the account</source>
        <translation>Password dell&apos;account</translation>
    </message>
    <message>
        <source>The remembered one</source>
        <translation>Quella ricordata</translation>
    </message>
    <message>
        <source>E-mail (not needed)</source>
        <translation>E-mail (facoltativa)</translation>
    </message>
    <message>
        <source>Your name and your rooms wait for you.</source>
        <translation>Il tuo nome e le tue stanze ti aspettano.</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>La stessa password, ancora una volta</translation>
    </message>
</context>
<context>
    <name>CertificateCard</name>
    <message>
        <source>%1 shows another certificate than before</source>
        <translation>%1 mostra un certificato diverso da prima</translation>
    </message>
    <message>
        <source>Is this really %1?</source>
        <translation>È davvero %1?</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that its administrator tells you.</source>
        <translation>Confronta l&apos;impronta con quella che ti dice il suo amministratore.</translation>
    </message>
    <message>
        <source>Fingerprint, SHA-256: %1</source>
        <translation>Impronta, SHA-256: %1</translation>
    </message>
    <message>
        <source>Trust it and connect</source>
        <translation>Fidati ed entra</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Non entrare</translation>
    </message>
    <message>
        <source>Somebody may be reading along. Ask its administrator if it is new.</source>
        <translation>Qualcuno potrebbe leggere. Chiedi al suo amministratore se è nuovo.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message to %1</source>
        <translation>Messaggio a %1</translation>
    </message>
    <message>
        <source>Message in %1</source>
        <translation>Messaggio in %1</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Invia</translation>
    </message>
    <message>
        <source>A command, for example /join #garden</source>
        <translation>Un comando, per esempio /join #giardino</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>ConnectHead</name>
    <message>
        <source>The hum of many voices</source>
        <translation>Il mormorio di molte voci</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Your nick</source>
        <translation>Il tuo nick</translation>
    </message>
    <message>
        <source>Server password (if it asks for one)</source>
        <translation>Password del server (se la chiede)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Register and connect</source>
        <translation>Registrati ed entra</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Accedi</translation>
    </message>
</context>
<context>
    <name>ConnectProgress</name>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Riprovo tra %n s</numerusform>
            <numerusform>Riprovo tra %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Accesso in corso…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connessione in corso…</translation>
    </message>
</context>
<context>
    <name>EmptyRoom</name>
    <message>
        <source>Choose a room</source>
        <translation>Scegli una stanza</translation>
    </message>
    <message>
        <source>Join one with +, or press Ctrl+K to jump to one.</source>
        <translation>Entra in una con +, o premi Ctrl+K per saltare a una stanza.</translation>
    </message>
    <message>
        <source>Nothing to read yet</source>
        <translation>Ancora niente da leggere</translation>
    </message>
    <message>
        <source>What was said before you came may not be shown to you.</source>
        <translation>Ciò che è stato detto prima che arrivassi può non esserti mostrato.</translation>
    </message>
</context>
<context>
    <name>FailedBar</name>
    <message>
        <source>Not sent</source>
        <translation>Non inviato</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Non inviato: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>Dismiss</source>
        <translation>Chiudi l&apos;avviso</translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>You are %1</source>
        <translation>Tu sei %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Non in linea</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Via</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>In linea</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>ospite</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>con account</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>come %1</translation>
    </message>
    <message>
        <source>Disconnect from %1?</source>
        <translation>Disconnettersi da %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait to be sent; they leave when you come back.</source>
        <translation>
            <numerusform>%n messaggio aspetta di essere inviato; partirà quando torni.</numerusform>
            <numerusform>%n messaggi aspettano di essere inviati; partiranno quando torni.</numerusform>
        </translation>
    </message>
    <message>
        <source>You hear of nothing until you come back.</source>
        <translation>Non saprai più nulla finché non torni.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Disconnetti</translation>
    </message>
    <message>
        <source>Forget %1 on this computer?</source>
        <translation>Dimenticare %1 su questo computer?</translation>
    </message>
    <message>
        <source>What was said, drafts, what waits to be sent and the password go.</source>
        <translation>Vanno via quello che è stato detto, le bozze, quello che aspetta di essere inviato e la password.</translation>
    </message>
    <message>
        <source>Nothing of it is encrypted here. The account stays, and what the server keeps.</source>
        <translation>Niente di questo è cifrato qui. Restano l'account e ciò che conserva il server.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Dimentica</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a room</source>
        <translation>Entra in una stanza</translation>
    </message>
    <message>
        <source>Name or subject</source>
        <translation>Nome o argomento</translation>
    </message>
    <message>
        <source>Name or subject, for example #garden</source>
        <translation>Nome o argomento, per esempio #giardino</translation>
    </message>
    <message>
        <source>Rooms of the server</source>
        <translation>Stanze del server</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Entra in %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Scroll the rooms</source>
        <translation>Scorri le stanze</translation>
    </message>
    <message>
        <source>Make %1</source>
        <translation>Crea %1</translation>
    </message>
    <message>
        <source>A room that nobody lists may be there already.</source>
        <translation>Una stanza che nessuno elenca può esserci già.</translation>
    </message>
</context>
<context>
    <name>JoinNote</name>
    <message>
        <source>Asking the server…</source>
        <translation>Chiedo al server…</translation>
    </message>
    <message>
        <source>The server shows no rooms</source>
        <translation>Il server non mostra stanze</translation>
    </message>
    <message>
        <source>No room is called so. Yours can be the first.</source>
        <translation>Nessuna stanza si chiama così. La tua può essere la prima.</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to…</source>
        <translation>Vai a…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Next or previous part of the window</source>
        <translation>Parte successiva o precedente della finestra</translation>
    </message>
    <message>
        <source>Jump to a room or a person</source>
        <translation>Vai a una stanza o a una persona</translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation>Entra in una stanza</translation>
    </message>
    <message>
        <source>Previous or next conversation</source>
        <translation>Conversazione precedente o successiva</translation>
    </message>
    <message>
        <source>The same, of those with something unread</source>
        <translation>Lo stesso, fra quelle con qualcosa da leggere</translation>
    </message>
    <message>
        <source>The first to the ninth conversation</source>
        <translation>Dalla prima alla nona conversazione</translation>
    </message>
    <message>
        <source>Show or hide the members</source>
        <translation>Mostra o nascondi i membri</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Questo foglio</translation>
    </message>
    <message>
        <source>Larger, smaller, as at first</source>
        <translation>Più grande, più piccolo, come all&apos;inizio</translation>
    </message>
    <message>
        <source>Back to where one writes, or to the rooms</source>
        <translation>Torna dove si scrive, o alle stanze</translation>
    </message>
    <message>
        <source>Writing: send, or begin a line</source>
        <translation>Scrivendo: invia, o comincia una riga</translation>
    </message>
    <message>
        <source>Writing: complete a nick, else go on</source>
        <translation>Scrivendo: completa un nick, altrimenti prosegui</translation>
    </message>
    <message>
        <source>Writing, with nothing written: what was sent before</source>
        <translation>Scrivendo, senza testo: ciò che è stato inviato prima</translation>
    </message>
    <message>
        <source>Writing, with nothing to complete: to the messages</source>
        <translation>Scrivendo, senza nulla da completare: ai messaggi</translation>
    </message>
    <message>
        <source>Messages: go to another one</source>
        <translation>Messaggi: passa a un altro</translation>
    </message>
    <message>
        <source>Messages: what can be done with it</source>
        <translation>Messaggi: che cosa se ne può fare</translation>
    </message>
    <message>
        <source>Messages: mention its writer</source>
        <translation>Messaggi: menziona chi l&apos;ha scritto</translation>
    </message>
    <message>
        <source>Messages: copy it</source>
        <translation>Messaggi: copialo</translation>
    </message>
    <message>
        <source>Messages: take it back</source>
        <translation>Messaggi: ritiralo</translation>
    </message>
    <message>
        <source>Messages: select</source>
        <translation>Messaggi: seleziona</translation>
    </message>
    <message>
        <source>Messages: select all, copy what is selected</source>
        <translation>Messaggi: seleziona tutto, copia la selezione</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Scroll the keys</source>
        <translation>Scorri i tasti</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message numerus="yes">
        <source>Send %n line(s)?</source>
        <translation>
            <numerusform>Inviare %n riga?</numerusform>
            <numerusform>Inviare %n righe?</numerusform>
        </translation>
    </message>
    <message>
        <source>One message</source>
        <translation>Un messaggio</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n messaggio</numerusform>
            <numerusform>%n messaggi</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>MemberPane</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n persone</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the members</source>
        <translation>Chiudi i membri</translation>
    </message>
    <message>
        <source>Members of %1</source>
        <translation>Membri di %1</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Cerca un membro</translation>
    </message>
    <message>
        <source>Scroll the members</source>
        <translation>Scorri i membri</translation>
    </message>
</context>
<context>
    <name>MemberRow</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (tu)</translation>
    </message>
</context>
<context>
    <name>MessageHead</name>
    <message>
        <source>notice</source>
        <translation>avviso</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy text</source>
        <translation>Copia il testo</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Menziona</translation>
    </message>
    <message>
        <source>Mention %1</source>
        <translation>Menziona %1</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Messaggio privato</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Invia di nuovo</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Non inviare</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>Who is %1?</source>
        <translation>Chi è %1?</translation>
    </message>
    <message>
        <source>More about %1…</source>
        <translation>Altro su %1…</translation>
    </message>
</context>
<context>
    <name>NewMessagePill</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n nuovo messaggio</numerusform>
            <numerusform>%n nuovi messaggi</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>Torna ai più recenti</translation>
    </message>
</context>
<context>
    <name>PastSign</name>
    <message>
        <source>Fetching what was said before…</source>
        <translation>Carico i messaggi di prima…</translation>
    </message>
    <message>
        <source>The server does not tell what was before</source>
        <translation>Il server non dice che cosa c&apos;era prima</translation>
    </message>
    <message>
        <source>Older messages are not shown here</source>
        <translation>I messaggi più vecchi non sono mostrati qui</translation>
    </message>
    <message>
        <source>There is nothing older to read for you</source>
        <translation>Per te non c&apos;è niente di più vecchio da leggere</translation>
    </message>
</context>
<context>
    <name>PopupHead</name>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>No server has this name</source>
        <translation>Nessun server ha questo nome</translation>
    </message>
    <message>
        <source>Check the spelling of the server&apos;s name.</source>
        <translation>Controlla come è scritto il nome del server.</translation>
    </message>
    <message>
        <source>The server does not answer on this port</source>
        <translation>Il server non risponde su questa porta</translation>
    </message>
    <message>
        <source>Check the port, or ask whether the server is running.</source>
        <translation>Controlla la porta, o chiedi se il server è acceso.</translation>
    </message>
    <message>
        <source>There is no network</source>
        <translation>Non c&apos;è rete</translation>
    </message>
    <message>
        <source>Check your connection; we keep trying.</source>
        <translation>Controlla la connessione; continuiamo a provare.</translation>
    </message>
    <message>
        <source>The server took too long to answer</source>
        <translation>Il server ha impiegato troppo a rispondere</translation>
    </message>
    <message>
        <source>It may be busy or unreachable; we keep trying.</source>
        <translation>Forse è occupato o irraggiungibile; continuiamo a provare.</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>La connessione si è interrotta</translation>
    </message>
    <message>
        <source>We connect again by ourselves; what you write meanwhile waits.</source>
        <translation>Ci ricolleghiamo da soli; quello che scrivi intanto aspetta.</translation>
    </message>
    <message>
        <source>The server ended the connection</source>
        <translation>Il server ha chiuso la connessione</translation>
    </message>
    <message>
        <source>Its reason stands below.</source>
        <translation>Il suo motivo è qui sotto.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Il certificato del server non è fidato</translation>
    </message>
    <message>
        <source>Do not go on unless its administrator tells you why.</source>
        <translation>Non proseguire se il suo amministratore non ti spiega perché.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired</source>
        <translation>Il certificato del server è scaduto</translation>
    </message>
    <message>
        <source>Check your clock, or tell the administrator.</source>
        <translation>Controlla l&apos;orologio, o avvisa l&apos;amministratore.</translation>
    </message>
    <message>
        <source>The certificate belongs to another server</source>
        <translation>Il certificato è di un altro server</translation>
    </message>
    <message>
        <source>Check the server&apos;s name.</source>
        <translation>Controlla il nome del server.</translation>
    </message>
    <message>
        <source>No secure connection could be made</source>
        <translation>Impossibile stabilire una connessione sicura</translation>
    </message>
    <message>
        <source>Check that this port speaks TLS.</source>
        <translation>Controlla che questa porta parli TLS.</translation>
    </message>
    <message>
        <source>The nick %1 is taken</source>
        <translation>Il nick %1 è già preso</translation>
    </message>
    <message>
        <source>Choose another one, for example with a number or _ at its end.</source>
        <translation>Scegline un altro, per esempio con un numero o _ in fondo.</translation>
    </message>
    <message>
        <source>The server does not accept the nick %1</source>
        <translation>Il server non accetta il nick %1</translation>
    </message>
    <message>
        <source>Use letters, digits, - and _, and start with a letter.</source>
        <translation>Usa lettere, cifre, - e _, e comincia con una lettera.</translation>
    </message>
    <message>
        <source>The nick %1 is not available</source>
        <translation>Il nick %1 non è disponibile</translation>
    </message>
    <message>
        <source>Choose another one, or try again later.</source>
        <translation>Scegline un altro, o riprova più tardi.</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>La password è sbagliata</translation>
    </message>
    <message>
        <source>Type the server&apos;s password again.</source>
        <translation>Scrivi di nuovo la password del server.</translation>
    </message>
    <message>
        <source>You are banned from this server</source>
        <translation>Sei bandito da questo server</translation>
    </message>
    <message>
        <source>Only its administrators can change that.</source>
        <translation>Solo i suoi amministratori possono cambiarlo.</translation>
    </message>
    <message>
        <source>The server did not let you in</source>
        <translation>Il server non ti ha fatto entrare</translation>
    </message>
    <message>
        <source>%1 needs a key</source>
        <translation>Per %1 serve una chiave</translation>
    </message>
    <message>
        <source>Write /join %1 and the key.</source>
        <translation>Scrivi /join %1 e la chiave.</translation>
    </message>
    <message>
        <source>%1 is by invitation only</source>
        <translation>In %1 si entra solo su invito</translation>
    </message>
    <message>
        <source>Ask somebody inside to invite you.</source>
        <translation>Chiedi a qualcuno che è dentro di invitarti.</translation>
    </message>
    <message>
        <source>%1 is full</source>
        <translation>%1 è piena</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Riprova più tardi.</translation>
    </message>
    <message>
        <source>You are banned from %1</source>
        <translation>Sei bandito da %1</translation>
    </message>
    <message>
        <source>Its operators can lift the ban.</source>
        <translation>I suoi operatori possono togliere il bando.</translation>
    </message>
    <message>
        <source>%1 is for registered people</source>
        <translation>%1 è per chi è registrato</translation>
    </message>
    <message>
        <source>Log in to an account first.</source>
        <translation>Prima accedi a un account.</translation>
    </message>
    <message>
        <source>There is no room %1</source>
        <translation>La stanza %1 non esiste</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Controlla il nome.</translation>
    </message>
    <message>
        <source>No room can be called %1</source>
        <translation>Nessuna stanza può chiamarsi %1</translation>
    </message>
    <message>
        <source>A room&apos;s name starts with # and has no blanks or commas.</source>
        <translation>Il nome di una stanza comincia con # e non ha spazi né virgole.</translation>
    </message>
    <message>
        <source>You are in too many rooms</source>
        <translation>Sei in troppe stanze</translation>
    </message>
    <message>
        <source>Leave one first.</source>
        <translation>Prima lasciane una.</translation>
    </message>
    <message>
        <source>You are not in %1</source>
        <translation>Non sei in %1</translation>
    </message>
    <message>
        <source>Join it first.</source>
        <translation>Prima entra.</translation>
    </message>
    <message>
        <source>Only operators of %1 may do this</source>
        <translation>Solo gli operatori di %1 possono farlo</translation>
    </message>
    <message>
        <source>Ask one of them.</source>
        <translation>Chiedi a uno di loro.</translation>
    </message>
    <message>
        <source>%1 is not in this room</source>
        <translation>%1 non è in questa stanza</translation>
    </message>
    <message>
        <source>Check the nick.</source>
        <translation>Controlla il nick.</translation>
    </message>
    <message>
        <source>%1 is here already</source>
        <translation>%1 è già qui</translation>
    </message>
    <message>
        <source>Nobody is called %1 here</source>
        <translation>Qui nessuno si chiama %1</translation>
    </message>
    <message>
        <source>Check the nick; they may have left.</source>
        <translation>Controlla il nick; forse non c&apos;è più.</translation>
    </message>
    <message>
        <source>You may not write in %1</source>
        <translation>Non puoi scrivere in %1</translation>
    </message>
    <message>
        <source>The room is moderated or keeps you silent.</source>
        <translation>La stanza è moderata o ti tiene in silenzio.</translation>
    </message>
    <message>
        <source>The message is too long</source>
        <translation>Il messaggio è troppo lungo</translation>
    </message>
    <message>
        <source>Send it in parts.</source>
        <translation>Invialo in più parti.</translation>
    </message>
    <message>
        <source>Too fast for the server</source>
        <translation>Troppo veloce per il server</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Aspetta un momento e riprova.</translation>
    </message>
    <message>
        <source>The server does not know %1</source>
        <translation>Il server non conosce %1</translation>
    </message>
    <message>
        <source>The server did not understand %1</source>
        <translation>Il server non ha capito %1</translation>
    </message>
    <message>
        <source>You may not do this</source>
        <translation>Non puoi farlo</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Il server ha rifiutato</translation>
    </message>
    <message>
        <source>Your account&apos;s password would travel in the open</source>
        <translation>La password del tuo account viaggerebbe in chiaro</translation>
    </message>
    <message>
        <source>Choose an encrypted connection (TLS), or go in without an account.</source>
        <translation>Scegli una connessione cifrata (TLS), oppure entra senza account.</translation>
    </message>
    <message>
        <source>This server offers no accounts that we can use</source>
        <translation>Questo server non offre account che possiamo usare</translation>
    </message>
    <message>
        <source>Go in without an account.</source>
        <translation>Entra senza account.</translation>
    </message>
    <message>
        <source>The server does not let %1 log in</source>
        <translation>Il server non fa accedere %1</translation>
    </message>
    <message>
        <source>Check the account&apos;s name and type its password again.</source>
        <translation>Controlla il nome dell&apos;account e scrivi di nuovo la sua password.</translation>
    </message>
    <message>
        <source>The name %1 is taken</source>
        <translation>Il nome %1 è già preso</translation>
    </message>
    <message>
        <source>If it is yours, log in; else choose another one.</source>
        <translation>Se è tuo, accedi; altrimenti scegline un altro.</translation>
    </message>
    <message>
        <source>The server does not accept this password</source>
        <translation>Il server non accetta questa password</translation>
    </message>
    <message>
        <source>Choose another one: long, and not your name.</source>
        <translation>Scegline un&apos;altra: lunga e diversa dal tuo nome.</translation>
    </message>
    <message>
        <source>The account %1 has to be confirmed</source>
        <translation>L&apos;account %1 va confermato</translation>
    </message>
    <message>
        <source>Do what the server says, then log in.</source>
        <translation>Segui le istruzioni del server, poi accedi.</translation>
    </message>
    <message>
        <source>The account %1 was not registered</source>
        <translation>L&apos;account %1 non è stato registrato</translation>
    </message>
    <message>
        <source>The server&apos;s reason stands below.</source>
        <translation>Il motivo del server è qui sotto.</translation>
    </message>
</context>
<context>
    <name>RememberLine</name>
    <message>
        <source>Remember the password on this computer</source>
        <translation>Ricorda la password su questo computer</translation>
    </message>
    <message>
        <source>It stands unencrypted in a file beside the settings that only you may read.</source>
        <translation>Sta in chiaro in un file accanto alle impostazioni, che solo tu puoi leggere.</translation>
    </message>
</context>
<context>
    <name>RoomListPane</name>
    <message>
        <source>Join a room</source>
        <translation>Entra in una stanza</translation>
    </message>
    <message>
        <source>Rooms and people</source>
        <translation>Stanze e persone</translation>
    </message>
    <message>
        <source>Scroll the rooms</source>
        <translation>Scorri le stanze</translation>
    </message>
</context>
<context>
    <name>RoomMenu</name>
    <message>
        <source>Change the topic…</source>
        <translation>Cambia l&apos;argomento…</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Chi è?</translation>
    </message>
    <message>
        <source>Leave the room</source>
        <translation>Lascia la stanza</translation>
    </message>
    <message>
        <source>Join the room</source>
        <translation>Entra nella stanza</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Read the topic</source>
        <translation>Leggi l&apos;argomento</translation>
    </message>
    <message>
        <source>Export as text</source>
        <translation>Esporta come testo</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>Esporta come JSON</translation>
    </message>
    <message>
        <source>Notify of all messages</source>
        <translation>Notifica tutti i messaggi</translation>
    </message>
    <message>
        <source>Notify of mentions</source>
        <translation>Notifica le menzioni</translation>
    </message>
    <message>
        <source>Notify of nothing</source>
        <translation>Non notificare nulla</translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation>Silenzia per un’ora</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenzia</translation>
    </message>
    <message>
        <source>Muted: end it</source>
        <translation>Silenziata: riattiva</translation>
    </message>
    <message>
        <source>Muted until %1: end it</source>
        <translation>Silenziata fino alle %1: riattiva</translation>
    </message>
    <message>
        <source>About this room…</source>
        <translation>Su questa stanza…</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>%1, does not call</source>
        <translation>%1, non ti chiama</translation>
    </message>
</context>
<context>
    <name>SecretBox</name>
    <message>
        <source>Hide the password</source>
        <translation>Nascondi la password</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Mostra la password</translation>
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
        <translation>Porta</translation>
    </message>
    <message>
        <source>Encrypted (TLS)</source>
        <translation>Cifrata (TLS)</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>Sono tornato</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>Sono via</translation>
    </message>
    <message>
        <source>away</source>
        <translation>via</translation>
    </message>
    <message>
        <source>Register an account…</source>
        <translation>Registra un account…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Disconnetti…</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Meno movimento</translation>
    </message>
    <message>
        <source>Forget this account here…</source>
        <translation>Dimentica qui questo account…</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Notifiche…</translation>
    </message>
    <message>
        <source>Speak new messages</source>
        <translation>Leggi i nuovi messaggi</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Tasti…</translation>
    </message>
    <message>
        <source>Others see when I write</source>
        <translation>Gli altri vedono quando scrivo</translation>
    </message>
    <message>
        <source>Ignored people…</source>
        <translation>Persone ignorate…</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n messaggio in attesa</numerusform>
            <numerusform>%n messaggi in attesa</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connessione in corso…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Accesso in corso…</translation>
    </message>
    <message numerus="yes">
        <source>Offline, trying again in %n s</source>
        <translation>
            <numerusform>Non in linea, riprovo tra %n s</numerusform>
            <numerusform>Non in linea, riprovo tra %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Riprovo…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connesso</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Riprova ora</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Jump to a room or a person</source>
        <translation>Vai a una stanza o a una persona</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Matching rooms and people</source>
        <translation>Stanze e persone trovate</translation>
    </message>
    <message>
        <source>Scroll the rooms</source>
        <translation>Scorri le stanze</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Delete this message?</source>
        <translation>Eliminare questo messaggio?</translation>
    </message>
    <message>
        <source>Take this message back?</source>
        <translation>Ritirare questo messaggio?</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation>Non è stato inviato.</translation>
    </message>
    <message>
        <source>It goes away for everybody. Who has read it has read it.</source>
        <translation>Sparisce per tutti. Chi l&apos;ha letto l&apos;ha letto.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Messages of %1</source>
        <translation>Messaggi di %1</translation>
    </message>
    <message>
        <source>Scroll the messages</source>
        <translation>Scorri i messaggi</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) copied</source>
        <translation>
            <numerusform>%n messaggio copiato</numerusform>
            <numerusform>%n messaggi copiati</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicBar</name>
    <message>
        <source>Back to the rooms</source>
        <translation>Torna alle stanze</translation>
    </message>
    <message>
        <source>Private conversation</source>
        <translation>Conversazione privata</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n persone</numerusform>
        </translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membri</translation>
    </message>
    <message>
        <source>More about this room</source>
        <translation>Altro su questa stanza</translation>
    </message>
</context>
<context>
    <name>UnreadDivider</name>
    <message>
        <source>New messages</source>
        <translation>Messaggi nuovi</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuovi</translation>
    </message>
</context>
<context>
    <name>brusio::ui::CertificateQuestion</name>
    <message>
        <source>Nobody that this computer trusts vouches for it.</source>
        <translation>Nessuno di cui questo computer si fida garantisce per lui.</translation>
    </message>
    <message>
        <source>It was made for another name.</source>
        <translation>È stato fatto per un altro nome.</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>È scaduto.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Non è ancora valido.</translation>
    </message>
    <message>
        <source>It cannot be checked fully.</source>
        <translation>Non può essere controllato fino in fondo.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>Issued to %1 by %2, valid until %3</source>
        <translation>Rilasciato a %1 da %2, valido fino al %3</translation>
    </message>
</context>
<context>
    <name>brusio::ui::Chat</name>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 sta scrivendo…</translation>
    </message>
    <message>
        <source>%1 and %2 are writing…</source>
        <translation>%1 e %2 stanno scrivendo…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are writing…</source>
        <translation>
            <numerusform>%n persona sta scrivendo…</numerusform>
            <numerusform>%n persone stanno scrivendo…</numerusform>
        </translation>
    </message>
    <message>
        <source>No room can be called %1.</source>
        <translation>Nessuna stanza può chiamarsi %1.</translation>
    </message>
    <message>
        <source>You have the account %1 now: your name and your rooms stay yours.</source>
        <translation>Ora hai l&apos;account %1: il tuo nome e le tue stanze restano tuoi.</translation>
    </message>
    <message>
        <source>What waits to be sent cannot be kept on this computer&apos;s disk.</source>
        <translation>Quello che aspetta di essere inviato non può essere conservato sul disco di questo computer.</translation>
    </message>
    <message>
        <source>Send as text</source>
        <translation>Invia come testo</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Entra in %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Il server dice: %1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Vai in %1</translation>
    </message>
    <message>
        <source>What was kept of this account cannot be removed from the disk.</source>
        <translation>Quello che era conservato di questo account non si può rimuovere dal disco.</translation>
    </message>
    <message>
        <source>The screen is empty. What was said is shown again when you come back here.</source>
        <translation>Lo schermo è vuoto. Quello che è stato detto ricompare quando torni qui.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::PartnerPresence</name>
    <message>
        <source>Away</source>
        <translation>Assente</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Presente</translation>
    </message>
</context>
<context>
    <name>brusio::ui::PlaceStore</name>
    <message>
        <source>Another window holds what is kept of this server. What is said here is not kept in this one.</source>
        <translation>Un'altra finestra tiene ciò che è conservato di questo server. Quello che si dice qui non viene conservato in questa.</translation>
    </message>
    <message>
        <source>What is kept of this server comes from a newer version: it stays as it is, and nothing is added to it.</source>
        <translation>Ciò che è conservato di questo server viene da una versione più recente: resta com'è, e non vi si aggiunge nulla.</translation>
    </message>
    <message>
        <source>What was kept of this server cannot be read. It was put aside as %1, and is kept anew.</source>
        <translation>Ciò che era conservato di questo server non si può leggere. È stato messo da parte come %1, e si ricomincia a conservare.</translation>
    </message>
    <message>
        <source>What is said cannot be kept on this computer's disk (%1).</source>
        <translation>Quello che si dice non può essere conservato sul disco di questo computer (%1).</translation>
    </message>
    <message>
        <source>The disk of this computer takes nothing more: what is said is kept when it does again.</source>
        <translation>Il disco di questo computer non prende più nulla: quello che si dice sarà conservato quando lo farà di nuovo.</translation>
    </message>
    <message>
        <source>The disk of this computer takes nothing more: what is said from now on is not kept until the next start.</source>
        <translation>Il disco di questo computer non prende più nulla: quello che si dice da ora non viene conservato fino al prossimo avvio.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::ChatFeed</name>
    <message>
        <source>%1 is away</source>
        <translation>%1 è via</translation>
    </message>
    <message>
        <source>%1 is away: %2</source>
        <translation>%1 è via: %2</translation>
    </message>
    <message>
        <source>%1 invites you to %2.</source>
        <translation>%1 ti invita in %2.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::ComposerWords</name>
    <message>
        <source>Something is missing. Write: %1</source>
        <translation>Manca qualcosa. Scrivi: %1</translation>
    </message>
    <message>
        <source>Open a room first.</source>
        <translation>Prima apri una stanza.</translation>
    </message>
    <message>
        <source>This works in a room only.</source>
        <translation>Funziona solo in una stanza.</translation>
    </message>
    <message>
        <source>Nothing was sent: a line looks like a command, but something stands before it. Take that away, or send it as text.</source>
        <translation>Non è stato inviato nulla: una riga sembra un comando, ma c&apos;è qualcosa davanti. Toglilo, oppure invia il tutto come testo.</translation>
    </message>
    <message>
        <source>There is no command /%1. /help shows them all; what begins with // is said, with one /.</source>
        <translation>Il comando /%1 non esiste. /help li mostra tutti; ciò che inizia con // viene detto, con una sola /.</translation>
    </message>
    <message>
        <source>One word is enough. Write: %1</source>
        <translation>Basta una parola. Scrivi: %1</translation>
    </message>
</context>
<context>
    <name>brusio::ui::EventWords</name>
    <message>
        <source>Something may have been said here that is not known</source>
        <translation>Qui può essere stato detto qualcosa che non si conosce</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 e altri %2</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>Ingresso: %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Uscita: %1</translation>
    </message>
    <message>
        <source>%1 came and went</source>
        <translation>Di passaggio: %1</translation>
    </message>
    <message>
        <source>%1 left and came back</source>
        <translation>Di ritorno: %1</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 ha allontanato %2</translation>
    </message>
    <message>
        <source>%1 removed %2: %3</source>
        <translation>%1 ha allontanato %2: %3</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 ora è %2</translation>
    </message>
    <message>
        <source>%1 renamed the room from %2 to %3</source>
        <translation>%1 ha cambiato nome alla stanza, da %2 a %3</translation>
    </message>
    <message>
        <source>%1 cleared the topic</source>
        <translation>%1 ha tolto l&apos;argomento</translation>
    </message>
    <message>
        <source>%1 set the topic: %2</source>
        <translation>%1 ha messo l&apos;argomento: %2</translation>
    </message>
    <message>
        <source>%1 set %2</source>
        <translation>%1 ha impostato %2</translation>
    </message>
    <message>
        <source>%1 invited %2</source>
        <translation>%1 ha invitato %2</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>rifiutato dal server</translation>
    </message>
    <message>
        <source>the connection broke; it may have arrived</source>
        <translation>la connessione si è interrotta; forse è arrivato</translation>
    </message>
    <message>
        <source>too many messages are waiting</source>
        <translation>troppi messaggi in attesa</translation>
    </message>
    <message>
        <source>Message taken back</source>
        <translation>Messaggio ritirato</translation>
    </message>
    <message>
        <source>Message taken back by %1</source>
        <translation>Messaggio ritirato da %1</translation>
    </message>
</context>
<context>
    <name>brusio::ui::MemberListModel</name>
    <message>
        <source>%1, away</source>
        <translation>%1, via</translation>
    </message>
    <message>
        <source>Founders</source>
        <translation>Fondatori</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Amministratori</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operatori</translation>
    </message>
    <message>
        <source>Half-operators</source>
        <translation>Mezzi operatori</translation>
    </message>
    <message>
        <source>Voiced</source>
        <translation>Con voce</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membri</translation>
    </message>
</context>
<context>
    <name>brusio::ui::RoomDirectoryModel</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n persone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>brusio::ui::RoomListModel</name>
    <message>
        <source>Messages</source>
        <translation>Messaggi</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Stanze</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non letto</numerusform>
            <numerusform>%n non letti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n menzione</numerusform>
            <numerusform>%n menzioni</numerusform>
        </translation>
    </message>
    <message>
        <source>messages waiting to be sent</source>
        <translation>messaggi in attesa di invio</translation>
    </message>
    <message>
        <source>not joined</source>
        <translation>non dentro</translation>
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
        <translation>Messaggi del server</translation>
    </message>
    <message>
        <source>%1 to all: %2</source>
        <translation>%1 a tutti: %2</translation>
    </message>
</context>
<context>
    <name>brusio::ui::Speaker</name>
    <message>
        <source>%1 says to you: %2</source>
        <translation>%1 ti dice: %2</translation>
    </message>
    <message>
        <source>%1 mentions you: %2</source>
        <translation>%1 ti menziona: %2</translation>
    </message>
    <message>
        <source>%1 mentions you in %2: %3</source>
        <translation>%1 ti menziona in %2: %3</translation>
    </message>
    <message>
        <source>Not sent: %1. %2</source>
        <translation>Non inviato: %1. %2</translation>
    </message>
    <message>
        <source>Not sent to %1: %2. %3</source>
        <translation>Non inviato a %1: %2. %3</translation>
    </message>
    <message>
        <source>There is no connection. Trying again.</source>
        <translation>Non c&apos;è connessione. Riprovo.</translation>
    </message>
    <message>
        <source>Online again</source>
        <translation>Di nuovo in linea</translation>
    </message>
</context>
<context>
    <name>brusio::ui::SpokenWords</name>
    <message numerus="yes">
        <source>You are spoken to %n times</source>
        <translation>
            <numerusform>Ti si parla %n volta</numerusform>
            <numerusform>Ti si parla %n volte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things failed</source>
        <translation>
            <numerusform>%n cosa non è riuscita</numerusform>
            <numerusform>%n cose non sono riuscite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n messaggio</numerusform>
            <numerusform>%n messaggi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>brusio::ui::TimelineModel</name>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ieri</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in coda</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>in invio</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>inviato</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>non inviato: %1</translation>
    </message>
</context>
<context>
    <name>brusio::ui::RoomExport</name>
    <message>
        <source>Nothing is known here that could be exported.</source>
        <translation>Qui non si conosce nulla da esportare.</translation>
    </message>
    <message>
        <source>It cannot be exported to %1: %2</source>
        <translation>Non si può esportare in %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n row(s) to %1. Whoever can read the file can read all of it.</source>
        <translation>
            <numerusform>Esportata %n riga in %1. Chi può leggere il file può leggere tutto.</numerusform>
            <numerusform>Esportate %n righe in %1. Chi può leggere il file può leggere tutto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Join a room?</source>
        <translation>Entrare in una stanza?</translation>
    </message>
    <message>
        <source>Write to somebody?</source>
        <translation>Scrivere a qualcuno?</translation>
    </message>
    <message>
        <source>Go to another server?</source>
        <translation>Andare su un altro server?</translation>
    </message>
    <message>
        <source>This is no address</source>
        <translation>Questo non è un indirizzo</translation>
    </message>
    <message>
        <source>Another program wants to open something here that cannot be read.</source>
        <translation>Un altro programma vuole aprire qui qualcosa che non si può leggere.</translation>
    </message>
    <message>
        <source>A link from outside of this window leads here:</source>
        <translation>Un collegamento da fuori di questa finestra porta qui:</translation>
    </message>
    <message>
        <source>If there is no such room, joining makes it.</source>
        <translation>Se la stanza non esiste, entrando viene creata.</translation>
    </message>
    <message>
        <source>You leave %1 for it.</source>
        <translation>Per andarci lasci %1.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Scrivi</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Vai lì</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>The way there is encrypted.</source>
        <translation>La strada fin lì è cifrata.</translation>
    </message>
    <message>
        <source>The way there is not encrypted.</source>
        <translation>La strada fin lì non è cifrata: altri possono leggere.</translation>
    </message>
</context>
<context>
    <name>CallsDialog</name>
    <message>
        <source>Notifications</source>
        <translation>Notifiche</translation>
    </message>
    <message>
        <source>Notifications on the desktop</source>
        <translation>Notifiche sul desktop</translation>
    </message>
    <message>
        <source>Show what was said</source>
        <translation>Mostra ciò che è stato scritto</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Emetti un suono</translation>
    </message>
    <message>
        <source>Closing the window leaves Brusio in the tray</source>
        <translation>Chiudendo la finestra Brusio resta nell’area di notifica</translation>
    </message>
    <message>
        <source>Words that mention you, besides your nick</source>
        <translation>Parole che ti chiamano, oltre al tuo nick</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>separate da virgole</translation>
    </message>
    <message>
        <source>Private messages and mentions call you.</source>
        <translation>Ti chiamano i messaggi privati e le menzioni.</translation>
    </message>
    <message>
        <source>The menu of a room or a person changes that there.</source>
        <translation>Il menu di una stanza o di una persona lo cambia per quella.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Brusio stays in the tray</source>
        <translation>Brusio resta nell’area di notifica</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Resta nell’area di notifica</translation>
    </message>
    <message>
        <source>Quit whenever it is closed</source>
        <translation>Esci ogni volta che si chiude</translation>
    </message>
    <message>
        <source>It stays online and calls you when somebody speaks to you.</source>
        <translation>Resta in linea e ti chiama quando qualcuno ti parla.</translation>
    </message>
    <message>
        <source>To end it, choose Quit in its menu there.</source>
        <translation>Per chiuderlo scegli Esci nel suo menu.</translation>
    </message>
</context>
<context>
    <name>QuietHoursFields</name>
    <message>
        <source>Quiet hours: nothing calls</source>
        <translation>Ore di quiete: nulla ti chiama</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dalle</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>This is no time of the day. Kept: %1 to %2.</source>
        <translation>Non è un’ora del giorno. Resta: %1–%2.</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message numerus="yes">
        <source>Brusio: %n message(s) for you</source>
        <translation>
            <numerusform>Brusio: %n messaggio per te</numerusform>
            <numerusform>Brusio: %n messaggi per te</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Brusio</source>
        <translation>Mostra Brusio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
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
            <numerusform>%1: %n messaggio</numerusform>
            <numerusform>%1: %n messaggi</numerusform>
        </translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Nuovo messaggio</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Rispondi</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Segna come letto</translation>
    </message>
</context>
<context>
    <name>brusio::ui::AnswerWords</name>
    <message>
        <source>Only members may write here.</source>
        <translation>Qui scrive solo chi è nella stanza.</translation>
    </message>
    <message>
        <source>Only operators change the topic.</source>
        <translation>Solo gli operatori cambiano l&apos;argomento.</translation>
    </message>
    <message>
        <source>One comes in by invitation only.</source>
        <translation>Si entra solo su invito.</translation>
    </message>
    <message>
        <source>Moderated: only operators and voiced people may write.</source>
        <translation>Moderata: scrivono solo gli operatori e chi ha voce.</translation>
    </message>
    <message>
        <source>Secret: outsiders do not see the room.</source>
        <translation>Segreta: chi è fuori non vede la stanza.</translation>
    </message>
    <message>
        <source>Private.</source>
        <translation>Privata.</translation>
    </message>
    <message>
        <source>One needs the key to come in.</source>
        <translation>Per entrare serve la chiave.</translation>
    </message>
    <message>
        <source>At most %1 people.</source>
        <translation>Al massimo %1 persone.</translation>
    </message>
    <message>
        <source>No CTCP.</source>
        <translation>Niente CTCP.</translation>
    </message>
    <message>
        <source>Only people with an account may write.</source>
        <translation>Scrive solo chi ha un account.</translation>
    </message>
    <message>
        <source>Only people with an account may come in.</source>
        <translation>Entra solo chi ha un account.</translation>
    </message>
    <message>
        <source>Only so many may come in at a time (%1).</source>
        <translation>Gli ingressi sono limitati nel tempo (%1).</translation>
    </message>
    <message>
        <source>A mode of this server.</source>
        <translation>Un modo di questo server.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n secondo</numerusform>
            <numerusform>%n secondi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minuti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n ora</numerusform>
            <numerusform>%n ore</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n giorno</numerusform>
            <numerusform>%n giorni</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 è %2</translation>
    </message>
    <message>
        <source>Real name: %1</source>
        <translation>Nome vero: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Account: %1</translation>
    </message>
    <message>
        <source>Rooms: %1</source>
        <translation>Stanze: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Away: %1</source>
        <translation>Assente: %1</translation>
    </message>
    <message>
        <source>Silent for %1</source>
        <translation>In silenzio da %1</translation>
    </message>
    <message>
        <source>Here since %1</source>
        <translation>Qui dal %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>da %1</translation>
    </message>
    <message>
        <source>Nobody is kept out of %1.</source>
        <translation>Nessuno è escluso da %1.</translation>
    </message>
    <message>
        <source>Kept out of %1:</source>
        <translation>Esclusi da %1:</translation>
    </message>
    <message>
        <source>In %1: %2</source>
        <translation>In %1: %2</translation>
    </message>
    <message>
        <source>away</source>
        <translation>assente</translation>
    </message>
    <message>
        <source>%1 was %2@%3 (%4)</source>
        <translation>%1 era %2@%3 (%4)</translation>
    </message>
    <message>
        <source>%1 was seen on %2: %3</source>
        <translation>%1 è stato visto su %2: %3</translation>
    </message>
    <message>
        <source>%1 has no modes.</source>
        <translation>%1 non ha modi.</translation>
    </message>
    <message>
        <source>Modes of %1:</source>
        <translation>Modi di %1:</translation>
    </message>
</context>
<context>
    <name>brusio::ui::CommandDesk</name>
    <message>
        <source>This server does not offer that.</source>
        <translation>Questo server non lo offre.</translation>
    </message>
    <message>
        <source>This cannot be sent as one line.</source>
        <translation>Questo non può partire in una riga sola.</translation>
    </message>
    <message>
        <source>You are offline: nothing was sent.</source>
        <translation>Sei fuori linea: non è partito niente.</translation>
    </message>
    <message>
        <source>To %1: %2</source>
        <translation>A %1: %2</translation>
    </message>
    <message>
        <source>You are not in %1.</source>
        <translation>Non sei in %1.</translation>
    </message>
    <message>
        <source>%1 has no topic.</source>
        <translation>%1 non ha un argomento.</translation>
    </message>
    <message>
        <source>Topic of %1: %2</source>
        <translation>Argomento di %1: %2</translation>
    </message>
    <message>
        <source>Topic of %1: %2 (by %3)</source>
        <translation>Argomento di %1: %2 (di %3)</translation>
    </message>
    <message>
        <source>The people in %1 have heard you knock.</source>
        <translation>Chi è in %1 ti ha sentito bussare.</translation>
    </message>
    <message>
        <source>Your modes: %1</source>
        <translation>I tuoi modi: %1</translation>
    </message>
    <message>
        <source>It is on the page of the server&apos;s messages.</source>
        <translation>È nella pagina dei messaggi del server.</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Anche: %1</translation>
    </message>
    <message>
        <source>There is no command /%1.</source>
        <translation>Non c&apos;è un comando /%1.</translation>
    </message>
    <message>
        <source>Whom? Write a room or a mask.</source>
        <translation>Chi? Scrivi una stanza o una maschera.</translation>
    </message>
    <message>
        <source>You ignore nobody.</source>
        <translation>Non ignori nessuno.</translation>
    </message>
    <message>
        <source>You ignore:</source>
        <translation>Ignori:</translation>
    </message>
    <message>
        <source>That is you.</source>
        <translation>Sei tu.</translation>
    </message>
    <message>
        <source>You ignore %1 from now on. /unignore %2 ends it.</source>
        <translation>Da adesso ignori %1. /unignore %2 smette.</translation>
    </message>
    <message>
        <source>You ignore %1 already, or too many people.</source>
        <translation>Ignori già %1, o troppe persone.</translation>
    </message>
    <message>
        <source>You do not ignore %1. /ignore lists whom.</source>
        <translation>Non ignori %1. /ignore elenca chi.</translation>
    </message>
    <message>
        <source>You hear %1 again from now on.</source>
        <translation>Da adesso senti di nuovo %1.</translation>
    </message>
    <message>
        <source>This works in a room only.</source>
        <translation>Funziona solo in una stanza.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::CommandTable</name>
    <message>
        <source>%1 For operators of the room.</source>
        <translation>%1 Per gli operatori della stanza.</translation>
    </message>
    <message>
        <source>%1 For operators of the server.</source>
        <translation>%1 Per gli operatori del server.</translation>
    </message>
    <message>
        <source>does something</source>
        <translation>fa qualcosa</translation>
    </message>
    <message>
        <source>Tells what you are doing.</source>
        <translation>Racconta che cosa fai.</translation>
    </message>
    <message>
        <source>nick [text]</source>
        <translation>nick [testo]</translation>
    </message>
    <message>
        <source>Writes to somebody in private, or to a room.</source>
        <translation>Scrive a qualcuno in privato, o a una stanza.</translation>
    </message>
    <message>
        <source>Opens a private conversation.</source>
        <translation>Apre una conversazione privata.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>testo</translation>
    </message>
    <message>
        <source>Says the text as it stands, also if it begins with /.</source>
        <translation>Dice il testo così com&apos;è, anche se comincia con /.</translation>
    </message>
    <message>
        <source>nick text</source>
        <translation>nick testo</translation>
    </message>
    <message>
        <source>Sends a notice, which nobody answers by itself.</source>
        <translation>Manda un avviso, a cui nessuno risponde da solo.</translation>
    </message>
    <message>
        <source>#room [key]</source>
        <translation>#stanza [chiave]</translation>
    </message>
    <message>
        <source>Goes into a room, and makes it if there is none.</source>
        <translation>Entra in una stanza, e la crea se non c&apos;è.</translation>
    </message>
    <message>
        <source>[#room] [reason]</source>
        <translation>[#stanza] [motivo]</translation>
    </message>
    <message>
        <source>Leaves the room; what was said stays to be read.</source>
        <translation>Lascia la stanza; quello che è stato detto resta da leggere.</translation>
    </message>
    <message>
        <source>[#room]</source>
        <translation>[#stanza]</translation>
    </message>
    <message>
        <source>Leaves the room and comes back.</source>
        <translation>Lascia la stanza e rientra.</translation>
    </message>
    <message>
        <source>Closes what is open, and leaves the room.</source>
        <translation>Chiude quello che è aperto, e lascia la stanza.</translation>
    </message>
    <message>
        <source>Empties the screen until you come back here; nothing is deleted.</source>
        <translation>Svuota lo schermo finché non torni qui; niente viene cancellato.</translation>
    </message>
    <message>
        <source>[#room] [text]</source>
        <translation>[#stanza] [testo]</translation>
    </message>
    <message>
        <source>Shows or sets the topic.</source>
        <translation>Mostra o cambia l&apos;argomento.</translation>
    </message>
    <message>
        <source>Lists who is in a room.</source>
        <translation>Elenca chi è in una stanza.</translation>
    </message>
    <message>
        <source>[word]</source>
        <translation>[parola]</translation>
    </message>
    <message>
        <source>Shows the server&apos;s rooms.</source>
        <translation>Mostra le stanze del server.</translation>
    </message>
    <message>
        <source>nick [#room]</source>
        <translation>nick [#stanza]</translation>
    </message>
    <message>
        <source>Asks somebody into a room.</source>
        <translation>Invita qualcuno in una stanza.</translation>
    </message>
    <message>
        <source>#room [text]</source>
        <translation>#stanza [testo]</translation>
    </message>
    <message>
        <source>Asks to be let into a room.</source>
        <translation>Chiede di essere fatto entrare in una stanza.</translation>
    </message>
    <message>
        <source>nick</source>
        <translation>nick</translation>
    </message>
    <message>
        <source>Tells who somebody is.</source>
        <translation>Dice chi è qualcuno.</translation>
    </message>
    <message>
        <source>Tells who somebody was who has left.</source>
        <translation>Dice chi era qualcuno che se n&apos;è andato.</translation>
    </message>
    <message>
        <source>[#room or mask]</source>
        <translation>[#stanza o maschera]</translation>
    </message>
    <message>
        <source>Lists people with their addresses.</source>
        <translation>Elenca le persone con i loro indirizzi.</translation>
    </message>
    <message>
        <source>[nick or mask]</source>
        <translation>[nick o maschera]</translation>
    </message>
    <message>
        <source>Shows nothing more of what somebody says; alone it lists whom.</source>
        <translation>Non mostra più quello che qualcuno dice; da solo elenca chi.</translation>
    </message>
    <message>
        <source>nick or mask</source>
        <translation>nick o maschera</translation>
    </message>
    <message>
        <source>Shows again what somebody says from now on.</source>
        <translation>Mostra di nuovo, da adesso, quello che qualcuno dice.</translation>
    </message>
    <message>
        <source>new-nick</source>
        <translation>nick-nuovo</translation>
    </message>
    <message>
        <source>Gives you another name.</source>
        <translation>Ti dà un altro nome.</translation>
    </message>
    <message>
        <source>[reason]</source>
        <translation>[motivo]</translation>
    </message>
    <message>
        <source>Tells that you are away, or without a reason that you are back.</source>
        <translation>Dice che sei assente, o senza motivo che sei tornato.</translation>
    </message>
    <message>
        <source>Tells that you are back.</source>
        <translation>Dice che sei tornato.</translation>
    </message>
    <message>
        <source>[+letters or -letters]</source>
        <translation>[+lettere o -lettere]</translation>
    </message>
    <message>
        <source>Shows or changes your own modes.</source>
        <translation>Mostra o cambia i tuoi modi.</translation>
    </message>
    <message>
        <source>Leaves the server.</source>
        <translation>Lascia il server.</translation>
    </message>
    <message>
        <source>[#room] nick…</source>
        <translation>[#stanza] nick…</translation>
    </message>
    <message>
        <source>Makes people operators of the room.</source>
        <translation>Fa di qualcuno un operatore della stanza.</translation>
    </message>
    <message>
        <source>Makes them operators no more.</source>
        <translation>Non ne fa più un operatore.</translation>
    </message>
    <message>
        <source>Makes people half-operators of the room.</source>
        <translation>Fa di qualcuno un mezzo operatore della stanza.</translation>
    </message>
    <message>
        <source>Makes them half-operators no more.</source>
        <translation>Non ne fa più un mezzo operatore.</translation>
    </message>
    <message>
        <source>Lets people speak in a moderated room.</source>
        <translation>Fa parlare qualcuno in una stanza moderata.</translation>
    </message>
    <message>
        <source>Lets them do so no more.</source>
        <translation>Non lo fa più parlare.</translation>
    </message>
    <message>
        <source>[#room] nick [reason]</source>
        <translation>[#stanza] nick [motivo]</translation>
    </message>
    <message>
        <source>Puts somebody out of the room.</source>
        <translation>Mette qualcuno fuori dalla stanza.</translation>
    </message>
    <message>
        <source>[#room] [nick or mask…]</source>
        <translation>[#stanza] [nick o maschera…]</translation>
    </message>
    <message>
        <source>Keeps people out; alone it lists who is kept out.</source>
        <translation>Tiene fuori qualcuno; da solo elenca chi è escluso.</translation>
    </message>
    <message>
        <source>[#room] nick or mask…</source>
        <translation>[#stanza] nick o maschera…</translation>
    </message>
    <message>
        <source>Lets them in again.</source>
        <translation>Lo fa rientrare.</translation>
    </message>
    <message>
        <source>Puts somebody out and keeps them out.</source>
        <translation>Mette qualcuno fuori e ce lo tiene.</translation>
    </message>
    <message>
        <source>Lets people read and not write.</source>
        <translation>Lascia leggere e non scrivere.</translation>
    </message>
    <message>
        <source>Lets them write again.</source>
        <translation>Lascia di nuovo scrivere.</translation>
    </message>
    <message>
        <source>[#room] [+letters or -letters] [words]</source>
        <translation>[#stanza] [+lettere o -lettere] [parole]</translation>
    </message>
    <message>
        <source>Shows or changes a room&apos;s modes.</source>
        <translation>Mostra o cambia i modi di una stanza.</translation>
    </message>
    <message>
        <source>Says something to NickServ; passwords are not shown.</source>
        <translation>Dice qualcosa a NickServ; le password non si vedono.</translation>
    </message>
    <message>
        <source>Says something to ChanServ.</source>
        <translation>Dice qualcosa a ChanServ.</translation>
    </message>
    <message>
        <source>name password</source>
        <translation>nome password</translation>
    </message>
    <message>
        <source>Makes you an operator of the server.</source>
        <translation>Fa di te un operatore del server.</translation>
    </message>
    <message>
        <source>Shows the server&apos;s message of the day.</source>
        <translation>Mostra il messaggio del giorno del server.</translation>
    </message>
    <message>
        <source>line</source>
        <translation>riga</translation>
    </message>
    <message>
        <source>Sends a line to the server as it stands.</source>
        <translation>Manda al server una riga così com&apos;è.</translation>
    </message>
    <message>
        <source>[command]</source>
        <translation>[comando]</translation>
    </message>
    <message>
        <source>Explains a command, or all of them.</source>
        <translation>Spiega un comando, o tutti.</translation>
    </message>
</context>
<context>
    <name>brusio::ui::IgnoreList</name>
    <message>
        <source>%1, under every nick</source>
        <translation>%1, con qualunque nick</translation>
    </message>
</context>
<context>
    <name>CompleterList</name>
    <message>
        <source>What it may become</source>
        <translation>Che cosa può diventare</translation>
    </message>
    <message>
        <source>Scroll the list</source>
        <translation>Scorri l&apos;elenco</translation>
    </message>
</context>
<context>
    <name>brusio::ui::Completer</name>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 di %3)</translation>
    </message>
</context>
<context>
    <name>IgnoredDialog</name>
    <message>
        <source>Ignored people</source>
        <translation>Persone ignorate</translation>
    </message>
    <message>
        <source>You ignore nobody on this server.</source>
        <translation>Su questo server non ignori nessuno.</translation>
    </message>
    <message>
        <source>Hear %1 again</source>
        <translation>Senti di nuovo %1</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Asking the server…</source>
        <translation>Chiedo al server…</translation>
    </message>
    <message>
        <source>In common: %1</source>
        <translation>In comune: %1</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Messaggio privato</translation>
    </message>
    <message>
        <source>Take operator away</source>
        <translation>Togli l&apos;operatore</translation>
    </message>
    <message>
        <source>Make operator</source>
        <translation>Fai operatore</translation>
    </message>
    <message>
        <source>Take voice away</source>
        <translation>Togli la voce</translation>
    </message>
    <message>
        <source>Give voice</source>
        <translation>Dai voce</translation>
    </message>
    <message>
        <source>Put out of the room</source>
        <translation>Metti fuori dalla stanza</translation>
    </message>
    <message>
        <source>Keep out of the room</source>
        <translation>Tieni fuori dalla stanza</translation>
    </message>
    <message>
        <source>Ignore no more</source>
        <translation>Non ignorare più</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignora</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Who is %1?</source>
        <translation>Chi è %1?</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Nomina</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Messaggio privato</translation>
    </message>
    <message>
        <source>Take operator away</source>
        <translation>Togli l&apos;operatore</translation>
    </message>
    <message>
        <source>Make operator</source>
        <translation>Fai operatore</translation>
    </message>
    <message>
        <source>Take voice away</source>
        <translation>Togli la voce</translation>
    </message>
    <message>
        <source>Give voice</source>
        <translation>Dai voce</translation>
    </message>
    <message>
        <source>Put out of the room</source>
        <translation>Metti fuori dalla stanza</translation>
    </message>
    <message>
        <source>Keep out of the room</source>
        <translation>Tieni fuori dalla stanza</translation>
    </message>
    <message>
        <source>Ignore no more</source>
        <translation>Non ignorare più</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignora</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>There is no topic.</source>
        <translation>Non c&apos;è un argomento.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Argomento</translation>
    </message>
    <message>
        <source>Set the topic</source>
        <translation>Cambia l&apos;argomento</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n persone</numerusform>
        </translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Chiave: %1</translation>
    </message>
    <message>
        <source>Nick to invite</source>
        <translation>Nick da invitare</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invita</translation>
    </message>
    <message>
        <source>Asking the server who is kept out…</source>
        <translation>Chiedo al server chi è escluso…</translation>
    </message>
    <message>
        <source>Nobody is kept out.</source>
        <translation>Nessuno è escluso.</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>Esclusi</translation>
    </message>
    <message>
        <source>Let %1 in again</source>
        <translation>Fai rientrare %1</translation>
    </message>
</context>
<context>
    <name>brusio::ui::PersonDesk</name>
    <message>
        <source>Away</source>
        <translation>Assente</translation>
    </message>
</context>
</TS>
