import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  entraMfaAssessmentApprovePermission,
  entraMfaAssessmentAuditPermission,
  entraMfaAssessmentPreparePermission,
  entraMfaComplianceReadPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A view of the page with an address of its own. What it shows is in `page/views`. */
export interface TabDefinition {
  /** Also the key of its title among the texts. */
  id: TabId;
  /** Its part of the address. */
  path: string;
  /** What it takes beside the permission that the figures need, one of several; without it, the tab is not there. */
  permission?: BasicPermission | readonly BasicPermission[];
  /** What its list shows where its tab leads; an address without it shows everything. */
  opensAt?: Readonly<Record<string, string>>;
  /** The tabs of its own row. */
  inside?: readonly TabDefinition[];
}

/** Names of {@link tabs}, and of those inside them. */
export type TabId =
  | 'overview'
  | 'teams'
  | 'people'
  | 'services'
  | 'changes'
  | 'compliance'
  | 'controls'
  | 'assessments'
  | 'reviews'
  | 'exceptions'
  | 'breakGlass'
  | 'reminders'
  | 'evidence'
  | 'connections';

/** The tabs in the order in which their questions are asked. Links, routes and extensions follow from it. */
export const tabs: readonly TabDefinition[] = [
  { id: 'overview', path: 'overview' },
  { id: 'teams', path: 'teams' },
  { id: 'people', path: 'people', opensAt: { state: 'uncovered' } },
  { id: 'services', path: 'services' },
  { id: 'changes', path: 'changes' },
  {
    id: 'compliance',
    path: 'compliance',
    inside: [
      {
        id: 'controls',
        path: 'controls',
        permission: entraMfaComplianceReadPermission,
      },
      {
        id: 'assessments',
        path: 'assessments',
        permission: [
          entraMfaComplianceReadPermission,
          entraMfaAssessmentPreparePermission,
          entraMfaAssessmentApprovePermission,
          entraMfaAssessmentAuditPermission,
        ],
      },
      { id: 'evidence', path: 'evidence' },
      { id: 'reviews', path: 'reviews' },
      { id: 'exceptions', path: 'exceptions' },
      { id: 'breakGlass', path: 'break-glass' },
      { id: 'reminders', path: 'reminders' },
    ],
  },
  { id: 'connections', path: 'connections' },
];

const all = tabs.flatMap(tab => [tab, ...(tab.inside ?? [])]);

/** Whether a tab is one of the plugin's own. */
export const isTabId = (id: string): id is TabId =>
  all.some(tab => tab.id === id);

/** What the list of a tab shows where the tab leads. */
export const opensAt = (id: string) => all.find(tab => tab.id === id)?.opensAt;

/** Where links of earlier versions lead, by the first part of what they had after the page's address. */
export const movedPaths: Readonly<Record<string, string>> = {
  whatif: 'overview/what-if',
  exceptions: 'compliance/exceptions',
  reviews: 'compliance/reviews',
  breakglass: 'compliance/break-glass',
  data: 'connections',
};

/** The address of a tab below the page's: `/compliance/reviews`. */
export function pathOfTab(id: TabId): string {
  for (const tab of tabs) {
    if (tab.id === id) return `/${tab.path}`;
    const inner = tab.inside?.find(one => one.id === id);
    if (inner) return `/${tab.path}/${inner.path}`;
  }
  throw new Error(`There is no tab ${id}`);
}
