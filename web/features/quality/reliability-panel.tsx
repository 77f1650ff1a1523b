import { formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { wordPoints, wordShare } from './figures.ts';
import classes from './quality.module.css';
import { findLikelyRange, findWidestGap, isAsSaid, type ReliabilityBin } from './reliability.ts';
import { ReliabilityDiagram } from './reliability-diagram.tsx';

/** What the model said against what happened: a diagram, and the same as a table (LQ-3). */
export function ReliabilityPanel({ bins }: { bins: readonly ReliabilityBin[] }) {
  const { locale } = useLocale();
  if (bins.length === 0) return null;
  return (
    <Panel title="What it said, and what happened">
      <div className={classes.reliability}>
        <ReliabilityDiagram bins={bins} />
        <div className={classes.reliabilityText}>
          <p>
            Each point is a group of leads with about the same chance. To the right is what the model said,
            upwards is what share of them was won. The bars are where the true share lies, given how many
            leads there were ({wordShare(0.95, locale)}).
          </p>
          <p>
            A point on the dashed line is as it was said. Above it the model was too careful, below it too
            hopeful.
          </p>
          <p>
            <Summary bins={bins} />
          </p>
          <details className={classes.details}>
            <summary>The same as a table</summary>
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
        ? 'All groups agree with what was said, within what chance explains.'
        : `${asSaid} of ${bins.length} groups agree with what was said, within what chance explains.`}
      {widest && (
        <>
          {' '}
          The widest gap is {wordPoints(Math.abs(widest.meanProbability - widest.observedShare), locale)}:{' '}
          {wordShare(widest.meanProbability, locale)} was said, {wordShare(widest.observedShare, locale)}{' '}
          happened.
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
          <th scope="col">Said</th>
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
