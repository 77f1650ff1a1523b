import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '../../../test/parts/render.tsx';
import { type Answers, heldAnswer, noAnswer, refusal } from '../../../test/parts/server.ts';
import { request } from '../../api/client.ts';
import { connection } from '../../api/connection.ts';
import { FormDialog, matchField, useDraft, useSubmission } from './index.ts';

/** The smallest form that has everything a form has. */
function NewsForm({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { title: '', text: '' },
    validate: { title: (title) => (title.trim() === '' ? 'Enter a title' : null) },
  });
  const draft = useDraft(form, { form: 'news' });
  const fieldOf = matchField(['title', 'text']);
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft });
  const submit = form.onSubmit((body) => {
    const send = async () => {
      await request('POST /api/v1/announcements', { body });
      onClose();
    };
    return submission.run(send, { body });
  }, submission.focusFirstError);
  return (
    <FormDialog
      title="News"
      submitLabel="Publish"
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label="Title" data-autofocus {...form.getInputProps('title')} />
      <Textarea label="Text" {...form.getInputProps('text')} />
    </FormDialog>
  );
}

function NewsPage() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Write
      </button>
      {opened && <NewsForm onClose={() => setOpened(false)} />}
    </>
  );
}

async function openForm(answers: Answers = {}) {
  const page = await renderPart(<NewsPage />, { answers });
  const { user } = page;
  const open = () => user.click(screen.getByRole('button', { name: 'Write' }));
  await open();
  return {
    ...page,
    open,
    type: (words: string) => user.type(title(), words),
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    isClosed: () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull()),
  };
}

const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' });
const text = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Text' });
const question = () => screen.queryByRole('alertdialog', { name: 'Discard what you typed?' });

describe('closing a form', () => {
  it('asks nothing when nothing was typed', async () => {
    const { user, isClosed } = await openForm();
    await user.keyboard('{Escape}');
    await isClosed();
  });

  it.each(['Esc', 'Cancel', 'Close'])('%s asks first when something was typed', async (way) => {
    const { user, type, press } = await openForm();
    await type('Holidays');
    if (way === 'Esc') await user.keyboard('{Escape}');
    else await press(way);
    expect(question()).not.toBeNull();
    expect(title().value).toBe('Holidays');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep editing' }));
  });

  it('Keep editing goes on with the words', async () => {
    const { user, type, press } = await openForm();
    await type('Holidays');
    await user.keyboard('{Escape}');
    await press('Keep editing');
    expect(question()).toBeNull();
    expect(title().value).toBe('Holidays');
    expect(screen.getByRole('button', { name: 'Publish' })).toBeTruthy();
  });

  it('Discard closes it, and the words do not come back', async () => {
    const { user, type, press, open, isClosed } = await openForm();
    await type('Holidays');
    await user.keyboard('{Escape}');
    await press('Discard');
    await isClosed();
    await open();
    expect(title().value).toBe('');
    expect(screen.queryByText(/We restored what you typed/)).toBeNull();
  });

  it('Keep for later closes it, and the words are back when it opens again', async () => {
    const { user, type, press, open, isClosed } = await openForm();
    await type('Holidays');
    await user.keyboard('{Escape}');
    await press('Keep for later');
    await isClosed();
    await open();
    expect(title().value).toBe('Holidays');
    expect(screen.getByText('We restored what you typed a moment ago.')).toBeTruthy();
    await press('Discard');
    expect(title().value).toBe('');
  });

  it('asks when the person follows a link, and stays or goes as they say', async () => {
    const { type, press, goTo, address } = await openForm();
    await type('Holidays');
    goTo('/leads');
    await waitFor(() => expect(question()).not.toBeNull());
    expect(address()).toBe('/');
    await press('Keep editing');
    expect(title().value).toBe('Holidays');
    goTo('/leads');
    await waitFor(() => expect(question()).not.toBeNull());
    await press('Discard');
    await waitFor(() => expect(address()).toBe('/leads'));
  });
});

describe('sending a form', () => {
  const published = { id: '00000000-0000-4000-8000-000000000001', people: 3 };

  it('is held back by a field that is wrong, which gets the focus', async () => {
    const { press, server } = await openForm();
    await press('Publish');
    const wrong = screen.getByRole('textbox', { name: 'Title', description: 'Enter a title' });
    await waitFor(() => expect(document.activeElement).toBe(wrong));
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    expect(server.asked('POST /api/v1/announcements')).toEqual([]);
  });

  it('closes it once the server has it, and forgets the draft', async () => {
    const { user, type, press, open, isClosed, server } = await openForm({
      'POST /api/v1/announcements': published,
    });
    await type('Holidays');
    await user.type(text(), 'Closed until May');
    await press('Publish');
    await isClosed();
    expect(server.asked('POST /api/v1/announcements')).toMatchObject([
      { body: { title: 'Holidays', text: 'Closed until May' } },
    ]);
    await open();
    expect(title().value).toBe('');
  });

  it('is sent once, and can be neither sent again nor closed meanwhile', async () => {
    const { given, give } = heldAnswer<typeof published>();
    const { user, type, press, isClosed, server } = await openForm({ 'POST /api/v1/announcements': given });
    await type('Holidays');
    await user.type(text(), 'Closed until May');
    await press('Publish');
    await user.type(title(), '{Enter}');
    await user.keyboard('{Escape}');
    expect(question()).toBeNull();
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveProperty('disabled', true);
    give(published);
    await isClosed();
    expect(server.asked('POST /api/v1/announcements')).toHaveLength(1);
  });

  it('says at its field what the server refuses, and above the buttons what belongs to none', async () => {
    const issues = [
      { path: 'body.text', message: 'must not be empty', rule: 'min' },
      { path: 'body.color', message: 'is unknown', rule: 'unknown' },
    ];
    const { user, type, press } = await openForm({
      'POST /api/v1/announcements': refusal('invalid-request', { issues }),
    });
    await type('Holidays');
    await user.type(text(), 'x');
    await press('Publish');
    const wrong = await screen.findByRole('textbox', { name: 'Text', description: 'Must not be empty' });
    await waitFor(() => expect(document.activeElement).toBe(wrong));
    expect(screen.getByRole('alert').textContent).toContain('color: is unknown');
    expect(title().value).toBe('Holidays');
  });

  it('keeps the words when it is refused as a whole, and can be sent again', async () => {
    const { user, type, press, isClosed, server } = await openForm({
      'POST /api/v1/announcements': refusal('limit-reached', { detail: 'That is enough for today.' }),
    });
    await type('Holidays');
    await user.type(text(), 'Closed');
    await press('Publish');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe(
      'That is enough for today.Nothing you typed is lost. You can change it and try again.',
    );
    expect(title().value).toBe('Holidays');
    server.answer({ 'POST /api/v1/announcements': published });
    await press('Publish');
    await isClosed();
  });

  it('says so when there is no connection, and is still there with its words', async () => {
    const { user, type, press } = await openForm({ 'POST /api/v1/announcements': noAnswer });
    await type('Holidays');
    await user.type(text(), 'Closed');
    await press('Publish');
    await screen.findByRole('alert');
    expect(screen.getByText(/What you type stays here. Send it when Leadlight is back./)).toBeTruthy();
    expect(title().value).toBe('Holidays');
    act(() => connection.noteAnswer());
    expect(screen.queryByText(/What you type stays here/)).toBeNull();
  });
});
