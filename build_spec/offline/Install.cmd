@echo off
rem Installs Dialogue Desk for you alone, without internet and without an administrator.
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
rem Look for a Python that is here; download none.
set PYTHON_MANAGER_AUTOMATIC_INSTALL=false
for %%v in (-3.13 -3.12 -3.14 -3.15 -3.11) do (
    py %%v "%~dp0install.pyz" --fits >nul 2>nul
    if not errorlevel 1 (
        py %%v "%~dp0install.pyz" %*
        goto end
    )
)
py -3 --version >nul 2>nul
if not errorlevel 1 (
    py -3 "%~dp0install.pyz" %*
    goto end
)
python --version >nul 2>nul
if not errorlevel 1 (
    python "%~dp0install.pyz" %*
    goto end
)
echo Dialogue Desk needs Python 3.11 or newer, and there is none here.
echo Install it from python.org first (for yourself alone, without an administrator), then start this again.
echo.
echo Dialogue Desk necesita Python 3.11 o posterior, y no hay ninguno.
echo Instale Python de python.org (solo para usted, sin administrador) y empiece de nuevo.
:end
echo.
pause
