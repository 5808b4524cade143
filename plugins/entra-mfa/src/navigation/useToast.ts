import { useMemo } from 'react';
import { alertApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';

/** Tells the user what became of what they asked for; the old frontend system has no toasts. */
export function useToast(): (
  title: string,
  status: 'success' | 'danger',
) => void {
  const apis = useApiHolder();
  return useMemo(() => {
    const toasts = apis.get(toastApiRef);
    const alerts = toasts ? undefined : apis.get(alertApiRef);
    return (title, status) => {
      toasts?.post({ title, status, timeout: 6000 });
      alerts?.post({
        message: title,
        severity: status === 'danger' ? 'error' : status,
        display: 'transient',
      });
    };
  }, [apis]);
}
