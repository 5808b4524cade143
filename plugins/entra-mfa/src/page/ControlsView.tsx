import { ControlsTab } from '../controls/ControlsTab';
import { ControlView } from '../controls/ControlView';
import { Route, Routes } from '../navigation/router';

/** The controls of a framework, and one of them. */
export function ControlsView() {
  return (
    <Routes>
      <Route path=":framework/:id" element={<ControlView />} />
      <Route path="*" element={<ControlsTab />} />
    </Routes>
  );
}
