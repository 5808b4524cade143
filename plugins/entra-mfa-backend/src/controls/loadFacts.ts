import type { Knex } from 'knex';
import { tallyOf } from '../assess/breakGlass/tallyOf';
import { nothingRead } from '../assess/roles/nothingRead';
import type { ControlFacts } from '../assess/controls/types';
import { LOST_DAYS, windowsOf } from '../assess/controls/windowsOf';
import { isExpected } from '../collectors/isExpected';
import type { Collector } from '../collectors/types';
import type { EntraMfaConfig } from '../config/types';
import type { PublishAlso } from '../evaluate/assessTenant';
import { readRegister } from '../evaluate/readRegister';
import {
  countJoinersAndLeavers,
  countLost,
  countPrivileged,
  readLastReviewClosed,
} from '../store/controls/countForControls';
import { readExceptionsInForce } from '../store/exceptions/readExceptionsInForce';
import { readTenantCounts } from '../store/read/readCounts';

/** What facts are loaded with. */
export interface FactsOptions {
  config: Pick<EntraMfaConfig, 'tenants' | 'reviews'>;
  collectors: readonly Collector[];
  /** Ids of those that are not read of this tenant. */
  switchedOff?: readonly string[];
}

/** What tests are given, and what was read for it that goes on record as well. */
export interface LoadedFacts {
  facts: ControlFacts;
  counts: NonNullable<Awaited<ReturnType<typeof readTenantCounts>>>;
  register: Awaited<ReturnType<typeof readRegister>>;
  exceptions: Awaited<ReturnType<typeof readExceptionsInForce>>;
}

/** Adds up what tests are given, as of the snapshot that is being published. */
export async function loadFacts(
  knex: Knex,
  published: Parameters<PublishAlso>[1],
  { config, collectors, switchedOff = [] }: FactsOptions,
): Promise<LoadedFacts> {
  const { view, at, stand, rules, missing } = published;
  const { tenantId } = view;
  const counts = (await readTenantCounts(knex, view))!;
  const others = config.tenants
    .map(tenant => tenant.tenantId)
    .filter(id => id !== tenantId);
  const register = await readRegister(
    knex,
    { view, snapshot: { dataSets: JSON.stringify(stand.dataSets) } },
    rules,
    { others, now: at, past: null },
  );
  const exceptions = await readExceptionsInForce(
    knex,
    tenantId,
    at,
    stand.step,
  );
  const joinedDays = config.reviews.noMethodAfterDays;
  const windows = windowsOf(at, joinedDays);
  const read = collectors.filter(({ id }) => !switchedOff.includes(id));
  const failing = missing.filter(
    ({ collector, explanation }) =>
      !isExpected(explanation.problem, [collector]),
  );
  const { joiners, leavers } = await countJoinersAndLeavers(knex, view, {
    joined: windows.joined,
    left: stand.dataSets['leave-dates'] === undefined ? null : at,
  });
  const facts = {
    at,
    counts,
    targetPermille: rules.targetPermille,
    roles: counts.roles ?? nothingRead,
    privileged: await countPrivileged(knex, view),
    breakGlass: tallyOf(register.map(({ outcome }) => outcome)),
    joiners: { days: joinedDays, ...joiners },
    leavers,
    lost: {
      days: LOST_DAYS,
      people: await countLost(knex, view, windows.lost),
    },
    exceptions: {
      inForce: exceptions.length,
      approvedByAnother: exceptions.filter(
        ({ requested_by, decided_by }) =>
          decided_by !== null && decided_by !== requested_by,
      ).length,
    },
    reviewClosedAt: await readLastReviewClosed(knex, tenantId, at),
    sync: { dataSets: read.length, failing: failing.length },
  };
  return { facts, counts, register, exceptions };
}
