import type {
  TrailDetails,
  TrailEvent,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Words } from '../messages/useWords';

const number = (value: TrailDetails[string] | undefined) =>
  typeof value === 'number' ? value : 0;
const text = (value: TrailDetails[string] | undefined) =>
  typeof value === 'string' ? value : '–';
const list = (value: TrailDetails[string] | undefined) =>
  Array.isArray(value) ? value : [];

/** What an event tells beside what happened, in words where there are some. */
export function trailDetails(
  { t, dayOf, momentOf }: Words,
  event: TrailEvent,
): string {
  const { kind, details } = event;
  switch (kind) {
    case 'read':
    case 'read-failed': {
      const run = number(details.run);
      if (details.overtaken === true) {
        return t('connections.trail.overtaken', { run });
      }
      const what = t('connections.trail.run', {
        run,
        rows: number(details.rows),
        requests: number(details.requests),
        seconds: number(details.seconds),
      });
      return [what, ...list(details.problems)].join(' · ');
    }
    case 'exported': {
      const named = details.named === true;
      const file = { list: text(details.list), format: text(details.format) };
      // Some files have no rows to count.
      if (typeof details.rows !== 'number') {
        return t(`connections.trail.${named ? 'namedFile' : 'file'}`, file);
      }
      const values = { ...file, rows: details.rows };
      return t(`connections.trail.${named ? 'named' : 'exported'}`, values);
    }
    case 'data-sets-changed': {
      const added = list(details.added).join(', ');
      const removed = list(details.removed).join(', ');
      return [
        added && t('connections.trail.added', { sets: added }),
        removed && t('connections.trail.removed', { sets: removed }),
      ]
        .filter(Boolean)
        .join(' · ');
    }
    case 'consent-asked':
      return details.handedOn === true
        ? t('connections.trail.handedOn')
        : t('connections.trail.inWindow');
    case 'settings-changed':
      return t('connections.trail.contact', { contact: text(details.contact) });
    case 'forgetting-approved':
      return t('connections.trail.due', { at: momentOf(text(details.dueAt)) });
    case 'forgetting-done':
      return t('connections.trail.rows', { count: number(details.rows) });
    case 'consent-lost':
    case 'consent-given':
      return list(details.dataSets).join(', ');
    case 'stale-began':
      return list(details.causes).join(', ');
    case 'connected':
    case 'connected-again':
      return t('connections.trail.app', { app: text(details.clientId) });
    case 'credential-changed':
      if (details.credential === 'sealed-secret' && !details.clientIdBefore) {
        const app = text(details.clientId);
        return typeof details.endsAt === 'string'
          ? t('connections.trail.secretEnds', {
              app,
              day: dayOf(details.endsAt),
            })
          : t('connections.trail.secretChanged', { app });
      }
      return t('connections.trail.appFrom', {
        app: text(details.clientId),
        before: text(details.clientIdBefore),
      });
    default:
      return Object.entries(details)
        .filter(([, value]) => value !== null && typeof value !== 'object')
        .map(([name, value]) => `${name} ${value}`)
        .join(' · ');
  }
}
