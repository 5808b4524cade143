import { NotFoundError } from '@backstage/errors';
import type {
  Control,
  ControlCounts,
  ControlDay,
  ControlResult,
  ControlStatus,
  Controls,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  controlKey,
  settingOf,
  type ControlDefinition,
  type Framework,
} from '../../assess/controls/framework';
import { decidingOf } from '../../assess/controls/statusOf';
import {
  readControlTests,
  readTestsBegan,
} from '../../store/controls/readControlVersions';
import { readTimes } from '../../store/asOf/readTimes';
import type { ControlTestRow } from '../../store/sql/tables';
import { toSnapshotRef } from '../figures';
import { readTenantRefs } from '../readTenantRefs';
import type { Found } from '../Snapshots';
import type { QueryOf, ReadContext } from '../types';
import { readStandings, STRIP_DAYS, type Standings } from './readStandings';

/** What changed is told since so long ago. */
const CHANGED_DAYS = 30;

/** The controls of a framework, each with its status and what decides it. */
export async function getControls(
  context: ReadContext,
  query: QueryOf<'getControls'>,
): Promise<Controls> {
  const { frameworks, snapshots } = context;
  const framework = frameworkOf(context, query.framework ?? frameworks[0].id);
  return snapshots.readCounts(query, async found => {
    const standings = await readStandings(context, found, query.at);
    const results = await readResults(context, found);
    const controls = framework.controls.map(control => ({
      id: control.id,
      titles: { en: control.en.title, de: control.de?.title ?? null },
      ...standingOf(framework, control, standings),
      result: decidingOf(resultsOf(framework, control, results)),
    }));
    const then = controls.flatMap(({ id, status, strip }) => {
      const before = strip[STRIP_DAYS - 1 - CHANGED_DAYS];
      const isKnown = (day: ControlDay | null) =>
        day === 'met' || day === 'not-met' || day === 'not-evaluated';
      return isKnown(before) && isKnown(status)
        ? [{ id, before: before as ControlStatus, status }]
        : [];
    });
    return {
      ...(await headOf(context, query, found, standings)),
      frameworks: frameworks.map(one => ({
        ...nameOf(one),
        counts: countsOf(
          one.controls.map(
            control =>
              standings.statusOf(controlKey(one, control)) ?? 'not-evaluated',
          ),
        ),
      })),
      framework: framework.id,
      controls,
      history: Array.from({ length: STRIP_DAYS }, (_, day) => {
        const days = controls.map(({ strip }) => strip[day]);
        return {
          ...countsOf(days),
          noData: days.filter(one => one === 'no-data').length,
        };
      }),
      changed:
        then.length === 0
          ? null
          : then
              .filter(({ before, status }) => before !== status)
              .map(({ id, before }) => ({ id, before })),
    };
  });
}

/** One control with its tests, its words and its history. */
export async function getControl(
  context: ReadContext,
  params: { framework: string; id: string },
  query: QueryOf<'getControl'>,
): Promise<Control> {
  const { config, snapshots, knex } = context;
  const { framework, control } = controlOf(context, params);
  const key = controlKey(framework, control);
  return snapshots.readCounts(query, async found => {
    const standings = await readStandings(context, found, query.at);
    const results = resultsOf(
      framework,
      control,
      await readResults(context, found),
    );
    const began = found
      ? await readTestsBegan(
          knex,
          { tenantId: found.view.tenantId, upTo: found.snapshot.number },
          control.tests,
        )
      : new Map<string, number>();
    const times = found
      ? await readTimes(knex, found.view.tenantId, [...began.values()])
      : new Map<number, Date>();
    const head = await headOf(context, query, found, standings);
    return {
      ...head,
      framework: nameOf(framework),
      id: control.id,
      words: { en: control.en, de: control.de },
      ...standingOf(framework, control, standings),
      results: results.map(result => ({
        ...result,
        since: times.get(began.get(result.test)!)?.toISOString() ?? null,
      })),
      narrative: head.tenant
        ? settingOf(
            config.compliance.controls,
            key,
            head.tenant.id,
            'narrative',
          )
        : null,
      history: standings
        .spansOf(key)
        .map(({ status, from, to }) => ({
          status,
          from: from.toISOString(),
          to: to && to.toISOString(),
        }))
        .reverse(),
    };
  });
}

/** @throws NotFoundError where it is none that is shown */
export function frameworkOf(
  { frameworks }: ReadContext,
  id: string,
): Framework {
  const framework = frameworks.find(one => one.id === id);
  if (!framework) {
    const ids = frameworks.map(one => one.id).join(', ');
    throw new NotFoundError(
      `There is no framework ${id} here; there are ${ids}`,
    );
  }
  return framework;
}

/** @throws NotFoundError where it is none that is shown */
export function controlOf(
  context: ReadContext,
  params: { framework: string; id: string },
): { framework: Framework; control: ControlDefinition } {
  const framework = frameworkOf(context, params.framework);
  const control = framework.controls.find(({ id }) => id === params.id);
  if (!control) {
    throw new NotFoundError(`${framework.name} has no control ${params.id}`);
  }
  return { framework, control };
}

/** What a framework is called, as answers have it. */
export function nameOf({ id, name, link }: Framework) {
  return { id, name, link };
}

/** Of what an answer about controls is. */
export async function headOf(
  context: ReadContext,
  { tenant }: { tenant?: string },
  found: Found | null,
  standings: Standings,
) {
  const tenantId = await context.snapshots.tenantOf(tenant);
  const tenants = await readTenantRefs(context);
  return {
    tenant: tenants.find(({ id }) => id === tenantId) ?? null,
    snapshot: found && toSnapshotRef(found.snapshot),
    staleCauses: standings.causes,
    days: found && standings.days,
  };
}

function standingOf(
  framework: Framework,
  control: ControlDefinition,
  standings: Standings,
) {
  const key = controlKey(framework, control);
  return {
    status: standings.statusOf(key),
    since: standings.since(key)?.toISOString() ?? null,
    disabledReason: standings.disabledReason(key),
    severity: control.severity,
    strip: standings.strip(key),
  };
}

async function readResults(
  { knex }: ReadContext,
  found: Found | null,
): Promise<ControlTestRow[]> {
  return found
    ? readControlTests(knex, {
        tenantId: found.view.tenantId,
        upTo: found.snapshot.number,
      })
    : [];
}

function resultsOf(
  { added }: Framework,
  { tests }: ControlDefinition,
  rows: readonly ControlTestRow[],
): ControlResult[] {
  return tests.flatMap(test => {
    const row = rows.find(one => one.test === test);
    return row
      ? [
          {
            test,
            added: added?.[test] ?? null,
            outcome: row.outcome,
            reason: row.reason,
            count: row.count,
            of: row.of_count,
            targetPermille: row.target_permille,
            short: row.short,
            days: row.days,
          },
        ]
      : [];
  });
}

function countsOf(days: readonly ControlDay[]): ControlCounts {
  const of = (wanted: ControlDay) => days.filter(day => day === wanted).length;
  const counts = {
    met: of('met'),
    notMet: of('not-met'),
    notEvaluated: of('not-evaluated'),
    stale: of('stale'),
  };
  return {
    ...counts,
    disabled: of('disabled'),
    inScope: Object.values(counts).reduce((sum, one) => sum + one, 0),
  };
}
