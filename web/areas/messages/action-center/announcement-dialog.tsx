import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Announcement } from '../../../../contract/messages/action-center.ts';
import { request } from '../../../api/client.ts';
import { createKeyring } from '../../../api/idempotency.ts';
import { List } from '../../../ui/content/index.ts';
import {
  announce,
  announceFailure,
  FormDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../../ui/forms/index.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { absolute } from '../../../ui/rich-moments.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './action-center.module.css';
import { t } from './catalogue.ts';

const maxTitle = 120;
const maxText = 2000;
const fieldOf = matchField(['title', 'text']);

/** Announces something to the people of all partners; it appears in their Action centers immediately. */
export function AnnouncementDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { title: '', text: '' },
    validate: {
      title: (value) => (value.trim() === '' ? t('announcing.headingMissing') : null),
      text: (value) => (value.trim() === '' ? t('announcing.textMissing') : null),
    },
  });
  const draft = useDraft(form, { form: 'announcement' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft });
  const [keyOf] = useState(() => createKeyring());
  const { locale } = useLocale();
  const submit = form.onSubmit(({ title, text }) => {
    const body = { title: title.trim(), text: text.trim() };
    const key = keyOf(body, draft.readAttempt());
    return submission.run(
      async () => {
        const headers = { 'idempotency-key': key };
        const { people } = await request('POST /api/v1/announcements', {
          body,
          headers,
        });
        void client.invalidateQueries({ queryKey: announcementsKey });
        onClose();
        announce(t('announcing.done', { count: people, shown: formatNumber(people, locale) }));
      },
      { body, key },
    );
  }, submission.focusFirstError);
  return (
    <FormDialog
      title={t('announcing.title')}
      submitLabel={shared('action.publish')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="ll-muted">{t('announcing.explanation')}</p>
      <TextInput
        label={t('announcing.heading')}
        withAsterisk
        aria-required
        data-autofocus
        maxLength={maxTitle}
        autoComplete="off"
        {...form.getInputProps('title')}
      />
      <Textarea
        label={t('announcing.text')}
        withAsterisk
        aria-required
        autosize
        minRows={4}
        maxRows={12}
        maxLength={maxText}
        {...form.getInputProps('text')}
      />
      <EarlierAnnouncements />
    </FormDialog>
  );
}

const announcementsKey = ['announcements'] as const;

/** Earlier announcements, each with a button to withdraw it. */
function EarlierAnnouncements() {
  const client = useQueryClient();
  const items = useQuery({
    queryKey: announcementsKey,
    queryFn: async ({ signal }) => (await request('GET /api/v1/announcements', { signal })).items,
  }).data;
  const withdraw = useMutation({
    mutationFn: ({ id }: Announcement) => request('DELETE /api/v1/announcements/:id', { params: { id } }),
    onSuccess: (_, { title }) => announce(t('announcing.earlier.withdrawn', { title })),
    onError: (error) => announceFailure(t('announcing.earlier.notWithdrawn'), error),
    onSettled: () => client.invalidateQueries({ queryKey: announcementsKey }),
  });
  if (!items || items.length === 0) return null;
  return (
    <section aria-label={t('announcing.earlier.title')}>
      <h3 className={classes.group}>{t('announcing.earlier.title')}</h3>
      <List>
        {items.map((item) => (
          <li key={item.id} className={classes.earlier}>
            <span className={classes.text}>
              {item.title}
              <span className={classes.detail}>
                {t.rich('announcing.earlier.readBy', {
                  when: absolute(item.publishedAt),
                  readers: `${item.readers}`,
                  people: `${item.people}`,
                })}
              </span>
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('announcing.earlier.withdrawNamed', { title: item.title })}
              disabled={withdraw.isPending}
              onClick={() => withdraw.mutate(item)}
            >
              {t('announcing.earlier.withdraw')}
            </Button>
          </li>
        ))}
      </List>
    </section>
  );
}
