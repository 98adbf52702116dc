#!/bin/sh
# Signs, packs and notarises "dist/Streamlation Desktop.app". NEVER RUN BY US YET (docs/packaging.md).
#   SIGNING_IDENTITY="Developer ID Application: ..." NOTARY_PROFILE=profile installers/macos/make_dmg.sh 0.1.0
set -eu

version=${1:?give the version}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
app="$root/dist/Streamlation Desktop.app"
image="$root/dist/Streamlation-$version.dmg"
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT

if [ -n "${SIGNING_IDENTITY:-}" ]; then
    # From the inside out: a signature covers what it encloses.
    find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -exec \
        codesign --force --timestamp --options runtime --sign "$SIGNING_IDENTITY" {} +
    codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "$SIGNING_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
fi

"$app/Contents/MacOS/streamlation" --selftest

cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -volname "Streamlation Desktop" -srcfolder "$staging" -format ULFO "$image"

if [ -n "${SIGNING_IDENTITY:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --timestamp --sign "$SIGNING_IDENTITY" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature "$image"
fi
echo "$image"
