import { freshnessOf, freshnessSchema } from './freshness';
import { inputs } from './inputs';
import type { Register } from './types';
import { NOTE, untrustedOrNull, untrustedSchema } from './untrusted';

/** One control with its tests and what is on record of them. */
export const getControlStatus: Register = (registry, service) =>
  registry.register({
    name: 'get-control-status',
    title: 'One control and its evidence',
    description:
      'One control: its status now or on any past date, since when, its tests with their figures, what this data does not show of it (doesNotShow: always tell it), and where it is on record in the log of evidence. not-evaluated and stale are never met. A status says what this data shows: never conclude from it that the organization fulfils a framework. Whoever wants to check the record takes the bundle of evidence from the page; a fingerprint alone proves nothing.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          control: z
            .string()
            .describe('As list-controls names it, such as mfa/MFA-01.'),
          at: inputs.at(z),
          tenant: inputs.tenant(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          control: z.string(),
          framework: z.string(),
          label: z.string(),
          status: z.string().nullable(),
          since: z.string().nullable(),
          asks: z.string(),
          shows: z.string(),
          doesNotShow: z.string(),
          tests: z.array(
            z.object({
              test: z.string(),
              outcome: z.string(),
              whyNotEvaluated: z.string().nullable(),
              count: z.number().nullable(),
              of: z.number().nullable(),
              missing: z.number().nullable(),
            }),
          ),
          narrative: untrustedSchema(z, 'How it is done here').nullable(),
          evidence: z
            .object({
              log: z.string(),
              leaves: z.number(),
              root: z.string(),
              signed: z.boolean(),
              items: z.array(
                z.object({
                  type: z.string(),
                  fingerprint: z.string(),
                  leaf: z.number(),
                  since: z.string(),
                }),
              ),
            })
            .nullable(),
        }),
    },
    async action({ input: { control: name, ...asked }, credentials }) {
      const options = { ...asked, credentials };
      const [asOf, control, evidence] = await Promise.all([
        service.getAsOf(options),
        service.getControlStatus(name, options),
        service.call('getEvidence', {}, asked, options),
      ]);
      const { checkpoint } = evidence;
      const { title, asks, shows, missing } = control.words.en;
      return {
        output: {
          freshness: freshnessOf(asOf, asked.at),
          control: `${control.framework.id}/${control.id}`,
          framework: control.framework.name,
          label: title,
          status: control.status,
          since: control.since,
          asks,
          shows,
          doesNotShow: missing,
          tests: control.results.map(result => ({
            test: result.test,
            outcome: result.outcome,
            whyNotEvaluated: result.reason,
            count: result.count,
            of: result.of,
            missing: result.short,
          })),
          narrative: untrustedOrNull(control.narrative?.text ?? null, NOTE),
          evidence: checkpoint && {
            log: evidence.origin,
            leaves: checkpoint.size,
            root: checkpoint.root,
            signed: checkpoint.note !== null,
            items: evidence.items
              .filter(({ type }) => type.startsWith('control-'))
              .map(({ type, fingerprint, leaf, since }) => ({
                type,
                fingerprint,
                leaf,
                since,
              })),
          },
        },
      };
    },
  });
