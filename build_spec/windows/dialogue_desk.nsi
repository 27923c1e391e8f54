; The Windows installer: for one person, into their own folder, without an administrator.
;
; "python dev.py build installer" makes it from the one-folder build (tools/build/windows_installer.py), which
; defines what stands in ${...} here.  NSIS runs on Linux too.
;
; Without a person at the screen:  dialogue-desk-0.1.0-windows-amd64-setup.exe /S
; and to take it away again:       "%LOCALAPPDATA%\Programs\Dialogue Desk\uninstall.exe" /S
; Into another folder, as the last argument and without quotation marks:  /D=D:\Dialogue Desk

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!include "MUI2.nsh"
!include "x64.nsh"
!include "WinVer.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\DialogueDesk"

Name "Dialogue Desk"
OutFile "${GOAL}"
InstallDir "$LOCALAPPDATA\Programs\Dialogue Desk"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"

VIProductVersion "${VERSION_IN_FOUR}"
VIAddVersionKey "ProductName" "Dialogue Desk"
VIAddVersionKey "FileDescription" "Dialogue Desk Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "The Dialogue Desk maintainers"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\dialogue-desk-window.exe"

!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString TOO_OLD ${LANG_ENGLISH} "Dialogue Desk needs Windows 10, 64 bits, or newer. Nothing was installed."
LangString TOO_OLD ${LANG_SPANISH} "Dialogue Desk necesita Windows 10 de 64 bits o uno más nuevo. No se instaló nada."
LangString RUNNING ${LANG_ENGLISH} "Dialogue Desk is open. Close it, then press Retry. What you entered is saved."
LangString RUNNING ${LANG_SPANISH} "Dialogue Desk está abierto. Ciérrelo y presione Reintentar. Lo que escribió está guardado."

Function .onInit
  ${Unless} ${RunningX64}
  ${OrUnless} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndUnless}
FunctionEnd

; A program that runs cannot be replaced.  Windows lets nobody write to it, and that is how it is found out.
!macro WAIT_UNTIL_CLOSED un
Function ${un}WaitUntilClosed
  retry:
    IfFileExists "$INSTDIR\dialogue-desk-window.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\dialogue-desk-window.exe" a
    IfErrors 0 free
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY retry
    SetErrorLevel 3
    Quit
  free:
    FileClose $0
  closed:
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

Section
  Call WaitUntilClosed
  ; Files of an older version that the newer one does not have would stay, and Python would find them.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\updates"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Dialogue Desk.lnk" "$INSTDIR\dialogue-desk-window.exe"

  WriteRegStr HKCU "${KEY}" "DisplayName" "Dialogue Desk"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\dialogue-desk-window.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Dialogue Desk maintainers"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "${SIZE}"
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1

  ; The app itself knows which files it opens, and how to tell a person's registry.
  nsExec::Exec '"$INSTDIR\dialogue-desk.exe" file-types add'
  Pop $0
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  nsExec::Exec '"$INSTDIR\dialogue-desk.exe" file-types remove'
  Pop $0
  ; Only what was installed: desks and their copies lie elsewhere, and what a person put here stays.
  !include "${REMOVAL}"
  RMDir /r "$INSTDIR\updates"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Dialogue Desk.lnk"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
