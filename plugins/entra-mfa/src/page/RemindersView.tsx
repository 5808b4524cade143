import { Route, Routes } from '../navigation/router';
import { CampaignView } from '../reminders/CampaignView';
import { RemindersTab } from '../reminders/RemindersTab';

/** The list of campaigns, and one of them. */
export function RemindersView() {
  return (
    <Routes>
      <Route path=":id" element={<CampaignView />} />
      <Route path="*" element={<RemindersTab />} />
    </Routes>
  );
}
