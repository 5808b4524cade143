import type { AssessmentResult } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { addsUp } from '../../assess/assessments/addsUp';
import { controlOverPeriod } from '../../assess/assessments/controlOverPeriod';
import { lossSteps } from '../../assess/assessments/lossSteps';
import { lostOver } from '../../assess/assessments/lostOver';
import { gapsOver } from '../../assess/remediation/gapsOver';
import { endOf, lengthOf, type Period } from '../../assess/assessments/period';
import { dayOf } from '../../assess/exceptions/days';
import { readKeptFrom } from '../../store/asOf/keptFrom';
import {
  readNewestNumber,
  readSnapshot,
  readSnapshotAt,
} from '../../store/asOf/readSnapshot';
import type { Snapshot } from '../../store/asOf/types';
import { readTimes } from '../../store/asOf/readTimes';
import {
  countInForce,
  countReviewsClosed,
} from '../../store/assessments/countDecisions';
import {
  readLostGroups,
  readStepCodes,
} from '../../store/assessments/readLostGroups';
import {
  readInventories,
  readRulesChanges,
} from '../../store/assessments/readSummaries';
import {
  readGapGroups,
  snapshotGapKinds,
} from '../../store/remediation/readGapGroups';
import { readSpans } from '../controls/readSpans';

/** What is assessed. */
interface Scope extends Period {
  tenantId: string;
  controls: readonly string[];
}

/** Snapshots of a tenant between two numbers, both included. */
interface Range {
  tenantId: string;
  first: number;
  last: number;
}

/** What controls and the figures beside them come to over a period, as far as it has gone. */
export async function computeResult(
  knex: Knex,
  { tenantId, from, to, controls }: Scope,
  now: Date,
): Promise<AssessmentResult> {
  const period = { from, to };
  const begins = new Date(`${from}T00:00:00Z`);
  const { last, until } = await readLast(knex, tenantId, period, now);
  const read =
    last &&
    (await readSpans(knex, tenantId, {
      from: begins,
      upTo: last.number,
      seen: until,
    }));
  const first = read?.moments[0].number;
  const held: Range | null =
    last && first !== undefined ? { tenantId, first, last: last.number } : null;
  // The snapshot that held when the period began changed nobody in it.
  const within = read?.moments.find(({ at }) => at >= begins)?.number;
  const range: Range | null =
    held && within !== undefined ? { ...held, first: within } : null;
  const between = { from: begins, until };
  const isKept =
    range === null ||
    (await readKeptFrom(knex, tenantId)).people_from <= range.first;
  return {
    tenant: tenantId,
    ...period,
    days: lengthOf(period),
    computedAt: now.toISOString(),
    snapshots:
      last && held
        ? {
            first: held.first,
            last: held.last,
            lastAt: last.at.toISOString(),
          }
        : null,
    controls: controls.map(control =>
      controlOverPeriod(control, read?.spans.get(control) ?? [], period, until),
    ),
    population: await readPopulation(knex, held),
    lost: isKept ? await readLost(knex, range, until) : null,
    ...(range && isKept && { gaps: await readGapsOver(knex, range, between) }),
    exceptions: await countInForce(knex, tenantId, between),
    reviewsClosed: await countReviewsClosed(knex, tenantId, between),
    rulesChanges: range
      ? (await readRulesChanges(knex, range)).map(change => ({
          ...change,
          at: change.at.toISOString(),
        }))
      : [],
  };
}

/** The snapshot that holds when a period ends, and up to when it is looked at. */
async function readLast(
  knex: Knex,
  tenantId: string,
  period: Period,
  now: Date,
): Promise<{ last: Snapshot | null; until: Date }> {
  const until = endOf(period, now);
  const goesOn = until.getTime() === now.getTime();
  const newest =
    goesOn &&
    (await readSnapshot(
      knex,
      tenantId,
      await readNewestNumber(knex, tenantId),
    ));
  // Of now, the newest answers, also where the clock was ahead when it was assessed.
  return newest && newest.at > now && dayOf(newest.at) <= period.to
    ? { last: newest, until: newest.at }
    : { last: await readSnapshotAt(knex, tenantId, until), until };
}

async function readPopulation(
  knex: Knex,
  range: Range | null,
): Promise<AssessmentResult['population']> {
  if (!range) {
    return { snapshots: 0, complete: 0, notRecorded: 0 };
  }
  const { first, last } = range;
  const found = (await readInventories(knex, range)).map(
    ({ from, to, item }) => ({
      snapshots: Math.min(to, last + 1) - Math.max(from, first),
      isWhole: addsUp(item.body),
    }),
  );
  const sum = (some: typeof found) =>
    some.reduce((total, { snapshots }) => total + snapshots, 0);
  const snapshots = last - first + 1;
  return {
    snapshots,
    complete: sum(found.filter(({ isWhole }) => isWhole)),
    notRecorded: snapshots - sum(found),
  };
}

async function readGapsOver(
  knex: Knex,
  { tenantId, last }: Range,
  between: { from: Date; until: Date },
): Promise<NonNullable<AssessmentResult['gaps']>> {
  const view = { tenantId, snapshot: last, newest: false };
  const groups = await readGapGroups(knex, view, between.from);
  return snapshotGapKinds.map(kind => ({
    kind,
    ...gapsOver(groups[kind], between),
  }));
}

async function readLost(
  knex: Knex,
  range: Range | null,
  until: Date,
): Promise<NonNullable<AssessmentResult['lost']>> {
  if (!range) {
    return lostOver([], until);
  }
  const groups = await readLostGroups(
    knex,
    range,
    lossSteps(await readStepCodes(knex, range)),
  );
  const times = await readTimes(
    knex,
    range.tenantId,
    groups.flatMap(({ opened, closed }) => [
      opened,
      ...(closed ? [closed] : []),
    ]),
  );
  return lostOver(
    groups.map(({ opened, closed, people }) => ({
      people,
      at: times.get(opened)!,
      closedAt: closed === null ? null : times.get(closed)!,
    })),
    until,
  );
}
