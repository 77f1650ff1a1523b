import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { Home, HomeOperator } from '../../../contract/home/home.ts';
import { mostPartnerLeads } from '../../../contract/home/limits.ts';
import { formatNumber, RelativeTime, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './home.module.css';
import { Count, HomeCard, NoEntries } from './home-card.tsx';
import { LeadLines } from './lead-lines.tsx';

interface OperatorCardsProps {
  operator: HomeOperator | undefined;
  outbox: Home['outbox'] | undefined;
}

const waiting = { status: ['Received'] };

/** What waits for an Operator admin, each number a link to its list, and the newest unrouted leads. */
export function OperatorCards(props: OperatorCardsProps) {
  return (
    <>
      <Tiles {...props} />
      <HomeCard
        title={t('operator.latest')}
        data={props.operator?.unrouted}
        link={
          <Link to="/leads" search={waiting} className={`ll-link ${classes.all}`}>
            {t('operator.all')}
          </Link>
        }
      >
        {({ items }) =>
          items.length === 0 ? (
            <NoEntries>{t('operator.noneUnrouted')}</NoEntries>
          ) : (
            <LeadLines
              leads={items}
              search={waiting}
              end={({ createdAt }) => <RelativeTime at={createdAt} />}
            />
          )
        }
      </HomeCard>
    </>
  );
}

function Tiles({ operator, outbox }: OperatorCardsProps) {
  const id = useId();
  const { locale } = useLocale();
  return (
    <section aria-labelledby={id}>
      <h2 className="ll-visually-hidden" id={id}>
        {t('operator.title')}
      </h2>
      {operator === undefined ? (
        <div className={classes.tiles} aria-busy>
          {[1, 2, 3, 4].map((tile) => (
            <Skeleton key={tile} height={112} radius="md" />
          ))}
        </div>
      ) : (
        <ul className={`ll-list ${classes.tiles}`}>
          <Tile
            label={t('operator.unrouted')}
            value={operator.unrouted.count}
            hint={t('operator.unroutedHint')}
          >
            {(content) => (
              <Link to="/leads" search={waiting}>
                {content}
              </Link>
            )}
          </Tile>
          {operator.suspected !== null && (
            <Tile
              label={t('operator.suspected')}
              value={operator.suspected}
              hint={t('operator.suspectedHint')}
            >
              {(content) => <Link to="/quarantine">{content}</Link>}
            </Tile>
          )}
          {operator.partners && (
            <Tile
              label={t('operator.waiting')}
              value={operator.partners.waiting}
              most={mostPartnerLeads}
              hint={wordHot(operator.partners.hot, locale)}
            >
              {(content) => (
                <Link to="/partner-leads" search={{ status: 'Received' }}>
                  {content}
                </Link>
              )}
            </Tile>
          )}
          {outbox && (
            <Tile
              label={t('operator.failed')}
              value={outbox.failed}
              hint={t('operator.failedHint', { days: String(outbox.days) })}
            >
              {(content) => (
                <Link to="/outbox" search={{ state: 'failed' }}>
                  {content}
                </Link>
              )}
            </Tile>
          )}
        </ul>
      )}
    </section>
  );
}

/** "3 of them are hot"; above the most that is counted, "More than 200 of them are hot". */
function wordHot(count: number, locale: string): string {
  if (count > mostPartnerLeads)
    return t('operator.manyHot', { shown: formatNumber(mostPartnerLeads, locale) });
  return t('operator.hot', { count, shown: formatNumber(count, locale) });
}

interface TileProps {
  label: string;
  value: number;
  most?: number;
  /** What the number is about; without one, there is nothing to do. */
  hint: string;
  children: (content: ReactNode) => ReactNode;
}

function Tile({ label, value, most, hint, children }: TileProps) {
  return (
    <li className={classes.tile} data-calm={value === 0 || undefined}>
      {children(
        <>
          <span className={classes.tileLabel}>{label}</span>
          <span className={`${classes.tileValue} ll-numbers`}>
            <Count value={value} most={most} />
          </span>
          <span className="ll-small">{value === 0 ? t('operator.nothing') : hint}</span>
        </>,
      )}
    </li>
  );
}
