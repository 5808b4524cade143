import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import plugin from '../src';
import { RecordedApi } from './answers/RecordedApi';
import { startClockAt } from './answers/startClockAt';
import { cardsPlugin } from './cardsPlugin';
import { chosenScenario, showScenarioPicker } from './scenarioPicker';

const api = new RecordedApi(chosenScenario(), { nearest: true });
startClockAt(api.at);
const network = window.fetch;
window.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  return address.includes('/api/entra-mfa/')
    ? api.fetch(input, init)
    : network(input, init);
};

showScenarioPicker();
createDevApp({ features: [plugin, cardsPlugin] });
