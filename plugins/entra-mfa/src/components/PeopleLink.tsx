import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { useSeesPeople } from '../api/useSeesPeople';
import type { FilterValues } from '../navigation/filterValues';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';

/** Opens the list of the people whom a figure counts; its text alone where the reader could see none of them. */
export function PeopleLink(props: {
  filter: FilterValues;
  /** Whether the reader may see anybody of them; without it, anybody at all. */
  seen?: boolean;
  /** Beside what a small text stands. */
  small?: boolean;
  title?: string;
  'aria-label'?: string;
  children: ReactNode;
}) {
  const { filter, seen, small = false, children, ...rest } = props;
  const links = useLinks(usePageParams());
  const seesPeople = useSeesPeople();
  if (!(seen ?? seesPeople)) {
    return <span title={rest.title}>{children}</span>;
  }
  return (
    <Link
      {...rest}
      href={links.people(filter)}
      {...(small && { variant: 'body-small' })}
    >
      {children}
    </Link>
  );
}
