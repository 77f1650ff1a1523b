import type { ReactNode } from 'react';
import { RowsSkeleton } from '../../ui/content/index.ts';
import { formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './home.module.css';

interface HomeCardProps<Data> {
  title: string;
  /** undefined: still loading. */
  data: Data | undefined;
  /** Next to the title; nothing for 0. */
  count?: (data: Data) => number;
  /** Above this, a count isn't exact. */
  most?: number;
  /** Where the whole list is. */
  link?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** One subject of the home page: its count, its first entries, and the way to all of them. */
export function HomeCard<Data>({ title, data, count, most, link, children }: HomeCardProps<Data>) {
  const counted = data === undefined ? 0 : (count?.(data) ?? 0);
  return (
    <Panel
      title={
        <>
          {title}
          {counted > 0 && (
            <span className={`${classes.count} ll-numbers`}>
              <Count value={counted} most={most} />
            </span>
          )}
        </>
      }
      actions={link}
      flush
    >
      {data === undefined ? <RowsSkeleton rows={3} height={36} /> : children(data)}
    </Panel>
  );
}

/** A number, or "100+" above the most that is counted. */
export function Count({
  value,
  most = Number.POSITIVE_INFINITY,
}: {
  value: number;
  most?: number | undefined;
}) {
  const { locale } = useLocale();
  if (value <= most) return <>{formatNumber(value, locale)}</>;
  return <>{t('atLeast', { shown: formatNumber(most, locale) })}</>;
}

/** A sentence in place of entries: there are none. */
export function NoEntries({ children }: { children: ReactNode }) {
  return <p className={`${classes.none} ll-note`}>{children}</p>;
}
