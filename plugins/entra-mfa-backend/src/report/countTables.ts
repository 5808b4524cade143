import {
  tiers,
  type PersonState,
  type StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EvidenceBodies } from './EvidenceDay';
import { reasonWords, stateWords, tierWords } from './stateWords';
import type { CountTable } from './types';

/** The counts of items of evidence as tables: each number is one of an item's. */
export function countTables(bodies: EvidenceBodies): CountTable[] {
  return [
    ...registrationTables(bodies['registration-summary']),
    ...inventoryTables(bodies['user-inventory-summary']),
    ...privilegedTables(bodies['privileged-summary']),
    ...strengthTables(bodies['strength-and-methods']),
    ...policyTables(bodies.policies),
  ];
}

function registrationTables(
  body: EvidenceBodies['registration-summary'],
): CountTable[] {
  if (!body) return [];
  const { bases, covered, uncovered, unknown, exempt, inScope } = body;
  return [
    {
      title: 'People in scope',
      columns: ['State', 'People'],
      rows: [
        ['covered', covered],
        ['not covered', uncovered],
        ['not known', unknown],
        ['exempt', exempt],
        ['all in scope', inScope],
      ],
    },
    {
      title: 'On either basis',
      columns: ['Basis', 'Covered', 'Not covered'],
      rows: [
        ['registered', bases.registered.covered, bases.registered.uncovered],
        ['MFA capable', bases.capable.covered, bases.capable.uncovered],
      ],
    },
  ];
}

function inventoryTables(
  body: EvidenceBodies['user-inventory-summary'],
): CountTable[] {
  if (!body) return [];
  return [
    {
      title: 'Everybody of the directory, by state and reason',
      columns: ['State and reason', 'People'],
      rows: [
        ...body.reasons.map(
          ({ state, reason, count }) =>
            [
              `${stateWords[state as PersonState] ?? state}: ${
                reasonWords[reason as StateReason] ?? reason
              }`,
              count,
            ] as const,
        ),
        ['everybody', body.directory],
      ],
    },
    {
      title: 'Against the catalog and the report',
      columns: ['What does not match', 'Count'],
      rows: [
        [
          'users of the catalog who are not in Entra',
          body.catalogUsersNotInEntra,
        ],
        ['people who are not in the catalog', body.peopleNotInCatalog],
        ['rows of the report without a person', body.rowsWithoutPerson],
      ],
    },
  ];
}

/** People by strongest method, and of how many none is known. */
function tierRows(
  counts: Readonly<Record<string, number>>,
  noTier: number,
): [string, number][] {
  return [
    ...[...tiers]
      .reverse()
      .map((tier): [string, number] => [tierWords[tier], counts[tier] ?? 0]),
    ['no report row', noTier],
  ];
}

function privilegedTables(
  body: EvidenceBodies['privileged-summary'],
): CountTable[] {
  if (!body) return [];
  return [
    {
      title: 'People in scope with a privileged role, held or eligible',
      columns: ['State or strongest method', 'People'],
      rows: [
        ['covered', body.covered],
        ['not covered', body.uncovered],
        ...tierRows(body.tiers, body.noTier),
        ['all with a privileged role', body.people],
      ],
    },
  ];
}

function strengthTables(
  body: EvidenceBodies['strength-and-methods'],
): CountTable[] {
  if (!body) return [];
  return [
    {
      title: 'People in scope, by strongest method',
      columns: ['Strongest method', 'People'],
      rows: [
        ...tierRows(body.tiers, body.noTier),
        ['of them with a phone only', body.phoneOnly],
      ],
    },
    {
      title: 'People in scope, by each method',
      columns: ['Method, as Microsoft names it', 'People'],
      rows: body.methods.map(({ method, count }) => [method, count]),
    },
  ];
}

function policyTables(body: EvidenceBodies['policies']): CountTable[] {
  if (!body) return [];
  const { policies } = body;
  return [
    {
      title: 'Conditional Access',
      columns: ['Policies', 'Count'],
      rows: [
        ['all', policies && policies.total],
        ['in force that demand MFA', policies && policies.asking],
        ['report-only that would demand it', policies && policies.reportOnly],
      ],
    },
  ];
}
