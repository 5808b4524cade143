import { parseDate } from '@internationalized/date';
import { DayPicker } from './DayPicker';

/** Picks a day up to a latest one, which stands for none. */
export function PastDayPicker(props: {
  'aria-label': string;
  /** ISO days. */
  day: string;
  latest: string;
  onChange: (day: string | undefined) => void;
}) {
  const { day, latest, onChange, ...rest } = props;
  return (
    <DayPicker
      {...rest}
      defaultOpen
      maxValue={parseDate(latest)}
      value={parseDate(day)}
      onChange={chosen => {
        const to = chosen?.toString();
        onChange(to && to < latest ? to : undefined);
      }}
    />
  );
}
