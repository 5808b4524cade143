import { objectId } from '../../src/__testUtils__/rows';
import type { History } from '../History';
import type { ReplicaNumber } from '../steps';
import { marks, type TenantMark } from '../world/marks';
import { hold, same } from './LawBrokenError';
import { lookAt } from './lookAt';

/** Reads while something goes on: nobody is gone for the moment of a publication. */
export async function watch(
  history: History,
  mark: TenantMark,
  replica: ReplicaNumber,
  what: Promise<unknown>,
): Promise<void> {
  let over = false;
  const end = what.finally(() => {
    over = true;
  });
  // It is waited for below.
  end.catch(() => {});
  const viewpoint = history.viewpoint(mark, replica);
  const { api, port } = viewpoint;
  const tenant = marks[mark].tenantId;
  try {
    const before = history.past[mark].isPublished
      ? await lookAt(viewpoint)
      : null;
    // What only a lie brought is gone when it ends.
    const teams = (before?.teams ?? []).filter(({ ref }) =>
      history.catalog.teams.some(team => ref === `group:default/${team}`),
    );
    for (let reads = 0; before && !over; reads += 1) {
      const { ref } = teams[reads % teams.length] ?? {};
      const paths = [
        `/people/${tenant}/${objectId(1 + (reads % 2))}?`,
        ...(ref ? [`/teams/${ref.replace(':', '/')}?tenant=${tenant}`] : []),
      ];
      for (const path of paths) {
        const { status, text } = await api.ask(
          port,
          { path },
          { caller: 'security', mark },
        );
        hold(
          'Who and what is there is found while something is published',
          status === 200,
          () => `${path}: ${status} ${text.slice(0, 300)}`,
        );
      }
    }
  } catch (error) {
    // The replica that was asked may be the one that died.
    if (!(error instanceof TypeError)) {
      await end.catch(() => {});
      throw error;
    }
  }
  await end;
  same('A sync ends', over, true);
}
