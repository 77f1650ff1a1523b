import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../contract/leads/activities.ts';
import type { ReplyTemplate } from '../../../../contract/leads/reply-templates.ts';
import { idOf, later, makeLead, makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import type { Answers } from '../../../../test/parts/server.ts';
import { ReplyButton } from './reply-button.tsx';

const template = (more: Partial<ReplyTemplate> = {}): ReplyTemplate => ({
  id: idOf(801),
  name: 'First reply',
  subject: 'Your request about {{offer}}',
  text: 'Hello {{firstName}},\n\nthanks.\n{{myName}}',
  shared: true,
  starter: 'en',
  owner: null,
  mayChange: false,
  version: 1,
  updatedAt: null,
  ...more,
});
const own = template({ id: idOf(802), name: 'Mine', starter: null, shared: false, text: 'My own words' });
const noted = 'POST /api/v1/leads/:id/activities';

async function openReply(lead = makeLead(), templates = [template()], answers: Answers = {}) {
  const part = await renderPart(<ReplyButton lead={lead} />, {
    answers: { 'GET /api/v1/reply-templates': { items: templates }, ...answers },
  });
  await part.user.click(screen.getByRole('button', { name: 'Reply by email' }));
  return { ...part, dialog: within(await screen.findByRole('dialog', { name: 'Reply by email' })) };
}
const textIn = ({ dialog }: Awaited<ReturnType<typeof openReply>>) =>
  dialog.getByRole('textbox', { name: 'Text' }) as HTMLTextAreaElement;

describe('WS-17: replying by email', () => {
  it('WS-17 begins with the person’s own template, filled in, for the email program', async () => {
    const reply = await openReply(makeLead(), [own, template()]);
    await waitFor(() => expect(textIn(reply).value).toBe('My own words'));
    await reply.user.selectOptions(reply.dialog.getByRole('combobox', { name: 'Template' }), 'First reply');
    expect(textIn(reply).value).toBe('Hello Kim,\n\nthanks.\nAda Berg');
    const link = reply.dialog.getByRole('link', { name: 'Open in email program' });
    expect(link.getAttribute('href')).toMatch(
      /^mailto:kim@alpine\.example\?subject=Your%20request%20about%20Cloud%20migration&body=Hello%20Kim/,
    );
  });

  it('WS-17 says which fields are empty, and leaves none of their braces', async () => {
    const reply = await openReply(makeLead({ offer: null }));
    await waitFor(() => expect(textIn(reply).value).toContain('Hello Kim'));
    expect(reply.dialog.getByText(/We don’t know: offer\./)).toBeTruthy();
    expect(reply.dialog.getByRole('textbox', { name: 'Subject' })).toHaveProperty(
      'value',
      'Your request about',
    );
  });

  it('WS-17 what is too long for email programs is copied, and noted as an email with Undo', async () => {
    const long = template({ text: 'x'.repeat(3000) });
    const activity: Activity = {
      id: idOf(500),
      version: 1,
      kind: 'email',
      at: later({}),
      outcome: 'sent',
      text: 'x',
      textWithheld: false,
      mentions: [],
      author: { kind: 'person', personId: idOf(901), name: 'Ada Berg' },
      createdAt: later({}),
      editedAt: null,
      mayEdit: true,
      mayDelete: true,
    };
    const reply = await openReply(makeLead(), [long], {
      [noted]: activity,
      'DELETE /api/v1/leads/:id/activities/:activityId': undefined,
    });
    await waitFor(() => expect(textIn(reply).value.length).toBe(3000));
    expect(reply.dialog.queryByRole('link', { name: 'Open in email program' })).toBeNull();
    await reply.user.click(reply.dialog.getByRole('button', { name: 'Copy text' }));
    await waitFor(() => expect(reply.server.asked(noted).length).toBe(1));
    expect(reply.server.asked(noted)[0]?.body).toMatchObject({ kind: 'email', outcome: 'sent' });
    await reply.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(reply.server.asked('DELETE /api/v1/leads/:id/activities/:activityId').length).toBe(1),
    );
  });

  it('WS-17 another template replaces typed words only on purpose', async () => {
    const reply = await openReply(makeLead(), [own, template()]);
    await waitFor(() => expect(textIn(reply).value).toBe('My own words'));
    await reply.user.type(textIn(reply), ', and more');
    await reply.user.selectOptions(reply.dialog.getByRole('combobox', { name: 'Template' }), 'First reply');
    const question = within(await screen.findByRole('dialog', { name: 'Replace the text?' }));
    await reply.user.click(question.getByRole('button', { name: 'Cancel' }));
    expect(textIn(reply).value).toBe('My own words, and more');
  });

  it.each([
    ['the contact must not be shown', makeLead({ contact: null, contactWithheld: 'Expired' }), makeMe()],
    ['the role does not work leads', makeLead(), makeMe({ permissions: { workLeads: false } })],
  ])('LC-4, IN-6 is not offered where %s', async (_why, lead, as) => {
    await renderPart(<ReplyButton lead={lead} />, { as });
    expect(screen.queryByRole('button', { name: 'Reply by email' })).toBeNull();
  });
});
