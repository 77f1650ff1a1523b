import { z } from 'zod';

const about = { customerName: z.string().nullable(), offerTitle: z.string().nullable() };

/** The facts of an announcement: its text as the operator wrote it. */
export const announcementFacts = z.object({
  kind: z.literal('announcement'),
  title: z.string(),
  text: z.string(),
});

/** The facts of an export that is ready: how many leads the file holds. */
const exportReadyFacts = z.object({ kind: z.literal('export-ready'), rows: z.int() });
/** The facts of an export of which there will be no file. */
const exportFailedFacts = z.object({
  kind: z.literal('export-failed'),
  failure: z.enum(['broken', 'too-large']),
});

/** The facts of a notification: never a contact detail of the customer, so that none can outlive a redaction. */
export const notificationFacts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new-lead'), ...about, hot: z.boolean() }),
  z.object({ kind: z.literal('expiring-soon'), ...about }),
  z.object({ kind: z.literal('lead-expired'), ...about }),
  z.object({ kind: z.literal('team-assignment'), ...about, byName: z.string() }),
  z.object({ kind: z.literal('assignment'), ...about, byName: z.string() }),
  z.object({ kind: z.literal('unanswered'), ...about, hours: z.int() }),
  z.object({ kind: z.literal('mention'), ...about, byName: z.string() }),
  z.object({
    kind: z.literal('sent-lead'),
    ...about,
    partnerName: z.string(),
    news: z.enum(['accepted', 'declined', 'expired', 'won', 'lost']),
  }),
  z.object({ kind: z.literal('direct-expired'), ...about, partnerName: z.string() }),
  exportReadyFacts,
  exportFailedFacts,
  announcementFacts,
]);
export type NotificationFacts = z.infer<typeof notificationFacts>;
