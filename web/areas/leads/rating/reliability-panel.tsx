import { formatNumber, Panel, useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { wordPoints, wordShare } from './figures.ts';
import classes from './rating.module.css';
import { findLikelyRange, findWidestGap, isAsSaid, type ReliabilityBin } from './reliability.ts';
import { ReliabilityDiagram } from './reliability-diagram.tsx';

/** Predicted against actual shares: a diagram, and the same as a table (LQ-3). */
export function ReliabilityPanel({ bins }: { bins: readonly ReliabilityBin[] }) {
  const { locale } = useLocale();
  if (bins.length === 0) return null;
  return (
    <Panel title={t('reliability.title')}>
      <div className={classes.reliability}>
        <ReliabilityDiagram bins={bins} />
        <div className={classes.reliabilityText}>
          <p>{t('reliability.howToRead', { level: wordShare(0.95, locale) })}</p>
          <p>{t('reliability.dashedLine')}</p>
          <p>
            <Summary bins={bins} />
          </p>
          <details className={classes.details}>
            <summary>{t('reliability.showTable')}</summary>
            <ReliabilityTable bins={bins} />
          </details>
        </div>
      </div>
    </Panel>
  );
}

function Summary({ bins }: { bins: readonly ReliabilityBin[] }) {
  const { locale } = useLocale();
  const widest = findWidestGap(bins);
  const asSaid = bins.filter(isAsSaid).length;
  return (
    <strong className={classes.summary}>
      {asSaid === bins.length
        ? t('reliability.allMatch')
        : t('reliability.someMatch', {
            matching: formatNumber(asSaid, locale),
            count: bins.length,
            shown: formatNumber(bins.length, locale),
          })}
      {widest && ` ${wordGap(widest, locale)}`}
    </strong>
  );
}

function wordGap({ meanProbability, observedShare }: ReliabilityBin, locale: string | undefined): string {
  return t('reliability.widestGap', {
    points: wordPoints(Math.abs(meanProbability - observedShare), locale),
    predicted: wordShare(meanProbability, locale),
    won: wordShare(observedShare, locale),
  });
}

function ReliabilityTable({ bins }: { bins: readonly ReliabilityBin[] }) {
  const { locale } = useLocale();
  return (
    <table className={classes.numbers}>
      <thead>
        <tr>
          <th scope="col">{t('reliability.table.predicted')}</th>
          <th scope="col">{t('reliability.table.won')}</th>
          <th scope="col">{t('reliability.table.likely', { level: wordShare(0.95, locale) })}</th>
          <th scope="col">{t('reliability.table.leads')}</th>
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => {
          const { low, high } = findLikelyRange(bin);
          return (
            <tr key={bin.meanProbability}>
              <td>{wordShare(bin.meanProbability, locale)}</td>
              <td>{wordShare(bin.observedShare, locale)}</td>
              <td>
                {wordShare(low, locale)} – {wordShare(high, locale)}
              </td>
              <td>{formatNumber(bin.rows, locale)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
