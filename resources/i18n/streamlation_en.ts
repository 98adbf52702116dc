<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch any video or live stream in your own language, offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components of others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>These are subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the film first, then drop them on it once more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptionWindow</name>
    <message>
        <source>Captions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptionsControl</name>
    <message>
        <source>No captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions {0} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CastDialog</name>
    <message>
        <source>Play on a television</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found? Its address, such as 192.168.1.20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film&apos;s own sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a phone or another screen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dub: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} shows a PIN in a moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN that {0} shows:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CastStrip</name>
    <message>
        <source>Pause on the television</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop on the television</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of the television</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on on the television</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: connection lost, trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited {0} s for data in all; {1} s from its clock; {2} parts without their captions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CastTimingButton</name>
    <message>
        <source>Delay of the television</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The television keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as needed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>Opening the link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) are in line</source>
        <translation>
            <numerusform>%Ln more file is in line</numerusform>
            <numerusform>%Ln more files are in line</numerusform>
        </translation>
    </message>
    <message>
        <source>The sessions page shows them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Position and length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live −{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>name of a speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DelayBox</name>
    <message>
        <source>How far behind the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind by some seconds, captions land on what is said; as early as possible, they come after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay: automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As early as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay: automatic ({0} s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteJobBox</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the job {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its trail and intermediate files go. The film itself stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Also delete its %Ln finished file(s)</source>
        <translation>
            <numerusform>Also delete its %Ln finished file</numerusform>
            <numerusform>Also delete its %Ln finished files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without names of files, folders or addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Download of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up; what arrived is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DubButton</name>
    <message>
        <source>Hear the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice later by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices of the speakers…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DubDialog</name>
    <message>
        <source>Make a dub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film or recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages of the dub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtitles of what is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of recognizing the speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice and background are there as separate files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For listening (−16 LUFS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For broadcast (−23 LUFS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the dub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a film or recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the languages of the dub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the language of the subtitles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose both files: voice and background.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DubLineModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditKeysDialog</name>
    <message>
        <source>Keys of the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keys do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of this action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual keys of this action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} belongs to the menu: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is used for: {1}. Adding it takes it away there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>{0} does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a media file, or it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the playlist is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may not be read ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was not found ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: no secure connection ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no video was found in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stream did not begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names no server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a pipe or a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no decoder for {0} audio in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the playlist refers to itself or has no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the playlist is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server ended the transfer early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no audio track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no such audio track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has neither picture nor sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has neither sound nor pictures that can be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no audio or video in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a web page, not media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a valid address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sends nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source may not reach into the local network ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this link leads into your own network ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing installed translates {0:language} into {1:language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no installed model recognizes {0:language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing translates {0:language} into {1:language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no installed voice speaks {0:language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognition failed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine process was killed by signal {0}, again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine process was killed by signal {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is installed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not match its checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this installation does not say where {0} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not have {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is neither a folder nor the address of a package index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be reached: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificate of {0} is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no space left for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no space left in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full: nothing more can be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not answer at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not reachable ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not accept the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} plays this in no form: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of this job has failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the job is being worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the release&apos;s manifest is not signed by the developers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this build does not know where releases are announced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This file or address cannot be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved, or the address has a slip. Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source may not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions, or whether it needs a sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not audio or video that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may be damaged or of another kind. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound to translate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video has no audio track that can be heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the source was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done is kept. Try again to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model for this language is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install one that serves it; the work then goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An engine could not do its work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done is kept. Try again; the diagnostics tell more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it and install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not be downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived is kept. Check the connection and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence has to be accepted first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it on the models page, and install from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it; the work then goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of that name is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow overwriting, or choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is being translated already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or program works on it. Wait for it, or stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library belongs to a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version again. The library was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk or the library refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check space and permissions; the diagnostics tell more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory does not suffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model, or close other programs. What was done is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is on and in the same network; or give its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device has gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The media goes on here. Choose the device again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device does not play this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every form that we can make was tried. Choose another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device did not accept the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the device again; it then shows a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the firewall. The media goes on here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The news of an update is not to be believed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the project&apos;s own page for news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what was asked for and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a defect of ours. The diagnostics have a report that you can copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two languages in each file: what was said above what it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the film with captions in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the film with captions as tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite files that are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>There are no captions to export yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is still being translated: what there is so far is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing a copy of the film…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln file written</numerusform>
            <numerusform>%Ln files written</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExtrasDialog</name>
    <message>
        <source>Optional parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each file is checked against the list of this release. Parts are used from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder or package index with the files, if not the usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder or a package index that has the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finds speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognizes live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes out noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells speakers apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes voices and music apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} GB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English only, at starter quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starter quality: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} threads are fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better models can be installed on the models page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install one on the models page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted only for dubs with several speakers or with music.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the application again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger models need 2 GB and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder has to be writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs on the processor instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Streamlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is done on this computer. You can change these choices at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring what this computer can do…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the recommended models ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English speech at starter quality; it is translated into: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated real-time factor of Whisper here (below 1 is faster than it plays): {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer could not be measured; a small model is recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which language do you understand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good should it be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at once with what is built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the recommended models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I accept the licences above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Watch anything in your language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video and sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video or sound file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a video, sound or live stream:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a video, a sound file or a folder here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch live…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsetWindow</name>
    <message>
        <source>Picture in picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvitationBox</name>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link wants to open media from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only open it if you clicked on the link and trust the page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is spoken is made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the dub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click a text to change it: only that line is spoken anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines appear here when they are spoken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobTracks</name>
    <message>
        <source>Progress of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>In the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; what was done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed while: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed tries: {0}; it is tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left in this stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept from before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed; it is tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voice changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the queue again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file expired</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a dub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dubs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dub speaks the translation of a film in one or more languages, and writes it to files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again from…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of a speaker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Play key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play/pause key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous track key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next track key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume down key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume up key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the chosen line of the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the chosen line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageList</name>
    <message>
        <source>Find a language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryFilters</name>
    <message>
        <source>Every language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken or translated language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in titles and in what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you translate is kept here, and every sentence in it can be found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sentence has all these words, and no title. Fewer words or other filters find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) cannot be deleted now</source>
        <translation>
            <numerusform>%Ln session cannot be deleted now</numerusform>
            <numerusform>%Ln sessions cannot be deleted now</numerusform>
        </translation>
    </message>
    <message>
        <source>They are being translated. Stop them first, on the sessions page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Install a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated by its makers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This licence restricts the use, or is not known: commercial use may be forbidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I accept the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveCaptions</name>
    <message>
        <source>Listening…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalApiDialog</name>
    <message>
        <source>Local API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let programs of this computer use Streamlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, exports, jobs and devices over HTTP; described at /api/v1/openapi.json.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch &amp;live…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on a &amp;phone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export captions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a &amp;dub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Local API…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again in &amp;safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Streamlation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelFilters</name>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any spoken language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>%Ln language</numerusform>
            <numerusform>%Ln languages</numerusform>
        </translation>
    </message>
    <message>
        <source>starter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recommended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional parts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More engines, a graphics card, web pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check every file against its checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in unfinished downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: every file is as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}? This frees {1}. It can be installed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} freed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Download of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I accept the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>NVIDIA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition and translation on the card; its driver has to be there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the video in the page whose address you paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More recognizers; speakers told apart; voices and music separated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another release: install it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged, and not used: install it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not made for this machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerActions</name>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the chapter before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the caption before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop: from here, to here, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next audio track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next subtitle track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second language off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions 0.1 s earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions 0.1 s later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window with captions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot with captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot without captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerChapters</name>
    <message>
        <source>Chapter {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerCommands</name>
    <message>
        <source>It has no chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop: {0} – {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerMenus</name>
    <message>
        <source>No sound in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of the captions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay: {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing direction: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the language is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As each line begins</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play on a television</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said is kept, the sound is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file or paste a link, and it plays here with captions in your language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerWidget</name>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It should be {0} long, and stops at {1}. The file may not be complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film ends early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every setting back to its default? Models and the library stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectChoice</name>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PurgeBox</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln session(s) from the library?</source>
        <translation>
            <numerusform>Delete %Ln session from the library?</numerusform>
            <numerusform>Delete %Ln sessions from the library?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln caption(s), the texts, pictures and positions go.</source>
        <translation>
            <numerusform>%Ln caption, the texts, pictures and positions go.</numerusform>
            <numerusform>%Ln captions, the texts, pictures and positions go.</numerusform>
        </translation>
    </message>
    <message>
        <source>The translation cache and old backups go, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your media and the files that were exported stay. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Start in safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in engines and the processor alone; nothing starts by itself, and settings are not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streamlation did not end in order last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was done is lost. The diagnostics have a report that you can copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted sessions: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkWords</name>
    <message numerus="yes">
        <source>The source is damaged in %Ln place(s)</source>
        <translation>
            <numerusform>The source is damaged in %Ln place</numerusform>
            <numerusform>The source is damaged in %Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) of the stream could not be fetched</source>
        <translation>
            <numerusform>%Ln segment of the stream could not be fetched</numerusform>
            <numerusform>%Ln segments of the stream could not be fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection was lost and found again %Ln time(s); {0} s are missing</source>
        <translation>
            <numerusform>The connection was lost and found again %Ln time; {0} s are missing</numerusform>
            <numerusform>The connection was lost and found again %Ln times; {0} s are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Open a film or a stream first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then it can be shown on a phone, too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screenshots</name>
    <message>
        <source>Choose another folder for screenshots in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Progress of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; what is done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in engines work at starter quality; better models can be installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get better models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}× as fast as it plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of speech in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s) tried again</source>
        <translation>
            <numerusform>%Ln sentence tried again</numerusform>
            <numerusform>%Ln sentences tried again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Progress of the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop listening; what was said is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream is away; connecting again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; what was done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed; what was done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translating: {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>captions {0} s behind (seldom more than {1} s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine works at its limit ({0} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s of sound left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnections: {0}</source>
        <translation></translation>
    </message>
    <message>
        <source>translation {0} s behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words taken back: {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work per second of sound: {0} % ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real-time factor {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} dropped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being translated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open media, and its progress, speed and warnings appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off all that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s) for a turn</source>
        <translation>
            <numerusform>%Ln more waits for a turn</numerusform>
            <numerusform>%Ln more wait for a turn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dubs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names to expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed or quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two languages in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade doubtful lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken language above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode on the graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for screenshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for newer versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep files for hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken languages; empty to detect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition model: id or folder; empty: the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beams of the search; more is slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip what voice-activity detection judges not to be speech.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and terms to expect in the speech.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages to translate into; empty for the transcript alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation model: id or folder; empty: the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed against quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of terms to keep: source TAB target per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device of the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>int8, float16 …; empty for the fastest measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtitle formats to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the files; empty to write beside the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source and target text together in every translated file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older sessions go; empty keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences in the translation cache; the oldest go first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family; empty for one that fits the script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the letters, percent of the picture&apos;s height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heavy letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the first language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the second language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second language, relative to the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the outline, percent of the letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the outline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset of the shadow, percent of the letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of a box behind the text, percent; 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where on the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance from the edge, percent of the height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show both languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two languages: the spoken one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode on the graphics card where that works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where the media was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for screenshots; empty: pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys by action, where they differ from the usual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing direction by language code, where the language&apos;s own is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask once a day whether there is a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of dubs go after so many hours (48 is usual); empty keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window; empty: the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, or as the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when a session is done and the window is not in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start to translate as soon as media is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade lines of the transcript that were hard to hear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accurate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Show on a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the link, for the camera of a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop showing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point the camera of a phone in the same network at the code. Who has the link can watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln screen(s) show it now</source>
        <translation>
            <numerusform>%Ln screen shows it now</numerusform>
            <numerusform>%Ln screens show it now</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody watches yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubtitleShelf</name>
    <message>
        <source>Track {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (in the media)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>No font on this system has the letters of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its captions could not be read. Install one that has them, for example Noto Sans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dub finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dub failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message>
        <source>Said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said appears here as it is translated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this speaker…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this speaker… (speakers were not told apart)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the speaker:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Streamlation {0} is available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VideoSurface</name>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoiceDialog</name>
    <message>
        <source>Voice for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking which voices there are…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recognized or translated anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voice speaks this language.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchLiveDialog</name>
    <message>
        <source>Watch live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A live stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this computer plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the stream, with its captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no such sound.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Streamlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your language, and how good the translation should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowModes</name>
    <message>
        <source>The film is in its own small window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
