import { AssessmentsTab } from '../assessments/AssessmentsTab';
import { AssessmentView } from '../assessments/AssessmentView';
import { Route, Routes } from '../navigation/router';

/** The list of assessments, and one of them. */
export function AssessmentsView() {
  return (
    <Routes>
      <Route path=":number" element={<AssessmentView />} />
      <Route path="*" element={<AssessmentsTab />} />
    </Routes>
  );
}
