import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Vocabulary, VocabularyValue } from '../../../contract/vocabularies/vocabularies.ts';
import {
  announce,
  announceFailure,
  announceWithUndo,
  FormDialog,
  matchField,
  useSubmission,
} from '../../ui/forms/index.ts';
import { SettingsConflict, useRevision } from '../../ui/sections/settings-conflict.tsx';
import { t } from './catalogue.ts';
import { useVocabulary } from './use-vocabulary.ts';
import { listInUse } from './vocabularies-data.ts';

const fieldOf = matchField(['replacedBy']);

interface RetireDialogProps {
  vocabulary: Vocabulary;
  value: VocabularyValue;
  onClose: () => void;
}

/** Retires a value, and asks through which other one it is found from now on (VO-1). */
export function RetireDialog({ vocabulary, value, onClose }: RetireDialogProps) {
  const { retire, bringBack } = useVocabulary();
  const base = useRevision(vocabulary);
  const form = useForm({ initialValues: { replacedBy: '' } });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  /** Undo could not tell through what these were found before. */
  const isFoundThrough = vocabulary.values.some(({ replacedBy }) => replacedBy === value.code);
  const submit = form.onSubmit(
    ({ replacedBy }) =>
      submission.run(async () => {
        const changed = await base.change((revision) =>
          retire(base.settings, value, replacedBy || null, revision),
        );
        const done = t('told.retired', { label: value.label });
        if (isFoundThrough) announce(done);
        else
          announceWithUndo(done, () => {
            bringBack(changed, value, changed.revision)
              .then(() => announce(t('told.undone')))
              .catch((error: unknown) => announceFailure(t('told.failed'), error));
          });
        onClose();
      }),
    submission.focusFirstError,
  );
  const others = listInUse(base.settings).filter(({ code }) => code !== value.code);
  return (
    <FormDialog
      title={t('retiring.title', { label: value.label })}
      submitLabel={t('retiring.submit')}
      submission={submission}
      dirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('retiring.explanation')}</p>
      <Select
        label={t('retiring.replacement')}
        description={t('retiring.replacementHint')}
        placeholder={t('retiring.nothing')}
        data-autofocus
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('retiring.nothing') }}
        data={others.map(({ code, label }) => ({ value: code, label }))}
        nothingFoundMessage={t('dialog.noMatch')}
        {...form.getInputProps('replacedBy')}
        value={form.values.replacedBy || null}
        onChange={(code) => form.setFieldValue('replacedBy', code ?? '')}
      />
      <SettingsConflict base={base} onTake={() => form.reset()} />
    </FormDialog>
  );
}
