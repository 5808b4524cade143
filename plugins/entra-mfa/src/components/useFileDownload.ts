import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import type {
  FileFormat,
  FileRouteName,
  RouteParams,
  RouteQuery,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';
import { save } from './save';

/** The list that is saved. */
export interface ListOf<N extends FileRouteName> {
  /** By its route. */
  of: N;
  params: Omit<RouteParams<N>, 'format'>;
  /** The filters, order and time that are shown. */
  query: RouteQuery<N>;
  /** What the file is called, without its end, where the backend's own name cannot be seen. */
  file: string;
}

/** In which form. */
export interface FormOf {
  format: FileFormat;
  /** Undefined for a list that names nobody. */
  names?: boolean;
}

/** Saves all pages of a list as a file. */
export function useFileDownload<N extends FileRouteName>({
  of,
  params,
  query,
  file,
}: ListOf<N>) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const toast = useToast();
  const analytics = useAnalytics();
  return useMutation({
    mutationFn: ({ format, names }: FormOf) =>
      api.file(
        of,
        { ...params, format } as RouteParams<N>,
        { ...query, ...(names !== undefined && { names }) } as RouteQuery<N>,
      ),
    onSuccess: ({ name, content }, { format, names }) => {
      analytics.captureEvent('export', of, {
        attributes: { format, ...(names !== undefined && { names }) },
      });
      const whose = names === false ? '-pseudonymous' : '';
      save(content, name ?? `${file}${whose}.${format}`);
    },
    onError: error =>
      toast(
        t('general.export.failed', { message: messageOf(error) }),
        'danger',
      ),
  });
}
