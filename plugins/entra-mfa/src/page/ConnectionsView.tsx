import { useOverview } from '../api/useOverview';
import { DataTab } from '../data/DataTab';
import { usePageParams } from '../navigation/usePageParams';

/** What was read of the tenant that is shown, and what it takes. */
export function ConnectionsView() {
  const { data } = useOverview(usePageParams());
  return data ? <DataTab overview={data} /> : null;
}
