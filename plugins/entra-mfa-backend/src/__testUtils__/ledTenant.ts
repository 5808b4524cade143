import type { Knex } from 'knex';
import { groupEntity } from './rows';
import type { TestSync } from './TestSync';
import { createTestTenant } from './testTenant';

/** The tenant of {@link createTestTenant}, where Checkout and Payments are led by tom, Field by ada; Engineering by nobody. */
export async function createLedTenant(knex: Knex): Promise<TestSync> {
  const sync = await createTestTenant(knex);
  const led = (name: string, lead: string, parent?: string) => {
    const group = groupEntity(name, parent);
    return {
      ...group,
      metadata: { ...group.metadata, annotations: { 'entra-mfa/lead': lead } },
    };
  };
  sync.source.pages['catalog-groups'] = [
    [
      groupEntity('engineering'),
      led('payments', 'tom', 'engineering'),
      led('checkout', 'user:default/tom', 'payments'),
      led('field', 'ada'),
    ],
  ];
  return sync;
}
