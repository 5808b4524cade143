import { Link } from '@backstage/ui';
import {
  coverageOf,
  type ReachedService,
  type Service,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useBasis } from '../api/useBasis';
import { EntityName } from '../components/EntityName';
import type { ListColumn } from '../components/ListTable';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { OwnersFigure } from './OwnersFigure';
import { useServiceWords } from './useServiceWords';
import table from '../components/table.module.css';

/**
 * The columns of a list of services: how their owners are covered; of a team, how it reaches them.
 *
 * @param isOfTeam - whether they are what one team reaches
 */
export function useServiceColumns(
  isOfTeam: boolean,
): ListColumn<Service | ReachedService>[] {
  const { t, count, state, figureOf } = useWords();
  const uncovered = state('uncovered', useBasis());
  const { kind, said, path } = useServiceWords();
  const links = useLinks(usePageParams());
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : count(value);
  return [
    {
      id: 'service',
      label: t('services.service'),
      className: `${table.cut} ${table.name}`,
      sort: 'name',
      cell: ({ ref, title, type }) => (
        <span className={table.line}>
          <Link href={links.entity(ref)}>{title}</Link>
          {type && <span className={table.beside}>{type}</span>}
        </span>
      ),
    },
    {
      id: 'kind',
      label: t('services.kind'),
      cell: service => kind(service.kind),
    },
    {
      id: 'lifecycle',
      label: t('services.lifecycle'),
      isExtra: true,
      cell: ({ lifecycle }) => said(lifecycle),
    },
    {
      id: 'tier',
      label: t('services.tier'),
      isExtra: true,
      cell: ({ tier }) => said(tier),
    },
    {
      id: 'owners',
      label: t('services.owners'),
      isExtra: true,
      className: table.cut,
      cell: ({ ownerRefs }) =>
        ownerRefs.map((ref, index) => (
          <span key={ref}>
            {index > 0 && ', '}
            <Link href={links.entity(ref)}>
              <EntityName of={ref} />
            </Link>
          </span>
        )),
    },
    ...(isOfTeam
      ? [
          {
            id: 'through',
            label: t('services.through'),
            isExtra: true,
            cell: (service: Service | ReachedService) =>
              'through' in service ? path(service.through) : '–',
          },
        ]
      : []),
    {
      id: 'uncovered',
      label: uncovered,
      hint: t('services.ofOwnersHint'),
      isNumber: true,
      sort: 'uncovered',
      cell: ({ owners }) => <OwnersFigure owners={owners} />,
    },
    {
      id: 'coverage',
      label: t('teams.coverage'),
      isNumber: true,
      isExtra: true,
      isOff: true,
      sort: 'coverage',
      cell: ({ owners }) =>
        (owners &&
          figureOf(
            coverageOf(owners.covered, owners.uncovered, 1000).permille,
          )) ??
        '–',
    },
    {
      id: 'phoneOnly',
      label: t('services.phoneOnly'),
      isNumber: true,
      isExtra: true,
      sort: 'phoneOnly',
      cell: ({ owners }) => shown(owners?.phoneOnly),
    },
    {
      id: 'privileged',
      label: t('services.privileged'),
      hint: t('services.privilegedHint', { state: uncovered }),
      isNumber: true,
      isExtra: true,
      sort: 'privileged',
      cell: ({ owners }) => shown(owners?.privilegedUncovered),
    },
  ];
}
