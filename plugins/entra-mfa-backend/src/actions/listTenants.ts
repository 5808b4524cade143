import type { Register } from './types';
import { untrusted, untrustedSchema } from './untrusted';

/** The tenants that are read. */
export const listTenants: Register = (registry, service) =>
  registry.register({
    name: 'list-tenants',
    title: 'Tenants that are read',
    description:
      'The Microsoft Entra tenants that the portal reads, with their ids and how their reading goes. problems say what is wrong and what somebody can do about it.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          tenants: z.array(
            z.object({
              stale: z.boolean(),
              id: z.string(),
              name: untrustedSchema(z, 'The name of the tenant'),
              readAt: z.string().nullable(),
              health: z.string(),
              problems: z.array(
                z.object({ problem: z.string(), action: z.string() }),
              ),
            }),
          ),
        }),
    },
    async action({ credentials }) {
      const { items } = await service.call(
        'getTenants',
        {},
        {},
        { credentials },
      );
      return {
        output: {
          tenants: items.map(({ id, name, freshness }) => ({
            stale: freshness.stale,
            id,
            name: untrusted(name),
            readAt: freshness.readAt,
            health: freshness.health,
            problems: freshness.problems.map(({ message, action }) => ({
              problem: message,
              action,
            })),
          })),
        },
      };
    },
  });
