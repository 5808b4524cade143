/** Template ids of built-in directory roles, the same in every tenant. */
export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
export const directorySynchronizationAccounts =
  'd29b2b05-8046-44ba-8758-1e26182fcf32';
export const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
export const helpdeskAdministrator = '729827e3-9c14-49f7-bb1b-9608f156bbb8';

/**
 * The built-in roles that the generated tenants use.
 *
 * Source: Microsoft Entra built-in roles.
 */
export const roleTemplates: readonly { id: string; displayName: string }[] = [
  { id: globalAdministrator, displayName: 'Global Administrator' },
  {
    id: '194ae4cb-b126-40b2-bd5b-6091b380977d',
    displayName: 'Security Administrator',
  },
  {
    id: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
    displayName: 'User Administrator',
  },
  {
    id: 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
    displayName: 'Conditional Access Administrator',
  },
  {
    id: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
    displayName: 'Application Administrator',
  },
  {
    id: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
    displayName: 'Authentication Administrator',
  },
  { id: helpdeskAdministrator, displayName: 'Helpdesk Administrator' },
  { id: globalReader, displayName: 'Global Reader' },
  {
    id: '3a2c62db-5318-420d-8d74-23affee5d9d5',
    displayName: 'Intune Administrator',
  },
  {
    id: directorySynchronizationAccounts,
    displayName: 'Directory Synchronization Accounts',
  },
];
