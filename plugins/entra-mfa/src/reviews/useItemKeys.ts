import { useEffect, type RefObject } from 'react';
import type { ReviewDecision } from '@entra-mfa/backstage-plugin-entra-mfa-common';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function move(card: HTMLElement, step: 'next' | 'before'): void {
  const other =
    step === 'next' ? card.nextElementSibling : card.previousElementSibling;
  if (other instanceof HTMLElement) {
    other.focus();
    other.scrollIntoView?.({ block: 'nearest' });
  }
}

/**
 * Walks through the list by keyboard while a person of it has the focus: J and K go on and back, O opens
 * and closes, numbers decide and go on, N goes to the note, Escape comes back from it.
 */
export function useItemKeys(
  ref: RefObject<HTMLElement>,
  on: {
    /** By their numbers, from 1. */
    decisions: readonly ReviewDecision[];
    /** Tells whether it was recorded; null for who only reads. */
    decide: ((decision: ReviewDecision) => boolean) | null;
    toggle: () => void;
    toNote: () => void;
  },
): void {
  useEffect(() => {
    const card = ref.current;
    const { decisions, decide, toggle, toNote } = on;
    const onKey = (event: KeyboardEvent) => {
      if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) {
        if (event.key === 'Escape') card.focus();
        return;
      }
      const key = event.key.toLocaleLowerCase('en-US');
      const decision = decisions[Number(key) - 1];
      if (key === 'j' || key === 'k') {
        move(card, key === 'j' ? 'next' : 'before');
      } else if (key === 'o') {
        toggle();
      } else if (key === 'n' && decide) {
        toNote();
      } else if (decision && decide) {
        if (decide(decision)) move(card, 'next');
        else toNote();
      } else {
        return;
      }
      event.preventDefault();
    };
    card?.addEventListener('keydown', onKey);
    return () => card?.removeEventListener('keydown', onKey);
  });
}
