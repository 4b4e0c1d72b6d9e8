#!/bin/sh
# Checks an export of OffChat's audit log without OffChat: sh verify-audit-export.sh FILE MANIFEST PUBLIC-KEY
# The manifest has two lines: what the file is, as JSON, and the Ed25519 signature of exactly that line, in Base64.
set -eu
file=$1 manifest=$2 key=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

sed -n 1p "$manifest" | tr -d '\n' >"$scratch/statement"
sed -n 2p "$manifest" | base64 -d >"$scratch/signature"
openssl pkeyutl -verify -rawin -pubin -inkey "$key" -in "$scratch/statement" -sigfile "$scratch/signature" >/dev/null ||
  { echo "BAD: the manifest was not signed with this key"; exit 1; }

stated=$(sed 's/.*"sha256":"\([0-9a-f]*\)".*/\1/' "$scratch/statement")
echo "$stated  $file" | sha256sum --check --status ||
  { echo "BAD: $file is not the file that was signed"; exit 1; }

echo "GOOD: $file is what was exported"
echo "key: $(openssl pkey -pubin -in "$key" -outform DER | sha256sum | cut -d' ' -f1)"
