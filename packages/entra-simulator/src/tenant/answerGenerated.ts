import type { MatchedEndpoint } from '../server/endpoints';
import { graphErrors } from '../server/GraphError';
import { existsAt } from './account';
import type { Collection } from './collection';
import { deviceProperties, devices } from './devices';
import { directoryUser, userProperties } from './directoryUser';
import { featureSummary } from './featureSummary';
import type { GeneratedTenant } from './generatedTenant';
import { groupChanges } from './groupChanges';
import { groupEligibility } from './groupEligibility';
import { mailboxPurpose } from './mailboxPurpose';
import { authenticationMethodsPolicy } from './methodsPolicy';
import { registrationEvents } from './registrationEvents';
import { riskDetections, riskyUsers } from './risk';
import { signIns } from './signIns';
import { organization, type Licence, type PlanStatus } from './organization';
import {
  authenticationStrengths,
  conditionalAccessPolicies,
  securityDefaultsPolicy,
} from './policies';
import {
  keepLast,
  roleAssignments,
  roleDefinitions,
  roleEligibility,
} from './roleRows';
import type { Answer, Question, Tenant } from './Tenant';
import { userMethods } from './userMethods';

const collection = (of: Collection, context: string): Answer => ({
  kind: 'collection',
  collection: of,
  context,
});

/** Members are of several types: what a user does not have is left out. */
const userSelect = (select: readonly string[]) =>
  select.filter(name => userProperties.includes(name));

/** Serves a generated tenant. */
export function answerGenerated(
  tenant: GeneratedTenant,
  options: { tenantId: string; licence: Licence; planStatus: PlanStatus },
): Tenant {
  const groupProperties = Object.keys(tenant.groups.row(0));
  const assignments = keepLast(time => roleAssignments(tenant, time));
  const eligibility = keepLast(time => roleEligibility(tenant, time));

  const policies = conditionalAccessPolicies(tenant);
  const { ownId } = tenant.population.plan.organization;
  const strengths = authenticationStrengths(ownId);

  const organizationRow = () =>
    organization(tenant.population.plan.organization, options);

  const list = (question: Question): Answer | undefined => {
    const { matched, query, time } = question;
    // A filter may look at what is not selected.
    const select = query.filter ? userProperties : query.select;
    switch (matched.endpoint.name) {
      case 'registrations':
        return collection(
          tenant.registrations(time),
          'reports/authenticationMethods/userRegistrationDetails',
        );
      case 'registrationEvents':
        return collection(
          registrationEvents(tenant, time),
          'reports/authenticationMethods/userEventsSummary',
        );
      case 'riskyUsers':
        return collection(
          riskyUsers(tenant, time),
          'identityProtection/riskyUsers',
        );
      case 'riskDetections':
        return collection(
          riskDetections(tenant, time, options.licence),
          'identityProtection/riskDetections',
        );
      case 'signIns':
        return collection(
          signIns(tenant, time, options.licence),
          'auditLogs/signIns',
        );
      case 'users':
        return collection(tenant.users(time, select), 'users');
      case 'devices':
        return collection(
          devices(tenant, time, query.expand !== undefined),
          'devices',
        );
      case 'groups':
        return collection(tenant.groupRows(), 'groups');
      case 'groupChanges':
        return {
          kind: 'changes',
          changes: between =>
            groupChanges(tenant.groups, between, query.select),
          context: 'groups',
        };
      case 'members':
      case 'transitiveMembers': {
        const group = tenant.groups.indexOf(matched.id!);
        return group === undefined
          ? undefined
          : collection(
              tenant.members(group, time, {
                transitive: matched.endpoint.name === 'transitiveMembers',
                usersOnly: matched.form === 'cast',
                select: select && userSelect(select),
              }),
              matched.form === 'cast' ? 'users' : 'directoryObjects',
            );
      }
      case 'organization': {
        const row = organizationRow();
        return collection({ positions: 1, row: () => row }, 'organization');
      }
      case 'roleAssignments':
        return collection(
          assignments(time),
          'roleManagement/directory/roleAssignments',
        );
      case 'roleDefinitions':
        return collection(
          roleDefinitions(),
          'roleManagement/directory/roleDefinitions',
        );
      case 'roleEligibility':
        return collection(
          eligibility(time),
          'roleManagement/directory/roleEligibilityScheduleInstances',
        );
      case 'conditionalAccess':
        // Without a licence the list is empty.
        return collection(
          options.licence === 'free'
            ? { positions: 0, row: () => undefined }
            : policies,
          'identity/conditionalAccess/policies',
        );
      case 'authenticationStrengths':
        return collection(strengths, 'policies/authenticationStrengthPolicies');
      case 'groupEligibility':
        return collection(
          groupEligibility(tenant, time),
          'identityGovernance/privilegedAccess/group/eligibilityScheduleInstances',
        );
      default:
        return undefined;
    }
  };

  const one = (question: Question): Answer | undefined => {
    const { matched, query, time, origin } = question;
    const id = matched.id!;
    switch (matched.endpoint.name) {
      case 'registeredByFeature':
        return { kind: 'body', body: featureSummary(tenant, time, origin) };
      case 'registrations': {
        const row = tenant.reportRowOf(id, time);
        return row && { kind: 'body', body: { ...row } };
      }
      case 'users': {
        const account = tenant.population.withId(id);
        return account && existsAt(account, time)
          ? { kind: 'body', body: directoryUser(account, time, query.select) }
          : undefined;
      }
      case 'mailboxPurpose': {
        const account = tenant.population.withId(id);
        if (!account || !existsAt(account, time)) {
          return undefined;
        }
        const purpose = mailboxPurpose(account);
        if (purpose === null) {
          throw graphErrors.noMailbox();
        }
        const context = `${origin}/v1.0/$metadata#users('${id}')/mailboxSettings/userPurpose`;
        return {
          kind: 'body',
          body: { '@odata.context': context, value: purpose },
        };
      }
      case 'userMethods': {
        const account = tenant.population.withId(id);
        if (!account || !existsAt(account, time)) {
          return undefined;
        }
        const context = `${origin}/v1.0/$metadata#users('${id}')/authentication/methods`;
        return {
          kind: 'body',
          body: {
            '@odata.context': context,
            value: userMethods(account, tenant.registrationOf(account, time)),
          },
        };
      }
      case 'groups': {
        const group = tenant.groups.indexOf(id);
        return group === undefined
          ? undefined
          : { kind: 'body', body: tenant.groups.row(group) };
      }
      case 'securityDefaults':
        return {
          kind: 'body',
          body: securityDefaultsPolicy(options.licence === 'free'),
        };
      case 'authenticationMethods':
        return { kind: 'body', body: authenticationMethodsPolicy(tenant) };
      case 'organization':
        return id.toLowerCase() === options.tenantId.toLowerCase()
          ? {
              kind: 'body',
              body: organizationRow(),
            }
          : undefined;
      default:
        return undefined;
    }
  };

  return {
    propertiesOf({ endpoint, form }: MatchedEndpoint) {
      if (endpoint.name === 'users' || form === 'cast') {
        return userProperties;
      }
      if (endpoint.name === 'devices') {
        return deviceProperties;
      }
      if (endpoint.name === 'groupChanges') {
        return [...groupProperties, 'members'];
      }
      return endpoint.name === 'groups' ? groupProperties : undefined;
    },
    async answer(question) {
      const { matched } = question;
      return matched.form === 'one' ? one(question) : list(question);
    },
  };
}
