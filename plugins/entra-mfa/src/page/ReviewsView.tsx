import { Route, Routes } from '../navigation/router';
import { ReviewsTab } from '../reviews/ReviewsTab';
import { ReviewView } from '../reviews/ReviewView';

/** The list of reviews, and one of them. */
export function ReviewsView() {
  return (
    <Routes>
      <Route path=":number" element={<ReviewView />} />
      <Route path="*" element={<ReviewsTab />} />
    </Routes>
  );
}
