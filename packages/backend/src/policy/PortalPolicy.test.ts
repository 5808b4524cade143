import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  entraMfaAssessmentAuditPermission,
  entraMfaComplianceReadPermission,
  entraMfaCountsReadPermission,
  entraMfaExceptionDecidePermission,
  entraMfaExceptionRequestPermission,
  entraMfaHoldReleasePermission,
  entraMfaPeopleExportPermission,
  entraMfaPeopleReadPermission,
  entraMfaPersonErasePermission,
  entraMfaSyncPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { PortalPolicy } from './PortalPolicy';

function user(name: string, ...groups: string[]): PolicyQueryUser {
  const userEntityRef = `user:default/${name}`;
  const ownershipEntityRefs = [userEntityRef, ...groups];
  return {
    info: { userEntityRef, ownershipEntityRefs },
  } as Partial<PolicyQueryUser> as PolicyQueryUser;
}

describe('PortalPolicy', () => {
  const policy = new PortalPolicy(
    ['group:default/Security', 'user:default/analyst'],
    ['user:default/Ruth'],
  );
  const lead = user('maya', 'group:default/payments');

  it.each([
    ['a member of the security group', user('jonas', 'group:default/security')],
    ['a security user', user('analyst')],
  ])('lets %s see everybody, start a sync and erase', async (_, one) => {
    for (const permission of [
      entraMfaPeopleReadPermission,
      entraMfaSyncPermission,
      entraMfaCountsReadPermission,
      entraMfaPersonErasePermission,
    ]) {
      expect(await policy.handle({ permission }, one)).toEqual({
        result: 'ALLOW',
      });
    }
  });

  it('lets others see themselves and the people of teams that they lead, and no colleagues', async () => {
    expect(
      await policy.handle({ permission: entraMfaPeopleReadPermission }, lead),
    ).toMatchObject({
      result: 'CONDITIONAL',
      pluginId: 'entra-mfa',
      conditions: {
        anyOf: [
          { rule: 'IS_SELF', params: { userRefs: ['user:default/maya'] } },
          {
            rule: 'IS_LED_BY',
            params: {
              userRefs: ['user:default/maya', 'group:default/payments'],
            },
          },
        ],
      },
    });
  });

  it.each([
    ['counts', entraMfaCountsReadPermission, 'ALLOW'],
    ['the catalog', catalogEntityReadPermission, 'ALLOW'],
    ['asking for an exception', entraMfaExceptionRequestPermission, 'ALLOW'],
    ['deciding on one', entraMfaExceptionDecidePermission, 'DENY'],
    ['a sync', entraMfaSyncPermission, 'DENY'],
    ['names in a file', entraMfaPeopleExportPermission, 'DENY'],
    ['a held figure', entraMfaHoldReleasePermission, 'DENY'],
    ['erasing somebody', entraMfaPersonErasePermission, 'DENY'],
  ])('decides about %s for others', async (_, permission, result) => {
    expect(await policy.handle({ permission }, lead)).toEqual({ result });
  });

  it.each([
    ['assessments', entraMfaAssessmentAuditPermission, 'ALLOW'],
    ['the catalog', catalogEntityReadPermission, 'ALLOW'],
    ['counts', entraMfaCountsReadPermission, 'DENY'],
    ['controls', entraMfaComplianceReadPermission, 'DENY'],
    ['people', entraMfaPeopleReadPermission, 'DENY'],
    ['asking for an exception', entraMfaExceptionRequestPermission, 'DENY'],
  ])('decides about %s for who audits', async (_, permission, result) => {
    expect(await policy.handle({ permission }, user('ruth'))).toEqual({
      result,
    });
  });

  it('shows nobody by name to whom nobody knows', async () => {
    expect(
      await policy.handle({ permission: entraMfaPeopleReadPermission }),
    ).toEqual({ result: 'DENY' });
  });
});
