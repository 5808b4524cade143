import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiCheckLine, RiErrorWarningFill } from '@remixicon/react';
import {
  entraMfaSyncPermission,
  type Mine,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { inScope } from '../navigation/filterValues';
import { camel } from '../messages/camel';
import { useWords, type Words } from '../messages/useWords';
import { useLinks, type Links } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useMine } from './useMine';
import styles from './mine.module.css';

interface Act {
  id: string;
  isWrong: boolean;
  text: ReactNode;
  href: string;
}

function privilegedAct(
  { visibility }: Mine,
  { privileged, basis }: Overview,
  { t }: Words,
  links: Links,
): Act[] {
  if (visibility !== 'all') return [];
  if (!privileged) {
    const text = t('mine.acts.rolesNotKnown');
    return [{ id: 'privileged', isWrong: true, text, href: links.roles() }];
  }
  const { uncovered } = privileged.coverage;
  return [
    {
      id: 'privileged',
      isWrong: uncovered > 0,
      text:
        uncovered > 0
          ? t(`mine.acts.privileged.${basis}`, { count: uncovered })
          : t('mine.acts.privilegedFine'),
      href: links.people({
        privileged: 'true',
        state: uncovered > 0 ? 'uncovered' : inScope,
      }),
    },
  ];
}

function breakGlassAct(
  { breakGlass }: Mine,
  { t }: Words,
  links: Links,
): Act[] {
  if (!breakGlass) return [];
  const { configured, findings } = breakGlass;
  const said = findings.map(({ code, count }) =>
    t(`mine.acts.breakGlass.${camel(code)}`, { count, configured }),
  );
  return [
    {
      id: 'break-glass',
      isWrong: findings.length > 0,
      text: said.join(' · ') || t('mine.acts.breakGlassFine'),
      href: links.breakGlass(),
    },
  ];
}

function requestsAct({ requests }: Mine, { t }: Words, links: Links): Act[] {
  if (requests === null) return [];
  return [
    {
      id: 'requests',
      isWrong: requests > 0,
      text:
        requests > 0
          ? t('mine.acts.requests', { count: requests })
          : t('mine.acts.requestsFine'),
      href: links.exceptions(),
    },
  ];
}

function reviewActs(
  { reviews }: Mine,
  { t, dayOf }: Words,
  links: Links,
): Act[] {
  return reviews.map(({ number, title, open, dueOn, daysLeft }) => {
    const isOver = daysLeft !== null && daysLeft < 0;
    const when = isOver ? 'reviewOver' : 'reviewUntil';
    const said = t('mine.acts.review', { count: open, title });
    return {
      id: `review-${number}`,
      isWrong: true,
      text:
        dueOn === null
          ? said
          : `${said}, ${t(`mine.acts.${when}`, { date: dayOf(dueOn) })}`,
      href: links.review(number, { reviewer: 'me', decision: 'open' }),
    };
  });
}

function connectionAct(
  { freshness: { problems } }: Overview,
  { t }: Words,
  links: Links,
): Act[] {
  return [
    {
      id: 'connection',
      isWrong: problems.length > 0,
      text:
        problems.length > 0
          ? t('mine.acts.connection', { count: problems.length })
          : t('mine.acts.connectionFine'),
      href: links.connections(),
    },
  ];
}

/**
 * What waits for who looks after the whole tenant, and for who was asked to decide in a review, in one row: coloured where something is wrong, and each
 * with its list. Who may not see a part does not get it; nor does who looks at a past day, or at a tenant that is not read any more.
 */
export function ToAct({ overview }: { overview: Overview }) {
  const words = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { data } = useMine(params);
  const { allowed } = usePermission({ permission: entraMfaSyncPermission });
  const isOver = overview.freshness.health === 'disconnected';
  if (!data || params.at || isOver) return null;
  const acts = [
    ...privilegedAct(data, overview, words, links),
    ...breakGlassAct(data, words, links),
    ...requestsAct(data, words, links),
    ...reviewActs(data, words, links),
    ...(allowed ? connectionAct(overview, words, links) : []),
  ];
  if (acts.length === 0) return null;
  return (
    <ul className={styles.acts} aria-label={words.t('mine.acts.title')}>
      {acts.map(({ id, isWrong, text, href }) => (
        <li key={id} className={styles.act} data-wrong={isWrong}>
          {isWrong ? (
            <RiErrorWarningFill size={16} aria-hidden />
          ) : (
            <RiCheckLine size={16} aria-hidden />
          )}
          <Link href={href}>{text}</Link>
        </li>
      ))}
    </ul>
  );
}
