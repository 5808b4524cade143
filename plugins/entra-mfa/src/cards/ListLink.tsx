import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type { Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { FilterValues } from '../navigation/filterValues';
import { useLinks } from '../navigation/useLinks';

/** A count of people of a team with its list behind it, for who may see whom it counts; without one of nobody. */
export function ListLink(props: {
  team: Pick<Team, 'ref' | 'tenant' | 'names'>;
  filter: FilterValues;
  /** How many the list has. */
  count: number;
  children: ReactNode;
}) {
  const { team, filter, count, children } = props;
  const links = useLinks({ tenant: team.tenant.id });
  return team.names === 'visible' && count > 0 ? (
    <Link href={links.people({ team: team.ref, ...filter })}>{children}</Link>
  ) : (
    <>{children}</>
  );
}
