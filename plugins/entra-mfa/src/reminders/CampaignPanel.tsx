import type { ReminderCampaign } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { Panel } from '../components/Panel';
import { PanelAside } from '../components/PanelAside';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { gapOf } from '../navigation/reminderFilter';
import { CampaignStateLabel } from './CampaignStateLabel';
import { useFilterWords } from './useFilterWords';
import { StepDialog } from './StepDialog';
import styles from './reminders.module.css';

/** What a campaign says, to whom and when, and how far it is. */
export function CampaignPanel(props: {
  campaign: ReminderCampaign;
  mayManage: boolean;
  tenant: string | undefined;
}) {
  const { campaign, mayManage, tenant } = props;
  const { t, count, dayOf } = useWords();
  const { counts, filter, leadAfter, securityAfter, quietFrom, quietTo } =
    campaign;
  const { team } = filter;
  const gap = camel(gapOf(filter));
  const further = useFilterWords()(filter);
  const told = [
    ...(leadAfter ? [t('reminders.view.leads', { count: leadAfter })] : []),
    ...(securityAfter
      ? [t('reminders.view.security', { count: securityAfter })]
      : []),
  ];
  const when = [
    t('reminders.days', {
      from: dayOf(campaign.firstDay),
      to: dayOf(campaign.until),
    }),
    t('reminders.every', { count: campaign.everyDays }),
    ...(quietFrom !== null && quietTo !== null
      ? [
          t('reminders.view.quiet', {
            from: String(quietFrom),
            to: String(quietTo),
          }),
        ]
      : []),
    ...(campaign.quietWeekends ? [t('reminders.view.weekends')] : []),
    campaign.timeZone,
  ];
  return (
    <Panel
      title={campaign.title}
      aside={
        <PanelAside>
          <CampaignStateLabel campaign={campaign} />
          {mayManage && <StepDialog campaign={campaign} tenant={tenant} />}
        </PanelAside>
      }
    >
      {counts ? (
        <dl className={styles.figures}>
          {(['reminded', 'fixed', 'open', 'other'] as const).map(name => (
            <div key={name}>
              <dt>
                {t(
                  name === 'fixed'
                    ? `reminders.fixed.${gap}`
                    : `reminders.column.${name}`,
                )}
              </dt>
              <dd>{count(counts[name])}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{t('reminders.view.few')}</p>
      )}
      <dl className={styles.facts}>
        <dt>{t('reminders.view.whom')}</dt>
        <dd>
          {team
            ? t(`reminders.view.of.${gap}`, { team: <EntityName of={team} /> })
            : t(`reminders.view.everybody.${gap}`)}
          {further.map(one => ` · ${one}`)}
        </dd>
        <dt>{t('reminders.view.when')}</dt>
        <dd>{when.join(' · ')}</dd>
        <dt>{t('reminders.view.escalation')}</dt>
        <dd>{told.join(', ') || t('reminders.view.nobody')}</dd>
        <dt>{t('reminders.view.text')}</dt>
        <dd>{campaign.text}</dd>
      </dl>
      {campaign.state !== 'over' && (
        <p className={styles.small}>
          {t('reminders.view.changed', {
            state: t(`reminders.state.${campaign.state}`),
            user: <EntityName of={campaign.changed.by} />,
            date: dayOf(campaign.changed.at),
          })}
        </p>
      )}
    </Panel>
  );
}
