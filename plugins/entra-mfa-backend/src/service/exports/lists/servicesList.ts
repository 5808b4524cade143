import type {
  ReachedService,
  Service,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { yesNo, type Columns } from '../Cell';

/** What a file tells of something that is owned. What is hidden from the caller is empty. */
export const serviceColumns: Columns<Service> = {
  Name: service => service.title,
  'Entity ref': service => service.ref,
  Kind: service => service.kind,
  Type: service => service.type,
  Lifecycle: service => service.lifecycle,
  Tier: service => service.tier,
  System: service => service.systemRef,
  Owners: service => service.ownerRefs.join('; '),
  'Owners not found': ({ owners }) => owners && owners.ownersNotFound,
  'Figures hidden': ({ owners }) => yesNo(owners === null),
  'People who own it': ({ owners }) => owners && owners.people,
  Covered: ({ owners }) => owners && owners.covered,
  'Not covered': ({ owners }) => owners && owners.uncovered,
  'Not known': ({ owners }) => owners && owners.unknown,
  Exempt: ({ owners }) => owners && owners.exempt,
  'Only a phone': ({ owners }) => owners && owners.phoneOnly,
  'Privileged and not covered': ({ owners }) =>
    owners && owners.privilegedUncovered,
};

/** The same of what a team reaches, and how. */
export const reachedServiceColumns: Columns<ReachedService> = {
  ...serviceColumns,
  Through: service => service.through,
};
