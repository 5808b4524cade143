import type { Register } from './types';
import { visibilityOf } from './visibilityOf';

/** Asks Microsoft Graph what works. */
export const checkConnection: Register = (registry, service) =>
  registry.register({
    name: 'check-connection',
    title: 'Check the connection to a tenant',
    description:
      'Asks Microsoft Graph once for each data set of a tenant, and says what works, what does not, and who can mend it. It reads and stores nothing, is on record, and takes some seconds. verdict works: it can be read; anything else has a problem with what to do. A data set that is optional may be missing in a tenant that is well.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: visibilityOf('checkConnection'),
    schema: {
      input: z =>
        z.object({
          tenant: z
            .string()
            .describe('The id of the tenant, as list-tenants tells it.'),
        }),
      output: z =>
        z.object({
          checkedAt: z.string(),
          tenant: z.string(),
          signInProblem: z.string().nullable(),
          dataSets: z.array(
            z.object({
              dataSet: z.string(),
              verdict: z.string(),
              optional: z.boolean(),
              permission: z.string().nullable(),
              problem: z.string().nullable(),
              action: z.string().nullable(),
              whoCanMend: z.string().nullable(),
            }),
          ),
          permissionsMoreThanNeeded: z.array(z.string()),
        }),
    },
    async action({ input: { tenant: id }, credentials }) {
      const check = await service.call(
        'checkConnection',
        { id },
        {},
        { credentials },
      );
      const { problem } = check;
      return {
        output: {
          checkedAt: check.checkedAt,
          tenant: check.tenant,
          signInProblem: problem && `${problem.message} ${problem.action}`,
          dataSets: check.dataSets.map(dataSet => ({
            dataSet: dataSet.title,
            verdict: dataSet.verdict,
            optional: dataSet.optional,
            permission: dataSet.permission,
            problem: dataSet.problem?.message ?? null,
            action: dataSet.problem?.action ?? null,
            whoCanMend: dataSet.owner,
          })),
          permissionsMoreThanNeeded: check.moreThanNeeded.map(
            ({ permission }) => permission,
          ),
        },
      };
    },
  });
