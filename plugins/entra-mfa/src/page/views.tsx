import type { ComponentType } from 'react';
import type { TabId } from '../navigation/tabs';

/** What each tab shows, loaded when it is opened first. A tab with a row of its own shows that. */
export const views: Record<
  Exclude<TabId, 'compliance'>,
  () => Promise<ComponentType>
> = {
  overview: () => import('./OverviewView').then(m => m.OverviewView),
  teams: () => import('./TeamsView').then(m => m.TeamsView),
  people: () => import('./PeopleView').then(m => m.PeopleView),
  services: () => import('../services/ServicesTab').then(m => m.ServicesTab),
  changes: () => import('./ChangesView').then(m => m.ChangesView),
  controls: () => import('./ControlsView').then(m => m.ControlsView),
  assessments: () => import('./AssessmentsView').then(m => m.AssessmentsView),
  reviews: () => import('./ReviewsView').then(m => m.ReviewsView),
  exceptions: () =>
    import('../exceptions/ExceptionsTab').then(m => m.ExceptionsTab),
  breakGlass: () =>
    import('../breakglass/BreakGlassTab').then(m => m.BreakGlassTab),
  reminders: () => import('./RemindersView').then(m => m.RemindersView),
  evidence: () => import('../evidence/EvidenceTab').then(m => m.EvidenceTab),
  connections: () => import('./ConnectionsView').then(m => m.ConnectionsView),
};
