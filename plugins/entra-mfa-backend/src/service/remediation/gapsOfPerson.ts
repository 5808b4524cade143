import {
  personGapKinds,
  type PersonDetail,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { stateSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { gapsOf, type GapVersion } from '../../assess/remediation/gapsOf';
import type { PersonVersion } from '../../store/read/readPersonHistory';
import { toBoolean } from '../../store/sql/toBoolean';

/**
 * The gaps of a person, the newest first.
 *
 * @param history - what the caller may see of it, the newest first; what is before a time of which they may not, is
 *   left out, as nobody could tell whether a gap went on
 * @param options - `peopleFrom`: what ended with this snapshot or before it may be removed at any time, and is left out
 */
export function gapsOfPerson(
  history: readonly PersonVersion[],
  { isWhole, peopleFrom }: { isWhole: boolean; peopleFrom: number },
): PersonDetail['gaps'] {
  const kept = history.filter(({ row }) => row.to_snapshot > peopleFrom);
  const seen = isWhole ? kept : lastOfOnePiece(kept);
  const versions = [...seen].reverse().map(toGapVersion);
  const times = new Map<number, Date>();
  for (const { row, from, to } of seen) {
    times.set(row.from_snapshot, from);
    if (to) {
      times.set(row.to_snapshot, to);
    }
  }
  const placeOf = (snapshot: number) => ({
    snapshot,
    at: times.get(snapshot)!.toISOString(),
  });
  return personGapKinds
    .flatMap(kind =>
      gapsOf(kind, versions).map(({ opened, closed }) => ({
        kind,
        opened: placeOf(opened),
        closed: closed && { ...placeOf(closed.at), outcome: closed.outcome },
      })),
    )
    .sort((a, b) => b.opened.snapshot - a.opened.snapshot);
}

function lastOfOnePiece(history: readonly PersonVersion[]): PersonVersion[] {
  const end = history.findIndex(
    ({ row }, index) =>
      history[index + 1] !== undefined &&
      history[index + 1].row.to_snapshot !== row.from_snapshot,
  );
  return history.slice(0, end === -1 ? undefined : end + 1);
}

function toGapVersion({ row, to }: PersonVersion): GapVersion {
  const marks: string[] = JSON.parse(row.marks);
  return {
    state: stateSchema.parse(row.state),
    privileged: toBoolean(row.privileged),
    phoneOnly: marks.includes('phone-only'),
    from: row.from_snapshot,
    to: to && row.to_snapshot,
  };
}
