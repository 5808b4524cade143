import { leftOut } from './leftOut';

/** Told by the configured object ids alone; never guessed from names. */
export const breakGlass = leftOut({
  scopeClass: 'break-glass',
  text: 'Emergency access (break-glass) accounts, as configured by object id, are left out.',
  facts: ({ facts, settings }) => ({
    objectId: facts.objectId,
    configured: settings.breakGlassIds.length,
  }),
  fits: ({ facts, settings }) =>
    settings.breakGlassIds.includes(facts.objectId.toLowerCase()),
});
