/** What Microsoft writes of a permission on the page of consent. */
export type PermissionWords = { title: string; description: string };

const words: Readonly<Record<string, readonly [string, string]>> = {
  'Application.Read.All': [
    'Read all applications',
    'Allows the app to read all applications and service principals without a signed-in user.',
  ],
  'AuditLog.Read.All': [
    'Read all audit log data',
    'Allows the app to read and query your audit log activities, without a signed-in user.',
  ],
  'Device.Read.All': [
    'Read all devices',
    "Allows the app to read your organization's devices' configuration information without a signed-in user.",
  ],
  'Directory.Read.All': [
    'Read directory data',
    "Allows the app to read data in your organization's directory, such as users, groups and apps, without a signed-in user.",
  ],
  'Group.Read.All': [
    'Read all groups',
    'Allows the app to read group properties and memberships, and read conversations for all groups, without a signed-in user.',
  ],
  'GroupMember.Read.All': [
    'Read all group memberships',
    'Allows the app to read memberships and basic group properties for all groups without a signed-in user.',
  ],
  'IdentityRiskEvent.Read.All': [
    'Read all identity risk event information',
    'Allows the app to read the identity risk event information for your organization without a signed in user.',
  ],
  'IdentityRiskyUser.Read.All': [
    'Read all identity risky user information',
    'Allows the app to read the identity risky user information for your organization without a signed in user.',
  ],
  'MailboxSettings.Read': [
    'Read all user mailbox settings',
    "Allows the app to read user's mailbox settings without a signed-in user. Does not include permission to send mail.",
  ],
  'Organization.Read.All': [
    'Read organization information',
    'Allows the app to read the organization and related resources, without a signed-in user. Related resources include things like subscribed skus and tenant branding information.',
  ],
  'Policy.Read.All': [
    "Read your organization's policies",
    "Allows the app to read all your organization's policies without a signed in user.",
  ],
  'PrivilegedEligibilitySchedule.Read.AzureADGroup': [
    'Read eligibility schedules for access to Azure AD groups',
    'Allows the app to read time-based eligibility schedules for access to Azure AD groups, without a signed-in user.',
  ],
  'Reports.Read.All': [
    'Read all usage reports',
    'Allows an app to read all service usage reports without a signed-in user. Services that provide usage reports include Office 365 and Azure Active Directory.',
  ],
  'RoleEligibilitySchedule.Read.Directory': [
    "Read all eligible role assignments and role schedules for your company's directory",
    "Allows the app to read the eligible role-based access control (RBAC) assignments and schedules for your company's directory, without a signed-in user. This includes reading directory role templates, and directory roles.",
  ],
  'RoleManagement.Read.Directory': [
    'Read all directory RBAC settings',
    "Allows the app to read the role-based access control (RBAC) settings for your company's directory, without a signed-in user. This includes reading directory role templates, directory roles and memberships.",
  ],
  'User-LifeCycleInfo.Read.All': [
    "Read all users' lifecycle information",
    'Allows the app to read the lifecycle information like employeeLeaveDateTime of users in your organization, without a signed-in user.',
  ],
  'User.Read.All': [
    "Read all users' full profiles",
    'Allows the app to read user profiles without a signed in user.',
  ],
  'UserAuthenticationMethod.Read.All': [
    "Read all users' authentication methods",
    'Allows the app to read authentication methods of all users in your organization, without a signed-in user. Authentication methods include things like a user’s phone numbers and Authenticator app settings.',
  ],
};

/** Microsoft's words for an application permission; its name where they are not known here. */
export function permissionWords(permission: string): PermissionWords {
  const [title, description] = words[permission] ?? [permission, permission];
  return { title, description };
}
