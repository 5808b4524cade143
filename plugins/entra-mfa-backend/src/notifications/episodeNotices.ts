import type {
  EpisodeState,
  Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaConfig } from '../config/types';
import { withoutApp } from '../problems/withoutApp';
import type { ConnectionEpisodeRow } from '../store/sql/tables';
import type { Notice } from './Notice';

/** What people switch off, if they do. */
const TOPIC = 'Connection to Microsoft Entra';

type Told = Extract<EpisodeState, 'needs-attention' | 'stale' | 'disconnected'>;

const words: Record<Told, { began: string; ended: string }> = {
  'needs-attention': {
    began: 'needs attention',
    ended: 'does not need attention any more',
  },
  stale: {
    began:
      'is stale: its figures are older than the limit, and no control counts as met',
    ended: 'is fresh again',
  },
  disconnected: {
    began: 'was disconnected: it is not configured any more',
    ended: 'is connected again',
  },
};

/** An episode with what it takes to tell it. */
interface Telling {
  episode: ConnectionEpisodeRow;
  /** Of the tenant. */
  name: string;
  recipients: string[];
  notify: Pick<EntraMfaConfig['notify'], 'pagePath'>;
}

/** Whether somebody has to know: a portal that was stopped in a run goes on with it by itself. */
export function isTold({ state, problems }: ConnectionEpisodeRow): boolean {
  const codes: Problem[] = JSON.parse(problems);
  const onlyStopped =
    codes.length > 0 && codes.every(({ code }) => code === 'stopped');
  return state in words && !onlyStopped;
}

/** That an episode began, with what to do, or that it ended. */
export function episodeNotice(
  { episode, name, recipients, notify }: Telling,
  step: 'began' | 'ended',
): Notice {
  const key = `episode/${episode.episode}/${step}`;
  const problems: Problem[] = JSON.parse(episode.problems);
  const told = problems.map(withoutApp);
  const says =
    step === 'began' && told.length > 0
      ? told.map(({ message, action }) => `${message} ${action}`).join('\n')
      : 'The page says how the connection does, and its audit trail what happened.';
  return {
    key,
    send: {
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: `The connection to ${name} ${
          words[episode.state as Told][step]
        }`,
        description: says,
        link: `${notify.pagePath}/connections/${episode.tenant_id}`,
        severity: step === 'began' ? 'high' : 'low',
        topic: TOPIC,
        // The end takes the place of the beginning.
        scope: `entra-mfa/${episode.tenant_id}/episode/${episode.episode}`,
      },
    },
  };
}

/** That many began at once: one notification, which the next one takes the place of. */
export function digestNotice(
  { episode, recipients, notify }: Telling,
  count: number,
): Notice {
  return {
    key: `episode/${episode.episode}/began`,
    send: {
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: `${count} connections to Microsoft Entra need attention`,
        description:
          'They began to within a minute, so it is probably one cause: the way to Microsoft, or Microsoft itself. The page says what each needs.',
        link: `${notify.pagePath}/connections`,
        severity: 'high',
        topic: TOPIC,
        scope: 'entra-mfa/connections/digest',
      },
    },
  };
}
