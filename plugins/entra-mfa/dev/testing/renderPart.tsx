import type { ReactElement } from 'react';
import { EntraMfaProvider } from '../../src/api/EntraMfaProvider';
import { RecordedApi } from '../answers/RecordedApi';
import { renderInPortal } from './renderPortal';

/** Shows a part of the plugin alone, in what every part of it stands in; after it, that it was drawn. */
export function renderPart(
  part: ReactElement,
  api: RecordedApi = new RecordedApi(),
): RecordedApi {
  renderInPortal(
    <EntraMfaProvider>
      {part}
      <p>drawn</p>
    </EntraMfaProvider>,
    { api },
  );
  return api;
}
