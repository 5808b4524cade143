import { useRead } from './useRead';

/** What is configured, and what each data set needs. */
export const useTenants = () => useRead('getTenants', {}, {});
