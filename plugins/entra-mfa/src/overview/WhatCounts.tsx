import {
  coverageOf,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Button, DialogTrigger, Popover } from '@backstage/ui';
import { RiInformationLine } from '@remixicon/react';
import { CisDifference } from './CisDifference';
import { CrossCheckDifference } from './CrossCheckDifference';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './Headline.module.css';

const permilleOf = ({ users, capable }: { users: number; capable: number }) =>
  coverageOf(capable, users - capable, 0).permille;

/** What the figure counts, and which other figures there are, with why they differ. */
export function WhatCounts({ overview }: { overview: Overview }) {
  const { t, figureOf } = useWords();
  const { basis, cis, crossCheck } = overview;
  const microsoft = crossCheck && figureOf(permilleOf(crossCheck.microsoft));
  const cisFigure = cis && figureOf(cis.permille);
  const others = [
    cisFigure &&
      t('overview.whatCounts.cis', { figure: cisFigure, of: cis.members }),
    microsoft &&
      t('overview.whatCounts.microsoft', {
        figure: microsoft,
        of: crossCheck.microsoft.users,
      }),
  ].filter(Boolean);
  return (
    <>
      <DialogTrigger>
        <Button
          className={styles.what}
          size="small"
          variant="tertiary"
          iconEnd={<RiInformationLine />}
        >
          {t('overview.whatCounts.title')}
        </Button>
        <Popover placement="bottom start">
          <dl className={styles.explain}>
            <dt>{t('overview.whatCounts.figure')}</dt>
            <dd>{t(`overview.whatCounts.figureText.${basis}`)}</dd>
            <dt>{t('overview.whatCounts.methods')}</dt>
            <dd>{t('overview.whatCounts.methodsText')}</dd>
            {others.length > 0 && <dt>{t('overview.whatCounts.other')}</dt>}
            {cis && cisFigure && (
              <dd>
                {t('roles.cis.line', { figure: cisFigure })}
                {': '}
                <CisDifference cis={cis} />
              </dd>
            )}
            {crossCheck && microsoft && (
              <dd>
                {t('overview.whatCounts.microsoftText', {
                  figure: microsoft,
                  ...crossCheck.microsoft,
                })}{' '}
                <CrossCheckDifference crossCheck={crossCheck} />
              </dd>
            )}
            <dt>{t('overview.whatCounts.readsOnly')}</dt>
            <dd>{t('overview.whatCounts.readsOnlyText')}</dd>
          </dl>
        </Popover>
      </DialogTrigger>
      {others.length > 0 && (
        <span className={shared.small}>
          {t('overview.whatCounts.others', { counts: others.join(' · ') })}
        </span>
      )}
    </>
  );
}
