#!/bin/sh
# Puts the signing certificate and the notary's credentials into a keychain of this build. NEVER RUN BY US YET
# (docs/packaging.md). Does nothing without CERTIFICATE (a .p12 in base64).
set -eu

[ -n "${CERTIFICATE:-}" ] || exit 0
keychain="$RUNNER_TEMP/signing.keychain-db"
certificate="$RUNNER_TEMP/signing.p12"
lock=$(openssl rand -hex 16)
trap 'rm -f "$certificate"' EXIT

printf '%s' "$CERTIFICATE" | base64 --decode >"$certificate"
security create-keychain -p "$lock" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$lock" "$keychain"
security import "$certificate" -k "$keychain" -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$lock" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
xcrun notarytool store-credentials "$NOTARY_PROFILE" --keychain "$keychain" \
    --apple-id "$NOTARY_APPLE_ID" --team-id "$NOTARY_TEAM_ID" --password "$NOTARY_PASSWORD"
