import type { TestApi } from './startTestApi';

interface OnTrail {
  kind: string;
  outcome: string;
  actor: { ref: string | null };
  details: Record<string, unknown>;
}

/** What a tenant's trail says somebody took away; a file is put on record when the last of it was sent, so it is waited for. */
export async function untilOnRecord(
  api: TestApi,
  tenantId: string,
  actor: string,
): Promise<OnTrail['details']> {
  for (;;) {
    const { body } = await api.get(`/tenants/${tenantId}/trail`);
    const items: OnTrail[] = body.items;
    const found = items.find(
      ({ kind, outcome, actor: { ref } }) =>
        kind === 'exported' && outcome === 'done' && ref === actor,
    );
    if (found) {
      return found.details;
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
