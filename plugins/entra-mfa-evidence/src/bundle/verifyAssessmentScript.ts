import { assessedStatuses } from './assessmentSchemas';
import { oscalNamespace } from './differenceOfOscal';

const statuses = assessedStatuses.map(status => `"${status}"`).join(', ');

/** The part of the script that checks a bundle of an assessment, as `verifyAssessment` does. */
export const verifyAssessmentScript = String.raw`
what="the assessment is that of the manifest, and its result has its fingerprint"
jq -cj .result assessment.json >"$work/result" 2>/dev/null
same=$(jq --arg sum "$(sumof "$work/result")" --slurpfile manifest manifest.json '
  $manifest[0] as $m
  | .tenant == $m.tenant and .number == $m.assessment and .from == $m.from and .to == $m.to and .state == $m.state
    and .result.tenant == .tenant and .result.from == .from and .result.to == .to
    and (if .fingerprint == null then .state == "draft" or .state == "returned" else .fingerprint == $sum end)
  ' assessment.json 2>/dev/null)
if [ "$same" = true ]; then holds "$what"; else fails "$what"; fi

what="its state follows from its steps, and who approved did not prepare it"
same=$(jq '
  [.steps[].kind] as $kinds
  | ([$kinds[] | select(. != "changed")] | last) as $last
  | ({ submitted: "in-review", drafted: "draft" }[$last] // $last) == .state
    and (if .state == "approved" or .state == "superseded" then
        ($kinds | index("approved")) as $at
        | $at != null and $at > 0 and $kinds[$at - 1] == "submitted"
          and (.steps[$at].by as $by | all(.steps[]; .by != $by
            or (.kind != "drafted" and .kind != "changed" and .kind != "submitted")))
      else ($kinds | index("approved")) == null end)' assessment.json 2>/dev/null)
if [ "$same" = true ]; then holds "$what"; else fails "$what"; fi

what="the days of each control add up to the period, as the assessment says"
same=$(jq -n --slurpfile said assessment.json '
  def at: "\(.)T00:00:00Z" | fromdateiso8601;
  $said[0] as $a | [inputs] as $files
  | ($a.from | at) as $first
  | ((($a.to | at) - $first) / 86400 + 1) as $length
  | ($a.result.controls | map({ key: .control, value: { days, worst, strip } }) | from_entries) as $results
  | ([$files[].control] | sort) == ($a.controls | sort)
    and ([$a.result.controls[].control] | sort) == ($a.controls | sort)
    and $a.result.days == $length
    and all($files[];
      . as $one
      | def of($status): [$one.strip[] | select(. == $status)] | length;
      def dayof($place): $first + $place * 86400 | todate | .[:10];
      ([${statuses}] | map(select(. as $each | any($one.strip[]; . == $each))) | first) as $worst
      | { days, worst, strip } == $results[.control]
        and .from == $a.from and .to == $a.to and (.strip | length) == $length
        and .days == { met: of("met"), notMet: of("not-met"), notEvaluated: of("not-evaluated"), stale: of("stale"),
          noData: of("no-data"), disabled: of("disabled") }
        and ([.days[]] | add) == $length
        and .worst == { status: $worst, first: dayof(.strip | index($worst)), last: dayof(.strip | rindex($worst)) }
    )' controls/*.json 2>/dev/null)
if [ "$same" = true ]; then holds "$what"; else fails "$what"; fi

what="the snapshots of the period are in the log"
ok=1
for file in snapshots/*.json; do
  [ -f "$file" ] || continue
  intree "$file" "log/inclusion/snapshot-$(basename "$file")" || ok=0
  same=$(jq --slurpfile said assessment.json '
    $said[0] as $a
    | .tenant == $a.tenant and $a.result.snapshots != null
      and .snapshot >= $a.result.snapshots.first and .snapshot <= $a.result.snapshots.last' "$file" 2>/dev/null)
  [ "$same" = true ] || ok=0
done
if [ -d snapshots ] && [ ! -f "snapshots/$(jq .result.snapshots.last assessment.json 2>/dev/null).json" ]; then ok=0; fi
if [ "$ok" -eq 1 ]; then holds "$what"; else fails "$what"; fi

what="all that was found in the period is in the log"
ok=1
: >"$work/found"
for file in evidence/*.json; do
  [ -f "$file" ] || continue
  intree "$file" "log/inclusion/$(basename "$file")" || { ok=0; echo "             $file is not"; }
  sumof "$file" >>"$work/found"
done
if [ -s "$work/found" ]; then
  same=$(jq -n --slurpfile said assessment.json 'all(inputs; .tenant == $said[0].tenant)' evidence/*.json 2>/dev/null)
  [ "$same" = true ] && [ -d snapshots ] || ok=0
fi
for file in snapshots/*.json; do
  [ -f "$file" ] || continue
  for sum in $(jq -r '.items[]' "$file" 2>/dev/null); do
    grep -q "^$sum$" "$work/found" || ok=0
  done
done
if [ "$ok" -eq 1 ]; then holds "$what"; else fails "$what"; fi

what="no control is met of which no evidence says so"
{
  echo '[]'
  for file in evidence/control-status-*.json; do
    [ -f "$file" ] && jq -c '[.body.controls | to_entries[] | select(.value.status == "met") | .key]' "$file" 2>/dev/null
  done
} | jq -s 'add | unique' >"$work/met"
same=$(jq --slurpfile met "$work/met" '
  all(.result.controls[]; . as $one
    | all(.strip[]; . != "met") or any($met[0][]; . == $one.control))' assessment.json 2>/dev/null)
if [ "$same" = true ]; then holds "$what"; else fails "$what"; fi

if [ -f oscal/assessment-results.json ]; then
  what="what OSCAL says of controls is what the assessment does"
  same=$(jq --slurpfile said assessment.json '
    def told(name): [.props[] | select(.ns == "${oscalNamespace}" and .name == name) | .value]
      | if length == 1 then .[0] else "" end;
    ($said[0].result.controls | map(select(.worst.status != "disabled") | { key: .control, value: .worst.status })
      | from_entries) as $worst
    | .["assessment-results"].results as $results
    | [$results[0].findings[]? | { key: told("control"), status: told("status"), state: .target.status.state }] as $found
    | ($results | length) == 1
      and ([$found[].key] | sort) == ($worst | keys)
      and all($found[]; .status == $worst[.key]
        and .state == (if .status == "met" then "satisfied" else "not-satisfied" end))
    ' oscal/assessment-results.json 2>/dev/null)
  if [ "$same" = true ]; then holds "$what"; else fails "$what"; fi
fi`;
