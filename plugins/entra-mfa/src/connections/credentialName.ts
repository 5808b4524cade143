import {
  credentialKinds,
  type CredentialKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import type { Words } from '../messages/useWords';

const isKnown = (kind: string): kind is CredentialKind =>
  (credentialKinds as readonly string[]).includes(kind);

/** What a kind of credential is called; one that is not known here keeps its name. */
export function credentialName({ t }: Words, kind: string | null): string {
  if (kind === null) return '–';
  return isKnown(kind) ? t(`connections.credential.${camel(kind)}`) : kind;
}
