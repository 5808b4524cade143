import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiLoader2Line,
  RiLinkUnlinkM,
  RiTimeLine,
} from '@remixicon/react';
import type {
  Connection,
  EpisodeState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { useNow } from '../components/useNow';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './connections.module.css';

const icons = {
  connecting: RiLoader2Line,
  healthy: RiCheckboxCircleFill,
  'needs-attention': RiErrorWarningFill,
  disconnected: RiLinkUnlinkM,
  stale: RiTimeLine,
};

/** A state: its own sign, its colour, and always its word. */
export function StateName({ state }: { state: EpisodeState }) {
  const { t } = useWords();
  const Icon = icons[state];
  return (
    <span
      className={styles.state}
      data-state={state}
      title={t(`connections.stateHint.${camel(state)}`)}
    >
      <Icon className={styles.icon} size={16} aria-hidden />
      {t(`connections.state.${camel(state)}`)}
    </span>
  );
}

function Since({ state, since }: { state: EpisodeState; since: string }) {
  const { t, age } = useWords();
  const now = useNow();
  return (
    <span className={styles.since}>
      <StateName state={state} />
      <span className={styles.age}>
        <Moment iso={since}>
          {t('connections.since', { age: age(since, now) })}
        </Moment>
      </span>
    </span>
  );
}

/** The state of a connection since when, and that it is stale where it is. */
export function ConnectionState({ connection }: { connection: Connection }) {
  const { state, since, stale } = connection;
  return (
    <span className={styles.states}>
      <Since state={state} since={since} />
      {stale && <Since state="stale" since={stale.since} />}
    </span>
  );
}
