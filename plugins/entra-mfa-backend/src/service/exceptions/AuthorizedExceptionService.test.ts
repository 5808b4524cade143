import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Authorizer } from '../routes/Authorizer';
import { AuthorizedExceptionService } from './AuthorizedExceptionService';
import type {
  ActingAccess,
  BodyOf,
  ExceptionAccess,
  ExceptionService,
} from './types';

it('matches one pattern at a time for each caller; people by name wait for none', async () => {
  let end: () => void = () => {};
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const asked: string[] = [];
  const inner: Partial<ExceptionService<ExceptionAccess, ActingAccess>> = {
    request: async ({ subject }) => {
      asked.push(subject.kind);
      if (subject.kind === 'rule') await ended;
      throw new Error('asked');
    },
  };
  const service = new AuthorizedExceptionService({
    inner: inner as ExceptionService<ExceptionAccess, ActingAccess>,
    auth: mockServices.auth(),
    authorizer: new Authorizer(mockServices.permissions(), () => ({
      kind: 'entity',
      refs: [],
    })),
  });
  const body = (subject: object) =>
    ({
      subject,
      reason: 'r',
      until: '2026-12-31',
    } as BodyOf<'requestException'>);
  const rule = body({ kind: 'rule', pattern: '^svc-' });
  const as = (name: string) => mockCredentials.user(`user:default/${name}`);

  const first = service.request(rule, as('a'));
  await expect(service.request(rule, as('a'))).rejects.toMatchObject({
    name: 'TooManyRequestsError',
    message: expect.stringContaining('exceptions by rule'),
  });
  await expect(
    service.request(body({ kind: 'person', objectId: 'x' }), as('a')),
  ).rejects.toThrow('asked');
  const others = ['b', 'c', 'd', 'e'].map(name =>
    service.request(rule, as(name)),
  );
  await expect(service.request(rule, as('f'))).rejects.toThrow(/^Others/);
  end();
  const all = await Promise.allSettled([first, ...others]);
  expect(all.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  expect(asked.sort()).toEqual(['person', ...Array(5).fill('rule')]);
});
