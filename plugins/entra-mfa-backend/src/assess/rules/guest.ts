import { leftOut } from './leftOut';

/** `/users` writes `Guest` and the report `guest`, so the case is not looked at. */
export const guest = leftOut({
  scopeClass: 'guest',
  text: ({ settings }) =>
    settings.countGuests
      ? 'Guests are counted as members are, as configured.'
      : 'Guests are left out of the figure of the members.',
  facts: ({ facts, settings }) => ({
    userType: facts.user.userType,
    countGuests: settings.countGuests,
  }),
  fits: ({ facts, settings }) =>
    !settings.countGuests && facts.user.userType?.toLowerCase() === 'guest',
});
