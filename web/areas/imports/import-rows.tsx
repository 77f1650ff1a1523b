import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportField } from '../../../contract/imports/import-fields.ts';
import type { ImportRow, LeadImport } from '../../../contract/imports/imports.ts';
import { words } from '../../../contract/words.ts';
import { useMe } from '../../api/queries.ts';
import { type Column, DataTable, LoadedPages, RowsSkeleton } from '../../ui/content/index.ts';
import { formatNumber, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './imports.module.css';
import { isAtWork, type RowFilter, rowsQuery } from './imports-data.ts';

/** Rows of the file, each with what happens to it and why. */
export function ImportRows({ one, filter }: { one: LeadImport; filter: RowFilter }) {
  const query = useInfiniteQuery(rowsQuery(one, filter));
  const { locale } = useLocale();
  const { organization } = useMe();
  const linked = organization.kind === 'partner';
  return (
    <LoadedPages
      query={query}
      loading={<RowsSkeleton rows={6} height={38} />}
      empty={<p className={classes.note}>{t(isAtWork(one) ? 'rows.loading' : 'rows.none')}</p>}
      failure={shared('moreEntriesFailed')}
    >
      {(rows) => (
        <DataTable
          look="log"
          columns={columnsFor(one, locale, linked)}
          rows={rows}
          keyOf={({ row }) => String(row)}
        />
      )}
    </LoadedPages>
  );
}

function columnsFor(one: LeadImport, locale: string, linked: boolean): readonly Column<ImportRow>[] {
  const name = namesOf(one);
  return [
    {
      title: t('rows.row'),
      whole: true,
      show: ({ row }) => <span className="ll-numbers">{formatNumber(row, locale)}</span>,
    },
    {
      title: words.field.customer,
      bare: true,
      show: (row) => {
        const shown = <bdi>{name(row) || t('rows.nobody')}</bdi>;
        return row.leadId && linked ? (
          <Link to="/leads/$leadId" params={{ leadId: row.leadId }}>
            {shown}
          </Link>
        ) : (
          shown
        );
      },
    },
    {
      title: t('rows.what'),
      whole: true,
      show: ({ outcome, result }) => (
        <span className={classes.outcome} data-outcome={outcome}>
          {t(`outcome.${result ?? outcome}`)}
        </span>
      ),
    },
    {
      title: t('rows.reasons'),
      show: ({ reasons }) => (
        <ul className="ll-list">
          {reasons.map(({ column, message }) => (
            <li key={`${column} ${message}`}>
              {column === null ? message : t('rows.reason', { column, message })}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

const naming: readonly ImportField[] = [
  'CustomerName',
  'ContactName',
  'ContactFirstName',
  'ContactLastName',
  'Email',
];

/** By what people recognize a row: company, names, address. */
function namesOf({ columns }: LeadImport): (row: ImportRow) => string {
  const places = naming.flatMap((field) => columns.find((column) => column.field === field)?.column ?? []);
  return ({ cells }) =>
    places
      .map((place) => (cells[place - 1] ?? '').trim())
      .filter((cell) => cell !== '')
      .join(' · ');
}
