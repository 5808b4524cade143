import { english } from './english';
import type { MessagesOf } from './MessagesOf';

/** The languages that the plugin speaks itself. */
export const languages = ['en', 'de'] as const;

/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/** Every text in a language, which may be another one than the reader's: for what is handed on to others. */
export async function textsIn(
  language: Language,
): Promise<MessagesOf<typeof english>> {
  return language === 'de' ? (await import('./german')).german : english;
}

/** A text with what stands in its holes. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (hole, name) => values[name] ?? hole);
}
