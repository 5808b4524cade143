import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { notRecorded } from '../dev/answers/RecordedApi';

// The first render of a file compiles the page and its charts.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// The portal's own sidebar makes JSS warn of media queries that jsdom does not parse.
jest.mock('tiny-warning', () => () => {});

// What the portal keeps for the reader.
afterEach(() => localStorage.clear());

// What was asked and is not recorded would be an answer that nobody gave.
afterEach(() => {
  const missing = notRecorded.splice(0);
  if (missing.length > 0) throw new Error(missing.join('\n'));
});
