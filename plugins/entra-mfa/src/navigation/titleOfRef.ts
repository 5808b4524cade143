/** What an entity is called where only its ref is known: the last part of it. */
export const titleOfRef = (ref: string) => ref.slice(ref.indexOf('/') + 1);
