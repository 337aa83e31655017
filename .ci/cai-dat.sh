#!/bin/sh
# Cài signboard từ thư mục này, không cần mạng. Installs signboard from this folder; no network is used.
set -eu
cd "$(dirname "$0")"
place=${SIGNBOARD_DIR:-$HOME/.local/share/signboard/program}
if ! python3 -c 'import sys, venv; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13)))' 2>/dev/null; then
  echo "Cần Python 3.11, 3.12 hoặc 3.13 có venv (Debian: apt install python3-venv)." >&2
  echo "Python 3.11, 3.12 or 3.13 with venv is needed (Debian: apt install python3-venv)." >&2
  exit 1
fi
python3 -m venv "$place"
"$place/bin/python" -m pip install --quiet --no-index --find-links wheels --upgrade signboard
"$place/bin/signboard" --version
echo "Đã cài vào $place. Bước tiếp theo / next: $place/bin/signboard setup"
