import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  ScopePreview,
  WhatIf,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { LRUCache } from 'lru-cache';
import { codeVersion } from '../../assess/codeVersions';
import { codeOfVersion, rulesVersion } from '../../assess/rulesVersion';
import type { RuleSettings, StoredCounts } from '../../assess/types';
import { assumedSettings, nothing, type Assumption } from '../../assess/whatIf';
import { isSmall } from '../../assess/smallTeams';
import { rulesOf } from '../../config/rulesOf';
import { readTeamCounts, readTenantCounts } from '../../store/read/readCounts';
import { seesWholeTeam } from '../../store/read/readTeamVisibility';
import { toSnapshotRef } from '../figures';
import { readTenantRefs } from '../readTenantRefs';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { Found } from '../Snapshots';
import { staleCauses } from '../../connections/staleCauses';
import { timeOf } from '../timeOf';
import { readPeopleOf } from '../getPeople';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { computeWhatIf, type Computed } from './computeWhatIf';
import { differenceOf, toFigure } from './figures';
import { OneAtATime } from './OneAtATime';
import { readTeamAt, type TeamAt } from './readTeamAt';
import { reportStatusAt } from './reportStatusAt';
import { ScopeMoves } from './ScopeMoves';
import { teamsOfAnswer } from './teamsOfAnswer';
import { notReadOf, triedRules } from './triedRules';
import type { WhatIfQuestion } from './types';

/** A past snapshot is never another one, so an answer is right for as long as it is kept. */
const ANSWERS = 100;
/** Of how many teams the answers that are kept may be together. */
const TEAMS = 200_000;

/** Computes answers one at a time: everybody is assessed for each. It trusts the access that it is given. */
export class WhatIfService {
  readonly #context: ReadContext;
  readonly #answers = new LRUCache<string, Computed>({
    max: ANSWERS,
    maxSize: TEAMS,
    sizeCalculation: ({ teams }) => 1 + teams.size,
  });
  readonly #queue = new OneAtATime();

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** @param signal - ends the computation when nobody waits for it any more */
  async getWhatIf(
    query: WhatIfQuestion,
    signal: AbortSignal,
    access: PeopleAccess,
  ): Promise<WhatIf> {
    const { config, clock, knex, snapshots } = this.#context;
    const found = await snapshots.readPublished(query, async newest => ({
      ...newest,
      // A snapshot may be published meanwhile; a past one is not moved by it.
      view: { ...newest.view, newest: false },
    }));
    const { snapshot, view } = found;
    const then: RuleSettings = JSON.parse(snapshot.settings);
    const settings =
      query.rules === 'today' ? rulesOf(config, view.tenantId) : then;
    if (query.rules === 'then') {
      refuseOtherCode(snapshot);
    }
    const assumption = toAssumption(query);

    const whole = await readTenantCounts(knex, view);
    const team = query.team
      ? await readTeamAt(knex, found, query.team.toLowerCase())
      : null;
    if (team) {
      await this.#mayCount(team.ref, found, access);
    }
    const shown = team ? await readTeamCounts(knex, view, team.ref) : whole;
    if (!whole || !shown) {
      throw new NotFoundError(`There are no counts of ${query.team} then`);
    }
    const now = clock.now();
    const seen = query.at === undefined ? now : timeOf(query.at, now);
    const stale = await this.#isStale(found, seen);
    const { counts, fewest, teams } = await this.#answer(
      found,
      { query, settings, then, assumption, whole },
      signal,
    );
    if (isSmall(fewest, config.smallTeams.hideBelow)) {
      await this.#mayTellApart(team?.ref ?? null, found, access);
    }
    const assumedBy = assumedSettings(settings, assumption);
    const figures = {
      shown: toFigure(shown, {
        ...then,
        rulesVersion: snapshot.rulesVersion,
        targetPermille: team?.targetPermille ?? then.targetPermille,
        stale,
      }),
      assumed: toFigure(counts, {
        ...assumedBy,
        rulesVersion: rulesVersion(assumedBy),
        targetPermille: targetOf(team, settings, assumption),
        stale,
      }),
    };
    const tenants = await readTenantRefs(this.#context);
    return {
      tenant: tenants.find(({ id }) => id === view.tenantId)!,
      snapshot: toSnapshotRef(snapshot),
      team: team && { ref: team.ref, title: team.title },
      ...figures,
      difference: differenceOf(figures.shown.counts, figures.assumed.counts),
      teams: await teamsOfAnswer(this.#context, found, access, {
        team: team?.ref ?? null,
        counts: teams,
        targets: {
          then: then.targetPermille,
          asked: settings.targetPermille,
          assumed: assumption.targetPermille,
        },
        stale,
      }),
    };
  }

  /**
   * What a scope rule would do to the people of a snapshot, by the rules of then. It names people, and any filter tells
   * anybody apart: the caller sees everybody.
   *
   * @param signal - ends the computation when nobody waits for it any more
   */
  async previewScope(
    query: QueryOf<'previewScope'>,
    signal: AbortSignal,
  ): Promise<ScopePreview> {
    const { clock, knex, snapshots } = this.#context;
    const found = await snapshots.readPublished(query, async newest => ({
      ...newest,
      view: { ...newest.view, newest: false },
    }));
    const { snapshot, view } = found;
    refuseOtherCode(snapshot);
    const then: RuleSettings = JSON.parse(snapshot.settings);
    const settings = { ...then, scopeRules: triedRules(then, query) };
    const whole = await readTenantCounts(knex, view);
    if (!whole) {
      throw new NotFoundError('There are no counts then');
    }
    const moves = new ScopeMoves(query.limit);
    const { counts } = await this.#queue.run(signal, () =>
      computeWhatIf(
        knex,
        {
          found,
          team: null,
          settings,
          // There is nobody from whom a difference would have to be kept.
          then: settings,
          assumption: nothing,
          report: reportStatusAt(snapshot, whole),
        },
        signal,
        (row, assessment) => moves.add(row, assessment),
      ),
    );
    const now = clock.now();
    const seen = query.at === undefined ? now : timeOf(query.at, now);
    const by = {
      basis: then.basis,
      targetPermille: then.targetPermille,
      stale: await this.#isStale(found, seen),
    };
    const moved = moves.first();
    const people = await readPeopleOf(
      this.#context,
      view,
      moved.map(({ id }) => id),
    );
    const tenants = await readTenantRefs(this.#context);
    return {
      tenant: tenants.find(({ id }) => id === view.tenantId)!,
      snapshot: toSnapshotRef(snapshot),
      shown: toFigure(whole, { ...by, rulesVersion: snapshot.rulesVersion }),
      assumed: toFigure(counts, {
        ...by,
        rulesVersion: rulesVersion(settings),
      }),
      leave: moves.leave,
      enter: moves.enter,
      notRead: notReadOf(settings, then),
      items: moved.flatMap(({ id, change }) => {
        const person = people.get(id);
        return person ? [{ change, person }] : [];
      }),
    };
  }

  /** What would be of a small team tells as much of its people as what is. */
  /** Whether no target counts as met by a snapshot: it is too old, or of a tenant that is not read any more. */
  async #isStale({ snapshot, view }: Found, seen: Date): Promise<boolean> {
    const { config, snapshots } = this.#context;
    return (
      staleCauses(config, snapshot, seen).length > 0 ||
      (await snapshots.disconnectedAt(view.tenantId)) !== null
    );
  }

  async #mayCount(team: string, { view }: Found, access: PeopleAccess) {
    const { teams } = await hiddenFrom(this.#context, view, access);
    if (teams.has(team)) {
      throw new NotAllowedError(
        `The figures of a team as small as ${team} are for who may see its people by name (entra-mfa.people.read): ask for the teams above it`,
      );
    }
  }

  /** A difference that few people make is theirs: who they are is for who may see all of them by name. */
  async #mayTellApart(
    team: string | null,
    { view }: Found,
    access: PeopleAccess,
  ) {
    const sees =
      access.kind === 'all' ||
      (access.kind === 'some' &&
        team !== null &&
        (await seesWholeTeam(this.#context.knex, view, team, access.criteria)));
    if (!sees) {
      throw new NotAllowedError(
        `Fewer than ${
          this.#context.config.smallTeams.hideBelow
        } people make this difference, so that it is for who may see them by name (entra-mfa.people.read): assume something that concerns more people, or ask for a larger team`,
      );
    }
  }

  async #answer(
    found: Found,
    asked: {
      query: WhatIfQuestion;
      settings: RuleSettings;
      then: RuleSettings;
      assumption: Assumption;
      whole: StoredCounts;
    },
    signal: AbortSignal,
  ): Promise<Computed> {
    const { query, settings, then, assumption, whole } = asked;
    const { snapshot, view } = found;
    // The target changes nobody's state.
    const { targetPermille: _, ...assessed } = assumption;
    const team = query.team?.toLowerCase() ?? null;
    const key = JSON.stringify([view, query.rules, team, assessed]);
    const kept = this.#answers.get(key);
    if (kept) {
      return kept;
    }
    return this.#queue.run(signal, async () => {
      // Somebody before in the queue may have asked the same.
      const answered = this.#answers.get(key);
      if (answered) {
        return answered;
      }
      const report = reportStatusAt(snapshot, whole);
      const computed = await computeWhatIf(
        this.#context.knex,
        { found, team, settings, then, assumption, report },
        signal,
      );
      this.#answers.set(key, computed);
      return computed;
    });
  }
}

/** The difference would be that of two codes, and not of the assumption. */
function refuseOtherCode({ number, rulesVersion: version }: Found['snapshot']) {
  const code = codeOfVersion(version);
  if (code !== codeVersion) {
    throw new InputError(
      `Snapshot ${number} was assessed by version ${code} of the rules, and today's is ${codeVersion}, so that it cannot be assessed again as it was: choose a later day, or ask for today's rules (rules=today)`,
    );
  }
}

function toAssumption(query: WhatIfQuestion): Assumption {
  return {
    phoneOff: query.phoneOff,
    withoutExceptions: query.withoutExceptions,
    countGuests: query.countGuests ?? null,
    basis: query.basis ?? null,
    targetPermille: query.targetPermille ?? null,
  };
}

/** A team's own target, as the catalog said it, goes before the configured one. */
function targetOf(
  team: TeamAt | null,
  settings: RuleSettings,
  assumption: Assumption,
): number {
  return (
    assumption.targetPermille ?? team?.ownTarget ?? settings.targetPermille
  );
}
