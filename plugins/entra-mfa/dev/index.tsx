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
window.fetch = async (input, init) => {
  const request = new Request(input, init);
  if (request.url.includes('/api/entra-mfa/')) return answer(request);
  if (request.url.endsWith('/api/permission/authorize')) {
    const { items } = await request.json();
    return Response.json({
      items: items.map(({ id }: { id: string }) => ({ id, result: 'ALLOW' })),
    });
  }
  return network(input, init);
};

createDevApp({ features: [plugin, cardsPlugin] });
