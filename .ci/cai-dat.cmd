@echo off
rem Cai dat signboard tu thu muc nay, khong can mang. Installs signboard from this folder; no network is used.
chcp 65001 >nul
setlocal
cd /d "%~dp0"
py -3 -c "import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13)))" 2>nul
if errorlevel 1 (
  echo Cần Python 3.11, 3.12 hoặc 3.13 bản 64-bit từ python.org, khi cài nhớ chọn "py launcher".
  echo Python 3.11, 3.12 or 3.13, 64 bit, is needed, with the py launcher.
  pause
  exit /b 1
)
if "%SIGNBOARD_DIR%"=="" set "SIGNBOARD_DIR=%LOCALAPPDATA%\signboard\program"
py -3 -m venv "%SIGNBOARD_DIR%" || goto failed
"%SIGNBOARD_DIR%\Scripts\python.exe" -m pip install --no-index --find-links wheels --upgrade signboard || goto failed
"%SIGNBOARD_DIR%\Scripts\signboard.exe" --version || goto failed
echo.
echo Đã cài vào %SIGNBOARD_DIR%. Bước tiếp theo / next: "%SIGNBOARD_DIR%\Scripts\signboard.exe" setup
pause
exit /b 0
:failed
echo.
echo Chưa cài được; xem dòng lỗi ở trên. It was not installed; see the lines above.
pause
exit /b 1
