import { readFileSync } from 'node:fs';

/** What a JSON file says. */
export const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
