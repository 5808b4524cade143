import {
  peopleFilterSchema,
  reviewItemFilterSchema,
} from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { tellFilter } from './tellFilter';

const hiddenTeams = new Set(['group:default/small']);

it.each<[Record<string, string>, string | null, string | null]>([
  [{}, null, null],
  [{ tenant: 't', at: '2026-11-20', sort: 'name', order: 'desc' }, null, null],
  [
    { state: 'covered,unknown', privileged: 'false' },
    'state=covered,unknown; privileged=false',
    'state=covered,unknown; privileged=false',
  ],
  [
    { team: 'group:default/payments' },
    'team=group:default/payments',
    'team=group:default/payments',
  ],
  [
    { team: 'group:default/payments', subTeams: 'false' },
    'team=group:default/payments; subTeams=false',
    'team=group:default/payments; subTeams=false',
  ],
  [{ subTeams: 'false' }, null, null],
  [{ roleKind: 'eligible' }, null, null],
  // What would tell a file without names of whom it is.
  [
    { team: 'Group:default/Small' },
    'team=Group:default/Small',
    'team=(small team)',
  ],
  [
    { q: 'Ada', state: 'covered' },
    'state=covered; q=Ada',
    'state=covered; q=(withheld)',
  ],
  [
    { entityRef: 'user:default/ada', exception: 'e1' },
    'entityRef=user:default/ada; exception=e1',
    'entityRef=(withheld); exception=(withheld)',
  ],
  [
    { minAgeDays: '0', maxAgeDays: '3' },
    'minAgeDays=0; maxAgeDays=3',
    'minAgeDays=(withheld); maxAgeDays=(withheld)',
  ],
])('tells %j', (query, named, pseudonymous) => {
  const asked = peopleFilterSchema.parse(query);
  const tell = (isNamed: boolean) =>
    tellFilter(asked, peopleFilterSchema, { named: isNamed, hiddenTeams });
  expect(tell(true)).toBe(named);
  expect(tell(false)).toBe(pseudonymous);
});

it('calls roles by their names, as far as they are known', () => {
  const asked = peopleFilterSchema.parse({ role: 'A1,b2' });
  expect(
    tellFilter(asked, peopleFilterSchema, {
      named: true,
      hiddenTeams,
      roleNames: new Map([['a1', 'Global Administrator']]),
    }),
  ).toBe('role=Global Administrator,b2');
});

it('tells what of a review was asked for', () => {
  const asked = { reason: ['new'], decision: ['open', 'keep'], q: 'Ada' };
  const options = { named: false, hiddenTeams };
  expect(tellFilter(asked, reviewItemFilterSchema, options)).toBe(
    'reason=new; decision=open,keep; q=(withheld)',
  );
});
