import { NotFoundError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  entraMfaCountsReadPermission as readCounts,
  entraMfaPeopleExportPermission as exportNames,
  entraMfaPeopleReadPermission as readPeople,
  entraMfaSyncPermission as startSyncs,
  type FileRouteName,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  routes,
  type Routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { z } from 'zod';
import { getBreakGlass } from '../breakGlass/getBreakGlass';
import { getChanges } from '../changes/getChanges';
import { at } from '../exports/Cell';
import type { PageOf } from '../exports/eachItem';
import { breakGlassColumns, checksOf } from '../exports/lists/breakGlassList';
import { changeColumns } from '../exports/lists/changesList';
import { exceptionColumns } from '../exports/lists/exceptionsList';
import { entraGroupColumns } from '../exports/lists/entraGroupsList';
import { roleColumns } from '../exports/lists/rolesList';
import { runColumns } from '../exports/lists/runsList';
import {
  reachedServiceColumns,
  serviceColumns,
} from '../exports/lists/servicesList';
import { teamColumns } from '../exports/lists/teamsList';
import { unmatchedColumns } from '../exports/lists/unmatchedList';
import { getEntraGroups } from '../getEntraGroups';
import { getRuns } from '../getRuns';
import { getTeams } from '../getTeams';
import { getUnmatched } from '../getUnmatched';
import { getServices } from '../reach/getServices';
import { getTeamServices } from '../reach/getTeamServices';
import { getRoles } from '../roleList/getRoles';
import { runSnapshotOf } from '../exports/runSnapshotOf';
import type { QueryOf } from '../types';
import { exceptions, figures } from './accesses';
import { exceptionReaderOf } from './actors';
import type { Entry } from './Entry';
import { hideAppsOfRuns } from './hideApps';
import { listFile } from './listFile';

/** The routes of `routeTable` that answer with a list as a file. */
type ListFileName = Exclude<
  FileRouteName,
  'exportPeople' | 'exportReviewItems'
>;

/** Names in a file need a permission of their own, as files are handed on. */
const given = { parameter: 'names', needs: exportNames } as const;

const figuresRefused =
  'without `entra-mfa.counts.read`, or for a date without data';
const namesRefused =
  'to who may not read the list, with names without `entra-mfa.people.export`, for a date without data, or without a key';

/** A page of the list that a file is of, asked as the file was asked. */
function pageOf<N extends keyof Routes>(query: object, page: PageOf) {
  return { ...query, ...page } as unknown as QueryOf<N>;
}

/** A list as its pages tell it. */
function pageFrom<Item>({
  snapshot,
  items,
  pageInfo,
}: {
  snapshot: { number: number } | null;
  items: readonly Item[];
  pageInfo?: { nextCursor: string | null };
}) {
  return {
    snapshot: snapshot && snapshot.number,
    items,
    nextCursor: pageInfo?.nextCursor ?? null,
  };
}

/**
 * Every list as a file: who may read the list gets what it shows them, by the function that answers it. Where a
 * list shows whom the caller may see beside figures of all, the file has the people alone, and is refused to who
 * may see nobody.
 */
export const exportTable: Record<ListFileName, Entry> = {
  exportTeams: listFile(routes.exportTeams, {
    ...figures,
    event: 'teams-export',
    refused: figuresRefused,
    list: (context, { query, people: seen }) => ({
      what: 'teams',
      title: 'Teams',
      query,
      filter: routes.exportTeams.query,
      pastAt: query.at ?? null,
      page: async page =>
        pageFrom(
          await getTeams(context, pageOf<'getTeams'>(query, page), seen),
        ),
      columns: () => teamColumns,
    }),
  }),
  exportEntraGroups: listFile(routes.exportEntraGroups, {
    ...figures,
    people: 'everybody',
    event: 'entra-groups-export',
    refused: figuresRefused,
    list: (context, { query }) => ({
      what: 'entra-groups',
      title: 'Entra groups',
      query,
      filter: routes.exportEntraGroups.query,
      pastAt: query.at ?? null,
      page: async page =>
        pageFrom(
          await getEntraGroups(context, pageOf<'getEntraGroups'>(query, page)),
        ),
      columns: () => entraGroupColumns,
    }),
  }),
  exportTeamServices: listFile(routes.exportTeamServices, {
    ...figures,
    event: 'services-export',
    refused: 'of a team that the catalog did not have',
    list: (context, { params, query, people: seen }) => {
      const { kind, namespace, name } = params;
      const team = stringifyEntityRef({ kind, namespace, name });
      return {
        what: 'team-services',
        title: 'Services of a team',
        query: { ...query, team },
        filter: z
          .object({ team: z.string() })
          .extend(routes.exportTeamServices.query.shape),
        pastAt: query.at ?? null,
        page: async page =>
          pageFrom(
            await getTeamServices(
              context,
              team,
              pageOf<'getTeamServices'>(query, page),
              seen,
            ),
          ),
        columns: () => reachedServiceColumns,
      };
    },
  }),
  exportServices: listFile(routes.exportServices, {
    ...figures,
    event: 'services-export',
    refused: figuresRefused,
    list: (context, { query, people: seen }) => ({
      what: 'services',
      title: 'Services',
      query,
      filter: routes.exportServices.query,
      pastAt: query.at ?? null,
      page: async page =>
        pageFrom(
          await getServices(context, pageOf<'getServices'>(query, page), seen),
        ),
      columns: () => serviceColumns,
    }),
  }),
  exportRoles: listFile(routes.exportRoles, {
    ...figures,
    event: 'roles-export',
    refused: `${figuresRefused}, or for one of which it was not kept who held which role`,
    list: (context, { query, people: seen }) => ({
      what: 'roles',
      title: 'Roles',
      query,
      filter: routes.exportRoles.query,
      pastAt: query.at ?? null,
      page: async page => {
        const { snapshot, items } = await getRoles(
          context,
          pageOf<'getRoles'>(query, page),
          seen,
        );
        if (items === null) {
          throw new NotFoundError(
            'Who held which role was not kept then: choose a later date',
          );
        }
        return pageFrom({ snapshot, items });
      },
      columns: () => roleColumns,
    }),
  }),
  exportChanges: listFile(routes.exportChanges, {
    anyOf: [readCounts],
    people: 'some',
    given,
    event: 'changes-export',
    refused: namesRefused,
    list: (context, { query, people: seen }) => {
      const more: Record<string, ReturnType<typeof at>> = {};
      return {
        what: 'changes',
        title: 'Changes',
        query,
        filter: routes.exportChanges.query,
        pastAt: query.to ?? null,
        page: async page => {
          const changes = await getChanges(
            context,
            pageOf<'getChanges'>(query, page),
            seen,
          );
          more['Compared with'] = at(changes.from?.at);
          return pageFrom({ ...changes, snapshot: changes.to });
        },
        orderedBy: ({ id }) => id,
        columns: changeColumns,
        more,
      };
    },
  }),
  exportUnmatched: listFile(routes.exportUnmatched, {
    anyOf: [readPeople],
    people: 'everybody',
    given,
    event: 'unmatched-export',
    refused: namesRefused,
    list: (context, { query }) => ({
      what: 'unmatched',
      title: 'Unmatched',
      query,
      filter: routes.exportUnmatched.query,
      pastAt: query.at ?? null,
      page: async page =>
        pageFrom(
          await getUnmatched(context, pageOf<'getUnmatched'>(query, page)),
        ),
      orderedBy: ({ key }) => key,
      columns: unmatchedColumns,
    }),
  }),
  exportExceptions: listFile(routes.exportExceptions, {
    ...exceptions,
    given,
    event: 'exceptions-export',
    refused: namesRefused,
    async list(context, call) {
      const { query } = call;
      const reader = await exceptionReaderOf(call);
      return {
        what: 'exceptions',
        title: 'Exceptions',
        query,
        filter: routes.exportExceptions.query,
        pastAt: query.at ?? null,
        page: async page =>
          pageFrom(
            await context.exceptions.list(
              pageOf<'getExceptions'>(query, page),
              reader,
            ),
          ),
        orderedBy: ({ id }) => id,
        columns: exceptionColumns,
      };
    },
  }),
  // The accounts are in no team that a condition could tell: see `getBreakGlass`.
  exportBreakGlass: listFile(routes.exportBreakGlass, {
    anyOf: [readCounts],
    people: 'everybody',
    given,
    event: 'break-glass-export',
    refused: namesRefused,
    list: (context, { query }) => ({
      what: 'break-glass',
      title: 'Break-glass checks',
      query,
      filter: routes.exportBreakGlass.query,
      pastAt: query.at ?? null,
      page: async page => {
        const { snapshot, accounts } = await getBreakGlass(
          context,
          pageOf<'getBreakGlass'>(query, page),
          'visible',
        );
        return pageFrom({ snapshot, items: checksOf(accounts) });
      },
      orderedBy: ({ account }) => account.id,
      columns: breakGlassColumns,
    }),
  }),
  exportRuns: listFile(routes.exportRuns, {
    anyOf: [readCounts],
    people: 'nobody',
    event: 'runs-export',
    refused: figuresRefused,
    async list(context, { query, caller }) {
      const isWhole = await caller.allows(startSyncs);
      const snapshot = await runSnapshotOf(context, query);
      return {
        what: 'runs',
        title: 'Syncs',
        query,
        filter: routes.exportRuns.query,
        pastAt: query.at ?? null,
        page: async page => {
          const runs = await getRuns(context, pageOf<'getRuns'>(query, page));
          return pageFrom({
            snapshot,
            ...(isWhole ? runs : hideAppsOfRuns(runs)),
          });
        },
        columns: () => runColumns,
      };
    },
  }),
};
