import { useState } from 'react';
import { Checkbox, Select, TextAreaField, TextField } from '@backstage/ui';
import { getLocalTimeZone, parseDate, today } from '@internationalized/date';
import { personGapKinds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { DayPicker } from '../components/DayPicker';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { gapOf, type ReminderFilterValues } from '../navigation/reminderFilter';
import { TeamSelect } from '../teams/TeamSelect';
import { previewOf } from './previewOf';
import { useFilterWords } from './useFilterWords';
import { PreviewText } from './PreviewText';
import { useReminderStep } from './useReminderStep';
import styles from './reminders.module.css';

const quietHours = { none: null, evening: [18, 8], night: [20, 7] } as const;
type Quiet = keyof typeof quietHours;

/** A choice of whole numbers; 0 stands for never. */
function Numbers(props: {
  label: string;
  values: readonly number[];
  value: number;
  word: (value: number) => string;
  onChange: (value: number) => void;
}) {
  const { label, values, value, word, onChange } = props;
  return (
    <Select
      label={label}
      options={values.map(one => ({ value: String(one), label: word(one) }))}
      value={String(value)}
      onChange={key => onChange(Number(key))}
    />
  );
}

/** Makes a campaign: what people read, whom it is for, when and how often; and says who would hear. */
export function NewCampaignDialog(props: {
  tenant: string | undefined;
  /** Whom it is for at first. */
  filter: ReminderFilterValues;
}) {
  const { tenant, filter: given } = props;
  const words = useFilterWords();
  const { t } = useWords();
  const timeZone = getLocalTimeZone();
  const [gap, setGap] = useState(gapOf(given));
  const kind = camel(gap);
  // What somebody wrote stays, whomever it is for in the end.
  const [title = t(`reminders.new.nameDefault.${kind}`), setTitle] =
    useState<string>();
  const [text = t(`reminders.new.wordsDefault.${kind}`), setText] =
    useState<string>();
  const [team, setTeam] = useState(given.team);
  const [isPrivileged, setPrivileged] = useState(given.privileged === 'true');
  const [days, setDays] = useState(() => ({
    first: today(timeZone).toString(),
    until: today(timeZone).add({ weeks: 6 }).toString(),
  }));
  const [every, setEvery] = useState(7);
  const [leadAfter, setLeadAfter] = useState(2);
  const [securityAfter, setSecurityAfter] = useState(0);
  const [quiet, setQuiet] = useState<Quiet>('evening');
  const [quietWeekends, setWeekends] = useState(true);
  const step = useReminderStep();
  const { team: _team, gap: _gap, privileged, subTeams, ...rest } = given;
  const isOfPhones = gap === 'privileged-phone-only';
  const filter: Record<string, string> = {
    ...rest,
    ...(team && { team, ...(subTeams && { subTeams }) }),
    ...(isOfPhones && { gap }),
    ...(privileged === 'false' &&
      !isPrivileged &&
      !isOfPhones && { privileged }),
    ...(isPrivileged && !isOfPhones && { privileged: 'true' }),
  };
  const further = words(rest);
  const hours = quietHours[quiet];
  const after = (count: number) =>
    count === 0
      ? t('reminders.new.never')
      : t('reminders.new.after', { count });
  const make = (close: () => void) =>
    step.mutate(
      {
        action: 'new',
        tenant,
        plan: {
          title: title.trim(),
          text: text.trim(),
          filter,
          firstDay: days.first,
          everyDays: every,
          until: days.until,
          leadAfter: leadAfter || null,
          securityAfter: securityAfter || null,
          quietFrom: hours?.[0] ?? null,
          quietTo: hours?.[1] ?? null,
          quietWeekends,
          timeZone,
        },
      },
      { onSuccess: close },
    );
  return (
    <ActionDialog
      label={t('reminders.new.open')}
      title={t('reminders.new.title')}
      confirm={t('reminders.new.confirm')}
      action={step}
      isReady={title.trim() !== '' && text.trim() !== ''}
      onConfirm={make}
    >
      <p>{t('reminders.new.text')}</p>
      <Select
        label={t('reminders.new.gap')}
        options={personGapKinds.map(value => ({
          value,
          label: t(`reminders.gap.${camel(value)}`),
        }))}
        value={gap}
        onChange={key => setGap(gapOf({ gap: String(key) }))}
      />
      <TextField
        label={t('reminders.new.name')}
        isRequired
        maxLength={100}
        value={title}
        onChange={setTitle}
      />
      <TextAreaField
        label={t('reminders.new.words')}
        isRequired
        maxLength={1000}
        value={text}
        onChange={setText}
      />
      <TeamSelect filter={{ team }} onChange={one => setTeam(one.team)} />
      {!isOfPhones && (
        <Checkbox isSelected={isPrivileged} onChange={setPrivileged}>
          {t('reminders.new.privileged')}
        </Checkbox>
      )}
      {further.length > 0 && (
        <p>{t('reminders.new.of', { filter: further.join(' · ') })}</p>
      )}
      <PreviewText tenant={tenant} filter={previewOf(filter)} />
      <div className={styles.pair}>
        <DayPicker
          label={t('reminders.new.firstDay')}
          isRequired
          minValue={today(timeZone)}
          value={parseDate(days.first)}
          onChange={day =>
            day && setDays(before => ({ ...before, first: day.toString() }))
          }
        />
        <DayPicker
          label={t('reminders.new.until')}
          isRequired
          minValue={parseDate(days.first)}
          value={parseDate(days.until)}
          onChange={day =>
            day && setDays(before => ({ ...before, until: day.toString() }))
          }
        />
        <Numbers
          label={t('reminders.new.every')}
          values={[1, 2, 3, 7, 14]}
          value={every}
          word={count => t('reminders.every', { count })}
          onChange={setEvery}
        />
        <Select
          label={t('reminders.new.quiet')}
          options={(Object.keys(quietHours) as Quiet[]).map(value => {
            const of = quietHours[value];
            return {
              value,
              label: of
                ? t('reminders.new.quietHours', {
                    from: String(of[0]),
                    to: String(of[1]),
                  })
                : t('reminders.new.quietNone'),
            };
          })}
          value={quiet}
          onChange={key => setQuiet(key as Quiet)}
        />
        <Numbers
          label={t('reminders.new.leadAfter')}
          values={[0, 1, 2, 3, 5]}
          value={leadAfter}
          word={after}
          onChange={setLeadAfter}
        />
        <Numbers
          label={t('reminders.new.securityAfter')}
          values={[0, 2, 3, 5, 10]}
          value={securityAfter}
          word={after}
          onChange={setSecurityAfter}
        />
      </div>
      <Checkbox isSelected={quietWeekends} onChange={setWeekends}>
        {t('reminders.new.weekends')}
      </Checkbox>
      <p className={styles.small}>
        {t('reminders.new.zone', { zone: timeZone })}
      </p>
    </ActionDialog>
  );
}
