import { leadQualities } from '../../../../contract/enums.ts';
import type { ModelCard } from '../../../../contract/quality.ts';
import { formatNumber, Panel, QualityMark, useLocale } from '../../../ui/index.ts';
import { wordShare } from './figures.ts';
import type { HeldOutMetrics } from './metric-words.ts';
import classes from './quality.module.css';
import { advice, wordRange } from './rating-words.ts';

type ByQuality = HeldOutMetrics['byQuality'];

interface RatingsPanelProps {
  thresholds: ModelCard['thresholds'];
  /** null: not measured. */
  byQuality: ByQuality | null;
}

/** Where each rating begins and ends, what to do with it, and what share of its leads was won. */
export function RatingsPanel({ thresholds, byQuality }: RatingsPanelProps) {
  const { locale } = useLocale();
  return (
    <Panel title="What the ratings mean" flush>
      <table className={classes.table} data-stacked>
        <thead>
          <tr>
            <th scope="col">Rating</th>
            <th scope="col">Chance of a deal</th>
            <th scope="col">What to do</th>
            {byQuality && <th scope="col">Won, of leads it had not seen</th>}
          </tr>
        </thead>
        <tbody>
          {leadQualities.map((quality) => (
            <tr key={quality}>
              <th scope="row">
                <QualityMark quality={quality} />
              </th>
              <td className="ll-numbers">
                <span className={classes.stackedLabel}>Chance of a deal: </span>
                {wordRange(quality, thresholds, locale)}
              </td>
              <td>{advice[quality]}</td>
              {byQuality && (
                <td>
                  <span className={classes.stackedLabel}>Won, of leads it had not seen: </span>
                  <ShareWon {...byQuality[quality]} quality={quality} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>
        Thresholds balance wasted calls against missed deals. A lead is always Low if its address is known for
        spam or its message reads like spam.
      </p>
    </Panel>
  );
}

interface ShareWonProps {
  quality: keyof ByQuality;
  rows: number;
  positives: number;
}

function ShareWon({ quality, rows, positives }: ShareWonProps) {
  const { locale } = useLocale();
  if (rows === 0) return <span className="ll-muted">No leads with this rating</span>;
  const share = positives / rows;
  return (
    <div className={classes.shareWon}>
      <div className={classes.bar} aria-hidden>
        <div data-quality={quality} style={{ width: `${share * 100}%` }} />
      </div>
      <span className="ll-numbers">
        <strong>{wordShare(share, locale)}</strong>{' '}
        <span className="ll-muted">
          {formatNumber(positives, locale)} of {formatNumber(rows, locale)}
        </span>
      </span>
    </div>
  );
}
