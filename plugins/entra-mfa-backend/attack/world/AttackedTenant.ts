import { startSimulator, type Simulator } from 'entra-simulator';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globalAdministrator } from '../../src/assess/roles/privilegedRoles';
import { objectId } from '../../src/__testUtils__/rows';
import type { TenantAccess } from '../replica/messages';
import type { Account } from './Account';
import { marks, words, type TenantMark } from './marks';

const P2 = 'eec0eb4f-6444-4f95-aba0-50c24d67f998';
const roleGroup = '00000000-0000-4000-9000-0000000000aa';

/** A simulated tenant whose rows the attack knows, because it wrote them. */
export class AttackedTenant {
  readonly accounts = new Map<number, Account>();
  readonly access: TenantAccess;
  /** When Microsoft refreshed the report, by this world's time. */
  refreshedAt = 0;

  private constructor(
    readonly mark: TenantMark,
    readonly simulator: Simulator,
    private readonly folder: string,
  ) {
    const { tenantId, clientId, clientSecret, url } = simulator;
    this.access = {
      tenantId,
      clientId,
      clientSecret,
      authority: `${url}/${tenantId}`,
      graphRoot: url,
    };
  }

  static async start(mark: TenantMark): Promise<AttackedTenant> {
    const folder = await mkdtemp(join(tmpdir(), 'attack-tenant-'));
    const simulator = await startSimulator({
      tenantDir: folder,
      tenantId: marks[mark].tenantId,
      clientSecret: marks[mark].clientSecret,
      frozenClock: true,
      reportLimit: false,
    });
    return new AttackedTenant(mark, simulator, folder);
  }

  get id(): string {
    return this.access.tenantId;
  }

  /** Writes the tenant as it is now, each list in two pages. */
  async write(): Promise<void> {
    const accounts = [...this.accounts.values()];
    const roles = accounts.filter(({ role }) => role !== null);
    const lists: Record<string, object[]> = {
      users: accounts.map(account => this.#user(account)),
      'reports.authenticationMethods.userRegistrationDetails': accounts
        .filter(({ hasRow }) => hasRow)
        .map(account => this.#reportRow(account)),
      organization: [
        {
          id: this.id,
          displayName: `Organisation ${this.mark}`,
          assignedPlans: [{ capabilityStatus: 'Enabled', servicePlanId: P2 }],
        },
      ],
      'roleManagement.directory.roleAssignments': [
        { number: 999, principalId: roleGroup },
        ...roles
          .filter(({ role }) => role === 'active')
          .map(({ number }) => ({ number, principalId: objectId(number) })),
      ].map(({ number, principalId }) => ({
        id: `assignment-${number}`,
        principalId,
        roleDefinitionId: globalAdministrator,
        directoryScopeId: '/',
      })),
      'roleManagement.directory.roleEligibilityScheduleInstances': roles
        .filter(({ role }) => role === 'eligible')
        .map(({ number }) => ({
          id: `eligibility-${number}`,
          principalId: objectId(number),
          roleDefinitionId: globalAdministrator,
          directoryScopeId: '/',
        })),
      'roleManagement.directory.roleDefinitions': [
        {
          id: globalAdministrator,
          displayName: `Global Administrator ${words(this.mark)}`,
          isBuiltIn: true,
          templateId: globalAdministrator,
        },
      ],
      groups: [
        { id: roleGroup, displayName: `Administrators ${words(this.mark)}` },
      ],
      'groups.id.transitiveMembers': roles
        .filter(({ role }) => role === 'group')
        .map(({ number }) => ({
          '@odata.type': '#microsoft.graph.user',
          id: objectId(number),
        })),
      'identityGovernance.privilegedAccess.group.eligibilityScheduleInstances':
        [],
    };
    for (const [name, rows] of Object.entries(lists)) {
      await this.#writeList(name, rows);
    }
    await this.#put('users~count', { '@odata.count': accounts.length });
  }

  async stop(): Promise<void> {
    await this.simulator.stop();
    await rm(this.folder, { recursive: true });
  }

  async #writeList(name: string, rows: object[]): Promise<void> {
    const half = Math.ceil(rows.length / 2);
    const path = name.replaceAll('.', '/');
    await this.#put(`${name}~lastPage`, { value: rows.slice(half) });
    await this.#put(
      name,
      half < rows.length
        ? {
            '@odata.nextLink': `https://graph.microsoft.com/v1.0/${path}?$skiptoken=2`,
            value: rows.slice(0, half),
          }
        : { value: rows },
    );
  }

  async #put(name: string, body: object): Promise<void> {
    await writeFile(
      join(this.folder, `v1.0.${name}.json`),
      JSON.stringify(body),
    );
  }

  #user({ number, renamed, ...account }: Account): object {
    return {
      id: objectId(number),
      displayName: this.nameOf(number, renamed),
      userPrincipalName: `upnx${padded(number)}@contoso.example`,
      mail: `mailx${padded(number)}@contoso.example`,
      accountEnabled: account.enabled,
      userType: account.userType,
      createdDateTime: '2024-01-01T00:00:00Z',
      employeeHireDate: account.hireDate,
    };
  }

  #reportRow(account: Account): object {
    const { number, renamed, registered, capable, methods } = account;
    return {
      id: objectId(number),
      userPrincipalName: `upnx${padded(number)}@contoso.example`,
      userDisplayName: this.nameOf(number, renamed),
      userType: account.userType?.toLowerCase() ?? null,
      isAdmin: account.role === 'active',
      isSsprRegistered: false,
      isSsprEnabled: false,
      isSsprCapable: false,
      isMfaRegistered: registered,
      isMfaCapable: capable,
      isPasswordlessCapable: false,
      methodsRegistered: methods,
      isSystemPreferredAuthenticationMethodEnabled: true,
      systemPreferredAuthenticationMethods: [],
      userPreferredMethodForSecondaryAuthentication: 'push',
      lastUpdatedDateTime: new Date(this.refreshedAt).toISOString(),
    };
  }

  /** Tells the tenant and the person apart from all others: `laws/secrets.ts` looks for it everywhere. */
  nameOf(number: number, renamed: number): string {
    const name = `qz${this.mark}${padded(number)}`;
    return renamed ? `${name} the ${renamed}.` : name;
  }
}

/** A number as it stands in names. */
export function padded(number: number): string {
  return String(number).padStart(3, '0');
}
