#!/bin/sh
# What an AppImage starts. electron-builder's own launcher adds --no-sandbox where the system lets no program set up
# a sandbox for itself; Counterpoint opens pages by strangers and doesn't run without one.
here=${APPDIR:-$(dirname "$(readlink -f "$0")")}
export XDG_DATA_DIRS="$here/usr/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
export LD_LIBRARY_PATH="$here/usr/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
if command -v unshare >/dev/null && ! unshare -Ur true 2>/dev/null; then
  echo "Counterpoint may not start: this system lets an AppImage set up no sandbox. If it doesn’t, install the deb or rpm package, which brings the permission." >&2
fi
exec "$here/counterpoint" "$@"
