import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { dayInMilliseconds } from '../clock';
import { describeTenant } from '../describeTenant';
import { enabledAt } from './account';
import { GeneratedTenant } from './generatedTenant';
import type { Registration } from './methodMix';
import { beforeRegistration } from './registration';

const timelineStart = Date.UTC(2026, 7, 23);
const onDay = (day: number) => timelineStart + day * dayInMilliseconds;

type State = Map<string, { enabled: boolean; registration: Registration }>;

const stateOf = (tenant: GeneratedTenant, time: number): State =>
  new Map(
    [...tenant.people(time)].map(({ account, registration }) => [
      account.id,
      { enabled: enabledAt(account, time), registration },
    ]),
  );

describe('the timeline', () => {
  it('leads from any time to a later one by what happens in between', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: -20, max: 900 }),
        fc.integer({ min: 1, max: 60 }),
        (seed, day, days) => {
          const tenant = new GeneratedTenant({
            seed,
            size: 120,
            timelineStart,
          });
          const before = stateOf(tenant, onDay(day));
          const after = stateOf(tenant, onDay(day + days));
          for (const event of tenant.events(onDay(day), onDay(day + days))) {
            const { id } = event;
            switch (event.kind) {
              case 'created':
                before.set(id, {
                  enabled: true,
                  registration: beforeRegistration(
                    tenant.population.withId(id)!.draw,
                  ),
                });
                break;
              case 'deleted':
                before.delete(id);
                break;
              case 'disabled':
                before.get(id)!.enabled = false;
                break;
              default:
                before.get(id)!.registration = event.registration;
            }
          }
          expect(new Map([...before].sort())).toEqual(
            new Map([...after].sort()),
          );
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is the same for the same seed, size and date, and another for another seed', async () => {
    const rows = async (seed: number) => {
      const tenant = new GeneratedTenant({ seed, size: 100, timelineStart });
      const all = [];
      for await (const row of tenant.streamRegistrations(onDay(50))) {
        all.push(row);
      }
      return all;
    };
    const first = await rows(3);
    expect(await rows(3)).toEqual(first);
    expect(await rows(4)).not.toEqual(first);
  });

  it('refreshes rows without a change of registration, in another order of methods', async () => {
    const tenant = new GeneratedTenant({ seed: 1, size: 100, timelineStart });
    const rowsOf = async (day: number) => {
      const rows = new Map();
      for await (const row of tenant.streamRegistrations(onDay(day))) {
        rows.set(row.id, row);
      }
      return rows;
    };
    const [first, second] = [await rowsOf(20), await rowsOf(21)];
    let reordered = 0;
    let refreshed = 0;
    for (const [id, row] of first) {
      const next = second.get(id);
      if (!next) {
        continue;
      }
      refreshed += Number(next.lastUpdatedDateTime !== row.lastUpdatedDateTime);
      reordered += Number(
        next.methodsRegistered.join() !== row.methodsRegistered.join() &&
          [...next.methodsRegistered].sort().join() ===
            [...row.methodsRegistered].sort().join(),
      );
    }
    expect(refreshed).toBe(first.size);
    expect(reordered).toBeGreaterThan(10);
  });
});

describe('the organisation of the demonstration', () => {
  const tenant = new GeneratedTenant({ seed: 1, size: 1200, timelineStart });
  const { breakGlassIds, unregistered, paymentsLead, securityLead } =
    describeTenant();

  /** Members in scope as the product's rules count them, recounted from raw rows. */
  const recount = async (day: number) => {
    const time = onDay(day);
    const report = new Map<string, { isMfaRegistered: boolean }>();
    for await (const row of tenant.streamRegistrations(time)) {
      report.set(row.id, row);
    }
    const counts = {
      inScope: 0,
      guests: 0,
      disabled: 0,
      future: 0,
      withoutMail: 0,
      withoutRow: 0,
      converted: 0,
      agents: 0,
      otherCase: 0,
    };
    const teams = new Map<string, [registered: number, people: number]>();
    let registered = 0;
    let assessed = 0;
    for await (const user of tenant.streamUsers(time)) {
      const name = String(user.userPrincipalName);
      const row = report.get(String(user.id));
      if (user.accountEnabled === false) {
        counts.disabled++;
        expect(row).toBeUndefined();
      } else if (user.userType === 'Guest') {
        counts.guests++;
      } else if (user['@odata.type']) {
        counts.agents++;
      } else if (
        Date.parse(String(user.employeeHireDate ?? '1970-01-01')) > time
      ) {
        counts.future++;
      } else if (
        !breakGlassIds.includes(String(user.id)) &&
        !/^(Sync_|package_)/.test(name)
      ) {
        counts.inScope++;
        counts.withoutMail += Number(user.mail === null);
        counts.withoutRow += Number(!row);
        counts.converted += Number(name.includes('#EXT#'));
        counts.otherCase += Number(name !== name.toLowerCase());
        assessed += Number(Boolean(row));
        registered += Number(row?.isMfaRegistered ?? false);
        const team = String(user.department);
        const [had, people] = teams.get(team) ?? [0, 0];
        teams.set(team, [had + Number(row?.isMfaRegistered), people + 1]);
      }
    }
    const share = (name: string) => {
      const [had, people] = teams.get(name)!;
      return had / people;
    };
    return { counts, coverage: registered / assessed, share, teams };
  };

  it('has what a real directory has', async () => {
    const { counts } = await recount(90);
    expect(counts.inScope).toBeGreaterThan(1150);
    expect(counts.inScope).toBeLessThan(1250);
    expect(counts.guests).toBe(90);
    expect(counts.disabled).toBeGreaterThan(35);
    expect(counts.disabled).toBeLessThan(90);
    for (const count of Object.values(counts)) {
      expect(count).toBeGreaterThan(0);
    }
  });

  it('climbs from about 80 to about 91 per cent, and its teams differ', async () => {
    const first = await recount(0);
    const last = await recount(90);
    expect(first.coverage).toBeCloseTo(0.8, 1);
    expect(last.coverage).toBeGreaterThan(0.895);
    expect(last.coverage).toBeLessThan(0.925);
    expect(last.share('Field Sales')).toBeLessThan(0.6);
    expect(last.share('Payments')).toBeLessThan(0.9);
    expect(last.share('Security')).toBe(1);
    expect(last.teams.has('Quantum Research')).toBe(false);
    const lost = [...tenant.events(onDay(0), onDay(90))].filter(
      ({ kind }) => kind === 'lost',
    );
    expect(lost.length).toBeGreaterThan(3);
    expect(lost.length).toBeLessThan(40);
  });

  it('keeps the people that a demonstration names', async () => {
    const found: Record<string, unknown> = {};
    for await (const user of tenant.streamUsers(onDay(400))) {
      found[String(user.mail)] = user;
    }
    for (const person of [unregistered, paymentsLead, securityLead]) {
      expect(found[person.mail]).toMatchObject({
        displayName: person.displayName,
        department: person.team,
        accountEnabled: true,
      });
    }
  });

  it('finds every row and every user by object id', () => {
    const time = onDay(33);
    const { population } = tenant;
    const people = [...tenant.people(time)].map(({ account }) => account);
    const found = people.map(({ id }) =>
      population.at(population.positionOf(id)!, time),
    );
    expect(found.map(account => account?.id)).toEqual(
      people.map(({ id }) => id),
    );
    expect(
      people.map(({ id }) => population.withId(id)?.userPrincipalName),
    ).toEqual(people.map(({ userPrincipalName }) => userPrincipalName));
  });

  it('changes the registration of the share that was asked for, and takes it back', async () => {
    const rows = async () => {
      const all = new Map<string, string>();
      for await (const row of tenant.streamRegistrations(onDay(90))) {
        all.set(
          row.id,
          [row.isMfaRegistered, ...[...row.methodsRegistered].sort()].join(),
        );
      }
      return all;
    };
    const before = await rows();
    tenant.change(0.1, onDay(90));
    const after = await rows();
    tenant.reset();
    const changed = [...before].filter(([id, row]) => after.get(id) !== row);
    expect(after.size).toBe(before.size);
    expect(changed.length / before.size).toBeCloseTo(0.1, 1);
    expect(await rows()).toEqual(before);
  });
});

/** Without it, what is counted is what happens not to be collected yet. */
function collectGarbage() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

it('streams half a million people without holding them', async () => {
  const tenant = new GeneratedTenant({ seed: 2, size: 500_000, timelineStart });
  const used = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  let rows = 0;
  let baseline = 0;
  let most = 0;
  for await (const row of tenant.streamRegistrations(onDay(10))) {
    rows += Number(Boolean(row.id));
    if (rows === 20_000) {
      baseline = used();
    } else if (rows % 100_000 === 0) {
      most = Math.max(most, used());
    }
  }
  expect(rows).toBeGreaterThan(500_000);
  // Half a million rows would take several hundred megabytes.
  expect(most - baseline).toBeLessThan(100 * 1024 * 1024);
}, 120_000);
