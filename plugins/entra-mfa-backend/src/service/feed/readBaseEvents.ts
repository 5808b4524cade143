import type { EvidenceItem, EvidenceType } from '@entra-mfa/evidence';
import type { DataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readSnapshot } from '../../store/asOf/readSnapshot';
import type { Snapshot } from '../../store/asOf/types';
import { readHeldChanges } from '../../store/evidence/readHeldChanges';
import { attemptsAt } from '../attemptsAt';
import { methodsPolicyAt } from '../policies/methodsPolicyAt';
import { toBaseEvent, type Summary } from './ocsf/baseEvent';
import type { FeedSource } from './types';

/** So many snapshots are asked for at once. */
const AT_ONCE = 500;

/** What is told of each snapshot that found something else, as it is on record. */
const onRecord: readonly EvidenceType[] = [
  'policies',
  'registration-summary',
  'strength-and-methods',
];

/**
 * Figures of the tenant: of every snapshot that found others what is on record as evidence, and then what is counted of
 * the newest one alone, because counting it takes a read of all of it.
 */
export async function* readBaseEvents(source: FeedSource) {
  const { knex, view, at, of, since } = source;
  const { tenantId, snapshot } = view;
  const first = since ?? 0;
  for (let after = first; after < snapshot; after += AT_ONCE) {
    const changes = await readHeldChanges(knex, {
      tenantId,
      types: onRecord,
      after,
      upTo: Math.min(after + AT_ONCE, snapshot),
    });
    for (const { snapshot: number, at: time, type, item } of changes) {
      yield toBaseEvent(
        of,
        {
          subject: type,
          figures: item && (JSON.parse(item.content) as EvidenceItem).body,
          evidence: item && item.fingerprint,
        },
        { number, at: time },
      );
    }
  }
  if (first < snapshot) {
    const then = first > 0 ? await readSnapshot(knex, tenantId, first) : null;
    for (const summary of [
      await methodsPolicyOf(source, then),
      await attemptsOf(source),
    ]) {
      if (summary) {
        yield toBaseEvent(of, summary, at);
      }
    }
  }
}

async function methodsPolicyOf(
  { knex, view, at }: FeedSource,
  then: Snapshot | null,
): Promise<Summary | null> {
  const before = versionIn(then, 'authentication-methods');
  if (versionIn(at, 'authentication-methods') === before) {
    return null;
  }
  const policy = await methodsPolicyAt(
    { knex },
    { snapshot: at, view },
    { kind: 'all' },
  );
  if (!policy && before === undefined) {
    return null;
  }
  return {
    subject: 'methods-policy',
    figures: policy && {
      migration: policy.migration,
      campaign: policy.campaign,
      // What another provider is called is the tenant's own word.
      methods: policy.methods.map(({ name: _, ...method }) => method),
    },
    evidence: null,
  };
}

async function attemptsOf({
  knex,
  view,
  at,
}: FeedSource): Promise<Summary | null> {
  const attempts = await attemptsAt(knex, { snapshot: at, view });
  return (
    attempts && {
      subject: 'registration-attempts',
      figures: attempts.counts,
      evidence: null,
      window: attempts.window,
    }
  );
}

function versionIn(
  snapshot: Snapshot | null,
  dataSet: DataSet,
): number | undefined {
  return JSON.parse(snapshot?.dataSets ?? '{}')[dataSet]?.version;
}
