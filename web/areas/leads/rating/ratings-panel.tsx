import { type LeadQuality, leadQualities } from '../../../../contract/leads/lists.ts';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { words } from '../../../../contract/words.ts';
import { type Column, DataTable } from '../../../ui/content/index.ts';
import { formatNumber, Panel, QualityMark, useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { wordShare } from './figures.ts';
import type { HeldOutMetrics } from './metric-words.ts';
import classes from './rating.module.css';
import { wordRange } from './rating-words.ts';
import { titles } from './skeleton/catalogue.ts';

type ByQuality = HeldOutMetrics['byQuality'];

interface RatingsPanelProps {
  thresholds: ModelCard['thresholds'];
  /** null: not measured. */
  byQuality: ByQuality | null;
}

/** Where each rating begins and ends, what to do with it, and what share of its leads were won. */
export function RatingsPanel({ thresholds, byQuality }: RatingsPanelProps) {
  const { locale } = useLocale();
  const columns: readonly Column<LeadQuality>[] = [
    { title: words.field.rating, names: true, show: (quality) => <QualityMark quality={quality} /> },
    {
      title: t('ratings.chance'),
      show: (quality) => <span className="ll-numbers">{wordRange(quality, thresholds, locale)}</span>,
    },
    { title: t('ratings.whatToDo'), bare: true, show: (quality) => t(`ratings.advice.${quality}`) },
  ];
  return (
    <Panel title={titles('ratings')} flush>
      <DataTable
        columns={byQuality ? [...columns, wonColumn(byQuality)] : columns}
        rows={leadQualities}
        keyOf={(quality) => quality}
      />
      <p className={classes.note}>{t('ratings.note')}</p>
    </Panel>
  );
}

const wonColumn = (byQuality: ByQuality): Column<LeadQuality> => ({
  title: t('ratings.won'),
  show: (quality) => <ShareWon {...byQuality[quality]} quality={quality} />,
});

interface ShareWonProps {
  quality: keyof ByQuality;
  rows: number;
  positives: number;
}

function ShareWon({ quality, rows, positives }: ShareWonProps) {
  const { locale } = useLocale();
  if (rows === 0) return <span className="ll-muted">{t('ratings.noLeads')}</span>;
  const share = positives / rows;
  return (
    <div className={classes.shareWon}>
      <div className={classes.bar} aria-hidden>
        <div data-quality={quality} style={{ width: `${share * 100}%` }} />
      </div>
      <span className="ll-numbers">
        <strong>{wordShare(share, locale)}</strong>{' '}
        <span className="ll-muted">
          {t('ratings.wonOf', { won: formatNumber(positives, locale), all: formatNumber(rows, locale) })}
        </span>
      </span>
    </div>
  );
}
