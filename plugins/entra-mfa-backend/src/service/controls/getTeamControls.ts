import { NotFoundError } from '@backstage/errors';
import type { TeamControls } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { controlKey } from '../../assess/controls/framework';
import { isTeamTest } from '../../assess/controls/teamTests';
import type { SnapshotView } from '../../store/asOf/types';
import { readTeamTitle } from '../../store/read/readTeamTitle';
import { seesWholeTeam } from '../../store/read/readTeamVisibility';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { countStandings } from './countStandings';
import { frameworkOf, headOf, nameOf } from './getControls';
import { readStandings } from './readStandings';
import { readTeamOutcomes } from './readTeamOutcomes';
import { standingFor } from './standingFor';

/** The controls of a framework that a team can answer, with where it stands. */
export async function getTeamControls(
  context: ReadContext,
  ref: string,
  query: QueryOf<'getTeamControls'>,
  access: PeopleAccess,
): Promise<TeamControls> {
  const { config, frameworks, knex, snapshots } = context;
  const framework = frameworkOf(context, query.framework ?? frameworks[0].id);
  return snapshots.readPublished(query, async found => {
    const { view, snapshot } = found;
    const title = await readTeamTitle(knex, view, ref);
    if (title === null) {
      throw new NotFoundError(
        `The catalog had no group ${ref} when it was read at ${snapshot.at.toISOString()}`,
      );
    }
    const hidden = (await hiddenFrom(context, view, access)).teams.has(ref);
    const [team = null] = hidden
      ? []
      : (await readTeamOutcomes(knex, view, ref)) ?? [];
    const seesNames = await seesTeam(context, view, ref, access);
    const standings = await readStandings(context, found, query.at);
    const ofTeam = framework.controls.filter(({ tests }) =>
      tests.some(isTeamTest),
    );
    const controls = ofTeam.map(control => ({
      id: control.id,
      titles: { en: control.en.title, de: control.de?.title ?? null },
      severity: control.severity,
      disabledReason: standings.disabledReason(controlKey(framework, control)),
      ofTenant: control.tests.filter(test => !isTeamTest(test)),
      ...standingFor({ framework, control }, standings, team, seesNames),
    }));
    const {
      tenant,
      snapshot: of,
      staleCauses,
    } = await headOf(context, query, found, standings);
    return {
      ...{ tenant, snapshot: of, staleCauses, hidden },
      framework: nameOf(framework),
      team: { ref, title },
      hideBelow: config.smallTeams.hideBelow,
      counts: countStandings(controls.map(({ status }) => status)),
      controls: hidden ? [] : controls,
      ofTenant: framework.controls.length - ofTeam.length,
    };
  });
}

async function seesTeam(
  { knex }: ReadContext,
  view: SnapshotView,
  ref: string,
  access: PeopleAccess,
): Promise<boolean> {
  if (access.kind !== 'some') return access.kind === 'all';
  return seesWholeTeam(knex, view, ref, access.criteria);
}
