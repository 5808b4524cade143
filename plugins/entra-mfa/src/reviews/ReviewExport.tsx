import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ExportMenu } from '../components/ExportMenu';

/** Saves a closed review: everybody on its list, whatever the filter. */
export function ReviewExport({ review }: { review: Review }) {
  const { number, tenant } = review;
  return (
    <ExportMenu
      of="exportReviewItems"
      params={{ number }}
      query={{ tenant }}
      file={`mfa-review-${number}`}
      people
    />
  );
}
