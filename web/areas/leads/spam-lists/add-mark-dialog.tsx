import { Radio, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ContactMark, NewContactMark } from '../../../../contract/leads/contact-checks.ts';
import {
  type ContactMarkKind,
  contactMarkKinds,
  contactMarkLists,
} from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { request } from '../../../api/client.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../../ui/forms/index.ts';
import classes from '../../../ui/sections/sections.module.css';
import { t } from './catalogue.ts';
import { findMarkProblem, guessKind, type MarkList, toNewMark } from './contact-marks.ts';

const fieldOf = matchField(['list', 'kind', 'value', 'note']);

interface AddMarkDialogProps {
  /** The list being shown. */
  list: MarkList;
  onClose: () => void;
  onAdded: (mark: ContactMark) => void;
}

/** Asks for an address, a domain or a number; the detected kind shows while typing and can be changed. */
export function AddMarkDialog({ list, onClose, onAdded }: AddMarkDialogProps) {
  const [isKindChosen, setKindChosen] = useState(false);
  const form = useForm<NewContactMark & { note: string }>({
    initialValues: { list, kind: 'address', value: '', note: '' },
    validate: { value: (value, { kind }) => findMarkProblem(value, kind) },
  });
  const draft = useDraft(form, { form: 'spam-list' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () =>
        onAdded(await request('POST /api/v1/contact-marks', { body: toNewMark(values) })),
      ),
    submission.focusFirstError,
  );
  const { kind } = form.values;
  return (
    <FormDialog
      title={t('adding.title')}
      submitLabel={t('adding.submit', { list: form.values.list })}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('adding.value')}
        withAsterisk
        aria-required
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        maxLength={320}
        placeholder={t(`adding.form.${kind}`)}
        {...form.getInputProps('value')}
        onChange={(event) => {
          const value = event.currentTarget.value;
          form.setFieldValue('value', value);
          if (!isKindChosen && value.trim() !== '') form.setFieldValue('kind', guessKind(value));
        }}
      />
      <Radio.Group
        label={t('adding.kind')}
        description={kind === 'domain' ? t('adding.subdomains') : undefined}
        {...form.getInputProps('kind')}
        onChange={(value) => {
          setKindChosen(true);
          form.setFieldValue('kind', value as ContactMarkKind);
        }}
      >
        <div className={classes.choices}>
          {contactMarkKinds.map((one) => (
            <Radio key={one} value={one} label={words.contactMarkKind[one]} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group label={t('adding.list')} {...form.getInputProps('list')}>
        <div className={classes.choices}>
          {contactMarkLists.map((one) => (
            <Radio key={one} value={one} label={words.contactMarkList[one]} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('adding.note')}
        description={t('adding.noteHint')}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
