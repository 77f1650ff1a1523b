import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { replyFields, unknownFields } from '../../../../contract/leads/reply-fields.ts';
import type { ReplyTemplate } from '../../../../contract/leads/reply-templates.ts';
import { words } from '../../../../contract/words.ts';
import { request } from '../../../api/client.ts';
import { useMe } from '../../../api/me.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

const fieldOf = matchField(['name', 'subject', 'text', 'shared']);

/** What a template begins with when it is new. */
export type TemplateStart = Pick<ReplyTemplate, 'name' | 'subject' | 'text'>;

interface Props {
  /** The template to change; undefined: a new one. */
  template: ReplyTemplate | undefined;
  start?: TemplateStart | undefined;
  onSaved: () => void;
  onClose: () => void;
}

/** Writes a template, or changes one. */
export function TemplateDialog({ template, start, onSaved, onClose }: Props) {
  const { organization, permissions } = useMe();
  const form = useForm({
    initialValues: {
      name: template?.name ?? start?.name ?? '',
      subject: template?.subject ?? start?.subject ?? '',
      text: template?.text ?? start?.text ?? '',
      shared: template?.shared ?? false,
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('templates.nameMissing') : null),
      subject: (subject) => problemOf(subject, t('templates.subjectMissing')),
      text: (text) => problemOf(text, t('templates.textMissing')),
    },
  });
  const draft = useDraft(form, { form: 'reply-template', subject: template?.id ?? '' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        await send(template, values);
        onSaved();
        onClose();
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={t(template ? 'templates.edit' : 'templates.add')}
      submitLabel={shared('action.save')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      size="42rem"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={words.field.name}
        withAsterisk
        aria-required
        data-autofocus
        autoComplete="off"
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('subject')}
        withAsterisk
        aria-required
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps('subject')}
      />
      <Textarea
        label={t('text')}
        withAsterisk
        aria-required
        autosize
        minRows={8}
        maxRows={16}
        maxLength={5000}
        {...form.getInputProps('text')}
      />
      <FieldButtons onInsert={(mark) => form.setFieldValue('text', `${form.getValues().text}${mark}`)} />
      {permissions.shareTemplates && (
        <Checkbox
          label={t('templates.shared', { organization: organization.name })}
          {...form.getInputProps('shared', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  );
}

function FieldButtons({ onInsert }: { onInsert: (mark: string) => void }) {
  return (
    <fieldset className="ll-choices">
      <legend className="ll-small">{t('templates.insert')}</legend>
      {replyFields.map((field) => (
        <Button key={field} size="compact-xs" variant="default" onClick={() => onInsert(`{{${field}}}`)}>
          {t(`field.${field}`)}
        </Button>
      ))}
    </fieldset>
  );
}

function problemOf(text: string, missing: string): string | null {
  if (text.trim() === '') return missing;
  const [unknown] = unknownFields(text);
  return unknown === undefined ? null : t('templates.unknownField', { field: `{{${unknown}}}` });
}

function send(
  template: ReplyTemplate | undefined,
  values: TemplateStart & { shared: boolean },
): Promise<ReplyTemplate> {
  if (template === undefined) return request('POST /api/v1/reply-templates', { body: values });
  return request('PATCH /api/v1/reply-templates/:id', {
    params: { id: template.id },
    headers: { 'if-match': `"${template.version}"` },
    body: values,
  });
}
