import type { QueryOf } from '../types';

/** What is asked: see the contract. */
export type WhatIfQuestion = QueryOf<'getWhatIf'>;
