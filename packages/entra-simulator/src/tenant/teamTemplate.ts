/**
 * How the registration of a team goes over the timeline. `share` is the part of its people who have
 * registered on the first day and on the ninetieth.
 */
export type TeamTemplate = {
  name: string;
  parent?: string;
  /** How many people it has directly, in an organisation of 1,200. */
  people: number;
  share: [first: number, ninetieth: number];
  description?: string;
};

const team = (
  name: string,
  parent: string | undefined,
  people: number,
  first: number,
  ninetieth: number,
): TeamTemplate => ({ name, parent, people, share: [first, ninetieth] });

/**
 * The teams of Contoso, parents before children. The organisation itself is the root: it is no group,
 * because the catalog makes its root group from `/organization`.
 */
export const teamTemplates: readonly TeamTemplate[] = [
  team('Engineering', undefined, 6, 0.93, 1),
  team('Payments', 'Engineering', 8, 0.63, 0.78),
  team('Checkout', 'Payments', 18, 0.65, 0.76),
  team('Ledger', 'Payments', 16, 0.63, 0.72),
  team('Security', undefined, 14, 1, 1),
  team('Sales', undefined, 8, 0.81, 0.92),
  team('Field Sales', 'Sales', 46, 0.36, 0.52),
  team('Quantum Research', 'Engineering', 0, 0, 0),
  team('People and Culture', undefined, 10, 0.88, 0.98),
  team('Finance', undefined, 8, 0.85, 0.97),
  team('Fraud Detection', 'Payments', 14, 0.75, 0.88),
  team('Payouts', 'Payments', 15, 0.83, 0.96),
  team('Platform', 'Engineering', 9, 0.95, 1),
  team('Developer Experience', 'Platform', 15, 0.97, 1),
  team('Cloud Infrastructure', 'Platform', 20, 0.96, 1),
  team('Site Reliability', 'Platform', 17, 0.98, 1),
  team('Data Platform', 'Platform', 16, 0.87, 0.98),
  team('Storefront', 'Engineering', 7, 0.86, 0.98),
  team('Search', 'Storefront', 16, 0.87, 0.97),
  team('Catalogue', 'Storefront', 18, 0.83, 0.96),
  team('Mobile Apps', 'Storefront', 22, 0.89, 0.985),
  team('Web Experience', 'Storefront', 20, 0.86, 0.98),
  team('Accounts', 'Engineering', 14, 0.89, 0.98),
  team('Machine Learning', 'Engineering', 18, 0.85, 0.96),
  team('Recommendations', 'Machine Learning', 14, 0.83, 0.97),
  team('Quality Engineering', 'Engineering', 22, 0.87, 0.96),
  team('Identity', 'Security', 9, 1, 1),
  team('Security Operations', 'Security', 13, 0.98, 1),
  team('Governance and Risk', 'Security', 8, 0.98, 1),
  team('Information Technology', undefined, 12, 0.95, 1),
  team('Service Desk', 'Information Technology', 22, 0.89, 0.985),
  team('Workplace', 'Information Technology', 18, 0.87, 0.97),
  team('Networks', 'Information Technology', 14, 0.91, 0.985),
  team('Product Management', undefined, 22, 0.87, 0.98),
  team('Design', 'Product Management', 24, 0.85, 0.96),
  team('User Research', 'Design', 10, 0.83, 0.97),
  team('Analytics', 'Product Management', 18, 0.89, 0.98),
  team('Enterprise Sales', 'Sales', 34, 0.81, 0.93),
  team('Partner Sales', 'Sales', 22, 0.79, 0.92),
  team('Sales Operations', 'Sales', 18, 0.87, 0.98),
  team('Customer Success', 'Sales', 36, 0.83, 0.95),
  team('Marketing', undefined, 16, 0.81, 0.94),
  team('Brand', 'Marketing', 18, 0.81, 0.95),
  team('Growth', 'Marketing', 18, 0.83, 0.96),
  team('Events', 'Marketing', 12, 0.75, 0.9),
  team('Support', undefined, 10, 0.83, 0.94),
  team('Support Europe', 'Support', 42, 0.79, 0.93),
  team('Support Americas', 'Support', 40, 0.77, 0.92),
  team('Support Asia Pacific', 'Support', 36, 0.75, 0.92),
  team('Talent', 'People and Culture', 18, 0.85, 0.97),
  team('Learning', 'People and Culture', 12, 0.85, 0.97),
  team('Accounting', 'Finance', 24, 0.83, 0.96),
  team('Treasury', 'Finance', 12, 0.89, 1),
  team('Procurement', 'Finance', 16, 0.81, 0.94),
  team('Legal', undefined, 18, 0.89, 0.985),
  team('Logistics', undefined, 14, 0.79, 0.92),
  team('Warehouse North', 'Logistics', 44, 0.69, 0.86),
  team('Warehouse South', 'Logistics', 42, 0.69, 0.87),
  team('Transport', 'Logistics', 32, 0.73, 0.9),
  team('Facilities', undefined, 22, 0.79, 0.92),
  team('Executive Office', undefined, 8, 1, 1),
];
