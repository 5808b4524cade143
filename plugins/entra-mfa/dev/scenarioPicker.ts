import { scenarios, type Scenario } from './answers/scenarios';

const key = 'scenario';

/** Which situation is shown; the browser remembers it. */
export function chosenScenario(): Scenario {
  const wanted = window.localStorage.getItem(key);
  return scenarios.find(name => name === wanted) ?? 'healthy';
}

/** Lets the situation be chosen, in a corner of the page; another one loads the page anew. */
export function showScenarioPicker(): void {
  const select = document.createElement('select');
  select.setAttribute('aria-label', 'Scenario');
  select.style.cssText =
    'position: fixed; right: 8px; bottom: 8px; z-index: 10000; font: inherit';
  select.append(...scenarios.map(name => new Option(name, name)));
  select.value = chosenScenario();
  select.onchange = () => {
    window.localStorage.setItem(key, select.value);
    window.location.reload();
  };
  document.body.append(select);
}
