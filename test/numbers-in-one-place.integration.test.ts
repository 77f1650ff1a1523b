import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lifeWords } from '../contract/link-life.ts';
import { sessionHours } from '../server/areas/identity/identity.service.ts';
import { tryHours } from '../server/areas/mail/mail.rules.ts';
import { defaultPolicy } from '../server/areas/periods/periods.rules.ts';
import { reminderHours } from '../server/areas/working-time/working-calendar.rules.ts';
import { paths } from '../server/platform/paths.ts';
import { useTestDatabase } from './database.ts';

describe('numbers that the database holds itself are those of the rules', () => {
  const database = useTestDatabase();

  it('LC-10 the defaults of the operator’s policy', async () => {
    const { rows } = await database.ownerPool.query<{ name: string; value: string }>(
      `select column_name as name, column_default as value from information_schema.columns
       where table_name = 'installation' and is_nullable = 'NO'`,
    );
    const defaults = Object.fromEntries(rows.map(({ name, value }) => [name, Number(value)]));
    expect({
      expiryHours: defaults.lead_expiry_hours,
      hotHours: defaults.hot_lead_hours,
      informationalMonths: defaults.informational_lead_months,
      mailsPerDay: defaults.mails_per_day,
      digestHour: defaults.digest_hour,
    }).toEqual(defaultPolicy);
  });

  it.each([
    ['index', `pg_get_indexdef('lead_unreminded'::regclass)`],
    ['function', `pg_get_functiondef('list_organizations_to_remind'::regproc)`],
  ])('NT-3 the hours that a lead must have to be reminded of: in the %s', async (_what, definition) => {
    const { rows } = await database.ownerPool.query<{ text: string }>(`select ${definition} as text`);
    const intervals = [...(rows[0]?.text ?? '').matchAll(/'([^']+)'::interval/g)].map(([, span]) => span);
    expect(intervals).toEqual([`${reminderHours}:00:00`]);
  });
});

describe('numbers that documents say are those of the rules', () => {
  const { expiryHours, hotHours, informationalMonths, mailsPerDay, digestHour } = defaultPolicy;
  const link = lifeWords.link;
  const invitation = lifeWords.invitation;
  it.each([
    ['LC-4', 'docs/behaviour.md', `not answered within ${expiryHours} hours`],
    ['LC-4', 'docs/marketplace.md', `to be answered, within ${expiryHours / 24} days`],
    ['LC-5', 'docs/behaviour.md', `hot for ${hotHours} hours`],
    ['LC-10', 'docs/operations.md', `| hours to answer a lead | ${expiryHours} |`],
    ['LC-10', 'docs/operations.md', `| hours that a lead is hot | ${hotHours} |`],
    [
      'LC-10',
      'docs/operations.md',
      `| calendar months that an informational lead is kept | ${informationalMonths} |`,
    ],
    ['LC-10', 'docs/operations.md', `before the rest is gathered | ${mailsPerDay} |`],
    ['LC-10', 'docs/operations.md', `where the recipient is | ${digestHour} |`],
    ['NT-3', 'docs/operations.md', `leads that expire within ${reminderHours} hours`],
    ['NT-1', 'docs/operations.md', `and then every hour, for ${tryHours} hours;`],
    [
      'ID-5',
      'docs/behaviour.md',
      `invitations for ${invitation}, links into an existing account for ${link}`,
    ],
    ['ID-5', 'docs/api.md', `an invitation for ${invitation}, a link into an existing account for ${link}`],
    [
      'ID-5',
      'docs/operations.md',
      `Invitations work for ${invitation}; links into an existing account work for ${link}`,
    ],
    ['ID-5', 'docs/errors/link-over.md', `invitations for ${invitation}, links for new passwords`],
    ['ID-5', 'docs/errors/link-over.md', `for confirming addresses for ${link}`],
    ['ID-5', 'docs/errors/link-over.md', `it works for ${link}. Request a new one.`],
    ['ID-5', 'docs/api.md', `The session ends ${sessionHours / 24} days after its last use`],
    ['ID-5', 'docs/errors/not-signed-in.md', `unused for ${sessionHours / 24} days`],
    ['ID-5', 'docs/operations.md', `Sessions end ${sessionHours / 24} days after their last use`],
  ])('%s in %s: “%s”', (_rule, document, words) => {
    expect(readFileSync(join(paths.root, document), 'utf8')).toContain(words);
  });
});
