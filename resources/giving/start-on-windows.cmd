@echo off
rem Starts Dialogue Desk from this stick.
setlocal
for /d %%d in ("%~dp0App\windows-*") do (
    if exist "%%d\dialogue-desk-window.exe" (
        start "" "%%d\dialogue-desk-window.exe" %*
        exit /b 0
    )
)
echo There is no Dialogue Desk for Windows here. Ask whoever gave you this for one.
echo Aqui no hay un Dialogue Desk para Windows. Pidaselo a quien le dio esto.
pause
exit /b 1
