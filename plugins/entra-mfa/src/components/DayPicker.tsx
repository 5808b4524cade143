import { DatePicker } from '@backstage/ui';
import { I18nProvider } from 'react-aria-components';
import type { ComponentProps } from 'react';
import { useWords } from '../messages/useWords';

/** A date picker that has day, month and year in the order of the page's language, not of the browser's. */
export function DayPicker(props: ComponentProps<typeof DatePicker>) {
  const { t } = useWords();
  return (
    <I18nProvider locale={t('general.format.region')}>
      <DatePicker {...props} />
    </I18nProvider>
  );
}
