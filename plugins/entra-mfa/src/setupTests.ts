import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first render of a file compiles the page and its charts.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// The portal's own sidebar makes JSS warn of media queries that jsdom does not parse.
jest.mock('tiny-warning', () => () => {});
