#!/bin/sh
# Puts the AppImage runtime before the squashfs image that "dev.py package" builds. NEVER RUN BY US YET: the runtime is
# published by its own project only (docs/packaging.md). Give the file and the checksum that you verified.
#   installers/linux/appimage.sh runtime-x86_64 SHA256 dist/streamlation-0.1.0-x86_64.squashfs
set -eu

runtime=${1:?give the runtime}
checksum=${2:?give its SHA-256}
image=${3:?give the squashfs image}
output=${image%.squashfs}.AppImage

echo "$checksum  $runtime" | sha256sum --check --quiet
cat "$runtime" "$image" >"$output"
chmod +x "$output"
"$output" --appimage-extract-and-run --selftest
echo "$output"
