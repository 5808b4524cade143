import type { Entity } from '@backstage/catalog-model';

const entity = (kind: string, name: string, displayName: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName } },
});

/** Whom forms offer to choose from. */
export const chosenOf: Entity[] = [
  entity('User', 'ada', 'Ada Lund'),
  entity('User', 'tom', 'Tom Reyes'),
  entity('User', 'ines', 'Ines Park'),
  entity('Group', 'auditors', 'Auditors'),
];
