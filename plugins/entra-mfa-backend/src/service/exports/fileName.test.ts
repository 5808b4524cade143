import type { FileAbout } from './FileAbout';
import { fileName } from './fileName';

const about: FileAbout = {
  tenant: { id: '0a1b2c3d-0000-4000-8000-000000000001', name: 'Contoso' },
  snapshot: {
    number: 12,
    at: new Date('2026-11-21T09:00:00Z'),
    readAt: null,
    rulesVersion: '2-0123456789ab',
  },
  pastAt: null,
  filter: null,
  stale: false,
  fromMethods: false,
  disconnectedAt: null,
};
const end = 'snapshot-12_rules-2-0123456789ab';
const tenant = (name: string) => ({ tenant: { ...about.tenant!, name } });

it.each<[Partial<FileAbout>, string]>([
  [{}, `mfa-people_contoso_2026-11-21_${end}`],
  [
    { filter: 'state=covered,unknown; team=group:default/pay' },
    `mfa-people_contoso_2026-11-21_${end}_state-covered-unknown-team-group-default-pay`,
  ],
  [{ stale: true }, `mfa-people_contoso_2026-11-21_${end}_stale`],
  [{ pastAt: '2026-09-30' }, `mfa-people_contoso_as-of-2026-09-30_${end}`],
  [
    { pastAt: '2026-09-30T08:00:00Z' },
    `mfa-people_contoso_as-of-2026-09-30_${end}`,
  ],
  [
    tenant('Müller & Söhne / "GmbH"\r\n'),
    `mfa-people_muller-sohne-gmbh_2026-11-21_${end}`,
  ],
  [
    tenant('../../株式会社'),
    `mfa-people_0a1b2c3d-0000-4000-8000-000000000001_2026-11-21_${end}`,
  ],
  [{ snapshot: null }, 'mfa-people_contoso_no-snapshot'],
  [{ snapshot: null, tenant: null }, 'mfa-people_no-snapshot'],
])('is of %j', (rest, name) => {
  expect(fileName('people', { ...about, ...rest }, true)).toBe(name);
});

it('says that it names nobody', () => {
  expect(fileName('review-3', { ...about, stale: true }, false)).toBe(
    `mfa-review-3_contoso_2026-11-21_${end}_stale_pseudonymous`,
  );
});

it('is short and harmless, whatever is in it, and tells long filters apart', () => {
  const names = ['x', 'y'].map(last =>
    fileName(
      'people',
      {
        ...about,
        ...tenant('N'.repeat(300)),
        filter: `q=${'a/b\\'.repeat(50)}${last}`,
        stale: true,
      },
      false,
    ),
  );
  for (const name of names) {
    expect(name).toMatch(/^[a-z0-9_-]{1,220}$/);
  }
  expect(names[0]).not.toBe(names[1]);
});
