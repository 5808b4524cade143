import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import { readCheckpoint } from '../store/evidence/readEvidence';
import { readTenantNames } from '../store/read/readTenantNames';
import type { NoticeFinder } from './Notice';

/** What people switch off, if they do. */
const TOPIC = 'Checkpoints of evidence';

/**
 * Finds the newest signed state of a log, once a day, for those who keep one: whoever has an earlier one can prove that
 * what it vouches for was changed. It is told whole, since it names nobody.
 */
export function findCheckpoint({
  knex,
  clock,
  evidence,
  notify: { pagePath },
}: {
  knex: Knex;
  clock: EntraMfaClock;
  evidence: Pick<EntraMfaConfig['evidence'], 'checkpoints'>;
  notify: Pick<EntraMfaConfig['notify'], 'pagePath'>;
}): NoticeFinder {
  const { recipients } = evidence.checkpoints;
  return {
    what: 'the checkpoint of the day',
    async *find(tenantId) {
      if (recipients.length === 0) return;
      const newest = await readCheckpoint(knex, tenantId);
      if (!newest?.note) return;
      const day = clock.now().toISOString().slice(0, 10);
      const key = `checkpoint/${day}`;
      const names = await readTenantNames(knex, [tenantId]);
      const query = new URLSearchParams({ tenant: tenantId });
      yield [
        {
          key,
          send: {
            recipients: { type: 'entity', entityRef: recipients },
            payload: {
              title: `Checkpoint of ${day}: ${
                newest.size
              } entries in the log of ${names.get(tenantId) ?? tenantId}`,
              description: newest.note,
              link: `${pagePath}/compliance/evidence?${query}`,
              severity: 'low',
              topic: TOPIC,
              // Each is one of its own: an earlier one is what proves something.
              scope: `entra-mfa/${tenantId}/${key}`,
            },
          },
        },
      ];
    },
  };
}
