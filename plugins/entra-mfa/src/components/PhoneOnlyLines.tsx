import { Link } from '@backstage/ui';
import type {
  PhoneEnds,
  TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { useWhyPhoneGoesOn } from './useWhyPhoneGoesOn';

/** How many of a few people only have a phone: a line for each day on which it stops, or why it does not. */
export function PhoneOnlyLines(props: {
  tenant: TenantRef;
  people: number;
  ends: PhoneEnds;
  /** In words with a number and a date: those of people besides others, or of all. */
  words:
    | 'cards.group.phoneOnly'
    | 'cards.group.onlyPhone'
    | 'services.card.phoneOnly';
  className?: string;
  /** Where they are listed, for who may see them. */
  href?: string;
}) {
  const { tenant, people, ends, words, className, href } = props;
  const linked = (text: string) =>
    href ? <Link href={href}>{text}</Link> : text;
  const { t, dayOf } = useWords();
  const why = useWhyPhoneGoesOn(tenant);
  if (people === 0) return null;
  if (ends.length > 0) {
    return (
      <>
        {ends.map(({ date, count }) => (
          <p key={date} className={className}>
            {linked(t(words, { count, date: dayOf(date) }))}
          </p>
        ))}
      </>
    );
  }
  const still = words === 'cards.group.phoneOnly' ? 'phone.more' : 'phone.only';
  return (
    <p className={className}>
      {linked(`${t(still, { count: people })}.`)}
      {why && ` ${why}`}
    </p>
  );
}
