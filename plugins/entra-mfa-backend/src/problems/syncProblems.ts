import type { ProblemKind } from './types';

/** What can go wrong with a sync as a whole, and with its figures. */
export const syncProblems = {
  suddenFall: {
    code: 'sudden-fall',
    message:
      'Among the people who counted before, the figure would fall from {from} to {to}: {changes}{doubt?}. A lost licence or permission, or an outage of the report or the directory, looks like this. The last figure stays.',
    action:
      'Check in Microsoft Entra that the tenant has Entra ID P1 or P2 and that the app has AuditLog.Read.All and User.Read.All, look at a few of the accounts, and see Microsoft’s service health. If the fall is real, release the figure by hand on the page; if the figure comes back, the hold ends by itself.',
    more: '[How to check](operations.md#when-the-figure-is-held).',
  },
  stopped: {
    code: 'stopped',
    message: 'The sync was stopped before it had published.',
    action:
      'Nothing needs to be done: the next sync goes on. If it happens every time, raise entraMfa.schedule.timeout.',
    passes: true,
  },
  stale: {
    code: 'stale',
    message: 'The figures are older than the limit: no sync has completed.',
    action:
      'Start a sync by hand. If none starts, check that the portal runs its scheduled tasks, and its log.',
  },
  reportOld: {
    code: 'report-old',
    message:
      'Microsoft has not refreshed most of its registration report for longer than the limit, so the figures are old although they were read.',
    action:
      'See Microsoft’s service health for the authentication methods report; if it names nothing, open a support request with Microsoft. The figures count as stale until most rows are refreshed.',
    more: 'The limit is `reportStaleAfter`: [two clocks](semantics.md#two-clocks).',
  },
  scopeGroupMissing: {
    code: 'scope-group-missing',
    message:
      'Scope rules name groups that Graph does not know, so that these rules leave nobody out: {rules}.',
    action:
      'Check the object id of each group in entraMfa.scope.rules, and that it is in this tenant; take a rule away whose group was deleted. A group that was named since the last sync is read with the next one.',
    more: '[What a rule does](semantics.md#rules-that-leave-people-out).',
  },
  exceptionGroupMissing: {
    code: 'exception-group-missing',
    message:
      'Exceptions are for groups that Graph does not know, so that nobody is exempt by them: {groups}.',
    action:
      'Check the object id of each group under Exceptions, and that it is in this tenant; end an exception whose group was deleted. A group that was named since the last sync is read with the next one.',
    more: '[What an exception does](semantics.md#exceptions).',
  },
  notConfigured: {
    code: 'not-configured',
    message: 'No Microsoft Entra tenant is configured.',
    action:
      'Register an app in Microsoft Entra, grant it the permissions that GET /v1/tenants lists, and add the tenant to entraMfa.tenants in app-config.yaml.',
  },
  switchedOff: {
    code: 'switched-off',
    message: '{title} are not read: they are switched off for this tenant.',
    action:
      'Nothing needs to be done. To read them, switch them on in the settings of the connection, or take them out of `switchedOff` in the configuration.',
    outcome: 'skipped',
  },
  notStored: {
    code: 'not-stored',
    message:
      'The last sync could not be stored in the database of this portal ({failure}).',
    action:
      'Check that this database can be reached, that its disk is not full and that the portal may write to it; then sync again. Until then the last figures stay. What else went wrong is in the log of this portal.',
    more: 'Told by the replica that ran the sync, until the end of another one is stored: [when something dies](operations.md#when-something-dies).',
  },
  internal: {
    code: 'internal',
    message: 'The sync failed ({failure}).',
    action:
      'Sync again; if it fails again, check that the database of this portal is well, and report it.',
  },
} as const satisfies Record<string, ProblemKind>;
