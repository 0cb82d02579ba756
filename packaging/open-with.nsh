; Adds Counterpoint to "Open with" for the files that it reads. What opens them on a double click stays as it is,
; so no default value of an extension is written.

!define COUNTERPOINT_CLASS "Counterpoint.Article"

!macro offerFor EXTENSION
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${EXTENSION}\OpenWithProgids" "${COUNTERPOINT_CLASS}"
!macroend

!macro offerNoMoreFor EXTENSION
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXTENSION}\OpenWithProgids" "${COUNTERPOINT_CLASS}"
!macroend

; Explorer reads the list again. (SHCNE_ASSOCCHANGED, SHCNF_FLUSH)
!macro tellExplorer
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0x1000, p 0, p 0)"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${COUNTERPOINT_CLASS}" "" "Article"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${COUNTERPOINT_CLASS}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${COUNTERPOINT_CLASS}\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro offerFor "txt"
  !insertmacro offerFor "md"
  !insertmacro offerFor "markdown"
  !insertmacro offerFor "html"
  !insertmacro offerFor "htm"
  !insertmacro tellExplorer
!macroend

!macro customUnInstall
  !insertmacro offerNoMoreFor "txt"
  !insertmacro offerNoMoreFor "md"
  !insertmacro offerNoMoreFor "markdown"
  !insertmacro offerNoMoreFor "html"
  !insertmacro offerNoMoreFor "htm"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${COUNTERPOINT_CLASS}"
  !insertmacro tellExplorer
!macroend
