import { Route, Routes } from '../navigation/router';
import { PeopleTab } from '../people/PeopleTab';
import { PersonView } from '../people/PersonView';
import { RolesView } from '../roles/RolesView';

/** The list of people, one of them, and the roles that they hold. */
export function PeopleView() {
  return (
    <Routes>
      <Route path="roles" element={<RolesView />} />
      <Route path=":tenant/:id" element={<PersonView />} />
      <Route path="*" element={<PeopleTab />} />
    </Routes>
  );
}
