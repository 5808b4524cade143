import { freshnessOf, freshnessSchema } from './freshness';
import { inputs } from './inputs';
import type { Register } from './types';

/** The controls of a framework with their statuses. */
export const listControls: Register = (registry, service) =>
  registry.register({
    name: 'list-controls',
    title: 'Controls and their status',
    description:
      'The controls of a framework (SOC 2, ISO 27001, CIS and others) that this data can speak for, each with its status: met, not-met, not-evaluated (it could not be told), stale (the data is too old; never met) or disabled. A status says what this data shows and nothing more: never conclude from it that the organization fulfils a framework. get-control-status tells what a control does not show.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          framework: z
            .string()
            .optional()
            .describe(
              'The id of a framework, of those that the answer lists; the first without it.',
            ),
          at: inputs.at(z),
          tenant: inputs.tenant(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          framework: z.string(),
          frameworks: z.array(z.object({ id: z.string(), label: z.string() })),
          controls: z.array(
            z.object({
              control: z.string(),
              label: z.string(),
              status: z.string().nullable(),
              since: z.string().nullable(),
            }),
          ),
        }),
    },
    async action({ input, credentials }) {
      const { at, tenant } = input;
      const [asOf, found] = await Promise.all([
        service.getAsOf({ credentials, at, tenant }),
        service.call('getControls', {}, input, { credentials }),
      ]);
      return {
        output: {
          freshness: freshnessOf(asOf, at),
          framework: found.framework,
          frameworks: found.frameworks.map(({ id, name: label }) => ({
            id,
            label,
          })),
          controls: found.controls.map(({ id, titles, status, since }) => ({
            control: `${found.framework}/${id}`,
            label: titles.en,
            status,
            since,
          })),
        },
      };
    },
  });
