import { NativeSelect } from '@mantine/core';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import {
  type ImportEncoding,
  type ImportSeparator,
  importEncodings,
  importSeparators,
} from '../../../contract/imports/lists.ts';
import { Remark } from '../../ui/content/index.ts';
import { formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './imports.module.css';
import type { ImportChange } from './use-import-steps.ts';

const encodingNames: Readonly<Record<ImportEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252 / ISO 8859-1',
};
const separatorNames: Readonly<Record<ImportSeparator, string>> = {
  ',': t('reading.commaSign'),
  ';': t('reading.semicolon'),
  '\t': t('reading.tab'),
  '|': t('reading.bar'),
};

interface Props {
  one: LeadImport;
  apply: (change: ImportChange) => void;
}

/** What was found out about the file, to be corrected where it is wrong. */
export function ReadingOptions({ one, apply }: Props) {
  const { locale } = useLocale();
  const { reading } = one;
  if (!reading) return null;
  const row = formatNumber(reading.headerRow, locale);
  const { encoding, separator, sheet } = reading;
  const found =
    encoding && separator
      ? t('reading.folded', { encoding: encodingNames[encoding], separator: separatorNames[separator], row })
      : t('reading.foldedSheet', { sheet: sheet ?? '', row });
  return (
    <Panel title={t('reading.title')} folded={found}>
      <div className={classes.options}>
        {encoding && separator ? (
          <TextOptions encoding={encoding} separator={separator} apply={apply} />
        ) : (
          <NativeSelect
            label={t('reading.sheet')}
            data={reading.sheets}
            value={sheet ?? ''}
            onChange={(event) => apply({ sheet: event.currentTarget.value })}
          />
        )}
        <HeaderRow value={reading.headerRow} apply={apply} />
        <NativeSelect
          label={t('reading.dateOrder')}
          data={(['dmy', 'mdy'] as const).map((value) => ({ value, label: t(`reading.${value}`) }))}
          value={reading.dateOrder}
          onChange={(event) => apply({ dateOrder: event.currentTarget.value as 'dmy' | 'mdy' })}
        />
        <NativeSelect
          label={t('reading.decimalSign')}
          data={[
            { value: '.', label: t('reading.dot') },
            { value: ',', label: t('reading.comma') },
          ]}
          value={reading.decimalSign}
          onChange={(event) => apply({ decimalSign: event.currentTarget.value as '.' | ',' })}
        />
      </div>
      {reading.formulas && <Remark>{t('reading.formulas')}</Remark>}
      {reading.externalLinks && <Remark>{t('reading.links')}</Remark>}
    </Panel>
  );
}

interface TextProps extends Pick<Props, 'apply'> {
  encoding: ImportEncoding;
  separator: ImportSeparator;
}

function TextOptions({ encoding, separator, apply }: TextProps) {
  return (
    <>
      <NativeSelect
        label={t('reading.encoding')}
        data={importEncodings.map((value) => ({ value, label: encodingNames[value] }))}
        value={encoding}
        onChange={(event) => apply({ encoding: event.currentTarget.value as ImportEncoding })}
      />
      <NativeSelect
        label={t('reading.separator')}
        data={importSeparators.map((value) => ({ value, label: separatorNames[value] }))}
        value={separator}
        onChange={(event) => apply({ separator: event.currentTarget.value as ImportSeparator })}
      />
    </>
  );
}

/** A header is among the first rows. */
const headerRows = 25;

function HeaderRow({ value, apply }: Pick<Props, 'apply'> & { value: number }) {
  const { locale } = useLocale();
  const rows = Array.from({ length: Math.max(headerRows, value) }, (_, at) => at + 1);
  return (
    <NativeSelect
      label={t('reading.headerRow')}
      data={rows.map((row) => ({ value: String(row), label: formatNumber(row, locale) }))}
      value={String(value)}
      onChange={(event) => apply({ headerRow: Number(event.currentTarget.value) })}
    />
  );
}
