/** What a KPI card can show. */
export const kpiViews = ['figure', 'donut', 'trend'] as const;

/** One of {@link kpiViews}. */
export type KpiView = (typeof kpiViews)[number];

/** In the place of a team: everybody of the tenant. */
export const organization = 'organization';

/** Which figure a KPI card shows, and how, as somebody wrote it. @public */
export interface KpiOptions {
  /** The id of a tenant; the first that is configured where there is none. */
  tenant?: string;
  /** The entity ref of a Group, a control such as `control:mfa/MFA-01`, or `organization`, as where there is none. */
  team?: string;
  /** `figure`, `donut` or `trend`; the figure where there is none. Of a control, nothing. */
  show?: string;
}

/** The annotation by which an entity's page shows a KPI card. */
export const kpiAnnotation = 'entra-mfa/kpi';
