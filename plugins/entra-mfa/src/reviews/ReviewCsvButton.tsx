import { useApi } from '@backstage/core-plugin-api';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { CsvMenu } from '../components/CsvMenu';
import { useWords } from '../messages/useWords';

/** Saves a closed review as CSV: everybody on its list, whatever the filter. */
export function ReviewCsvButton({ review }: { review: Review }) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const { number, tenant } = review;
  return (
    <CsvMenu
      of="exportReviewItems"
      label={t('reviews.csv')}
      file={`mfa-review-${number}`}
      load={names =>
        api.csv('exportReviewItems', { number }, { tenant, names })
      }
    />
  );
}
