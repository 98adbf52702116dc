<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>Watch any video or live stream in your own language, offline.</source>
        <translation>Jedes Video und jeden Livestream in der eigenen Sprache sehen, ohne Internet.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Components of others</source>
        <translation>Komponenten anderer</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>These are subtitles</source>
        <translation>Das sind Untertitel</translation>
    </message>
    <message>
        <source>Open the film first, then drop them on it once more.</source>
        <translation>Öffnen Sie zuerst den Film, dann ziehen Sie sie noch einmal darauf.</translation>
    </message>
</context>
<context>
    <name>CaptionWindow</name>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
</context>
<context>
    <name>CaptionsControl</name>
    <message>
        <source>No captions</source>
        <translation>Keine Untertitel</translation>
    </message>
    <message>
        <source>Captions on</source>
        <translation>Untertitel an</translation>
    </message>
    <message>
        <source>Captions off</source>
        <translation>Untertitel aus</translation>
    </message>
    <message>
        <source>Two languages</source>
        <translation>Zwei Sprachen</translation>
    </message>
    <message>
        <source>One language</source>
        <translation>Eine Sprache</translation>
    </message>
    <message>
        <source>Captions {0} s</source>
        <translation>Untertitel {0} s</translation>
    </message>
</context>
<context>
    <name>CastDialog</name>
    <message>
        <source>Play on a television</source>
        <translation>Auf einem Fernseher abspielen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Address of a device</source>
        <translation>Adresse eines Geräts</translation>
    </message>
    <message>
        <source>Not found? Its address, such as 192.168.1.20</source>
        <translation>Nicht gefunden? Seine Adresse, etwa 192.168.1.20</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What is heard</source>
        <translation>Was zu hören ist</translation>
    </message>
    <message>
        <source>The film&apos;s own sound</source>
        <translation>Der eigene Ton des Films</translation>
    </message>
    <message>
        <source>On a phone or another screen…</source>
        <translation>Auf einem Telefon oder anderen Bildschirm…</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Geräte werden gesucht…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Dub: {0}</source>
        <translation>Synchronfassung: {0}</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} wird gefragt…</translation>
    </message>
    <message>
        <source>{0} shows a PIN in a moment…</source>
        <translation>{0} zeigt gleich eine PIN…</translation>
    </message>
    <message>
        <source>PIN that {0} shows:</source>
        <translation>PIN, die {0} zeigt:</translation>
    </message>
</context>
<context>
    <name>CastStrip</name>
    <message>
        <source>Pause on the television</source>
        <translation>Auf dem Fernseher anhalten</translation>
    </message>
    <message>
        <source>Stop on the television</source>
        <translation>Auf dem Fernseher beenden</translation>
    </message>
    <message>
        <source>Volume of the television</source>
        <translation>Lautstärke des Fernsehers</translation>
    </message>
    <message>
        <source>Go on on the television</source>
        <translation>Auf dem Fernseher fortsetzen</translation>
    </message>
    <message>
        <source>{0}: connecting…</source>
        <translation>{0}: verbindet…</translation>
    </message>
    <message>
        <source>{0}: loading…</source>
        <translation>{0}: lädt…</translation>
    </message>
    <message>
        <source>{0}: playing</source>
        <translation>{0}: spielt</translation>
    </message>
    <message>
        <source>{0}: paused</source>
        <translation>{0}: angehalten</translation>
    </message>
    <message>
        <source>{0}: connection lost, trying again…</source>
        <translation>{0}: Verbindung verloren, neuer Versuch…</translation>
    </message>
    <message>
        <source>Waited {0} s for data in all; {1} s from its clock; {2} parts without their captions</source>
        <translation>Insgesamt {0} s auf Daten gewartet; {1} s gegen seine Uhr; {2} Teile ohne ihre Untertitel</translation>
    </message>
</context>
<context>
    <name>CastTimingButton</name>
    <message>
        <source>Delay of the television</source>
        <translation>Verzögerung des Fernsehers</translation>
    </message>
    <message>
        <source>Behind the stream</source>
        <translation>Hinter dem Stream</translation>
    </message>
    <message>
        <source>The television keeps</source>
        <translation>Der Fernseher hält vor</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>nach Bedarf</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose: {0}</source>
        <translation>Auswählen: {0}</translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>Opening the link…</source>
        <translation>Link wird geöffnet…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) are in line</source>
        <translation>
            <numerusform>%Ln weitere Datei wartet</numerusform>
            <numerusform>%Ln weitere Dateien warten</numerusform>
        </translation>
    </message>
    <message>
        <source>The sessions page shows them.</source>
        <translation>Die Seite „Sitzungen“ zeigt sie.</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Position and length</source>
        <translation>Position und Länge</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Bild im Bild</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Live −{0}</source>
        <translation>Live −{0}</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>name of a speaker</source>
        <translation>Name eines Sprechers</translation>
    </message>
    <message>
        <source>change of a line</source>
        <translation>Änderung einer Zeile</translation>
    </message>
</context>
<context>
    <name>DelayBox</name>
    <message>
        <source>How far behind the stream</source>
        <translation>Wie weit hinter dem Stream</translation>
    </message>
    <message>
        <source>Behind by some seconds, captions land on what is said; as early as possible, they come after it.</source>
        <translation>Mit einigen Sekunden Abstand treffen Untertitel das Gesagte; so früh wie möglich kommen sie danach.</translation>
    </message>
    <message>
        <source>Delay: automatic</source>
        <translation>Abstand: automatisch</translation>
    </message>
    <message>
        <source>As early as possible</source>
        <translation>So früh wie möglich</translation>
    </message>
    <message>
        <source>{0} s behind</source>
        <translation>{0} s dahinter</translation>
    </message>
    <message>
        <source>Delay: automatic ({0} s)</source>
        <translation>Abstand: automatisch ({0} s)</translation>
    </message>
</context>
<context>
    <name>DeleteJobBox</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the job {0}?</source>
        <translation>Den Auftrag {0} löschen?</translation>
    </message>
    <message>
        <source>Its trail and intermediate files go. The film itself stays.</source>
        <translation>Sein Verlauf und die Zwischendateien verschwinden. Der Film selbst bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>Also delete its %Ln finished file(s)</source>
        <translation>
            <numerusform>Auch die fertige Datei löschen (%Ln)</numerusform>
            <numerusform>Auch die %Ln fertigen Dateien löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Without names of files, folders or addresses</source>
        <translation>Ohne Namen von Dateien, Ordnern oder Adressen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>works</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Download of {0}</source>
        <translation>Download von {0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Give up; what arrived is deleted</source>
        <translation>Aufgeben; was angekommen ist, wird gelöscht</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>DubButton</name>
    <message>
        <source>Hear the translation</source>
        <translation>Übersetzung hören</translation>
    </message>
    <message>
        <source>Volume of the original</source>
        <translation>Lautstärke des Originals</translation>
    </message>
    <message>
        <source>Volume of the voice</source>
        <translation>Lautstärke der Stimme</translation>
    </message>
    <message>
        <source>Voice later by</source>
        <translation>Stimme später um</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Voices of the speakers…</source>
        <translation>Stimmen der Sprecher…</translation>
    </message>
</context>
<context>
    <name>DubDialog</name>
    <message>
        <source>Make a dub</source>
        <translation>Synchronfassung erstellen</translation>
    </message>
    <message>
        <source>Film or recording</source>
        <translation>Film oder Aufnahme</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Herausfinden</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Languages of the dub</source>
        <translation>Sprachen der Synchronfassung</translation>
    </message>
    <message>
        <source>Subtitles of what is said</source>
        <translation>Untertitel des Gesagten</translation>
    </message>
    <message>
        <source>Instead of recognizing the speech</source>
        <translation>Statt die Sprache zu erkennen</translation>
    </message>
    <message>
        <source>Voice and background are there as separate files</source>
        <translation>Stimme und Hintergrund liegen als getrennte Dateien vor</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>For listening (−16 LUFS)</source>
        <translation>Zum Hören (−16 LUFS)</translation>
    </message>
    <message>
        <source>For broadcast (−23 LUFS)</source>
        <translation>Für Rundfunk (−23 LUFS)</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Beside the film</source>
        <translation>Neben dem Film</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation>Vorhandene Dateien ersetzen</translation>
    </message>
    <message>
        <source>Make the dub</source>
        <translation>Synchronfassung erstellen</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose a film or recording.</source>
        <translation>Wählen Sie einen Film oder eine Aufnahme.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Es gibt keine Datei {0}.</translation>
    </message>
    <message>
        <source>Tick the languages of the dub.</source>
        <translation>Kreuzen Sie die Sprachen der Synchronfassung an.</translation>
    </message>
    <message>
        <source>Choose the language of the subtitles.</source>
        <translation>Wählen Sie die Sprache der Untertitel.</translation>
    </message>
    <message>
        <source>Choose both files: voice and background.</source>
        <translation>Wählen Sie beide Dateien: Stimme und Hintergrund.</translation>
    </message>
</context>
<context>
    <name>DubLineModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>EditKeysDialog</name>
    <message>
        <source>Keys of the player</source>
        <translation>Tasten des Players</translation>
    </message>
    <message>
        <source>What keys do</source>
        <translation>Was die Tasten tun</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Taste hinzufügen</translation>
    </message>
    <message>
        <source>Keys of this action</source>
        <translation>Tasten dieser Aktion</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Taste entfernen</translation>
    </message>
    <message>
        <source>Usual keys of this action</source>
        <translation>Übliche Tasten dieser Aktion</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>Alle üblichen Tasten</translation>
    </message>
    <message>
        <source>{0} belongs to the menu: {1}</source>
        <translation>{0} gehört zum Menü: {1}</translation>
    </message>
    <message>
        <source>{0} is used for: {1}. Adding it takes it away there.</source>
        <translation>{0} wird benutzt für: {1}. Beim Hinzufügen fällt sie dort weg.</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>{0} does not exist</source>
        <translation>{0} gibt es nicht</translation>
    </message>
    <message>
        <source>no such file: {0}</source>
        <translation>keine solche Datei: {0}</translation>
    </message>
    <message>
        <source>{0} is a folder</source>
        <translation>{0} ist ein Ordner</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} ist leer</translation>
    </message>
    <message>
        <source>{0} is not a language</source>
        <translation>{0} ist keine Sprache</translation>
    </message>
    <message>
        <source>{0} is not a media file, or it is damaged</source>
        <translation>{0} ist keine Mediendatei oder beschädigt</translation>
    </message>
    <message>
        <source>{0} of the playlist is missing</source>
        <translation>{0} aus der Wiedergabeliste fehlt</translation>
    </message>
    <message>
        <source>{0} may not be read</source>
        <translation>{0} darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1})</source>
        <translation>{0} kann nicht geöffnet werden ({1})</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} kann nicht gelesen werden: {1}</translation>
    </message>
    <message>
        <source>{0} may not be read ({1})</source>
        <translation>{0} darf nicht gelesen werden ({1})</translation>
    </message>
    <message>
        <source>{0} was not found ({1})</source>
        <translation>{0} wurde nicht gefunden ({1})</translation>
    </message>
    <message>
        <source>{0}: no secure connection ({1})</source>
        <translation>{0}: keine sichere Verbindung ({1})</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation>{0} kann nicht gelesen werden ({1})</translation>
    </message>
    <message>
        <source>no video was found in {0}</source>
        <translation>In {0} wurde kein Video gefunden</translation>
    </message>
    <message>
        <source>the stream did not begin</source>
        <translation>Der Stream hat nicht begonnen</translation>
    </message>
    <message>
        <source>{0} names no server</source>
        <translation>{0} nennt keinen Server</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device</source>
        <translation>{0} ist eine Pipe oder ein Gerät</translation>
    </message>
    <message>
        <source>no decoder for {0} audio in {1}</source>
        <translation>Für den Ton ({0}) in {1} gibt es keinen Decoder</translation>
    </message>
    <message>
        <source>the playlist refers to itself or has no end</source>
        <translation>Die Wiedergabeliste verweist auf sich selbst oder hat kein Ende</translation>
    </message>
    <message>
        <source>the playlist is too large</source>
        <translation>Die Wiedergabeliste ist zu groß</translation>
    </message>
    <message>
        <source>the server ended the transfer early</source>
        <translation>Der Server hat die Übertragung vorzeitig beendet</translation>
    </message>
    <message>
        <source>{0} has no audio track</source>
        <translation>{0} hat keine Tonspur</translation>
    </message>
    <message>
        <source>{0} has no such audio track</source>
        <translation>{0} hat keine solche Tonspur</translation>
    </message>
    <message>
        <source>{0} has neither picture nor sound</source>
        <translation>{0} hat weder Bild noch Ton</translation>
    </message>
    <message>
        <source>{0} has neither sound nor pictures that can be decoded</source>
        <translation>{0} hat weder Ton noch Bilder, die sich dekodieren lassen</translation>
    </message>
    <message>
        <source>no audio or video in {0}</source>
        <translation>weder Ton noch Video in {0}</translation>
    </message>
    <message>
        <source>{0} is a web page, not media</source>
        <translation>{0} ist eine Webseite, kein Medium</translation>
    </message>
    <message>
        <source>{0} is not a valid address</source>
        <translation>{0} ist keine gültige Adresse</translation>
    </message>
    <message>
        <source>{0} sends nothing</source>
        <translation>{0} sendet nichts</translation>
    </message>
    <message>
        <source>{0} was taken away</source>
        <translation>{0} wurde entfernt</translation>
    </message>
    <message>
        <source>the source may not reach into the local network ({0})</source>
        <translation>die Quelle darf nicht in das lokale Netz greifen ({0})</translation>
    </message>
    <message>
        <source>this link leads into your own network ({0})</source>
        <translation>dieser Link führt in Ihr eigenes Netz ({0})</translation>
    </message>
    <message>
        <source>nothing installed translates {0:language} into {1:language}</source>
        <translation>nichts Installiertes übersetzt {0} in {1}</translation>
    </message>
    <message>
        <source>no installed model recognizes {0:language}</source>
        <translation>kein installiertes Modell erkennt {0}</translation>
    </message>
    <message>
        <source>nothing translates {0:language} into {1:language}</source>
        <translation>nichts übersetzt {0:language} in {1:language}</translation>
    </message>
    <message>
        <source>no installed voice speaks {0:language}</source>
        <translation>keine installierte Stimme spricht {0}</translation>
    </message>
    <message>
        <source>recognition failed: {0}</source>
        <translation>die Erkennung ist fehlgeschlagen: {0}</translation>
    </message>
    <message>
        <source>the engine process was killed by signal {0}, again and again</source>
        <translation>der Prozess der Engines wurde wieder und wieder von Signal {0} beendet</translation>
    </message>
    <message>
        <source>the engine process was killed by signal {0}</source>
        <translation>der Prozess der Engines wurde von Signal {0} beendet</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} ist nicht installiert</translation>
    </message>
    <message>
        <source>{0} is installed already</source>
        <translation>{0} ist schon installiert</translation>
    </message>
    <message>
        <source>{0} is damaged ({1})</source>
        <translation>{0} ist beschädigt ({1})</translation>
    </message>
    <message>
        <source>{0} does not match its checksum</source>
        <translation>{0} stimmt nicht mit seiner Prüfsumme überein</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}</source>
        <translation>{0} kann nicht geladen werden: {1}</translation>
    </message>
    <message>
        <source>this installation does not say where {0} is</source>
        <translation>diese Installation sagt nicht, wo {0} ist</translation>
    </message>
    <message>
        <source>{0} is not there</source>
        <translation>{0} ist nicht da</translation>
    </message>
    <message>
        <source>{0} does not have {1}</source>
        <translation>{0} hat {1} nicht</translation>
    </message>
    <message>
        <source>{0} is neither a folder nor the address of a package index</source>
        <translation>{0} ist weder ein Ordner noch die Adresse eines Paketverzeichnisses</translation>
    </message>
    <message>
        <source>{0} cannot be reached: {1}</source>
        <translation>{0} ist nicht erreichbar: {1}</translation>
    </message>
    <message>
        <source>the certificate of {0} is not trusted</source>
        <translation>dem Zertifikat von {0} wird nicht vertraut</translation>
    </message>
    <message>
        <source>no space left for {0}</source>
        <translation>kein Platz mehr für {0}</translation>
    </message>
    <message>
        <source>no space left in {0}</source>
        <translation>kein Platz mehr in {0}</translation>
    </message>
    <message>
        <source>the disk is full: nothing more can be stored</source>
        <translation>die Platte ist voll: nichts kann mehr gespeichert werden</translation>
    </message>
    <message>
        <source>the disk is full: {0}</source>
        <translation>die Platte ist voll: {0}</translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation>{0} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>{0} exists</source>
        <translation>{0} gibt es schon</translation>
    </message>
    <message>
        <source>{0} is not connected</source>
        <translation>{0} ist nicht verbunden</translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation>{0} antwortet nicht</translation>
    </message>
    <message>
        <source>{0} does not answer at {1}</source>
        <translation>{0} antwortet nicht unter {1}</translation>
    </message>
    <message>
        <source>{0} is not reachable ({1})</source>
        <translation>{0} ist nicht erreichbar ({1})</translation>
    </message>
    <message>
        <source>{0} did not accept the PIN</source>
        <translation>{0} hat die PIN nicht angenommen</translation>
    </message>
    <message>
        <source>{0} has gone</source>
        <translation>{0} ist verschwunden</translation>
    </message>
    <message>
        <source>{0} plays this in no form: {1}</source>
        <translation>{0} spielt dies in keiner Form: {1}</translation>
    </message>
    <message>
        <source>nothing of this job has failed</source>
        <translation>nichts an diesem Auftrag ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>the job is being worked on</source>
        <translation>an dem Auftrag wird gearbeitet</translation>
    </message>
    <message>
        <source>the release&apos;s manifest is not signed by the developers</source>
        <translation>das Manifest der Version ist nicht von den Entwicklern signiert</translation>
    </message>
    <message>
        <source>this build does not know where releases are announced</source>
        <translation>dieser Build weiß nicht, wo Versionen angekündigt werden</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This file or address cannot be found</source>
        <translation>Diese Datei oder Adresse ist nicht zu finden</translation>
    </message>
    <message>
        <source>It may have been moved, or the address has a slip. Open it again.</source>
        <translation>Vielleicht wurde sie verschoben, oder die Adresse hat einen Fehler. Öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>This source may not be opened</source>
        <translation>Diese Quelle darf nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Check its permissions, or whether it needs a sign-in.</source>
        <translation>Prüfen Sie die Rechte, oder ob eine Anmeldung nötig ist.</translation>
    </message>
    <message>
        <source>This is not audio or video that can be read</source>
        <translation>Das ist kein lesbarer Ton und kein lesbares Video</translation>
    </message>
    <message>
        <source>The file may be damaged or of another kind. Choose another one.</source>
        <translation>Die Datei ist beschädigt oder von anderer Art. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There is no sound to translate</source>
        <translation>Es gibt keinen Ton zum Übersetzen</translation>
    </message>
    <message>
        <source>The video has no audio track that can be heard.</source>
        <translation>Das Video hat keine hörbare Tonspur.</translation>
    </message>
    <message>
        <source>The connection to the source was lost</source>
        <translation>Die Verbindung zur Quelle ging verloren</translation>
    </message>
    <message>
        <source>What was done is kept. Try again to go on from there.</source>
        <translation>Erledigtes bleibt erhalten. Versuchen Sie es erneut, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>A model for this language is missing</source>
        <translation>Für diese Sprache fehlt ein Modell</translation>
    </message>
    <message>
        <source>Install one that serves it; the work then goes on where it stopped.</source>
        <translation>Installieren Sie ein passendes; dann geht die Arbeit dort weiter, wo sie anhielt.</translation>
    </message>
    <message>
        <source>An engine could not do its work</source>
        <translation>Ein Modul konnte seine Arbeit nicht tun</translation>
    </message>
    <message>
        <source>What was done is kept. Try again; the diagnostics tell more.</source>
        <translation>Erledigtes bleibt erhalten. Versuchen Sie es erneut; die Diagnose sagt mehr.</translation>
    </message>
    <message>
        <source>A model is damaged</source>
        <translation>Ein Modell ist beschädigt</translation>
    </message>
    <message>
        <source>Remove it and install it again.</source>
        <translation>Entfernen und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>The model could not be downloaded</source>
        <translation>Das Modell konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>What arrived is kept. Check the connection and try again.</source>
        <translation>Was ankam, bleibt erhalten. Prüfen Sie die Verbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The licence has to be accepted first</source>
        <translation>Die Lizenz muss zuerst angenommen werden</translation>
    </message>
    <message>
        <source>Read it on the models page, and install from there.</source>
        <translation>Lesen Sie sie auf der Seite „Modelle“ und installieren Sie von dort.</translation>
    </message>
    <message>
        <source>A model is missing</source>
        <translation>Ein Modell fehlt</translation>
    </message>
    <message>
        <source>Install it; the work then goes on where it stopped.</source>
        <translation>Installieren Sie es; dann geht die Arbeit dort weiter, wo sie anhielt.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Free some space and try again. Nothing is lost.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>A file of that name is there already</source>
        <translation>Eine Datei dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>Allow overwriting, or choose another folder or name.</source>
        <translation>Erlauben Sie das Überschreiben, oder wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>This is being translated already</source>
        <translation>Das wird schon übersetzt</translation>
    </message>
    <message>
        <source>Another window or program works on it. Wait for it, or stop it first.</source>
        <translation>Ein anderes Fenster oder Programm arbeitet daran. Warten Sie, oder halten Sie es zuerst an.</translation>
    </message>
    <message>
        <source>The library belongs to a newer version</source>
        <translation>Die Bibliothek gehört zu einer neueren Version</translation>
    </message>
    <message>
        <source>Install the newer version again. The library was not touched.</source>
        <translation>Installieren Sie die neuere Version wieder. Die Bibliothek blieb unberührt.</translation>
    </message>
    <message>
        <source>The disk or the library refuses</source>
        <translation>Datenträger oder Bibliothek verweigern sich</translation>
    </message>
    <message>
        <source>Check space and permissions; the diagnostics tell more.</source>
        <translation>Prüfen Sie Platz und Rechte; die Diagnose sagt mehr.</translation>
    </message>
    <message>
        <source>The memory does not suffice</source>
        <translation>Der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>Choose a smaller model, or close other programs. What was done is kept.</source>
        <translation>Wählen Sie ein kleineres Modell oder schließen Sie andere Programme. Das Erledigte bleibt.</translation>
    </message>
    <message>
        <source>The device was not found</source>
        <translation>Das Gerät wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Check that it is on and in the same network; or give its address.</source>
        <translation>Prüfen Sie, ob es eingeschaltet und im selben Netz ist, oder geben Sie seine Adresse an.</translation>
    </message>
    <message>
        <source>The device has gone</source>
        <translation>Das Gerät ist verschwunden</translation>
    </message>
    <message>
        <source>The media goes on here. Choose the device again when it is back.</source>
        <translation>Es geht hier weiter. Wählen Sie das Gerät erneut, wenn es wieder da ist.</translation>
    </message>
    <message>
        <source>The device does not play this</source>
        <translation>Das Gerät spielt dies nicht</translation>
    </message>
    <message>
        <source>Every form that we can make was tried. Choose another device.</source>
        <translation>Alle Formen, die möglich sind, wurden versucht. Wählen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>The device did not accept the PIN</source>
        <translation>Das Gerät hat die PIN nicht angenommen</translation>
    </message>
    <message>
        <source>Choose the device again; it then shows a new one.</source>
        <translation>Wählen Sie das Gerät erneut; es zeigt dann eine neue.</translation>
    </message>
    <message>
        <source>The device cannot be reached</source>
        <translation>Das Gerät ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Check the network and the firewall. The media goes on here.</source>
        <translation>Prüfen Sie Netz und Firewall. Es geht hier weiter.</translation>
    </message>
    <message>
        <source>The news of an update is not to be believed</source>
        <translation>Der Nachricht von einem Update ist nicht zu trauen</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the project&apos;s own page for news.</source>
        <translation>Nichts wurde geändert. Neues steht auf der Seite des Projekts.</translation>
    </message>
    <message>
        <source>The source cannot be read</source>
        <translation>Die Quelle ist nicht lesbar</translation>
    </message>
    <message>
        <source>Try again, or choose another one.</source>
        <translation>Versuchen Sie es erneut, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>A setting is not valid</source>
        <translation>Eine Einstellung ist ungültig</translation>
    </message>
    <message>
        <source>Correct it in the preferences.</source>
        <translation>Berichtigen Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>Das geht nicht</translation>
    </message>
    <message>
        <source>Change what was asked for and try again.</source>
        <translation>Ändern Sie die Anfrage und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Etwas Unerwartetes ist geschehen</translation>
    </message>
    <message>
        <source>This is a defect of ours. The diagnostics have a report that you can copy.</source>
        <translation>Das ist ein Fehler von uns. Die Diagnose hat einen Bericht zum Kopieren.</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Modelle zeigen</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Modell holen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation>Diagnose zeigen</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>Anderes öffnen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export captions</source>
        <translation>Untertitel exportieren</translation>
    </message>
    <message>
        <source>Two languages in each file: what was said above what it means</source>
        <translation>Zwei Sprachen je Datei: das Gesagte über der Bedeutung</translation>
    </message>
    <message>
        <source>A copy of the film with captions in the picture</source>
        <translation>Eine Kopie des Films mit Untertiteln im Bild</translation>
    </message>
    <message>
        <source>A copy of the film with captions as tracks</source>
        <translation>Eine Kopie des Films mit Untertiteln als Spuren</translation>
    </message>
    <message>
        <source>Overwrite files that are there</source>
        <translation>Vorhandene Dateien überschreiben</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Folder for the captions</source>
        <translation>Ordner für die Untertitel</translation>
    </message>
    <message>
        <source>Already there: {0}</source>
        <translation>Schon vorhanden: {0}</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>There are no captions to export yet</source>
        <translation>Es gibt noch keine Untertitel zum Exportieren</translation>
    </message>
    <message>
        <source>This is still being translated: what there is so far is written.</source>
        <translation>Die Übersetzung läuft noch: Geschrieben wird, was bisher da ist.</translation>
    </message>
    <message>
        <source>Writing a copy of the film…</source>
        <translation>Eine Kopie des Films wird geschrieben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln Datei geschrieben</numerusform>
            <numerusform>%Ln Dateien geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>ExtrasDialog</name>
    <message>
        <source>Optional parts</source>
        <translation>Zusätzliche Teile</translation>
    </message>
    <message>
        <source>Each file is checked against the list of this release. Parts are used from the next start on.</source>
        <translation>Jede Datei wird mit der Liste dieser Version verglichen. Benutzt werden die Teile ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Folder or package index with the files, if not the usual one</source>
        <translation>Ordner oder Paketverzeichnis mit den Dateien, wenn es nicht das übliche ist</translation>
    </message>
    <message>
        <source>Name a folder or a package index that has the file.</source>
        <translation>Nennen Sie einen Ordner oder ein Paketverzeichnis mit der Datei.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>finds speech</source>
        <translation>findet Sprache</translation>
    </message>
    <message>
        <source>recognizes</source>
        <translation>erkennt</translation>
    </message>
    <message>
        <source>translates</source>
        <translation>übersetzt</translation>
    </message>
    <message>
        <source>recognizes live</source>
        <translation>erkennt live</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>spricht</translation>
    </message>
    <message>
        <source>takes out noise</source>
        <translation>entfernt Rauschen</translation>
    </message>
    <message>
        <source>tells speakers apart</source>
        <translation>unterscheidet Sprecher</translation>
    </message>
    <message>
        <source>takes voices and music apart</source>
        <translation>trennt Stimmen und Musik</translation>
    </message>
    <message>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>{0} GB free</source>
        <translation>{0} GB frei</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>English only, at starter quality</source>
        <translation>nur Englisch, in Einstiegsqualität</translation>
    </message>
    <message>
        <source>starter quality: {0}</source>
        <translation>Einstiegsqualität: {0}</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>kein NVIDIA-Treiber gefunden</translation>
    </message>
    <message>
        <source>{0} threads are fastest</source>
        <translation>{0} Threads sind am schnellsten</translation>
    </message>
    <message>
        <source>Better models can be installed on the models page.</source>
        <translation>Bessere Modelle lassen sich auf der Modellseite installieren.</translation>
    </message>
    <message>
        <source>Install one on the models page.</source>
        <translation>Installieren Sie eines auf der Modellseite.</translation>
    </message>
    <message>
        <source>Wanted only for dubs with several speakers or with music.</source>
        <translation>Nur für Synchronfassungen mit mehreren Sprechern oder mit Musik nötig.</translation>
    </message>
    <message>
        <source>Install the application again.</source>
        <translation>Installieren Sie die Anwendung erneut.</translation>
    </message>
    <message>
        <source>Larger models need 2 GB and more.</source>
        <translation>Größere Modelle brauchen 2 GB und mehr.</translation>
    </message>
    <message>
        <source>Its folder has to be writable.</source>
        <translation>Ihr Ordner muss beschreibbar sein.</translation>
    </message>
    <message>
        <source>Everything runs on the processor instead.</source>
        <translation>Alles läuft stattdessen auf dem Prozessor.</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to Streamlation</source>
        <translation>Willkommen bei Streamlation</translation>
    </message>
    <message>
        <source>Everything is done on this computer. You can change these choices at any time.</source>
        <translation>Alles geschieht auf diesem Computer. Sie können das jederzeit ändern.</translation>
    </message>
    <message>
        <source>Measuring what this computer can do…</source>
        <translation>Es wird gemessen, was dieser Computer kann…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Los geht’s</translation>
    </message>
    <message>
        <source>Download the recommended models ({0})</source>
        <translation>Empfohlene Modelle laden ({0})</translation>
    </message>
    <message>
        <source>English speech at starter quality; it is translated into: {0}.</source>
        <translation>Englische Sprache in Einstiegsqualität; übersetzt wird in: {0}.</translation>
    </message>
    <message>
        <source>Estimated real-time factor of Whisper here (below 1 is faster than it plays): {0}.</source>
        <translation>Geschätzter Echtzeitfaktor von Whisper hier (unter 1: schneller als die Wiedergabe): {0}.</translation>
    </message>
    <message>
        <source>Recommended: {0}.</source>
        <translation>Empfohlen: {0}.</translation>
    </message>
    <message>
        <source>This computer could not be measured; a small model is recommended.</source>
        <translation>Dieser Computer ließ sich nicht messen; ein kleines Modell wird empfohlen.</translation>
    </message>
    <message>
        <source>Which language do you understand?</source>
        <translation>Welche Sprache verstehen Sie?</translation>
    </message>
    <message>
        <source>No translation</source>
        <translation>Keine Übersetzung</translation>
    </message>
    <message>
        <source>How good should it be?</source>
        <translation>Wie gut soll es sein?</translation>
    </message>
    <message>
        <source>Start at once with what is built in</source>
        <translation>Sofort mit dem Eingebauten beginnen</translation>
    </message>
    <message>
        <source>Download the recommended models</source>
        <translation>Empfohlene Modelle laden</translation>
    </message>
    <message>
        <source>I accept the licences above</source>
        <translation>Ich nehme die obigen Lizenzen an</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unvollständig</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Watch anything in your language</source>
        <translation>Alles in Ihrer Sprache sehen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Video and sound</source>
        <translation>Video und Ton</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open a video or sound file</source>
        <translation>Video oder Tondatei öffnen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Address of a video, sound or live stream:</source>
        <translation>Adresse eines Videos, Tons oder Livestreams:</translation>
    </message>
    <message>
        <source>Drop zone</source>
        <translation>Ablagefläche</translation>
    </message>
    <message>
        <source>Drop a video, a sound file or a folder here</source>
        <translation>Video, Tondatei oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Paste a link…</source>
        <translation>Link einfügen…</translation>
    </message>
    <message>
        <source>Watch live…</source>
        <translation>Live ansehen…</translation>
    </message>
    <message>
        <source>No translation</source>
        <translation>Keine Übersetzung</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Übersetzen in</translation>
    </message>
    <message>
        <source>Detect by itself</source>
        <translation>Selbst erkennen</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
</context>
<context>
    <name>InsetWindow</name>
    <message>
        <source>Picture in picture</source>
        <translation>Bild im Bild</translation>
    </message>
</context>
<context>
    <name>InvitationBox</name>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>A link wants to open media from {0}</source>
        <translation>Ein Link möchte Medien von {0} öffnen</translation>
    </message>
    <message>
        <source>Only open it if you clicked on the link and trust the page.</source>
        <translation>Öffnen Sie es nur, wenn Sie auf den Link geklickt haben und der Seite vertrauen.</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Language of the lines</source>
        <translation>Sprache der Zeilen</translation>
    </message>
    <message>
        <source>Voice…</source>
        <translation>Stimme…</translation>
    </message>
    <message>
        <source>Only what is spoken is made again</source>
        <translation>Nur das Gesprochene wird neu gemacht</translation>
    </message>
    <message>
        <source>Lines of the dub</source>
        <translation>Zeilen der Synchronfassung</translation>
    </message>
    <message>
        <source>Double-click a text to change it: only that line is spoken anew.</source>
        <translation>Doppelklicken Sie einen Text, um ihn zu ändern: Nur diese Zeile wird neu gesprochen.</translation>
    </message>
    <message>
        <source>The lines appear here when they are spoken.</source>
        <translation>Die Zeilen erscheinen hier, sobald sie gesprochen sind.</translation>
    </message>
</context>
<context>
    <name>JobTracks</name>
    <message>
        <source>Progress of {0}</source>
        <translation>Fortschritt von {0}</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>In the queue</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Cancelled; what was done is kept</source>
        <translation>Abgebrochen; das Erledigte bleibt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Writing files</source>
        <translation>Dateien schreiben</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Failed while: {0}</source>
        <translation>Fehlgeschlagen bei: {0}</translation>
    </message>
    <message>
        <source>failed tries: {0}; it is tried again</source>
        <translation>fehlgeschlagene Versuche: {0}; es wird erneut versucht</translation>
    </message>
    <message>
        <source>{0} left in this stage</source>
        <translation>noch {0} in diesem Schritt</translation>
    </message>
    <message>
        <source>put in the queue</source>
        <translation>in die Warteschlange gestellt</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>kept from before</source>
        <translation>von vorher übernommen</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>failed; it is tried again</source>
        <translation>fehlgeschlagen; es wird erneut versucht</translation>
    </message>
    <message>
        <source>failed for good</source>
        <translation>endgültig fehlgeschlagen</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>Text geändert</translation>
    </message>
    <message>
        <source>voice changed</source>
        <translation>Stimme geändert</translation>
    </message>
    <message>
        <source>in the queue again</source>
        <translation>wieder in der Warteschlange</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>erneut versucht</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>noch einmal gemacht</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>file expired</source>
        <translation>Datei abgelaufen</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Make a dub…</source>
        <translation>Synchronfassung erstellen…</translation>
    </message>
    <message>
        <source>No dubs yet</source>
        <translation>Noch keine Synchronfassungen</translation>
    </message>
    <message>
        <source>A dub speaks the translation of a film in one or more languages, and writes it to files.</source>
        <translation>Eine Synchronfassung spricht die Übersetzung eines Films in einer oder mehreren Sprachen und schreibt sie in Dateien.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Do again from…</source>
        <translation>Neu machen ab…</translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>change of a line</source>
        <translation>Änderung einer Zeile</translation>
    </message>
    <message>
        <source>name of a speaker</source>
        <translation>Name eines Sprechers</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Play key</source>
        <translation>Wiedergabetaste</translation>
    </message>
    <message>
        <source>Play/pause key</source>
        <translation>Taste Wiedergabe/Pause</translation>
    </message>
    <message>
        <source>Pause key</source>
        <translation>Pausetaste</translation>
    </message>
    <message>
        <source>Stop key</source>
        <translation>Stopptaste</translation>
    </message>
    <message>
        <source>Previous track key</source>
        <translation>Taste Voriger Titel</translation>
    </message>
    <message>
        <source>Next track key</source>
        <translation>Taste Nächster Titel</translation>
    </message>
    <message>
        <source>Volume down key</source>
        <translation>Taste Leiser</translation>
    </message>
    <message>
        <source>Volume up key</source>
        <translation>Taste Lauter</translation>
    </message>
    <message>
        <source>Mute key</source>
        <translation>Stummtaste</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Edit the chosen line of the transcript</source>
        <translation>Gewählte Zeile der Mitschrift bearbeiten</translation>
    </message>
    <message>
        <source>Play the chosen line</source>
        <translation>Gewählte Zeile abspielen</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
</context>
<context>
    <name>LanguageList</name>
    <message>
        <source>Find a language</source>
        <translation>Sprache suchen</translation>
    </message>
</context>
<context>
    <name>LibraryFilters</name>
    <message>
        <source>Every language</source>
        <translation>Jede Sprache</translation>
    </message>
    <message>
        <source>Spoken or translated language</source>
        <translation>Gesprochene oder übersetzte Sprache</translation>
    </message>
    <message>
        <source>Search in titles and in what was said</source>
        <translation>In Titeln und im Gesagten suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertige</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unvollständige</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Sentences found</source>
        <translation>Gefundene Sätze</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>What you translate is kept here, and every sentence in it can be found again.</source>
        <translation>Was Sie übersetzen, bleibt hier, und jeder Satz darin ist wieder zu finden.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No sentence has all these words, and no title. Fewer words or other filters find more.</source>
        <translation>Kein Satz hat alle diese Wörter, und kein Titel. Weniger Wörter oder andere Filter finden mehr.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Alles löschen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) cannot be deleted now</source>
        <translation>
            <numerusform>%Ln Sitzung kann jetzt nicht gelöscht werden</numerusform>
            <numerusform>%Ln Sitzungen können jetzt nicht gelöscht werden</numerusform>
        </translation>
    </message>
    <message>
        <source>They are being translated. Stop them first, on the sessions page.</source>
        <translation>Sie werden gerade übersetzt. Halten Sie sie zuerst auf der Seite der Sitzungen an.</translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Install a model</source>
        <translation>Modell installieren</translation>
    </message>
    <message>
        <source>not stated by its makers</source>
        <translation>von den Herstellern nicht genannt</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>Dazu</translation>
    </message>
    <message>
        <source>This licence restricts the use, or is not known: commercial use may be forbidden.</source>
        <translation>Diese Lizenz schränkt die Nutzung ein oder ist unbekannt: gewerbliche Nutzung kann verboten sein.</translation>
    </message>
    <message>
        <source>I accept the licence</source>
        <translation>Ich nehme die Lizenz an</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
</context>
<context>
    <name>LiveCaptions</name>
    <message>
        <source>Listening…</source>
        <translation>Hört zu…</translation>
    </message>
</context>
<context>
    <name>LocalApiDialog</name>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Let programs of this computer use Streamlation</source>
        <translation>Programme dieses Computers Streamlation benutzen lassen</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Sessions, exports, jobs and devices over HTTP; described at /api/v1/openapi.json.</source>
        <translation>Sitzungen, Exporte, Aufträge und Geräte über HTTP; beschrieben unter /api/v1/openapi.json.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;link…</source>
        <translation>&amp;Link öffnen…</translation>
    </message>
    <message>
        <source>Watch &amp;live…</source>
        <translation>&amp;Live ansehen…</translation>
    </message>
    <message>
        <source>Show on a &amp;phone…</source>
        <translation>Auf einem &amp;Telefon zeigen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Export captions…</source>
        <translation>Untertitel &amp;exportieren…</translation>
    </message>
    <message>
        <source>Make a &amp;dub…</source>
        <translation>&amp;Synchronfassung erstellen…</translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation>Neu &amp;übersetzen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;Local API…</source>
        <translation>&amp;Lokale API…</translation>
    </message>
    <message>
        <source>Start again in &amp;safe mode</source>
        <translation>Im &amp;abgesicherten Modus neu starten</translation>
    </message>
    <message>
        <source>&amp;About Streamlation</source>
        <translation>&amp;Über Streamlation</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ModelFilters</name>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Hears</source>
        <translation>Hört</translation>
    </message>
    <message>
        <source>Translates</source>
        <translation>Übersetzt</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Spricht</translation>
    </message>
    <message>
        <source>Any spoken language</source>
        <translation>Jede gesprochene Sprache</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Any translation</source>
        <translation>Jede Übersetzung</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Übersetzen in</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>hears</source>
        <translation>hört</translation>
    </message>
    <message>
        <source>translates</source>
        <translation>übersetzt</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>spricht</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht genannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>%Ln Sprache</numerusform>
            <numerusform>%Ln Sprachen</numerusform>
        </translation>
    </message>
    <message>
        <source>starter</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Importing {0}…</source>
        <translation>{0} wird importiert…</translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation>{0} ist installiert.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>Aus einem Ordner…</translation>
    </message>
    <message>
        <source>From an archive…</source>
        <translation>Aus einem Archiv…</translation>
    </message>
    <message>
        <source>Optional parts…</source>
        <translation>Zusätzliche Teile…</translation>
    </message>
    <message>
        <source>More engines, a graphics card, web pages</source>
        <translation>Weitere Programmteile zum Erkennen, eine Grafikkarte, Webseiten</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check every file against its checksum</source>
        <translation>Jede Datei gegen ihre Prüfsumme prüfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installieren…</translation>
    </message>
    <message>
        <source>{0} in models</source>
        <translation>{0} Modelle</translation>
    </message>
    <message>
        <source>{0} free</source>
        <translation>{0} frei</translation>
    </message>
    <message>
        <source>{0} in unfinished downloads</source>
        <translation>{0} unvollständige Downloads</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>{0}: every file is as it should be.</source>
        <translation>{0}: Jede Datei ist, wie sie sein soll.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}</source>
        <translation>{0} ist beschädigt: {1}</translation>
    </message>
    <message>
        <source>Checking {0}…</source>
        <translation>{0} wird geprüft…</translation>
    </message>
    <message>
        <source>Remove {0}? This frees {1}. It can be installed again.</source>
        <translation>{0} entfernen? Das gibt {1} frei. Es lässt sich wieder installieren.</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>{0} freed.</source>
        <translation>{0} freigegeben.</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
    <message>
        <source>Archive of a model</source>
        <translation>Archiv eines Modells</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Download of {0}</source>
        <translation>Herunterladen von {0}</translation>
    </message>
    <message>
        <source>I accept the licence</source>
        <translation>Ich nehme die Lizenz an</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>in Arbeit…</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>Lizenz: {0}</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>Recognition and translation on the card; its driver has to be there.</source>
        <translation>Erkennen und Übersetzen auf der Karte; ihr Treiber muss da sein.</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>Finds the video in the page whose address you paste.</source>
        <translation>Findet das Video in der Seite, deren Adresse Sie einfügen.</translation>
    </message>
    <message>
        <source>More engines</source>
        <translation>Weitere Engines</translation>
    </message>
    <message>
        <source>More recognizers; speakers told apart; voices and music separated.</source>
        <translation>Weitere Erkenner; Sprecher auseinandergehalten; Stimmen und Musik getrennt.</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>of another release: install it again</source>
        <translation>von einer anderen Version: neu installieren</translation>
    </message>
    <message>
        <source>damaged, and not used: install it again</source>
        <translation>beschädigt und nicht benutzt: neu installieren</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>not made for this machine</source>
        <translation>nicht für diesen Rechner gemacht</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose: {0}</source>
        <translation>Wählen: {0}</translation>
    </message>
</context>
<context>
    <name>PlayerActions</name>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation>5 Sekunden zurück</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>5 Sekunden vor</translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation>1 Sekunde zurück</translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation>1 Sekunde vor</translation>
    </message>
    <message>
        <source>Back 1 minute</source>
        <translation>1 Minute zurück</translation>
    </message>
    <message>
        <source>Forward 1 minute</source>
        <translation>1 Minute vor</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>One picture on</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>One picture back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>To the next chapter</source>
        <translation>Zum nächsten Kapitel</translation>
    </message>
    <message>
        <source>To the chapter before</source>
        <translation>Zum vorigen Kapitel</translation>
    </message>
    <message>
        <source>To the caption before</source>
        <translation>Zum vorigen Untertitel</translation>
    </message>
    <message>
        <source>To the next caption</source>
        <translation>Zum nächsten Untertitel</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Normal speed</source>
        <translation>Normale Geschwindigkeit</translation>
    </message>
    <message>
        <source>Loop: from here, to here, off</source>
        <translation>Schleife: ab hier, bis hier, aus</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Sound off or on</source>
        <translation>Ton aus oder an</translation>
    </message>
    <message>
        <source>Next audio track</source>
        <translation>Nächste Tonspur</translation>
    </message>
    <message>
        <source>Captions off or on</source>
        <translation>Untertitel aus oder an</translation>
    </message>
    <message>
        <source>Next subtitle track</source>
        <translation>Nächste Untertitelspur</translation>
    </message>
    <message>
        <source>Second language off or on</source>
        <translation>Zweite Sprache aus oder an</translation>
    </message>
    <message>
        <source>Captions 0.1 s earlier</source>
        <translation>Untertitel 0,1 s früher</translation>
    </message>
    <message>
        <source>Captions 0.1 s later</source>
        <translation>Untertitel 0,1 s später</translation>
    </message>
    <message>
        <source>Smaller captions</source>
        <translation>Kleinere Untertitel</translation>
    </message>
    <message>
        <source>Larger captions</source>
        <translation>Größere Untertitel</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Immer im Vordergrund</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Bild im Bild</translation>
    </message>
    <message>
        <source>Window with captions only</source>
        <translation>Fenster nur mit Untertiteln</translation>
    </message>
    <message>
        <source>Screenshot with captions</source>
        <translation>Bildschirmfoto mit Untertiteln</translation>
    </message>
    <message>
        <source>Screenshot without captions</source>
        <translation>Bildschirmfoto ohne Untertitel</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
</context>
<context>
    <name>PlayerChapters</name>
    <message>
        <source>Chapter {0}</source>
        <translation>Kapitel {0}</translation>
    </message>
</context>
<context>
    <name>PlayerCommands</name>
    <message>
        <source>It has no chapters</source>
        <translation>Es gibt darin keine Kapitel</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Ton aus</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Loop off</source>
        <translation>Schleife aus</translation>
    </message>
    <message>
        <source>Loop from {0}</source>
        <translation>Schleife ab {0}</translation>
    </message>
    <message>
        <source>Loop: {0} – {1}</source>
        <translation>Schleife: {0} – {1}</translation>
    </message>
</context>
<context>
    <name>PlayerMenus</name>
    <message>
        <source>No sound in it</source>
        <translation>Kein Ton darin</translation>
    </message>
    <message>
        <source>Look of the captions…</source>
        <translation>Aussehen der Untertitel…</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Zweite Sprache</translation>
    </message>
    <message>
        <source>Delay: {0} s</source>
        <translation>Verzögerung: {0} s</translation>
    </message>
    <message>
        <source>Writing direction: {0}</source>
        <translation>Schreibrichtung: {0}</translation>
    </message>
    <message>
        <source>As the language is written</source>
        <translation>Wie die Sprache geschrieben wird</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>Von links</translation>
    </message>
    <message>
        <source>From the right</source>
        <translation>Von rechts</translation>
    </message>
    <message>
        <source>As each line begins</source>
        <translation>Wie jede Zeile beginnt</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Play on a television</source>
        <translation>Auf einem Fernseher abspielen</translation>
    </message>
    <message>
        <source>What was said is kept, the sound is not.</source>
        <translation>Das Gesagte ist noch da, der Ton nicht.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist geöffnet</translation>
    </message>
    <message>
        <source>Open a file or paste a link, and it plays here with captions in your language.</source>
        <translation>Öffnen Sie eine Datei oder fügen Sie einen Link ein; hier läuft es mit Untertiteln in Ihrer Sprache.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
</context>
<context>
    <name>PlayerWidget</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>{0} gespeichert</translation>
    </message>
    <message>
        <source>The sound device is gone</source>
        <translation>Das Tongerät ist weg</translation>
    </message>
    <message>
        <source>It should be {0} long, and stops at {1}. The file may not be complete.</source>
        <translation>Er sollte {0} lang sein und hört bei {1} auf. Vielleicht ist die Datei nicht vollständig.</translation>
    </message>
    <message>
        <source>The film ends early</source>
        <translation>Der Film endet vorzeitig</translation>
    </message>
    <message>
        <source>There is no picture</source>
        <translation>Es gibt kein Bild</translation>
    </message>
    <message>
        <source>Open subtitles</source>
        <translation>Untertitel öffnen</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>Alles zurücksetzen…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>This value cannot be used here.</source>
        <translation>Dieser Wert kann hier nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Put every setting back to its default? Models and the library stay.</source>
        <translation>Jede Einstellung auf den Anfangswert setzen? Modelle und Bibliothek bleiben.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ProjectChoice</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Alle Projekte</translation>
    </message>
    <message>
        <source>Move to project</source>
        <translation>In ein Projekt legen</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>Kein Projekt</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
</context>
<context>
    <name>PurgeBox</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln session(s) from the library?</source>
        <translation>
            <numerusform>%Ln Sitzung aus der Bibliothek löschen?</numerusform>
            <numerusform>%Ln Sitzungen aus der Bibliothek löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln caption(s), the texts, pictures and positions go.</source>
        <translation>
            <numerusform>%Ln Untertitel, die Texte, Bilder und Positionen gehen.</numerusform>
            <numerusform>%Ln Untertitel, die Texte, Bilder und Positionen gehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The translation cache and old backups go, too.</source>
        <translation>Auch der Übersetzungsspeicher und alte Sicherungen gehen.</translation>
    </message>
    <message>
        <source>Your media and the files that were exported stay. This cannot be undone.</source>
        <translation>Ihre Medien und exportierte Dateien bleiben. Das ist nicht rückgängig zu machen.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Start in safe mode</source>
        <translation>Im abgesicherten Modus starten</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>Abgesicherter Modus</translation>
    </message>
    <message>
        <source>Built-in engines and the processor alone; nothing starts by itself, and settings are not kept.</source>
        <translation>Nur die eingebauten Engines und der Prozessor; nichts beginnt von selbst, und Einstellungen werden nicht behalten.</translation>
    </message>
    <message>
        <source>Leave safe mode</source>
        <translation>Abgesicherten Modus verlassen</translation>
    </message>
    <message>
        <source>Streamlation did not end in order last time</source>
        <translation>Streamlation wurde zuletzt nicht ordentlich beendet</translation>
    </message>
    <message>
        <source>Nothing that was done is lost. The diagnostics have a report that you can copy.</source>
        <translation>Nichts Erledigtes ist verloren. Die Diagnose hat einen Bericht, den Sie kopieren können.</translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation>Diagnose zeigen</translation>
    </message>
    <message>
        <source>Interrupted sessions: {0}</source>
        <translation>Unterbrochene Sitzungen: {0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>RemarkWords</name>
    <message numerus="yes">
        <source>The source is damaged in %Ln place(s)</source>
        <translation>
            <numerusform>Die Quelle ist an %Ln Stelle beschädigt</numerusform>
            <numerusform>Die Quelle ist an %Ln Stellen beschädigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) of the stream could not be fetched</source>
        <translation>
            <numerusform>%Ln Abschnitt des Streams konnte nicht geholt werden</numerusform>
            <numerusform>%Ln Abschnitte des Streams konnten nicht geholt werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection was lost and found again %Ln time(s); {0} s are missing</source>
        <translation>
            <numerusform>Die Verbindung ging %Ln-mal verloren und kam wieder; {0} s fehlen</numerusform>
            <numerusform>Die Verbindung ging %Ln-mal verloren und kam wieder; {0} s fehlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Open a film or a stream first</source>
        <translation>Öffnen Sie zuerst einen Film oder Stream</translation>
    </message>
    <message>
        <source>Then it can be shown on a phone, too.</source>
        <translation>Dann lässt er sich auch auf einem Telefon zeigen.</translation>
    </message>
</context>
<context>
    <name>Screenshots</name>
    <message>
        <source>Choose another folder for screenshots in the settings.</source>
        <translation>Wählen Sie in den Einstellungen einen anderen Ordner für Bildschirmfotos.</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Progress of {0}</source>
        <translation>Fortschritt von {0}</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Modell holen</translation>
    </message>
    <message>
        <source>Show in the player</source>
        <translation>Im Player zeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop; what is done is kept</source>
        <translation>Anhalten; Erledigtes bleibt</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>Von dieser Liste nehmen</translation>
    </message>
    <message>
        <source>The built-in engines work at starter quality; better models can be installed.</source>
        <translation>Die eingebauten Module liefern Einstiegsqualität; bessere Modelle lassen sich installieren.</translation>
    </message>
    <message>
        <source>Get better models</source>
        <translation>Bessere Modelle holen</translation>
    </message>
    <message>
        <source>{0}× as fast as it plays</source>
        <translation>{0}× so schnell wie die Wiedergabe</translation>
    </message>
    <message>
        <source>{0} of speech in line</source>
        <translation>{0} Sprache in der Schlange</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s) tried again</source>
        <translation>
            <numerusform>%Ln Satz erneut versucht</numerusform>
            <numerusform>%Ln Sätze erneut versucht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Progress of the translation</source>
        <translation>Fortschritt der Übersetzung</translation>
    </message>
    <message>
        <source>Pause the translation</source>
        <translation>Übersetzung anhalten</translation>
    </message>
    <message>
        <source>Go on with the translation</source>
        <translation>Übersetzung fortsetzen</translation>
    </message>
    <message>
        <source>Stop listening; what was said is kept</source>
        <translation>Nicht mehr zuhören; Gesagtes bleibt</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es dran ist</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>The stream is away; connecting again…</source>
        <translation>Der Stream ist weg; neue Verbindung wird gesucht …</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Hört zu…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Paused at {0} %</source>
        <translation>Angehalten bei {0} %</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped; what was done is kept</source>
        <translation>Beendet; Erledigtes bleibt</translation>
    </message>
    <message>
        <source>Failed; what was done is kept</source>
        <translation>Fehlgeschlagen; Erledigtes bleibt</translation>
    </message>
    <message>
        <source>Translating: {0} %</source>
        <translation>Übersetzt: {0} %</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>captions {0} s behind (seldom more than {1} s)</source>
        <translation>Untertitel {0} s dahinter (selten mehr als {1} s)</translation>
    </message>
    <message>
        <source>this machine works at its limit ({0} %)</source>
        <translation>dieser Computer arbeitet am Anschlag ({0} %)</translation>
    </message>
    <message>
        <source>{0} s of sound left out</source>
        <translation>{0} s Ton ausgelassen</translation>
    </message>
    <message>
        <source>reconnections: {0}</source>
        <translation>neue Verbindungen: {0}</translation>
    </message>
    <message>
        <source>translation {0} s behind</source>
        <translation>Übersetzung {0} s dahinter</translation>
    </message>
    <message>
        <source>words taken back: {0} %</source>
        <translation>zurückgenommene Wörter: {0} %</translation>
    </message>
    <message>
        <source>work per second of sound: {0} % ({1})</source>
        <translation>Arbeit je Sekunde Ton: {0} % ({1})</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Finding speech</source>
        <translation>Sprache finden</translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>real-time factor {0}</source>
        <translation>Echtzeitfaktor {0}</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} warten</translation>
    </message>
    <message>
        <source>{0} dropped</source>
        <translation>{0} verworfen</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Nothing is being translated</source>
        <translation>Gerade wird nichts übersetzt</translation>
    </message>
    <message>
        <source>Open media, and its progress, speed and warnings appear here.</source>
        <translation>Öffnen Sie Medien; Fortschritt, Tempo und Warnungen erscheinen hier.</translation>
    </message>
    <message>
        <source>Take off all that wait</source>
        <translation>Wartende entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s) for a turn</source>
        <translation>
            <numerusform>%Ln weitere Sitzung wartet</numerusform>
            <numerusform>%Ln weitere Sitzungen warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Files of the command line</source>
        <translation>Dateien der Befehlszeile</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Captions on the picture</source>
        <translation>Untertitel im Bild</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Dubs</source>
        <translation>Synchronfassungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Spoken languages</source>
        <translation>Gesprochene Sprachen</translation>
    </message>
    <message>
        <source>Recognition model</source>
        <translation>Erkennungsmodell</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>Strahlbreite</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Stille überspringen</translation>
    </message>
    <message>
        <source>Names to expect</source>
        <translation>Erwartete Namen</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Übersetzen in</translation>
    </message>
    <message>
        <source>Translation model</source>
        <translation>Übersetzungsmodell</translation>
    </message>
    <message>
        <source>Speed or quality</source>
        <translation>Tempo oder Qualität</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Two languages in one file</source>
        <translation>Zwei Sprachen in einer Datei</translation>
    </message>
    <message>
        <source>Keep for days</source>
        <translation>Tage aufbewahren</translation>
    </message>
    <message>
        <source>Sentences in the cache</source>
        <translation>Sätze im Speicher</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Translate at once</source>
        <translation>Sofort übersetzen</translation>
    </message>
    <message>
        <source>Shade doubtful lines</source>
        <translation>Zweifelhafte Zeilen tönen</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour of the second language</source>
        <translation>Farbe der zweiten Sprache</translation>
    </message>
    <message>
        <source>Size of the second language</source>
        <translation>Größe der zweiten Sprache</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Kontur</translation>
    </message>
    <message>
        <source>Colour of the outline</source>
        <translation>Farbe der Kontur</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kasten</translation>
    </message>
    <message>
        <source>Colour of the box</source>
        <translation>Farbe des Kastens</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Two languages</source>
        <translation>Zwei Sprachen</translation>
    </message>
    <message>
        <source>Spoken language above</source>
        <translation>Gesprochene Sprache oben</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Decode on the graphics card</source>
        <translation>Auf der Grafikkarte dekodieren</translation>
    </message>
    <message>
        <source>Remember the position</source>
        <translation>Position merken</translation>
    </message>
    <message>
        <source>Folder for screenshots</source>
        <translation>Ordner für Bildschirmfotos</translation>
    </message>
    <message>
        <source>Keys of the player</source>
        <translation>Tasten des Players</translation>
    </message>
    <message>
        <source>Ask for newer versions</source>
        <translation>Nach neueren Versionen fragen</translation>
    </message>
    <message>
        <source>Keep files for hours</source>
        <translation>Dateien behalten (Stunden)</translation>
    </message>
    <message>
        <source>Spoken languages; empty to detect.</source>
        <translation>Gesprochene Sprachen; leer zum Erkennen.</translation>
    </message>
    <message>
        <source>Recognition model: id or folder; empty: the best.</source>
        <translation>Erkennungsmodell: Name oder Ordner; leer: das beste.</translation>
    </message>
    <message>
        <source>Beams of the search; more is slower.</source>
        <translation>Strahlen der Suche; mehr ist langsamer.</translation>
    </message>
    <message>
        <source>Skip what voice-activity detection judges not to be speech.</source>
        <translation>Überspringen, was die Spracherkennung nicht für Sprache hält.</translation>
    </message>
    <message>
        <source>Names and terms to expect in the speech.</source>
        <translation>Namen und Begriffe, die zu erwarten sind.</translation>
    </message>
    <message>
        <source>Languages to translate into; empty for the transcript alone.</source>
        <translation>Zielsprachen; leer für die Mitschrift allein.</translation>
    </message>
    <message>
        <source>Translation model: id or folder; empty: the best.</source>
        <translation>Übersetzungsmodell: Name oder Ordner; leer: das beste.</translation>
    </message>
    <message>
        <source>Speed against quality.</source>
        <translation>Tempo gegen Qualität.</translation>
    </message>
    <message>
        <source>File of terms to keep: source TAB target per line.</source>
        <translation>Datei mit Begriffen: Quelle TAB Ziel je Zeile.</translation>
    </message>
    <message>
        <source>Device of the models.</source>
        <translation>Gerät der Modelle.</translation>
    </message>
    <message>
        <source>int8, float16 …; empty for the fastest measured.</source>
        <translation>int8, float16 …; leer: das schnellste gemessene.</translation>
    </message>
    <message>
        <source>Subtitle formats to write.</source>
        <translation>Untertitelformate, die geschrieben werden.</translation>
    </message>
    <message>
        <source>Folder for the files; empty to write beside the source.</source>
        <translation>Ordner der Dateien; leer: neben der Quelle.</translation>
    </message>
    <message>
        <source>Source and target text together in every translated file.</source>
        <translation>Original und Übersetzung zusammen in jeder Datei.</translation>
    </message>
    <message>
        <source>Older sessions go; empty keeps all.</source>
        <translation>Ältere Sitzungen gehen; leer behält alle.</translation>
    </message>
    <message>
        <source>Sentences in the translation cache; the oldest go first.</source>
        <translation>Sätze im Übersetzungsspeicher; die ältesten gehen zuerst.</translation>
    </message>
    <message>
        <source>Family; empty for one that fits the script.</source>
        <translation>Familie; leer für eine zur Schrift passende.</translation>
    </message>
    <message>
        <source>Height of the letters, percent of the picture&apos;s height.</source>
        <translation>Höhe der Buchstaben, Prozent der Bildhöhe.</translation>
    </message>
    <message>
        <source>Heavy letters.</source>
        <translation>Dicke Buchstaben.</translation>
    </message>
    <message>
        <source>Of the first language.</source>
        <translation>Der ersten Sprache.</translation>
    </message>
    <message>
        <source>Of the second language.</source>
        <translation>Der zweiten Sprache.</translation>
    </message>
    <message>
        <source>Second language, relative to the first.</source>
        <translation>Zweite Sprache, im Verhältnis zur ersten.</translation>
    </message>
    <message>
        <source>Width of the outline, percent of the letters.</source>
        <translation>Breite der Kontur, Prozent der Buchstaben.</translation>
    </message>
    <message>
        <source>Of the outline.</source>
        <translation>Der Kontur.</translation>
    </message>
    <message>
        <source>Offset of the shadow, percent of the letters.</source>
        <translation>Versatz des Schattens, Prozent der Buchstaben.</translation>
    </message>
    <message>
        <source>Opacity of a box behind the text, percent; 0 for none.</source>
        <translation>Deckkraft eines Kastens hinter dem Text, Prozent; 0 für keinen.</translation>
    </message>
    <message>
        <source>Of the box.</source>
        <translation>Des Kastens.</translation>
    </message>
    <message>
        <source>Where on the picture.</source>
        <translation>Wo im Bild.</translation>
    </message>
    <message>
        <source>Distance from the edge, percent of the height.</source>
        <translation>Abstand vom Rand, Prozent der Höhe.</translation>
    </message>
    <message>
        <source>Show both languages.</source>
        <translation>Beide Sprachen zeigen.</translation>
    </message>
    <message>
        <source>Two languages: the spoken one above.</source>
        <translation>Zwei Sprachen: die gesprochene oben.</translation>
    </message>
    <message>
        <source>Linear volume.</source>
        <translation>Lineare Lautstärke.</translation>
    </message>
    <message>
        <source>Decode on the graphics card where that works.</source>
        <translation>Auf der Grafikkarte dekodieren, wo das geht.</translation>
    </message>
    <message>
        <source>Go on where the media was left.</source>
        <translation>Dort weitermachen, wo man aufhörte.</translation>
    </message>
    <message>
        <source>Folder for screenshots; empty: pictures.</source>
        <translation>Ordner für Bildschirmfotos; leer: Bilder.</translation>
    </message>
    <message>
        <source>Keys by action, where they differ from the usual ones.</source>
        <translation>Tasten je Aktion, wo sie von den üblichen abweichen.</translation>
    </message>
    <message>
        <source>Writing direction by language code, where the language&apos;s own is wrong.</source>
        <translation>Schreibrichtung nach Sprachcode, wo die eigene der Sprache falsch ist.</translation>
    </message>
    <message>
        <source>Ask once a day whether there is a newer version.</source>
        <translation>Einmal am Tag fragen, ob es eine neuere Version gibt.</translation>
    </message>
    <message>
        <source>Files of dubs go after so many hours (48 is usual); empty keeps all.</source>
        <translation>Dateien von Synchronfassungen verschwinden nach so vielen Stunden (48 ist üblich); leer behält alle.</translation>
    </message>
    <message>
        <source>Language of the window; empty: the system&apos;s.</source>
        <translation>Sprache des Fensters; leer: die des Systems.</translation>
    </message>
    <message>
        <source>Light, dark, or as the system.</source>
        <translation>Hell, dunkel oder wie das System.</translation>
    </message>
    <message>
        <source>Tell when a session is done and the window is not in front.</source>
        <translation>Melden, wenn eine Sitzung fertig ist und das Fenster nicht vorn ist.</translation>
    </message>
    <message>
        <source>Start to translate as soon as media is opened.</source>
        <translation>Mit dem Öffnen zu übersetzen beginnen.</translation>
    </message>
    <message>
        <source>Shade lines of the transcript that were hard to hear.</source>
        <translation>Zeilen tönen, die schwer zu hören waren.</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>ausgewogen</translation>
    </message>
    <message>
        <source>accurate</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>Back to the default: {0}</source>
        <translation>Anfangswert: {0}</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Show on a phone</source>
        <translation>Auf einem Telefon zeigen</translation>
    </message>
    <message>
        <source>Code of the link, for the camera of a phone</source>
        <translation>Code des Links, für die Kamera eines Telefons</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Making the link…</source>
        <translation>Der Link wird erstellt…</translation>
    </message>
    <message>
        <source>Stop showing</source>
        <translation>Nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Point the camera of a phone in the same network at the code. Who has the link can watch.</source>
        <translation>Richten Sie die Kamera eines Telefons im selben Netz auf den Code. Wer den Link hat, kann zusehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln screen(s) show it now</source>
        <translation>
            <numerusform>%Ln Bildschirm zeigt es gerade</numerusform>
            <numerusform>%Ln Bildschirme zeigen es gerade</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody watches yet.</source>
        <translation>Noch sieht niemand zu.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
</context>
<context>
    <name>SubtitleShelf</name>
    <message>
        <source>Track {0}</source>
        <translation>Spur {0}</translation>
    </message>
    <message>
        <source>{0} (in the media)</source>
        <translation>{0} (im Medium)</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>No font on this system has the letters of {0}</source>
        <translation>Keine Schrift dieses Systems hat die Buchstaben für {0}</translation>
    </message>
    <message>
        <source>Its captions could not be read. Install one that has them, for example Noto Sans.</source>
        <translation>Untertitel in dieser Sprache wären nicht zu lesen. Installieren Sie eine Schrift mit diesen Buchstaben, zum Beispiel Noto Sans.</translation>
    </message>
    <message>
        <source>Dub finished</source>
        <translation>Synchronfassung fertig</translation>
    </message>
    <message>
        <source>Dub failed</source>
        <translation>Synchronfassung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Translation done</source>
        <translation>Übersetzung fertig</translation>
    </message>
</context>
<context>
    <name>TextDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation>Text der Zeile</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation>Noch keine Mitschrift</translation>
    </message>
    <message>
        <source>What is said appears here as it is translated.</source>
        <translation>Gesagtes erscheint hier, sobald es übersetzt ist.</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Name this speaker…</source>
        <translation>Sprecher benennen…</translation>
    </message>
    <message>
        <source>Name this speaker… (speakers were not told apart)</source>
        <translation>Sprecher benennen… (Sprecher wurden nicht unterschieden)</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>In der Mitschrift suchen</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>Wird übersetzt…</translation>
    </message>
    <message>
        <source>Follow the playback</source>
        <translation>Der Wiedergabe folgen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Export captions</source>
        <translation>Untertitel exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Name of the speaker:</source>
        <translation>Name des Sprechers:</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Streamlation {0} is available</source>
        <translation>Streamlation {0} ist verfügbar</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
</context>
<context>
    <name>VideoSurface</name>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>VoiceDialog</name>
    <message>
        <source>Voice for {0}</source>
        <translation>Stimme für {0}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Asking which voices there are…</source>
        <translation>Es wird gefragt, welche Stimmen es gibt…</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>Von selbst gefunden</translation>
    </message>
    <message>
        <source>Nothing is recognized or translated anew.</source>
        <translation>Nichts wird neu erkannt oder übersetzt.</translation>
    </message>
    <message>
        <source>No voice speaks this language.</source>
        <translation>Keine Stimme spricht diese Sprache.</translation>
    </message>
</context>
<context>
    <name>WatchLiveDialog</name>
    <message>
        <source>Watch live</source>
        <translation>Live ansehen</translation>
    </message>
    <message>
        <source>A live stream</source>
        <translation>Ein Livestream</translation>
    </message>
    <message>
        <source>The microphone</source>
        <translation>Das Mikrofon</translation>
    </message>
    <message>
        <source>What this computer plays</source>
        <translation>Was dieser Computer abspielt</translation>
    </message>
    <message>
        <source>Address of the stream</source>
        <translation>Adresse des Streams</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Record the stream, with its captions</source>
        <translation>Den Stream mit Untertiteln aufnehmen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Los geht’s</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Es wurde kein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>This computer offers no such sound.</source>
        <translation>Dieser Computer bietet solchen Ton nicht an.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Streamlation</source>
        <translation>Willkommen bei Streamlation</translation>
    </message>
    <message>
        <source>Choose your language, and how good the translation should be.</source>
        <translation>Wählen Sie Ihre Sprache und wie gut die Übersetzung sein soll.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
</context>
<context>
    <name>WindowModes</name>
    <message>
        <source>The film is in its own small window.</source>
        <translation>Der Film ist in seinem eigenen kleinen Fenster.</translation>
    </message>
</context>
</TS>
