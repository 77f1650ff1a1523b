import { IconAlertTriangle } from '@tabler/icons-react';
import { t } from './catalogue.ts';
import classes from './forms.module.css';

/** Says what went wrong with the form as a whole; takes the focus if no field can. */
export function Failures({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className={classes.failures} role="alert" tabIndex={-1} data-failures>
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
      <div>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className={classes.kept}>{t('failure.kept')}</p>
      </div>
    </div>
  );
}
