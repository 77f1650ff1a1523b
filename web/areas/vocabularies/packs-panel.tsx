import { Button, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OtherValues } from '../../../contract/vocabularies/lists.ts';
import type { VocabularyPackStanding } from '../../../contract/vocabularies/vocabularies.ts';
import { request } from '../../api/client.ts';
import { List, ListRow } from '../../ui/content/index.ts';
import { announce, FormDialog, matchField, useSubmission } from '../../ui/forms/index.ts';
import { formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './vocabularies.module.css';
import { vocabulariesQuery } from './vocabularies-data.ts';

/** The packs, with what loading each would do now (VO-2). */
export function PacksPanel({ packs }: { packs: readonly VocabularyPackStanding[] }) {
  const { locale } = useLocale();
  const [loading, setLoading] = useState<VocabularyPackStanding | null>(null);
  const counted = (count: number) => ({ count, shown: formatNumber(count, locale) });
  return (
    <Panel title={t('packs.title')} flush>
      <div className={classes.tools}>
        <p className="ll-note">{t('packs.hint')}</p>
      </div>
      <List aria-label={t('packs.title')}>
        {packs.map((pack) => {
          const { name, values, missing, relabeled, returning, others } = pack;
          const isComplete = missing + relabeled + returning === 0;
          return (
            <ListRow
              key={name}
              title={t(`packs.${name}`)}
              details={
                <>
                  <span>{t(`packs.about.${name}`)}</span>
                  {isComplete && <span>{t('packs.complete')}</span>}
                  {missing > 0 && (
                    <span>
                      {t('packs.missing', { ...counted(missing), of: formatNumber(values, locale) })}
                    </span>
                  )}
                  {relabeled > 0 && <span>{t('packs.relabeled', counted(relabeled))}</span>}
                  {returning > 0 && <span>{t('packs.returning', counted(returning))}</span>}
                </>
              }
              actions={
                (!isComplete || others > 0) && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('packs.loadNamed', { pack: t(`packs.${name}`) })}
                    onClick={() => setLoading(pack)}
                  >
                    {t('packs.load')}
                  </Button>
                )
              }
            />
          );
        })}
      </List>
      {loading && <LoadDialog pack={loading} onClose={() => setLoading(null)} />}
    </Panel>
  );
}

interface LoadDialogProps {
  pack: VocabularyPackStanding;
  onClose: () => void;
}

/** Asks what becomes of the values of other packs, and loads one. */
function LoadDialog({ pack: { name, others }, onClose }: LoadDialogProps) {
  const { locale } = useLocale();
  const client = useQueryClient();
  const form = useForm<{ others: OtherValues }>({ initialValues: { others: 'keep' } });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: matchField(['others']) });
  const submit = form.onSubmit((values) =>
    submission.run(async () => {
      const done = await request('POST /api/v1/vocabulary-packs/:pack/loading', {
        params: { pack: name },
        body: values,
      });
      await client.invalidateQueries(vocabulariesQuery);
      const shown = Object.entries(done).map(([count, number]) => [count, formatNumber(number, locale)]);
      announce(t('told.loaded', Object.fromEntries(shown) as Record<keyof typeof done, string>));
      onClose();
    }),
  );
  return (
    <FormDialog
      title={t('packs.dialogTitle', { pack: t(`packs.${name}`) })}
      submitLabel={t('packs.submit')}
      submission={submission}
      dirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('packs.hint')}</p>
      <Radio.Group
        label={t('packs.others')}
        description={t('packs.ownStay')}
        {...form.getInputProps('others')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="keep" label={t('packs.keep')} description={t('packs.keepHint')} data-autofocus />
          <Radio
            value="retire"
            label={t('packs.retire')}
            description={t('packs.retireHint', { count: others, shown: formatNumber(others, locale) })}
          />
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
