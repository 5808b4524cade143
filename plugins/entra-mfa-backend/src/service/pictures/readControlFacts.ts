import { getControl } from '../controls/getControls';
import type { QueryOf, ReadContext } from '../types';
import type { ControlFacts } from './drawControl';

/** Where a control stands now. */
export async function readControlFacts(
  context: ReadContext,
  { tenant, control }: QueryOf<'getControlPicture'>,
): Promise<ControlFacts> {
  const slash = control.indexOf('/');
  const { framework, id, words, status, since, snapshot } = await getControl(
    context,
    { framework: control.slice(0, slash), id: control.slice(slash + 1) },
    { tenant },
  );
  return {
    framework: framework.name,
    id,
    title: words.en.title,
    status,
    since,
    at: snapshot && snapshot.at,
  };
}
