import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import { useRead } from '../api/useRead';
import { useLinks } from '../navigation/useLinks';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** On a team's card: how much of the catalog its people can change. */
export function TeamReach(props: { tenant: string; team: string }) {
  const { tenant, team } = props;
  const { t } = useWords();
  const links = useLinks({ tenant });
  const { data } = useRead('getTeamServices', parseEntityRef(team), {
    tenant,
    limit: 1,
  });
  const groups = data?.groups ?? [];
  const sum = (some: typeof groups) =>
    some.reduce((total, group) => total + group.count, 0);
  const components = groups.filter(group => group.kind === 'component');
  const all = sum(groups);
  const count = sum(components);
  if (all === 0) return null;
  const production = sum(
    components.filter(group => group.lifecycle === 'production'),
  );
  return (
    <p className={shared.line}>
      <Link href={links.services({ team })}>
        {count > 0
          ? t('services.team.reach', { count, production })
          : t('services.team.onlyOthers', { count: all })}
        {count > 0 &&
          all > count &&
          t('services.team.others', { count: all - count })}
      </Link>
    </p>
  );
}
