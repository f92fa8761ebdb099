#!/usr/bin/env bash
# Builds .venv from requirements.lock, once for each state of the lock. Usage: python-env.sh
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

find_python() {
  for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  say "Pantau membutuhkan Python 3.11 atau lebih baru. / Pantau needs Python 3.11 or newer."
  say "  sudo apt-get install python3"
  exit 1
}

ensure_venv_module() {
  "$1" -c 'import ensurepip, venv' 2>/dev/null && return
  local package="python3-venv"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
  else
    say "Modul venv belum terpasang. Jalankan / The venv module is missing. Run:"
    say "  sudo apt-get install $package"
    exit 1
  fi
}

install_locked() {
  export UV_PYTHON_DOWNLOADS=never
  local pip=(.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes)
  # uv is much quicker, but wants a cache folder that it can write to; pip does without.
  "${pip[@]}" -r packaging/uv.lock &&
    .venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements.lock && return
  "${pip[@]}" -r requirements.lock
}

python=$(find_python)
project=$(sed '/^\[tool\.ruff/,$d' pyproject.toml) # what comes after says how to check, not what to install
stamp=".venv/.built-$({ cat requirements.lock packaging/uv.lock packaging/python-env.sh; echo "$project"; } | sha256sum | cut -c1-16)"
[ -e "$stamp" ] && exit 0

ensure_venv_module "$python"
say "Menyiapkan lingkungan Python di .venv ... / Building the Python environment in .venv ..."
rm -rf .venv
"$python" -m venv .venv
install_locked
site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
.venv/bin/python -m compileall -q -j 0 "$site" >/dev/null 2>&1 || true
touch "$stamp"
