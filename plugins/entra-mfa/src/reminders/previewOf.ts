import type {
  ReminderPlan,
  RouteQuery,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** The filter of a campaign as the preview is asked: both are as an address has them. */
export function previewOf(
  filter: ReminderPlan['filter'],
): Omit<RouteQuery<'previewReminders'>, 'tenant'> {
  return filter as Omit<RouteQuery<'previewReminders'>, 'tenant'>;
}
