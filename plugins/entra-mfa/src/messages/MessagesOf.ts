/** The shape of a room's texts, in another language. */
export type MessagesOf<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : MessagesOf<Texts[Key]>;
};
