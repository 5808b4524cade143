import { oscalNamespace } from './differenceOfOscal';

/** The part of the script that checks a bundle of a day, as `verifyDay` does. */
export const verifyDayScript = String.raw`if intree snapshot.json log/inclusion/snapshot.json; then
  holds "snapshot.json is in the log"
else
  fails "snapshot.json is in the log"
fi
for type in $(jq -r '.items | keys[]' snapshot.json 2>/dev/null); do
  file=evidence/$type.json
  if [ -f "$file" ] && intree "$file" "log/inclusion/$type.json"; then
    holds "$file is in the log"
  else
    fails "$file is in the log"
  fi
done

what="the snapshot is that of the manifest, and names these files"
for file in evidence/*.json; do
  type=$(basename "$file" .json)
  echo "$type $(sumof "$file")"
done | sort >"$work/found"
jq -r '.items | to_entries[] | "\(.key) \(.value)"' snapshot.json 2>/dev/null | sort >"$work/named"
if [ "$(sumof "$work/named")" = "$(sumof "$work/found")" ] &&
  [ "$(jq -c '[.tenant, .snapshot, .at]' snapshot.json)" = "$(jq -c '[.tenant, .snapshot, .at]' manifest.json)" ]; then
  holds "$what"
else
  fails "$what"
fi

if [ -f oscal/assessment-results.json ]; then
  what="what OSCAL says of controls is what was found"
  same=$(jq -n --slurpfile oscal oscal/assessment-results.json \
    --slurpfile status evidence/control-status.json --slurpfile tests evidence/control-tests.json '
    def told(name): [.props[] | select(.ns == "${oscalNamespace}" and .name == name) | .value]
      | if length == 1 then .[0] else "" end;
    ($oscal[0]["assessment-results"].results | length) as $results
    | $oscal[0]["assessment-results"].results[0] as $one
    | [$one.findings[]? | { key: told("control"), status: told("status"), state: .target.status.state }] as $found
    | [$one.observations[] | { key: told("test"), outcome: told("outcome") }] as $observed
    | ($status[0].body.controls | with_entries(select(.value.status != "disabled"))) as $held
    | $tests[0].body.tests as $ran
    | $results == 1
      and ([$found[].key] | sort) == ($held | keys) and ([$observed[].key] | sort) == ($ran | keys)
      and all($found[]; (.status == "stale" or .status == $held[.key].status)
        and (.state == (if .status == "met" then "satisfied" else "not-satisfied" end)))
      and all($observed[]; .outcome == $ran[.key].outcome)' 2>/dev/null)
  if [ "$same" = true ]; then holds "$what"; else fails "$what"; fi
fi

what="the figures are those of a recount of everybody"
if [ ! -f people.ndjson ]; then
  echo "             people are not in this bundle: nothing can be recounted"
else
  jq -nS '
    reduce inputs as $one ({ directory: 0, states: {}, reasons: {}, tiers: {}, noTier: 0, privileged: {} };
      .directory += 1
      | .states[$one.state] += 1
      | .reasons["\($one.state) \($one.reason)"] += 1
      | if $one.state == "out-of-scope" then .
        else (if $one.tier == null then .noTier += 1 else .tiers[$one.tier] += 1 end)
          | (if $one.privileged == true then .privileged[$one.state] += 1 else . end)
        end)' people.ndjson >"$work/counted" 2>/dev/null
  jq -nS --slurpfile inventory evidence/user-inventory-summary.json \
    --slurpfile methods evidence/strength-and-methods.json \
    --slurpfile registration evidence/registration-summary.json \
    --slurpfile counted "$work/counted" '
    def some: with_entries(select(.value > 0));
    $counted[0] as $c | $inventory[0].body as $i | $methods[0].body as $m | $registration[0].body as $r
    | ($c.directory == $i.directory)
      and ($c.states == ($i.states | some))
      and ($c.reasons == ($i.reasons | map({ key: "\(.state) \(.reason)", value: .count }) | from_entries | some))
      and ($c.tiers == ($m.tiers | some)) and ($c.noTier == $m.noTier)
      and (($c.states.covered // 0) == $r.covered) and (($c.states.uncovered // 0) == $r.uncovered)
      and (($c.states.unknown // 0) == $r.unknown) and (($c.states.exempt // 0) == $r.exempt)' >"$work/same" 2>/dev/null
  same=$(cat "$work/same")
  if [ "$same" = true ] && [ -f evidence/privileged-summary.json ]; then
    same=$(jq --slurpfile counted "$work/counted" '
      $counted[0].privileged as $c | (($c.covered // 0) == .body.covered) and (($c.uncovered // 0) == .body.uncovered)
        and (([$c[]] | add // 0) == .body.people)' evidence/privileged-summary.json)
  fi
  if [ "$same" = true ] && [ -f evidence/remediation.json ]; then
    same=$(jq --slurpfile counted "$work/counted" --slurpfile tests evidence/control-tests.json '
      ($counted[0].states.uncovered // 0) as $sure | ($counted[0].states.unknown // 0) as $maybe
      | .body.gaps as $gaps | ($gaps.uncovered.open // $sure) as $people
      | ($tests[0].body.tests["break-glass"].outcome // "") as $register
      | ($gaps["break-glass"].open // null) as $accounts
      | ($people >= $sure) and ($people <= $sure + $maybe)
        and ($accounts == null or ($register != "met" and $register != "not-met")
          or $accounts == (if $register == "met" then 0 else 1 end))
        and all($gaps[]; .open == ([.openByAge[]] | add // 0))' evidence/remediation.json 2>/dev/null)
  fi
  if [ "$same" = true ]; then holds "$what"; else fails "$what"; fi
fi`;
