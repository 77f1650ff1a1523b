import { useId } from 'react';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { wordShare } from './figures.ts';
import classes from './rating.module.css';
import { chooseScale, findLikelyRange, type ReliabilityBin, radiusFor } from './reliability.ts';

/** In units of the drawing, which scales to the available width. */
const width = 340;
const height = 320;
const left = 52;
const right = width - 20;
const top = 12;
const bottom = height - 48;

interface Axes {
  x: (share: number) => number;
  y: (share: number) => number;
  ticks: readonly number[];
  top: number;
}

/** Predicted against actual share, with the line where both are equal; the table next to it has the numbers. */
export function ReliabilityDiagram({ bins }: { bins: readonly ReliabilityBin[] }) {
  const titleId = useId();
  const { locale } = useLocale();
  const scale = chooseScale(bins);
  const axes: Axes = {
    ...scale,
    x: (share) => left + (share / scale.top) * (right - left),
    y: (share) => bottom - (share / scale.top) * (bottom - top),
  };
  const mostRows = Math.max(...bins.map(({ rows }) => rows));
  return (
    <svg className={classes.diagram} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>
        {t('reliability.diagram', { count: bins.length, shown: formatNumber(bins.length, locale) })}
      </title>
      <Grid axes={axes} />
      <line
        className={classes.perfect}
        x1={axes.x(0)}
        y1={axes.y(0)}
        x2={axes.x(scale.top)}
        y2={axes.y(scale.top)}
      />
      {bins.map((bin) => (
        <Point key={bin.meanProbability} bin={bin} axes={axes} mostRows={mostRows} />
      ))}
    </svg>
  );
}

function Grid({ axes: { x, y, ticks } }: { axes: Axes }) {
  const { locale } = useLocale();
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.gridLine} x1={left} y1={y(tick)} x2={right} y2={y(tick)} />
          <line className={classes.gridLine} x1={x(tick)} y1={top} x2={x(tick)} y2={bottom} />
          <text className={classes.tick} x={left - 7} y={y(tick) + 4} textAnchor="end">
            {wordTick(tick, locale)}
          </text>
          <text className={classes.tick} x={x(tick)} y={bottom + 17} textAnchor="middle">
            {wordTick(tick, locale)}
          </text>
        </g>
      ))}
      <text className={classes.axis} x={(left + right) / 2} y={height - 8} textAnchor="middle">
        {t('reliability.horizontal')}
      </text>
      <text
        className={classes.axis}
        transform={`translate(12 ${(top + bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {t('reliability.vertical')}
      </text>
    </g>
  );
}

function Point({ bin, axes: { x, y }, mostRows }: { bin: ReliabilityBin; axes: Axes; mostRows: number }) {
  const { locale } = useLocale();
  const { low, high } = findLikelyRange(bin);
  const across = x(bin.meanProbability);
  return (
    <g className={classes.point}>
      <title>
        {t('reliability.point', {
          predicted: wordShare(bin.meanProbability, locale),
          won: wordShare(bin.observedShare, locale),
          rows: formatNumber(bin.rows, locale),
        })}
      </title>
      <line x1={across} y1={y(low)} x2={across} y2={y(high)} />
      <circle cx={across} cy={y(bin.observedShare)} r={radiusFor(bin.rows, mostRows)} />
    </g>
  );
}

/** Axis labels are whole percent, even small ones. */
function wordTick(share: number, locale: string | undefined): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
