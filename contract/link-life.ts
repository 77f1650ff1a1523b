import { english } from './link-life/catalogue.en.ts';

/**
 * How long the links in emails work (ID-5), and the words for it in emails, errors and pages; a test keeps the two in
 * step.
 */

/** A link into an existing account: to set a new password, or to confirm an address. */
export const linkLife = { minutes: 60 } as const;

/** An invitation gets longer: people have weekends. */
export const invitationLife = { days: 7 } as const;

/** The words for both; in the app in the language that it was built for. */
export const lifeWords = english;
