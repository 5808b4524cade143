import { ChangesTab } from '../changes/ChangesTab';
import { MonthView } from '../month/MonthView';
import { Route, Routes } from '../navigation/router';

/** What changed between two dates, and the report of a month. */
export function ChangesView() {
  return (
    <Routes>
      <Route path="month" element={<MonthView />} />
      <Route path="*" element={<ChangesTab />} />
    </Routes>
  );
}
