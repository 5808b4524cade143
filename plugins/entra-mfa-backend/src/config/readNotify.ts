import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { fail } from './fail';
import type { EntraMfaConfig } from './types';

/** Reads who is notified of lost registrations, and where the page is. */
export function readNotify(config: Config): EntraMfaConfig['notify'] {
  const refs = config.getOptionalStringArray('notify.security') ?? [];
  const pagePath = config.getOptionalString('notify.pagePath') ?? '/entra-mfa';
  if (!/^\/[^\s?#]*[^/\s?#]$/.test(pagePath)) {
    fail(
      'entraMfa.notify.pagePath',
      'should be the path of the page in the portal, such as /entra-mfa',
    );
  }
  return {
    leads: config.getOptionalBoolean('notify.leads') ?? true,
    security: refs.map((ref, index) =>
      userOrGroup(`entraMfa.notify.security[${index}]`, ref),
    ),
    pagePath,
  };
}

function userOrGroup(path: string, text: string): string {
  try {
    const ref = stringifyEntityRef(parseEntityRef(text));
    if (/^(user|group):/.test(ref)) {
      return ref;
    }
  } catch {
    // Told below, as any other that is none.
  }
  return fail(
    path,
    'should be the entity ref of a user or group, such as group:default/security',
  );
}
