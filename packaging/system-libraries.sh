#!/usr/bin/env bash
# Sees to the system libraries that the window needs: installs them when root, else prints the line that does.
# Usage: system-libraries.sh window|test
set -euo pipefail

libraries=(libGL.so.1:libgl1 libEGL.so.1:libegl1 libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1
  libglib-2.0.so.0:libglib2.0-0 libxkbcommon.so.0:libxkbcommon0)
screen=(libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1
  libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0)
[ "${1:-window}" = window ] && [ -n "${DISPLAY:-}" ] && libraries+=("${screen[@]}")

command -v apt-get >/dev/null 2>&1 || exit 0 # another system: `pantau doctor` names what is missing
known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
missing=()
for pair in "${libraries[@]}"; do
  grep -qF "${pair%%:*}" <<<"$known" || missing+=("${pair##*:}")
done
[ ${#missing[@]} = 0 ] && exit 0

if [ "$(id -u)" = 0 ]; then
  echo "Memasang pustaka sistem / Installing system libraries: ${missing[*]}" >&2
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "Pustaka sistem belum lengkap. Jalankan / System libraries are missing. Run:" >&2
  echo "  sudo apt-get install ${missing[*]}" >&2
  [ "${1:-window}" = window ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && exit 0 # the terminal needs none of them
  exit 1
fi
