import { verifyAssessmentScript } from './verifyAssessmentScript';
import { verifyDayScript } from './verifyDayScript';

/**
 * Checks a bundle with common tools alone: `sh verify.sh [public key] [certificates of the time stamp authority]`, in the folder of its files. It says the same as
 * `verifyBundle`, and ends with 0 where everything holds and is signed, 1 where something does not hold, 2 where it
 * cannot be run, and 3 where everything holds that can be checked without a key.
 */
export const verifyScript = String.raw`#!/bin/sh
# Checks this bundle with a shell, openssl 3, jq and sha256sum. Usage:
#   sh verify.sh [public key of the log] [certificates of the time stamp authority, PEM]
set -u
LC_ALL=C
export LC_ALL
key=${'${1:-}'}
authority=${'${2:-}'}
if [ -n "$authority" ]; then
  [ -r "$authority" ] || { echo "$authority cannot be read" >&2; exit 2; }
  authority=$(cd "$(dirname "$authority")" && pwd)/$(basename "$authority")
fi
cd "$(dirname "$0")" || exit 2
for tool in openssl jq sha256sum; do
  command -v "$tool" >/dev/null || { echo "$tool is needed" >&2; exit 2; }
done
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0
unsigned=0
holds() { echo "holds        $1"; }
fails() { echo "DOES NOT     $1"; failed=1; }
skips() { echo "NOT CHECKED  $1"; unsigned=1; }
decode() { openssl base64 -d -A; }
digest() { openssl dgst -sha256 -binary; }
sumof() { sha256sum <"$1" | cut -d ' ' -f 1; }
isjson() { jq -e . "$1" >/dev/null 2>&1; }

if ! isjson manifest.json; then
  echo "There is no manifest.json here, or it cannot be read: unpack the bundle first" >&2
  exit 2
fi

# Of an assessment, or of a day.
ofassessment=0
[ "$(jq -r .format manifest.json)" = entra-mfa-assessment-bundle ] && ofassessment=1

# The key, from its one line to PEM.
if [ -n "$key" ]; then
  name=${'${key%%+*}'}
  rest=${'${key#*+}'}
  {
    printf '\060\052\060\005\006\003\053\145\160\003\041\000'
    printf %s "${'${rest#*+}'}" | decode | tail -c 32
  } | openssl pkey -pubin -inform DER -out "$work/key.pem" 2>/dev/null || {
    echo "This is no public key of a log: give its line, name+id+key" >&2
    exit 2
  }
fi
# That the key signed a file: the file, and a file with the signature.
signed() { openssl pkeyutl -verify -pubin -inkey "$work/key.pem" -rawin -in "$1" -sigfile "$2" >/dev/null 2>&1; }

what="the files are those of the manifest"
jq -r '.files | to_entries[] | "\(.value)  \(.key)"' manifest.json >"$work/sums"
{
  jq -r '.files | keys[]' manifest.json
  echo manifest.json
  [ -f manifest.dsse.json ] && echo manifest.dsse.json
  [ -f timestamp.tsr ] && echo timestamp.tsr
} | sort >"$work/named"
find . -type f | sed 's,^\./,,' | sort >"$work/found"
if sha256sum -c "$work/sums" >/dev/null 2>&1 && [ "$(sumof "$work/named")" = "$(sumof "$work/found")" ]; then
  holds "$what"
else
  fails "$what"
fi

what="the manifest is signed by the key"
if [ -z "$key" ]; then
  skips "$what: give the key"
elif [ ! -f manifest.dsse.json ] || ! isjson manifest.dsse.json; then
  fails "$what: there is no signature"
else
  type=$(jq -r .payloadType manifest.dsse.json)
  jq -r .payload manifest.dsse.json | decode >"$work/payload"
  size=$(wc -c <"$work/payload" | tr -d ' ')
  { printf 'DSSEv1 %d %s %d ' "${'${#type}'}" "$type" "$size"; cat "$work/payload"; } >"$work/signed"
  jq -r '.signatures[0].sig' manifest.dsse.json | decode >"$work/sig"
  if [ "$type" = "application/vnd.entra-mfa.bundle-manifest+json" ] &&
    [ "$(sumof "$work/payload")" = "$(sumof manifest.json)" ] && signed "$work/signed" "$work/sig"; then
    holds "$what"
  else
    fails "$what"
  fi
fi

what="the checkpoint of the log is signed by the key"
if [ "$ofassessment" -eq 1 ] && [ ! -f log/checkpoint ]; then
  echo "             nothing was on record in this period"
elif [ -z "$key" ]; then
  skips "$what: give the key"
else
  sed '/^$/,$d' log/checkpoint >"$work/note"
  sed -n "s|^— $name ||p" log/checkpoint | head -n 1 | decode | tail -c 64 >"$work/sig"
  if signed "$work/note" "$work/sig"; then holds "$what"; else fails "$what"; fi
fi
what="a time stamp authority saw the manifest"
last=manifest.json
[ -f manifest.dsse.json ] && last=manifest.dsse.json
if [ -f timestamp.tsr ]; then
  openssl ts -reply -in timestamp.tsr -text >"$work/stamp" 2>/dev/null
  # The digest, as openssl prints it: sixteen bytes a line, in hexadecimal.
  seen=$(sed -n 's/^    00[01]0 - \(.\{47\}\).*/\1/p' "$work/stamp" | tr -d ' \n-')
  when=$(sed -n 's/^Time stamp: //p' "$work/stamp")
  if [ "$seen" != "$(sumof "$last")" ] || ! grep -q '^Hash Algorithm: sha256' "$work/stamp"; then
    fails "$what: the time stamp is of something else"
  elif [ -z "$authority" ]; then
    holds "$what, $when: give its certificates to check that it was the authority"
  elif openssl ts -verify -data "$last" -in timestamp.tsr -CAfile "$authority" >/dev/null 2>&1; then
    holds "$what, $when, signed by it"
  else
    fails "$what: it is not signed by these certificates"
  fi
elif [ "$(jq 'has("timestampAuthority")' manifest.json)" = true ]; then
  skips "$what: it gave no time stamp when the bundle was made"
fi

size=$(sed -n 2p log/checkpoint 2>/dev/null)
root=$(sed -n 3p log/checkpoint 2>/dev/null)

# RFC 9162, 2.1.3.2. The hash so far is in a file of its own, as bytes.
join() { { printf '\001'; cat "$1" "$2"; } | digest >"$work/joined" && mv "$work/joined" "$work/hash"; }
included() {
  jq -r '.file, .leaf, .size, .proof[]' "$2" >"$work/proof" 2>/dev/null || return 1
  {
    IFS= read -r of && read -r at && read -r whole || return 1
    [ "$of" = "$1" ] && [ "$whole" = "$size" ] || return 1
    case "$at$size" in *[!0-9]* | '') return 1 ;; esac
    [ "$at" -lt "$size" ] || return 1
    last=$((size - 1))
    { printf '\000'; digest <"$1"; } | digest >"$work/hash"
    while read -r other; do
      [ "$last" -ne 0 ] || return 1
      printf %s "$other" | decode >"$work/other"
      if [ $((at % 2)) -eq 1 ] || [ "$at" -eq "$last" ]; then
        join "$work/other" "$work/hash"
        while [ $((at % 2)) -eq 0 ] && [ "$at" -ne 0 ]; do at=$((at / 2)); last=$((last / 2)); done
      else
        join "$work/hash" "$work/other"
      fi
      at=$((at / 2))
      last=$((last / 2))
    done
  } <"$work/proof"
  [ "$last" -eq 0 ] && [ "$(openssl base64 -A -in "$work/hash")" = "$root" ]
}
# A file that was pulled apart is no JSON any more.
intree() { isjson "$1" && included "$1" "$2"; }
if [ "$ofassessment" -eq 1 ]; then
${verifyAssessmentScript}
else
${verifyDayScript}
fi

if [ "$failed" -ne 0 ]; then
  echo "This bundle is not what it says it is."
  exit 1
fi
if [ "$unsigned" -ne 0 ]; then
  if [ -z "$key" ]; then
    echo "Everything holds that can be checked without the key; who made it does not show."
  else
    echo "Everything holds that can be checked."
  fi
  exit 3
fi
echo "Everything holds."
`;
