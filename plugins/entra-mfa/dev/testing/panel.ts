import { screen, within } from '@testing-library/react';

/** The card of a heading. */
export async function panel(title: string) {
  const heading = await screen.findByRole('heading', { name: title, level: 2 });
  const card = heading.closest<HTMLElement>('article');
  if (!card) throw new Error(`${title} is in no card`);
  return Object.assign(within(card), { card });
}
