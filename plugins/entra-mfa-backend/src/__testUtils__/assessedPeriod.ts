import type {
  Assessment,
  ControlDay,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { fingerprintOf } from '@entra-mfa/evidence';
import { controlOverPeriod } from '../assess/assessments/controlOverPeriod';
import { controlKey } from '../assess/controls/framework';
import { library } from '../controls/library';
import type { AssessedPeriod } from '../report/AssessedPeriod';
import { evidenceDay } from './evidenceDay';

const period = { from: '2026-11-01', to: '2026-11-30' };
const until = new Date('2026-11-30T23:59:59.999Z');
const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const step = (
  number: number,
  kind: Assessment['steps'][number]['kind'],
  by: string,
  note: string | null = null,
): Assessment['steps'][number] => ({
  ...{ step: number, kind, by, note, supersededBy: null },
  at: `2026-12-0${number}T09:00:00.000Z`,
});

/** What a control of a place was: met throughout, not met for ten days, not applying. */
function spansOf(place: number) {
  const span = (from: number, to: number, status: ControlDay) => ({
    from: at(from),
    to: at(to),
    status,
  });
  if (place === 2) return [span(1, 31, 'disabled')];
  return place % 2 === 0
    ? [span(1, 31, 'met')]
    : [span(3, 13, 'not-met'), span(13, 31, 'met')];
}

/** An approved assessment of two frameworks over November, and what its report is made of. */
export function assessedPeriod(
  change: Partial<Assessment> = {},
): AssessedPeriod {
  const day = evidenceDay();
  const frameworks = library.slice(0, 2);
  const controls = frameworks.flatMap(framework =>
    framework.controls.map(control => ({
      control: controlKey(framework, control),
      framework: { id: framework.id, name: framework.name },
      id: control.id,
      titles: { en: control.en.title, de: null },
    })),
  );
  const result: Assessment['result'] = {
    ...{ tenant: day.tenant.id, ...period, days: 30 },
    computedAt: '2026-12-02T09:00:00.000Z',
    snapshots: { first: 100, last: 213, lastAt: day.statement.at },
    controls: controls.map(({ control }, place) =>
      controlOverPeriod(
        control,
        spansOf(place) as Parameters<typeof controlOverPeriod>[1],
        period,
        until,
      ),
    ),
    population: { snapshots: 114, complete: 113, notRecorded: 1 },
    lost: {
      ...{ people: 4, closed: 3, open: 1 },
      ...{ medianHours: 30.5, longestHours: 120 },
    },
    gaps: [
      {
        ...{ kind: 'uncovered', opened: 9, open: 21 },
        openByAge: { week: 2, month: 4, quarter: 15, longer: 0 },
        closed: { fixed: 31, exempt: 3, 'left-scope': 2, left: 1 },
        timeToFix: { medianSeconds: 302_400, p90Seconds: 1_728_000 },
      },
    ],
    exceptions: { inForce: 7, atEnd: 5 },
    reviewsClosed: 1,
    rulesChanges: [
      { at: '2026-11-10T08:00:00.000Z', before: '2-aa', after: '3-bb' },
    ],
  };
  const assessment: Assessment = {
    tenant: day.tenant,
    number: 2,
    title: 'November 2026',
    kind: 'period',
    ...period,
    state: 'approved',
    prepared: {
      by: 'user:default/security',
      at: '2026-12-01T09:00:00.000Z',
    },
    last: step(3, 'approved', 'user:default/decider', 'Seen'),
    controls,
    supersedes: null,
    supersededBy: null,
    preparers: ['user:default/security'],
    steps: [
      step(1, 'drafted', 'user:default/security'),
      step(2, 'submitted', 'user:default/security', 'Ready'),
      step(3, 'approved', 'user:default/decider', 'Seen'),
    ],
    comments: [
      {
        comment: 1,
        by: 'user:default/auditor',
        at: '2026-12-04T09:00:00.000Z',
        text: 'Which policy was that?',
        control: controls[0].control,
      },
    ],
    auditors: ['user:default/auditor'],
    result,
    fingerprint: fingerprintOf(result),
    pins: { items: [], snapshots: 114 },
    key: null,
    actions: [],
    ...change,
  };
  const { tenant, number, title, state, steps, comments, fingerprint } =
    assessment;
  return {
    assessment,
    statement: {
      ...{ type: 'assessment', version: 1, tenant: tenant.id, number, title },
      ...{ ...period, state, supersedes: null, supersededBy: null },
      controls: assessment.controls.map(({ control }) => control),
      ...{ steps, comments, result: assessment.result, fingerprint },
    },
    snapshots: [day.statement],
    rests: [
      { type: 'policies', leaf: 1 },
      { type: 'control-status', leaf: 2 },
      { type: 'policies', leaf: 9 },
    ],
    frameworks,
    origin: day.origin,
    isSigned: true,
    judgedBy: day.judgedBy,
  };
}
