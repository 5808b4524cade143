import { formatPermille } from 'backstage-plugin-entra-mfa-common';
import { ENTRA_MFA_COVERAGE_ANNOTATION, ENTRA_MFA_TARGET_LABEL } from './names';
import type { Marks } from './Marks';

/** The tags of a team against its target. */
export const groupTags = {
  met: 'mfa-target-met',
  missed: 'mfa-target-missed',
} as const;

interface GroupFigure {
  permille: number | null;
  met: boolean | null;
  /** Of a team so small that its figure would be about somebody. */
  hidden?: boolean;
}

const marksByFigure = new Map<string, Marks>();

/** The marks of a team: its coverage, and its state against its target, as far as it may be told. */
export function marksOfGroup(group: GroupFigure): Marks {
  const figure = `${group.permille}|${group.met}|${group.hidden}`;
  let marks = marksByFigure.get(figure);
  if (!marks) {
    marks = createMarks(group);
    marksByFigure.set(figure, marks);
  }
  return marks;
}

function createMarks(group: GroupFigure): Marks {
  if (group.hidden) {
    return {
      annotations: {},
      labels: { [ENTRA_MFA_TARGET_LABEL]: 'hidden' },
      tags: [],
    };
  }
  const coverage = formatPermille(group.permille);
  if (coverage === null) {
    return {
      annotations: {},
      labels: { [ENTRA_MFA_TARGET_LABEL]: 'nobody' },
      tags: [],
    };
  }
  const annotations = { [ENTRA_MFA_COVERAGE_ANNOTATION]: coverage };
  if (group.met === null) {
    return {
      annotations,
      labels: { [ENTRA_MFA_TARGET_LABEL]: 'stale' },
      tags: [],
    };
  }
  const target = group.met ? 'met' : 'missed';
  return {
    annotations,
    labels: { [ENTRA_MFA_TARGET_LABEL]: target },
    tags: [groupTags[target]],
  };
}
