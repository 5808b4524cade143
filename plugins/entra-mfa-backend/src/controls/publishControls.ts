import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaControlTest } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { evidenceItem } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import {
  controlKey,
  settingOf,
  type Framework,
} from '../assess/controls/framework';
import { runControlTests } from '../assess/controls/controlTests';
import { statusOf } from '../assess/controls/statusOf';
import type { ControlFacts, Outcomes } from '../assess/controls/types';
import { freshUntil } from '../assess/freshUntil';
import type { EntraMfaConfig } from '../config/types';
import type { PublishAlso } from '../evaluate/assessTenant';
import { diffRows } from '../evaluate/diffRows';
import { countRecords } from '../store/controls/countRecords';
import { writeFreshUntil } from '../store/controls/freshness';
import {
  readControlsNow,
  writeControls,
  type ControlRows,
} from '../store/controls/writeControls';
import { loadFacts, type FactsOptions } from './loadFacts';
import { registerFindings } from './registerFindings';
import { runAddedTests, toAddedFacts } from './runAddedTests';

/** What controls are published with. */
export interface PublishControlsOptions extends FactsOptions {
  config: FactsOptions['config'] &
    Pick<
      EntraMfaConfig,
      'compliance' | 'staleAfterSeconds' | 'reportStaleAfterSeconds'
    >;
  frameworks: readonly Framework[];
  /** Those of modules. */
  addedTests?: readonly EntraMfaControlTest[];
  logger?: Pick<LoggerService, 'warn'>;
}

/**
 * Tests a snapshot in the transaction that publishes it, and writes what is not as it was: there is no snapshot without
 * its controls, and no status without its snapshot.
 */
export function publishControls(options: PublishControlsOptions): PublishAlso {
  const { config, frameworks } = options;
  return async (trx, published) => {
    const { view, at, stand, rulesVersion } = published;
    const { tenantId } = view;
    await writeFreshUntil(
      trx,
      view,
      freshUntil(config, {
        at,
        readAt: stand.readAt,
        reportRefreshedAt: stand.reportRefreshedAt,
      }),
    );
    const loaded = await loadFacts(trx, published, options);
    const outcomes = {
      ...runControlTests(loaded.facts),
      ...(await outcomesOfAdded(trx, published, loaded.facts, options)),
    };
    const now = await readControlsNow(trx, tenantId);
    await writeControls(
      trx,
      view,
      'control_test',
      diffRows(testRows(outcomes), now.control_test, row => row.test),
    );
    const statuses = statusRows(outcomes, frameworks, control =>
      settingOf(config.compliance.controls, control, tenantId, 'disabled'),
    );
    await writeControls(
      trx,
      view,
      'control_status',
      diffRows(statuses, now.control_status, row => row.control),
    );
    const of = { tenant: tenantId, rulesVersion };
    return {
      ...findingsOf(of, outcomes, statuses),
      ...(await registerFindings(trx, published, loaded)),
    };
  };
}

/** What the tests of modules come to. */
async function outcomesOfAdded(
  knex: Knex,
  { view: { tenantId }, stand }: Parameters<PublishAlso>[1],
  facts: ControlFacts,
  { addedTests = [], collectors, logger }: PublishControlsOptions,
): Promise<Outcomes | null> {
  if (addedTests.length === 0) return null;
  const records: Record<string, number | null> = {};
  for (const { id: dataSet } of collectors.filter(({ id }) =>
    id.includes('/'),
  )) {
    const version = stand.dataSets[dataSet]?.version;
    records[dataSet] =
      version === undefined
        ? null
        : await countRecords(knex, { tenantId, dataSet, version });
  }
  const results = runAddedTests(
    addedTests,
    toAddedFacts(tenantId, facts, records),
    test =>
      logger?.warn(
        `The test ${test}, which a module adds, could not decide on tenant ${tenantId}; it counts as not evaluated`,
      ),
  );
  return Object.fromEntries(
    results.map(result => [result.test, result]),
  ) as Outcomes;
}

/** What goes on record of it; why a control does not apply is somebody's words, and stays in the configuration. */
function findingsOf(
  of: { tenant: string; rulesVersion: string },
  outcomes: Outcomes,
  statuses: ControlRows['control_status'],
) {
  return {
    'control-tests': evidenceItem('control-tests', of, {
      tests: Object.fromEntries(
        Object.values(outcomes).map(({ test, ...result }) => [test, result]),
      ),
    }),
    'control-status': evidenceItem('control-status', of, {
      controls: Object.fromEntries(
        statuses.map(({ control, status, tests }) => [
          control,
          { status, tests: JSON.parse(tests) },
        ]),
      ),
    }),
  };
}

function testRows(outcomes: Outcomes): ControlRows['control_test'] {
  return Object.values(outcomes).map(result => ({
    test: result.test,
    outcome: result.outcome,
    reason: result.reason,
    count: result.count,
    of_count: result.of,
    target_permille: result.targetPermille,
    short: result.short,
    days: result.days,
  }));
}

function statusRows(
  outcomes: Outcomes,
  frameworks: readonly Framework[],
  disabledReason: (control: string) => string | null,
): ControlRows['control_status'] {
  return frameworks.flatMap(framework =>
    framework.controls.map(control => {
      const key = controlKey(framework, control);
      const disabled = disabledReason(key);
      return {
        control: key,
        status:
          disabled === null
            ? statusOf(control.tests.map(test => outcomes[test]))
            : ('disabled' as const),
        tests: JSON.stringify(control.tests),
        disabled_reason: disabled,
      };
    }),
  );
}
