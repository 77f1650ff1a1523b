import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { AnnouncementCreated } from '../../../contract/action-center.ts';
import { request } from '../../api/client.ts';
import { countWords } from '../../ui/index.ts';
import { announce, FormDialog, matchField, useSubmission } from '../lead-details/index.ts';

const maxTitle = 120;
const maxText = 2000;
const fieldOf = matchField(['title', 'text']);

/** The operator tells the people of all partners something; it stands in their Action centers at once. */
export function AnnouncementDialog({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { title: '', text: '' },
    validate: {
      title: (value) => (value.trim() === '' ? 'Enter a title' : null),
      text: (value) => (value.trim() === '' ? 'Enter what you want to tell' : null),
    },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  const submit = form.onSubmit(
    ({ title, text }) =>
      submission.run(async () => {
        const body = { title: title.trim(), text: text.trim() };
        const { people } = await request<AnnouncementCreated>('POST', '/api/v1/announcements', { body });
        onClose();
        announce(`Told ${countWords(people, 'person', 'people')}.`);
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title="Tell all partners"
      submitLabel="Publish"
      submission={submission}
      dirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="ll-muted">
        It appears in the Action center of everybody who works for a partner, but for those who switched
        announcements off. It cannot be taken back.
      </p>
      <TextInput
        label="Title"
        withAsterisk
        aria-required
        data-autofocus
        maxLength={maxTitle}
        autoComplete="off"
        {...form.getInputProps('title')}
      />
      <Textarea
        label="Text"
        withAsterisk
        aria-required
        autosize
        minRows={4}
        maxRows={12}
        maxLength={maxText}
        {...form.getInputProps('text')}
      />
    </FormDialog>
  );
}
