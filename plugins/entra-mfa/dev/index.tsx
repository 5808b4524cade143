import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import plugin from '../src';
import { cardsPlugin } from './cardsPlugin';
import { fixtureFetch } from './fixture/fixtureFetch';
import { scenarios } from './fixture/scenarios';

// Which situation is shown: localStorage.scenario, one of `scenarios`.
const wanted = window.localStorage.getItem('scenario');
const scenario = scenarios.find(name => name === wanted) ?? 'healthy';
const answer = fixtureFetch(scenario);
const network = window.fetch;
window.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  return address.includes('/api/entra-mfa/')
    ? answer(input, init)
    : network(input, init);
};

createDevApp({ features: [plugin, cardsPlugin] });
