import { PeoplePanel } from './PeoplePanel';

/** Everybody whom the reader may see. */
export function PeopleTab() {
  return <PeoplePanel />;
}
