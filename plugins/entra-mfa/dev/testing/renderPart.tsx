import type { ReactElement } from 'react';
import { EntraMfaProvider } from '../../src/api/EntraMfaProvider';
import { RecordedApi } from '../answers/RecordedApi';
import { renderInPortal, type Options } from './renderPortal';

/** Shows a part of the plugin alone, in what every part of it stands in; after it, that it was drawn. */
export function renderPart(
  part: ReactElement,
  api: RecordedApi = new RecordedApi(),
  options: Omit<Options, 'api' | 'scenario'> = {},
): RecordedApi {
  renderInPortal(
    <EntraMfaProvider>
      {part}
      <p>drawn</p>
    </EntraMfaProvider>,
    { ...options, api },
  );
  return api;
}
