import { IconAlarm } from '@tabler/icons-react';
import { Mark, NoValue, RelativeTime, useNow } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './grid.module.css';

const soonMs = 3 * 24 * 60 * 60_000;

/** The time left to answer; highlighted in the last three days. */
export function ExpiryCell({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null) return <NoValue label={shared('neverExpires')} />;
  const isSoon = Date.parse(at) - now < soonMs;
  if (!isSoon) return <RelativeTime at={at} />;
  return (
    <span className={classes.soon}>
      <Mark icon={IconAlarm} tone="attention" label={t('lead.expiresSoon')} hideLabel />
      <RelativeTime at={at} />
    </span>
  );
}
