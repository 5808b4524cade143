import type {
  MethodsPolicy,
  Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useTargets } from './useTargets';
import styles from './policies.module.css';

/** Methods that the policy calls otherwise than the report does. */
const inReport: Readonly<Record<string, string>> = {
  MicrosoftAuthenticator: 'microsoftAuthenticatorPush',
  X509Certificate: 'certificateBasedAuthentication',
};

/** Which methods the authentication methods policy allows, for whom; for who may see everybody. */
export function MethodsPolicyPanel({
  overview: { methodsPolicy },
}: {
  overview: Pick<Overview, 'methodsPolicy'>;
}) {
  const { t, method } = useWords();
  const peopleOf = useTargets();
  if (!methodsPolicy) return null;
  const { migration, campaign, groupsKnown, methods } = methodsPolicy;
  const nameOf = (id: string) =>
    id === 'Fido2' ? t('methodsPolicy.passkey') : method(inReport[id] ?? id);
  const on = methods.filter(({ enabled }) => enabled);
  const off = methods.filter(({ enabled }) => !enabled);
  const namesGroups = on.some(
    ({ include, exclude }) => include.groups + exclude.groups > 0,
  );
  const notes = [
    migration && t(`methodsPolicy.migration.${camel(migration)}`),
    campaign && <Campaign campaign={campaign} />,
    namesGroups && !groupsKnown && t('methodsPolicy.groupsNotKnown'),
  ].filter(Boolean);
  return (
    <Panel
      title={t('methodsPolicy.title')}
      aside={t('methodsPolicy.aside', {
        allowed: on.length,
        total: methods.length,
      })}
    >
      <DataTable
        label={t('methodsPolicy.list')}
        columns={[
          { label: t('methodsPolicy.method') },
          { label: t('methodsPolicy.include') },
          { label: t('methodsPolicy.exclude') },
        ]}
      >
        {[...on, ...off].map(({ id, name, enabled, include, exclude }) => (
          <tr key={id}>
            <th scope="row">{name ?? nameOf(id)}</th>
            <td>{(enabled && peopleOf(include)) || t('policies.nobody')}</td>
            <td>{(enabled && peopleOf(exclude)) || '–'}</td>
          </tr>
        ))}
      </DataTable>
      {notes.map((note, index) => (
        <p key={index} className={styles.note}>
          {note}
        </p>
      ))}
    </Panel>
  );
}

function Campaign({
  campaign: { state, include, exclude, snoozeDays },
}: {
  campaign: NonNullable<MethodsPolicy['campaign']>;
}) {
  const { t } = useWords();
  const peopleOf = useTargets();
  const excluded = peopleOf(exclude);
  const isOn = state !== 'disabled';
  return (
    <>
      {t(`methodsPolicy.campaign.${state}`, {
        people: peopleOf(include) || t('policies.nobody'),
      })}{' '}
      {isOn &&
        excluded &&
        t('methodsPolicy.campaign.exclude', { people: excluded })}{' '}
      {isOn &&
        snoozeDays !== null &&
        t('methodsPolicy.campaign.snooze', { count: snoozeDays })}
    </>
  );
}
