/**
 * In the place of what `@backstage/ui` puts its styles into the page with. The DOM of the tests lays
 * out nothing, and asks every rule of the page whether it fits whenever a role is looked for.
 */
export default function noStyles(): void {}
