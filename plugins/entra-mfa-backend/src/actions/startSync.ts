import type { Register } from './types';
import { visibilityOf } from './visibilityOf';

/** Starts a sync. */
export const startSync: Register = (registry, service) =>
  registry.register({
    name: 'start-sync',
    title: 'Start a sync',
    description:
      'CHANGES SOMETHING: starts a read of a tenant now, which publishes new figures when it has ended; that can take from seconds to hours. One that runs already is an error. Ask the person who asks before you call this. It is on record under their name. It answers before the read has ended: list-tenants tells readAt afterwards.',
    attributes: { readOnly: false, idempotent: false, destructive: false },
    visibilityPermission: visibilityOf('startSync'),
    schema: {
      input: z =>
        z.object({
          tenant: z
            .string()
            .describe('The id of the tenant, as list-tenants tells it.'),
        }),
      output: z => z.object({ started: z.boolean(), tenant: z.string() }),
    },
    async action({ input: { tenant: id }, credentials }) {
      const { tenant } = await service.call(
        'startSync',
        { id },
        {},
        { credentials },
      );
      return { output: { started: true, tenant } };
    },
  });
