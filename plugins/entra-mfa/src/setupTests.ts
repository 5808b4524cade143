import '@testing-library/jest-dom';
import { configure, getConfig } from '@testing-library/react';
import { notRecorded } from '../dev/answers/RecordedApi';

const { getElementError } = getConfig();
configure({
  // The first render of a file compiles the page and its charts.
  asyncUtilTimeout: 15_000,
  // While something is waited for, each look that does not find it would print the whole document.
  getElementError: (message, container) =>
    Reflect.get(getConfig(), '_disableExpensiveErrorDiagnostics')
      ? Object.assign(new Error(message ?? ''), {
          name: 'TestingLibraryElementError',
        })
      : getElementError(message, container),
});
jest.setTimeout(60_000);

// Style sheets of JSS, which jsdom goes through for each element whose role it is asked for.
jest.mock('is-in-browser', () => ({ __esModule: true, default: false }));

// What the portal keeps for the reader.
afterEach(() => localStorage.clear());

// What was asked and is not recorded would be an answer that nobody gave.
afterEach(() => {
  const missing = notRecorded.splice(0);
  if (missing.length > 0) throw new Error(missing.join('\n'));
});
