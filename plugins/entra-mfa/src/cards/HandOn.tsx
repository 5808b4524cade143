import { useState } from 'react';
import { Select, TextAreaField } from '@backstage/ui';
import { parseDate, today } from '@internationalized/date';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { TenantRef } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { DayPicker } from '../components/DayPicker';
import { filled, languages, textsIn, type Language } from '../messages/textsIn';
import * as time from '../messages/time';
import { useWords } from '../messages/useWords';
import { useMine } from '../mine/useMine';
import { useToast } from '../navigation/useToast';

/** By when, where the organization has set no day that is ahead. */
const DAYS = 14;

function useHandOnText(language: Language, tenant: TenantRef, until: string) {
  const { data } = useQuery({
    queryKey: ['entra-mfa', 'texts', language],
    queryFn: () => textsIn(language),
    staleTime: Infinity,
  });
  if (!data) return undefined;
  const { ask, steps, until: by, then } = data.mine.handOn;
  return filled([ask, steps, `${by} ${then}`].join('\n\n'), {
    tenant: tenant.name,
    link: tenant.securityInfoUrl,
    date: time.dayOf(until, data.general.format),
  });
}

/** A text to be handed on to who has to register: what, where and until when, in their language. */
export function HandOn({ tenant }: { tenant: TenantRef }) {
  const { t } = useWords();
  const toast = useToast();
  const present = today('UTC');
  const { data: own } = useMine({ tenant: tenant.id });
  const set = own?.targetDate;
  const [language, setLanguage] = useState<Language>(
    languages.find(one => one === t('general.format.language')) ?? 'en',
  );
  const [chosen, setChosen] = useState<string>();
  const [written, setWritten] = useState<string>();
  const fallback =
    set && set > present.toString()
      ? set
      : present.add({ days: DAYS }).toString();
  const until = chosen ?? fallback;
  const made = useHandOnText(language, tenant, until);
  const text = written ?? made ?? '';
  const copy = useMutation({
    mutationFn: () => navigator.clipboard.writeText(text),
    onSuccess: () => toast(t('mine.handOn.copied'), 'success'),
  });
  return (
    <ActionDialog
      label={t('mine.handOn.open')}
      variant="secondary"
      title={t('mine.handOn.open')}
      confirm={t('mine.handOn.copy')}
      action={copy}
      isReady={text !== ''}
      onConfirm={close => copy.mutate(undefined, { onSuccess: close })}
    >
      <Select
        label={t('mine.handOn.language')}
        options={languages.map(value => ({
          value,
          label: t(`mine.handOn.languages.${value}`),
        }))}
        value={language}
        onChange={key => {
          setLanguage(languages.find(one => one === key) ?? 'en');
          setWritten(undefined);
        }}
      />
      <DayPicker
        label={t('mine.handOn.day')}
        minValue={present}
        value={parseDate(until)}
        onChange={day => {
          setChosen(day?.toString());
          setWritten(undefined);
        }}
      />
      <TextAreaField
        label={t('mine.handOn.text')}
        rows={14}
        value={text}
        onChange={setWritten}
      />
    </ActionDialog>
  );
}
