import { Button, Input, Progress, Radio, SegmentedControl } from '@mantine/core';
import { IconDownload, IconFileExport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { fallbackLanguage, type Language, ownNameOf } from '../../../../contract/languages/languages.ts';
import { languages } from '../../../../contract/languages/lists.ts';
import { exportHeaders, headersAsShown } from '../../../../contract/leads/export-columns.ts';
import type { CellName } from '../../../../contract/leads/lead-fields.ts';
import {
  type CsvSeparator,
  csvSeparators,
  type ExportFormat,
  mostDirectRows,
} from '../../../../contract/leads/lists.ts';
import { useMe } from '../../../api/me.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Buttons, formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import {
  columnChoices,
  type ExportChoice,
  recallChoice,
  rememberChoice,
  usualLanguage,
  usualSeparator,
} from './export-choice.ts';
import classes from './exports.module.css';
import type { ExportedLeads } from './exports-data.ts';
import { useExport } from './use-export.ts';
import { wordBytes } from './word-bytes.ts';

interface Props {
  leads: ExportedLeads;
  /** How many they are, as far as the list knows. */
  count: number;
  /** The columns of the table, in their order. */
  columns: readonly CellName[];
  onClose: () => void;
}

/** Asks how to export, and does it: at once where the leads are few, else in the background (EX-1). */
export function ExportDialog({ leads, count, columns, onClose }: Props) {
  const me = useMe();
  const { locale } = useLocale();
  const [choice, setChoice] = useState(() => recallChoice(me));
  const separator = choice.separator ?? usualSeparator(locale);
  const language = choice.language ?? usualLanguage;
  const inBackground = count > mostDirectRows;
  const { bytes, download, order, cancel } = useExport(onClose);
  const isBusy = bytes !== null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    rememberChoice(me, choice);
    const { format } = choice;
    const speaks = language !== fallbackLanguage && { language };
    const shown = choice.columns === 'shown' && { columns: headersAsShown(columns) };
    const body = { ...leads, format, ...(format === 'csv' && { separator }), ...speaks, ...shown };
    void (inBackground ? order(body) : download(body, count));
  };

  return (
    <Dialog
      title={t('dialog.title', { count, shown: formatNumber(count, locale) })}
      size="30rem"
      onClose={onClose}
    >
      <form className={classes.form} onSubmit={submit}>
        <Choices
          choice={choice}
          separator={separator}
          language={language}
          usual={usualSeparator(locale)}
          disabled={isBusy}
          onChange={(part) => setChoice({ ...choice, ...part })}
        />
        {inBackground && <p className="ll-note">{t('dialog.inBackground')}</p>}
        {isBusy && <Receiving bytes={bytes} />}
        <Buttons place="end">
          <Link
            className={`ll-link ${classes.yours}`}
            to="/settings/$section"
            params={{ section: 'exports' }}
          >
            {t('dialog.yours')}
          </Link>
          <Button variant="default" onClick={isBusy ? cancel : onClose}>
            {shared('action.cancel')}
          </Button>
          <Button
            type="submit"
            data-autofocus
            aria-disabled={isBusy || undefined}
            leftSection={
              inBackground ? <IconFileExport size={16} aria-hidden /> : <IconDownload size={16} aria-hidden />
            }
          >
            {inBackground ? t('dialog.make') : t('dialog.download')}
          </Button>
        </Buttons>
      </form>
    </Dialog>
  );
}

/** What people open in a spreadsheet comes first. */
const offered = ['xlsx', 'csv', 'tsv'] as const satisfies readonly ExportFormat[];

interface ChoicesProps {
  choice: ExportChoice;
  separator: CsvSeparator;
  language: Language;
  usual: CsvSeparator;
  disabled: boolean;
  onChange: (part: Partial<ExportChoice>) => void;
}

function Choices({ choice, separator, language, usual, disabled, onChange }: ChoicesProps) {
  const formats = offered.map((value) => ({ value, label: t(`format.${value}`) }));
  const separators = csvSeparators.map((value) => ({ value, label: t(`separator.${value}`) }));
  const spoken = languages.map((value) => ({ value, label: ownNameOf(value) }));
  return (
    <>
      <Segments
        label={t('dialog.format')}
        hint={t(`dialog.formatHint.${choice.format}`)}
        data={formats}
        value={choice.format}
        disabled={disabled}
        onChange={(format: ExportFormat) => onChange({ format })}
      />
      {choice.format === 'csv' && (
        <Segments
          label={t('dialog.separator')}
          hint={t('dialog.separatorHint', { usual })}
          data={separators}
          value={separator}
          disabled={disabled}
          onChange={(chosen: CsvSeparator) => onChange({ separator: chosen })}
        />
      )}
      <Segments
        label={t('dialog.language')}
        hint={t(language === fallbackLanguage ? 'dialog.languageHint.api' : 'dialog.languageHint.words')}
        data={spoken}
        value={language}
        disabled={disabled}
        onChange={(chosen: Language) => onChange({ language: chosen })}
      />
      <Radio.Group
        label={shared('columns')}
        value={choice.columns}
        onChange={(value) => onChange({ columns: columnChoices.find((one) => one === value) ?? 'all' })}
      >
        <div className={classes.options}>
          {columnChoices.map((one) => (
            <Radio
              key={one}
              value={one}
              disabled={disabled}
              label={t(`dialog.columnsAs.${one}`, { count: exportHeaders.length })}
            />
          ))}
        </div>
      </Radio.Group>
    </>
  );
}

interface SegmentsProps<Value extends string> {
  label: string;
  hint: string;
  data: { value: Value; label: string }[];
  value: Value;
  disabled: boolean;
  onChange: (value: Value) => void;
}

function Segments<Value extends string>({ label, hint, data, ...control }: SegmentsProps<Value>) {
  const id = useId();
  return (
    <div className={classes.field}>
      <Input.Label id={id} labelElement="div">
        {label}
      </Input.Label>
      <SegmentedControl aria-labelledby={id} fullWidth data={data} {...control} />
      <span className="ll-muted ll-small">{hint}</span>
    </div>
  );
}

function Receiving({ bytes }: { bytes: number }) {
  const { locale } = useLocale();
  const words = t('dialog.receiving', { size: wordBytes(bytes, locale) });
  return (
    <div className={classes.field}>
      <Progress value={100} animated aria-label={t('dialog.download')} />
      <span className="ll-muted ll-small ll-numbers">{words}</span>
    </div>
  );
}
