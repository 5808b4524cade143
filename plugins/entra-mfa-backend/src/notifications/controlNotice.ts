import type { Framework } from '../assess/controls/framework';
import type { EntraMfaConfig } from '../config/types';
import type { ControlChange } from '../store/controls/readControlChanges';
import type { Notice } from './Notice';

/** What people switch off, if they do. */
const TOPIC = 'Compliance controls';
/** The page has the others. */
const MOST_NAMED = 10;

const kinds = [
  {
    status: 'not-met',
    one: 'is not met any more',
    many: 'are not met any more',
  },
  {
    status: 'not-evaluated',
    one: 'cannot be evaluated',
    many: 'cannot be evaluated',
  },
  { status: 'met', one: 'is met', many: 'are met' },
] as const;

/** What security is told of the controls that took another status with one snapshot. */
export function controlNotice(
  of: {
    tenantId: string;
    /** Of the tenant. */
    name: string;
    snapshot: number;
    changes: readonly ControlChange[];
  },
  frameworks: readonly Framework[],
  { security, pagePath }: EntraMfaConfig['notify'],
): Notice {
  const { tenantId, name, snapshot, changes } = of;
  const key = `controls/${snapshot}`;
  const told = kinds.flatMap(({ status, one, many }) => {
    const some = changes.filter(({ after }) => after === status);
    const names = some.map(({ control }) => nameOf(control, frameworks));
    return some.length === 0
      ? []
      : [
          {
            status,
            title: `${some.length} ${
              some.length === 1 ? `control ${one}` : `controls ${many}`
            }`,
            names: [
              ...names.slice(0, MOST_NAMED),
              ...(names.length > MOST_NAMED
                ? [`and ${names.length - MOST_NAMED} more`]
                : []),
            ],
          },
        ];
  });
  const query = new URLSearchParams({ tenant: tenantId });
  return {
    key,
    send: {
      recipients: { type: 'entity', entityRef: security },
      payload: {
        title: `${told[0].title} in ${name}`,
        description: told
          .map(({ title, names }) => `${title}: ${names.join(', ')}`)
          .join('\n'),
        link: `${pagePath}/compliance/controls?${query}`,
        severity: told[0].status === 'met' ? 'low' : 'high',
        topic: TOPIC,
        // Sent again, it replaces the notification instead of adding one.
        scope: `entra-mfa/${tenantId}/${key}`,
      },
    },
  };
}

/** `SOC 2 CC6.1`; its key where the framework is not there any more. */
function nameOf(control: string, frameworks: readonly Framework[]): string {
  const [framework, id] = control.split('/');
  const found = frameworks.find(one => one.id === framework);
  return found ? `${found.name} ${id}` : control;
}
