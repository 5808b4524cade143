import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who sends a request: the same text for the same user or service. */
export function principalOf({ principal }: BackstageCredentials): string {
  const { type, userEntityRef, subject } = principal as {
    type?: string;
    userEntityRef?: string;
    subject?: string;
  };
  return `${type ?? 'none'}:${(userEntityRef ?? subject ?? '').toLowerCase()}`;
}
