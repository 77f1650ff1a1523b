import { IconAlertTriangle } from '@tabler/icons-react';
import type { FormEventHandler, ReactNode } from 'react';
import type { BulkActionName } from '../../../../contract/leads/lists.ts';
import { Banner } from '../../../ui/banner.tsx';
import { type DraftControl, FormDialog } from '../../../ui/forms/index.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import classes from './bulk.module.css';
import { numberIn } from './bulk-words.ts';
import { t } from './catalogue.ts';
import type { Target } from './target.ts';
import type { BulkSubmission, CountChange } from './use-bulk-submission.ts';

interface Props {
  action: BulkActionName;
  target: Target;
  sending: BulkSubmission;
  dirty: boolean;
  draft?: DraftControl;
  isFinal?: boolean;
  size?: string;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children?: ReactNode;
}

/** The dialog around each bulk action: says which leads it is about, and asks again when the results have changed. */
export function BulkForm({ action, target, sending, isFinal = false, children, ...rest }: Props) {
  const { locale } = useLocale();
  const { count, changed, submission } = sending;
  return (
    <FormDialog
      {...rest}
      title={t(`title.${action}`)}
      submitLabel={t(`submit.${action}`, numberIn(count, locale))}
      {...(isFinal && { submitColor: 'red' })}
      submission={submission}
      readOnly={count === 0}
    >
      {changed ? (
        <ChangedBanner changed={changed} />
      ) : (
        <p className={classes.plain}>{wordAbout(target, locale)}</p>
      )}
      {children}
    </FormDialog>
  );
}

function wordAbout({ count, of, isQuery }: Target, locale: string | undefined): string {
  if (isQuery) return t('about.query', numberIn(count, locale));
  if (count === of) return t('about.all', numberIn(count, locale));
  return t('about.part', { ...numberIn(count, locale), of: formatNumber(of, locale) });
}

function ChangedBanner({ changed: { before, now } }: { changed: CountChange }) {
  const { locale } = useLocale();
  const numbers = { before: formatNumber(before, locale), now: formatNumber(now.count, locale) };
  return (
    <Banner icon={<IconAlertTriangle size={18} />} tone="attention" title={t('changed.title')} urgent>
      {t('changed.text', numbers)}{' '}
      {now.receivedSince > 0 && `${t('changed.received', numberIn(now.receivedSince, locale))} `}
      {now.count > 0 && t('changed.again')}
    </Banner>
  );
}
