/** How long the links in emails work (ID-5), with the words in which emails, errors and pages say so; a test holds both together. */

/** A link into an account that is there: for a new password, or to confirm an address. */
export const linkLife = { minutes: 60, words: { en: 'one hour', de: 'eine Stunde' } } as const;

/** An invitation: people have weekends. */
export const invitationLife = { days: 7, words: { en: 'seven days', de: 'sieben Tage' } } as const;
