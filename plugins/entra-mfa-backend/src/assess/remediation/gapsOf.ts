import type {
  GapOutcome,
  PersonGapKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { gapStanding, type GapFacts, type GapStanding } from './gapRules';

/** What was true of a person from one snapshot to another. */
export interface GapVersion extends GapFacts {
  from: number;
  /** The snapshot with which it ended; null while it is true. */
  to: number | null;
}

/** A gap, opened at one place of the history and closed at another, if it was. */
export interface Gap<At = number> {
  opened: At;
  closed: { at: At; outcome: GapOutcome } | null;
}

/** What is said of a gap at one place of the history. */
export interface GapStep<At = number> {
  at: At;
  standing: Exclude<GapStanding, 'silent'>;
}

/**
 * The gaps of a person by snapshots, the oldest first.
 *
 * @param versions - of one person, the oldest first
 */
export function gapsOf(
  kind: PersonGapKind,
  versions: readonly GapVersion[],
): Gap[] {
  return gapsOfSteps(stepsOf(kind, versions));
}

/** The gaps of what is said one after the other: one is open until something else is said. */
export function gapsOfSteps<At>(steps: readonly GapStep<At>[]): Gap<At>[] {
  const gaps: Gap<At>[] = [];
  let open: Gap<At> | null = null;
  for (const { at, standing } of steps) {
    if (standing === 'open') {
      if (!open) {
        open = { opened: at, closed: null };
        gaps.push(open);
      }
    } else if (open) {
      open.closed = { at, outcome: standing };
      open = null;
    }
  }
  return gaps;
}

/** What versions say one after the other; where there is none between two, the person had left. */
function stepsOf(
  kind: PersonGapKind,
  versions: readonly GapVersion[],
): GapStep[] {
  return versions.flatMap((version, index) => {
    const standing = gapStanding(kind, version);
    const { to } = version;
    const isGone = to !== null && versions[index + 1]?.from !== to;
    return [
      ...(standing === 'silent' ? [] : [{ at: version.from, standing }]),
      ...(isGone ? [{ at: to, standing: 'left' as const }] : []),
    ];
  });
}
