import { TeamHeads } from './TeamHeads';

const group = { id: 'g', displayName: 'Payments', mailNickname: 'payments' };

const person = (jobTitle: string | null) => ({
  id: 'u',
  displayName: 'Maya Oduya',
  mail: 'maya.oduya@contoso.com',
  jobTitle,
});

describe('TeamHeads', () => {
  it.each<[string | null, string | undefined]>([
    ['Head of Payments', 'user:default/maya.oduya_contoso.com'],
    ['Head of Payments Europe', undefined],
    ['Senior Engineer', undefined],
    [null, undefined],
  ])('names at Payments who is %p: %p', async (jobTitle, lead) => {
    const heads = new TeamHeads();
    const user = await heads.transformUser(person(jobTitle));
    expect(user?.metadata.name).toBe('maya.oduya_contoso.com');
    const entity = await heads.transformGroup(group);
    expect(entity?.metadata.annotations?.['entra-mfa/lead']).toBe(lead);
    expect(entity?.metadata.annotations).toHaveProperty(
      ['graph.microsoft.com/group-id'],
      'g',
    );
  });
});
