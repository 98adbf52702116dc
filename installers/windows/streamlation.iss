; Inno Setup 6: builds dist\Streamlation-Setup.exe from dist\streamlation. NEVER RUN BY US YET (docs/packaging.md).
;   iscc /DVersion=0.1.0 installers\windows\streamlation.iss
#ifndef Version
  #error Give the version: /DVersion=0.1.0
#endif

[Setup]
AppId={{6B0D8C9C-6F4B-4E0C-9B0E-5C1E3A4C7D21}
AppName=Streamlation Desktop
AppVersion={#Version}
AppPublisher=The Streamlation developers
DefaultDirName={autopf}\Streamlation
DefaultGroupName=Streamlation
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=Streamlation-Setup-{#Version}
SetupIconFile=..\..\resources\icons\streamlation.ico
UninstallDisplayIcon={app}\streamlation-window.exe
Compression=lzma2/max
SolidCompression=yes
; Program Files: ordinary users cannot put a library beside the program there.
PrivilegesRequired=admin
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
CloseApplications=yes
RestartApplications=no
ChangesAssociations=yes
ChangesEnvironment=no
#ifdef Sign
SignTool=release
SignedUninstaller=yes
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"
Name: "spanish"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "french"; MessagesFile: "compiler:Languages\French.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; A file that a new version no longer has must not be found by it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\streamlation\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Streamlation Desktop"; Filename: "{app}\streamlation-window.exe"; AppUserModelID: "org.streamlation.Desktop"
Name: "{autodesktop}\Streamlation Desktop"; Filename: "{app}\streamlation-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\Applications\streamlation-window.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Streamlation Desktop"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\streamlation-window.exe\shell\open\command"; ValueType: string; ValueData: """{app}\streamlation-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\streamlation-window.exe\SupportedTypes"; ValueType: string; ValueName: ".mp4"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\streamlation-window.exe\SupportedTypes"; ValueType: string; ValueName: ".mkv"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\streamlation-window.exe\SupportedTypes"; ValueType: string; ValueName: ".webm"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\streamlation-window.exe\SupportedTypes"; ValueType: string; ValueName: ".m3u8"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\streamlation-window.exe\SupportedTypes"; ValueType: string; ValueName: ".mp3"; ValueData: ""
; Links of web pages: the program shows the address and asks before it opens anything.
Root: HKA; Subkey: "Software\Classes\streamlation"; ValueType: string; ValueName: ""; ValueData: "URL:Streamlation"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\streamlation"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\streamlation\shell\open\command"; ValueType: string; ValueData: """{app}\streamlation-window.exe"" ""%1"""

[Run]
Filename: "{app}\streamlation-window.exe"; Description: "{cm:LaunchProgram,Streamlation Desktop}"; Flags: postinstall nowait skipifsilent
