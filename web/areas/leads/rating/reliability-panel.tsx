import { formatNumber, Panel, useLocale } from '../../../ui/index.ts';
import { wordPoints, wordShare } from './figures.ts';
import classes from './quality.module.css';
import { findLikelyRange, findWidestGap, isAsSaid, type ReliabilityBin } from './reliability.ts';
import { ReliabilityDiagram } from './reliability-diagram.tsx';

/** What the model said against what happened: a diagram, and the same as a table (LQ-3). */
export function ReliabilityPanel({ bins }: { bins: readonly ReliabilityBin[] }) {
  const { locale } = useLocale();
  if (bins.length === 0) return null;
  return (
    <Panel title="Predicted and actual">
      <div className={classes.reliability}>
        <ReliabilityDiagram bins={bins} />
        <div className={classes.reliabilityText}>
          <p>
            Each point is a group of leads with about the same predicted chance. The horizontal axis is that
            chance, the vertical axis the share that was won. The bars show where the true share most likely
            lies, given the number of leads ({wordShare(0.95, locale)}).
          </p>
          <p>
            On the dashed line, the prediction was exact. Above it, the model was too cautious; below it, too
            optimistic.
          </p>
          <p>
            <Summary bins={bins} />
          </p>
          <details className={classes.details}>
            <summary>Show as a table</summary>
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
        ? 'All groups match the predictions, within what chance explains.'
        : `${asSaid} of ${bins.length} groups match the predictions, within what chance explains.`}
      {widest && (
        <>
          {' '}
          The widest gap is {wordPoints(Math.abs(widest.meanProbability - widest.observedShare), locale)}:{' '}
          {wordShare(widest.meanProbability, locale)} predicted, {wordShare(widest.observedShare, locale)}{' '}
          won.
        </>
      )}
    </strong>
  );
}

function ReliabilityTable({ bins }: { bins: readonly ReliabilityBin[] }) {
  const { locale } = useLocale();
  return (
    <table className={classes.numbers}>
      <thead>
        <tr>
          <th scope="col">Predicted</th>
          <th scope="col">Won</th>
          <th scope="col">Likely ({wordShare(0.95, locale)})</th>
          <th scope="col">Leads</th>
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
