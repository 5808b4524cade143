import { lazy, Suspense } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiDownloadLine, RiFileCopyLine } from '@remixicon/react';
import { useMutation } from '@tanstack/react-query';
import {
  entraMfaPeopleExportPermission,
  type Team,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef, type EntraMfaApi } from '../api/EntraMfaApi';
import { messageOf } from '../api/messageOf';
import { useDayShown } from '../components/useDayShown';
import { useFileDownload } from '../components/useFileDownload';
import { useWords } from '../messages/useWords';
import { useMine } from '../mine/useMine';
import { useToast } from '../navigation/useToast';
import { isShown } from '../teams/shownTeam';
import styles from './cards.module.css';

// With the calendar that it has, for those alone who see names.
const HandOn = lazy(() =>
  import('./HandOn').then(m => ({ default: m.HandOn })),
);

/** As many as a page of people can have. */
const AT_ONCE = 200;

const gapOf = ({ ref, tenant }: Team) => ({
  team: ref,
  tenant: tenant.id,
  state: 'uncovered',
});

async function addressesOf(api: EntraMfaApi, team: Team): Promise<string[]> {
  const addresses: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await api.call(
      'getPeople',
      {},
      { ...gapOf(team), sort: 'name', limit: AT_ONCE, cursor },
    );
    addresses.push(...items.map(person => person.userPrincipalName));
    cursor = pageInfo.nextCursor ?? undefined;
  } while (cursor);
  return addresses;
}

function CopyAddresses({ team }: { team: Team }) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const toast = useToast();
  const copy = useMutation({
    mutationFn: async () => {
      const addresses = await addressesOf(api, team);
      await navigator.clipboard.writeText(addresses.join('; '));
      return addresses.length;
    },
    onSuccess: count => toast(t('mine.addresses.copied', { count }), 'success'),
    onError: error =>
      toast(
        t('mine.addresses.failed', { message: messageOf(error) }),
        'danger',
      ),
  });
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiFileCopyLine />}
      isPending={copy.isPending}
      onPress={() => copy.mutate()}
    >
      {t('mine.addresses.copy')}
    </Button>
  );
}

function NamesCsv({ team }: { team: Team }) {
  const { t } = useWords();
  const download = useFileDownload({
    of: 'exportPeople',
    params: {},
    query: gapOf(team),
    file: `mfa-people-${useDayShown()}`,
  });
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiDownloadLine />}
      isPending={download.isPending}
      onPress={() => download.mutate({ format: 'csv', names: true })}
    >
      {t('general.export.csvNames')}
    </Button>
  );
}

/** What a lead does next about who is not registered; nothing for who does not see them by name. */
export function NextActs({ team }: { team: Team }) {
  const hasGap =
    team.names !== 'hidden' && isShown(team) && team.coverage.uncovered > 0;
  const { data: own } = useMine(
    { tenant: team.tenant.id },
    { enabled: hasGap },
  );
  const { allowed } = usePermission({
    permission: entraMfaPeopleExportPermission,
  });
  if (!hasGap) return null;
  const refs = [team.ref, ...team.ancestors.map(({ ref }) => ref)];
  const isMine = own?.teams.some(({ ref }) => refs.includes(ref)) ?? false;
  return (
    <div className={styles.acts}>
      <CopyAddresses team={team} />
      <Suspense fallback={null}>
        <HandOn tenant={team.tenant} />
      </Suspense>
      {(isMine || allowed) && <NamesCsv team={team} />}
    </div>
  );
}
