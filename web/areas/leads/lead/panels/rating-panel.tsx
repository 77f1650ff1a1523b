import { Skeleton } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import type { LeadRating } from '../../../../../contract/leads/rating.ts';
import { words } from '../../../../../contract/words.ts';
import { ErrorNote } from '../../../../ui/content/index.ts';
import { Panel, QualityMark, RelativeTime, useLocale } from '../../../../ui/index.ts';
import { strong } from '../../../../ui/rich-text.tsx';
import { useLeadCache } from '../lead-data.ts';
import { explainNoRating, isRatedKind, ratingQuery, wordProbability } from '../rating.ts';
import { t } from './catalogue.ts';
import classes from './rating-panel.module.css';

/**
 * How likely the lead is to become a deal, the reasons for and against, and what the rating is based on (LQ-1, LQ-2).
 */
export function RatingPanel({ lead }: { lead: Lead }) {
  const rating = useQuery({ ...ratingQuery(lead), enabled: isRatedKind(lead) });
  useOneRating(lead, rating.data);
  return <Panel title={words.field.rating}>{showRating(lead, rating)}</Panel>;
}

/** Header and panel must agree: if the lead was rated since it was fetched, fetches it again. */
function useOneRating(lead: Lead, rating: LeadRating | null | undefined) {
  const cache = useLeadCache();
  const isOther = rating !== undefined && (rating?.quality ?? null) !== lead.leadQuality;
  useEffect(() => {
    if (isOther) cache.refresh(lead.id);
  }, [cache, isOther, lead.id]);
}

interface RatingState {
  data: LeadRating | null | undefined;
  error: unknown;
  isLoading: boolean;
  refetch: () => unknown;
}

function showRating(lead: Lead, { data, error, isLoading, refetch }: RatingState) {
  if (data) return <RatingDetails rating={data} isOver={lead.status === 'Archived'} />;
  if (isLoading) return <RatingSkeleton />;
  if (data === null || !error) return <p className="ll-note">{explainNoRating(lead)}</p>;
  return <ErrorNote error={error} onRetry={() => void refetch()} />;
}

/** A closed lead has no chance any more: there the rating says how likely it was. */
function RatingDetails({ rating, isOver }: { rating: LeadRating; isOver: boolean }) {
  const { locale } = useLocale();
  const probability = wordProbability(rating.probability, locale);
  return (
    <>
      <p className={classes.head}>
        <span className={classes.quality}>
          {t.rich('rating.quality', {
            mark: () => <QualityMark quality={rating.quality} />,
            word: (part) => <span>{part}</span>,
          })}
        </span>
        <span className={classes.chance}>
          {t.rich(isOver ? 'rating.chanceThen' : 'rating.chance', { probability, b: strong })}
        </span>
      </p>
      <div className={classes.bar} aria-hidden>
        <div data-quality={rating.quality} style={{ width: `${rating.probability * 100}%` }} />
      </div>
      <p className={`ll-note ll-small ${classes.scale}`}>{t('rating.scale')}</p>
      <Reasons title={t('rating.for')} side="for" reasons={rating.reasons.for} />
      <Reasons title={t('rating.against')} side="against" reasons={rating.reasons.against} />
      <p className={`ll-note ll-small ${classes.basis}`}>
        {rating.basisWords} {t.rich('rating.lastRated', { time: () => <RelativeTime at={rating.ratedAt} /> })}
      </p>
    </>
  );
}

interface ReasonsProps {
  title: string;
  side: 'for' | 'against';
  reasons: readonly string[];
}

function Reasons({ title, side, reasons }: ReasonsProps) {
  const Icon = side === 'for' ? IconPlus : IconMinus;
  return (
    <>
      <h3 className="ll-subtitle">{title}</h3>
      {reasons.length === 0 ? (
        <p className="ll-note">{t('rating.noReason')}</p>
      ) : (
        <ul className={`ll-list ${classes.reasons}`} data-side={side}>
          {reasons.map((reason) => (
            <li key={reason}>
              <Icon size={15} stroke={2.2} aria-hidden />
              <span>{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Sized for a rating with all of its reasons. */
function RatingSkeleton() {
  return (
    <div aria-busy>
      <Skeleton height={16} width="70%" my={2} />
      <Skeleton height={6} mt={8} />
      {[0, 1].map((group) => (
        <div key={group}>
          <Skeleton height={13} width="35%" mt={16} mb={8} />
          {[82, 74, 78].map((width) => (
            <Skeleton key={width} height={13} width={`${width}%`} mb={7} />
          ))}
        </div>
      ))}
      <Skeleton height={12} width="90%" mt={14} />
    </div>
  );
}
