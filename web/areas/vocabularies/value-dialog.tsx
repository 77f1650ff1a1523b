import { Select, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { fallbackLanguage, ownNameOf } from '../../../contract/languages/languages.ts';
import { languages } from '../../../contract/languages/lists.ts';
import { mostCodeCharacters, mostLabelCharacters } from '../../../contract/vocabularies/lists.ts';
import type { Vocabulary, VocabularyValue } from '../../../contract/vocabularies/vocabularies.ts';
import { announce, FormDialog, matchField, useDraft, useSubmission } from '../../ui/forms/index.ts';
import { SettingsConflict, useRevision } from '../../ui/sections/settings-conflict.tsx';
import { t } from './catalogue.ts';
import { useVocabulary } from './use-vocabulary.ts';
import { checkValue, fillValue, sendLabels, sendNewValue, type ValueForm } from './value-form.ts';
import { listInUse, suggestCode } from './vocabularies-data.ts';

const fieldOf = matchField(['code', 'parent', ...languages.map((language) => `labels.${language}`)]);

interface ValueDialogProps {
  vocabulary: Vocabulary;
  /** The industries that verticals belong to; undefined: these values belong to nothing. */
  parents: Vocabulary | undefined;
  /** The value to rename; null: a new one. */
  value: VocabularyValue | null;
  onClose: () => void;
}

/** Asks for the labels of a value, and the code of a new one (VO-1). */
export function ValueDialog({ vocabulary, parents, value, onClose }: ValueDialogProps) {
  const { adopt, basedOn } = useVocabulary();
  const base = useRevision(vocabulary);
  const isNew = value === null;
  const form = useForm<ValueForm>({
    initialValues: fillValue(value),
    validate: (values) => checkValue(values, { isNew, needsParent: parents !== undefined }),
  });
  const draft = useDraft(form, { form: `vocabulary ${vocabulary.name}`, subject: value?.code ?? '' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        await base.change(async (revision) => {
          const sent = { vocabulary, values, headers: basedOn(revision) };
          return adopt(await (isNew ? sendNewValue(sent) : sendLabels(value, sent)));
        });
        const label = values.labels[fallbackLanguage].trim();
        announce(isNew ? t('told.added', { label }) : t('told.renamed', { label }));
        onClose();
      }),
    submission.focusFirstError,
  );
  function take({ values }: Vocabulary) {
    if (!isNew) form.setValues(fillValue(values.find(({ code }) => code === value.code) ?? value));
  }
  return (
    <FormDialog
      title={isNew ? t('dialog.newTitle') : t('dialog.title')}
      submitLabel={isNew ? t('dialog.addSubmit') : t('dialog.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <LabelFields form={form} isNew={isNew} />
      {isNew && <CodeFields form={form} parents={parents} />}
      <SettingsConflict base={base} onTake={take} />
    </FormDialog>
  );
}

type Form = UseFormReturnType<ValueForm>;

/** A label in each language. Until somebody types a code, it follows the English label. */
function LabelFields({ form, isNew }: { form: Form; isNew: boolean }) {
  const follows = isNew && form.values.code === suggestCode(form.values.labels[fallbackLanguage]);
  return languages.map((language) => {
    const isFallback = language === fallbackLanguage;
    return (
      <TextInput
        key={language}
        label={t('dialog.label', { language: ownNameOf(language) })}
        description={isFallback ? t('dialog.englishHint') : undefined}
        withAsterisk={isFallback}
        aria-required={isFallback}
        data-autofocus={isFallback || undefined}
        autoComplete="off"
        maxLength={mostLabelCharacters}
        {...form.getInputProps(`labels.${language}`)}
        onChange={(event) => {
          const label = event.currentTarget.value;
          form.setFieldValue(`labels.${language}`, label);
          if (isFallback && follows) form.setFieldValue('code', suggestCode(label));
        }}
      />
    );
  });
}

function CodeFields({ form, parents }: { form: Form; parents: Vocabulary | undefined }) {
  return (
    <>
      <TextInput
        label={t('dialog.code')}
        description={t('dialog.codeHint')}
        withAsterisk
        aria-required
        autoComplete="off"
        spellCheck={false}
        maxLength={mostCodeCharacters}
        {...form.getInputProps('code')}
      />
      {parents && (
        <Select
          label={t('dialog.industry')}
          withAsterisk
          aria-required
          searchable
          data={listInUse(parents).map(({ code, label }) => ({ value: code, label }))}
          nothingFoundMessage={t('dialog.noMatch')}
          {...form.getInputProps('parent')}
          value={form.values.parent || null}
        />
      )}
    </>
  );
}
