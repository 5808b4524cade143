import type { CardSettings } from '@backstage/plugin-home-react';
import { cards } from '../messages/cards';
import { kpiViews } from './KpiOptions';

const { settings } = cards.kpi;

/** What may be chosen of a KPI card on a home page that can be edited. */
export const kpiSettings: CardSettings = {
  schema: {
    title: settings.title,
    type: 'object',
    properties: {
      title: { title: settings.heading, type: 'string' },
      team: {
        title: settings.team,
        description: settings.teamText,
        type: 'string',
      },
      show: {
        title: settings.show,
        type: 'string',
        oneOf: kpiViews.map(view => ({
          const: view,
          title: settings.views[view],
        })),
      },
      tenant: {
        title: settings.tenant,
        description: settings.tenantText,
        type: 'string',
      },
    },
  },
};

/** How much room the home page gives the card. */
export const kpiLayout = {
  width: { minColumns: 3, defaultColumns: 4 },
  height: { minRows: 2, defaultRows: 5 },
};
