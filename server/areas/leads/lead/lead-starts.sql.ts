import { sql } from 'kysely';

const readCharacters = 400;

/** The beginnings of the long texts of a lead: a list needs their first words, not all of them. */
export const longTextStarts = [
  sql<string | null>`left(lead.message, ${sql.lit(readCharacters)})`.as('message_start'),
  sql<string | null>`left(lead.deal_notes, ${sql.lit(readCharacters)})`.as('notes_start'),
] as const;
