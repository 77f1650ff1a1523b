import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ImportField, importFieldNames } from '../../../contract/imports/import-fields.ts';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import type { ImportSource } from '../../../contract/imports/lists.ts';
import { useMe } from '../../api/queries.ts';
import { type Column, DataTable, Remark } from '../../ui/content/index.ts';
import { Buttons, formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { fieldLabels } from './field-labels.ts';
import { ImportSettings } from './import-settings.tsx';
import classes from './imports.module.css';
import { ReadingOptions } from './reading-options.tsx';
import { type ImportChange, useImportSteps } from './use-import-steps.ts';
import { WordsPanel } from './words-panel.tsx';

const sourceNames: Readonly<Record<ImportSource, string>> = {
  leadlight: shared('title.product'),
  'partner-center': t('source.partner-center'),
  hubspot: t('source.hubspot'),
  salesforce: t('source.salesforce'),
  dynamics: t('source.dynamics'),
  odoo: t('source.odoo'),
};

type FileColumn = LeadImport['columns'][number];

/** Which column fills which field, how the file is read, and how leads are recognized. */
export function ColumnsStep({ one }: { one: LeadImport }) {
  const { change } = useImportSteps(one);
  const { locale } = useLocale();
  const { organization } = useMe();
  const navigate = useNavigate();
  const apply = (wish: ImportChange) => change.mutate(wish);
  const mapped = one.columns.filter(({ field }) => field !== null).length;
  const count = one.columns.length;
  const numbers = { count, mapped: formatNumber(mapped, locale), all: formatNumber(count, locale) };
  const source = one.reading?.source;
  const fields = importFieldNames.filter((field) => organization.kind === 'operator' || field !== 'Partner');
  return (
    <>
      {source && <Remark tone="active">{t('source.known', { program: sourceNames[source] })}</Remark>}
      <Panel title={t('columns.title')} flush>
        <p className={classes.note}>
          {t('columns.mapped', numbers)} {t('columns.remembered')}
        </p>
        <DataTable
          columns={tableColumns(fields, (column, field) => apply({ columns: moved(one, column, field) }))}
          rows={one.columns}
          keyOf={({ column }) => String(column)}
        />
      </Panel>
      <WordsPanel one={one} apply={apply} isPending={change.isPending} />
      <ReadingOptions one={one} apply={apply} />
      <ImportSettings one={one} apply={apply} />
      <Buttons place="end">
        <Button
          loading={change.isPending}
          onClick={() =>
            void navigate({
              to: '/imports/$importId',
              params: { importId: one.id },
              search: { step: 'rows' },
            })
          }
        >
          {t('columns.next')}
        </Button>
      </Buttons>
    </>
  );
}

/** A field is filled by one column: choosing it for another takes it away from the first. */
function moved(
  one: LeadImport,
  column: number,
  field: ImportField | null,
): NonNullable<ImportChange['columns']> {
  const former = one.columns.find(
    (other) => field !== null && other.field === field && other.column !== column,
  );
  return [...(former ? [{ column: former.column, field: null }] : []), { column, field }];
}

function tableColumns(
  fields: readonly ImportField[],
  onChoose: (column: number, field: ImportField | null) => void,
): readonly Column<FileColumn>[] {
  const options = [
    { value: '', label: t('columns.leftOut') },
    ...fields.map((field) => ({ value: field, label: fieldLabels[field] })),
  ];
  return [
    {
      title: t('columns.header'),
      names: true,
      show: ({ header }) => <bdi>{header || t('columns.unnamed')}</bdi>,
    },
    {
      title: t('columns.samples'),
      show: ({ samples }) => (
        <bdi className={classes.samples}>{samples.length > 0 ? samples.join(' · ') : t('columns.empty')}</bdi>
      ),
    },
    {
      title: t('columns.field'),
      show: ({ column, header, field }) => (
        <NativeSelect
          className={classes.choice}
          aria-label={t('columns.fieldOf', { header: header || t('columns.unnamed') })}
          data={options}
          value={field ?? ''}
          onChange={(event) => onChoose(column, (event.currentTarget.value || null) as ImportField | null)}
        />
      ),
    },
  ];
}
