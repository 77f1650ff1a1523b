import { IconAlertTriangle, IconCircleCheck, IconCircleDot, IconInfoCircle } from '@tabler/icons-react';
import { Remark } from '../../../ui/content/index.ts';
import { formatNumber, Mark, Panel, useLocale } from '../../../ui/index.ts';
import { Period } from './basis-panel.tsx';
import { t } from './catalogue.ts';
import { wordShare } from './figures.ts';
import {
  cautionAbout,
  type HeldOutMetrics,
  type MetricWords,
  type Verdict,
  wordMetrics,
} from './metric-words.ts';
import classes from './rating.module.css';
import { titles } from './skeleton/catalogue.ts';

const verdicts = {
  good: { icon: IconCircleCheck, tone: 'good', label: t('metrics.verdicts.good') },
  fair: { icon: IconCircleDot, tone: 'active', label: t('metrics.verdicts.fair') },
  weak: { icon: IconAlertTriangle, tone: 'attention', label: t('metrics.verdicts.weak') },
} as const satisfies Record<Verdict, unknown>;

/** How well the model does on leads it has not seen: four figures, each explained (LQ-3). */
export function MetricsPanel({ metrics }: { metrics: HeldOutMetrics }) {
  const { locale } = useLocale();
  const { rows, positives, from, to } = metrics;
  const caution = cautionAbout(metrics);
  return (
    <Panel title={titles('metrics')}>
      <p className={`ll-note ${classes.intro}`}>
        {t.rich('metrics.measuredOn', {
          rows: formatNumber(rows, locale),
          dated: from === null ? 'no' : 'yes',
          period: () => <Period from={from} to={to} />,
          won: formatNumber(positives, locale),
          share: wordShare(rows > 0 ? positives / rows : 0, locale),
        })}
      </p>
      {caution && (
        <Remark tone="attention">
          <IconInfoCircle size={16} stroke={1.8} aria-hidden /> <span>{caution}</span>
        </Remark>
      )}
      <div className={classes.metrics}>
        {wordMetrics(metrics, locale).map((metric) => (
          <Metric key={metric.name} metric={metric} />
        ))}
      </div>
    </Panel>
  );
}

function Metric({ metric }: { metric: MetricWords }) {
  return (
    <section className={classes.metric}>
      <h3 className={classes.metricTitle}>{metric.title}</h3>
      <p className={classes.metricHead}>
        <strong>{metric.value}</strong> <span className="ll-muted">{metric.name}</span>{' '}
        {metric.verdict && <Mark {...verdicts[metric.verdict]} />}
      </p>
      <p className={classes.metricText}>{metric.compared}</p>
      <p className={classes.metricText} data-muted>
        {metric.meaning}
      </p>
    </section>
  );
}
