import type { MemorySource } from './MemorySource';
import { groupEntity, reportRow, userEntity, userRow } from './rows';

/** Payments with Checkout below it; three people, of whom the third is in no team. */
export function smallTenant(): MemorySource['pages'] {
  return {
    organization: [[{ id: 'tenant-1', displayName: 'Contoso' }]],
    users: [[userRow(1), userRow(2)], [userRow(3)]],
    registrations: [[reportRow(1), reportRow(2, false)], [reportRow(3)]],
    'catalog-users': [[userEntity(1), userEntity(2), userEntity(9)]],
    'catalog-groups': [
      [groupEntity('payments'), groupEntity('checkout', 'payments')],
    ],
    'catalog-memberships': [
      [
        userEntity(1, ['payments', 'checkout']),
        userEntity(2, ['checkout']),
        userEntity(9, ['checkout']),
      ],
    ],
  };
}
