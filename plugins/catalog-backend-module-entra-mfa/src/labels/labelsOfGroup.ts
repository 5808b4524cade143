import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ENTRA_MFA_COVERAGE_ANNOTATION, ENTRA_MFA_TARGET_LABEL } from './names';
import type { EntityLabels } from './EntityLabels';

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

const labelsByFigure = new Map<string, EntityLabels>();

/** The labels of a team: its coverage, and its state against its target, as far as it may be told. */
export function labelsOfGroup(group: GroupFigure): EntityLabels {
  const figure = `${group.permille}|${group.met}|${group.hidden}`;
  let entityLabels = labelsByFigure.get(figure);
  if (!entityLabels) {
    entityLabels = createLabels(group);
    labelsByFigure.set(figure, entityLabels);
  }
  return entityLabels;
}

function createLabels(group: GroupFigure): EntityLabels {
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
