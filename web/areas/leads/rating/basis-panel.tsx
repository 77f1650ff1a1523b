import { IconBulb, IconSchool } from '@tabler/icons-react';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { words } from '../../../../contract/words.ts';
import {
  AbsoluteTime,
  Badge,
  FieldList,
  formatNumber,
  Panel,
  RelativeTime,
  useLocale,
} from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { wordEnding } from './feature-words.ts';
import { wordShare } from './figures.ts';
import classes from './rating.module.css';
import { wordBasis } from './rating-words.ts';

interface BasisPanelProps {
  card: ModelCard;
  isOperator: boolean;
}

/** What currently rates leads, since when, and what it learned from. */
export function BasisPanel({ card, isOperator }: BasisPanelProps) {
  const { locale } = useLocale();
  const { population, trainedAt } = card;
  return (
    <Panel title={shared('section.lead-rating')}>
      <p className={classes.basis}>
        <Badge
          icon={card.basis === 'prior' ? IconBulb : IconSchool}
          tone={card.basis === 'prior' ? 'attention' : 'active'}
          label={t(`basis.names.${card.basis}`)}
        />
      </p>
      <p className={`ll-note ${classes.intro}`}>{wordBasis(card, isOperator, locale)}</p>
      <FieldList
        fields={[
          { label: t('basis.inUseSince'), value: <InUseSince trainedAt={trainedAt} /> },
          {
            label: population && population.rows > 0 ? t('basis.shareWon') : t('basis.assumedShareWon'),
            value: population ? (
              <span className="ll-numbers">{wordShare(population.baseRate, locale)}</span>
            ) : undefined,
          },
          { label: words.field.received, value: population?.from ? <Period {...population} /> : undefined },
          {
            label: t('basis.endings'),
            value: population?.endings ? <Endings endings={population.endings} /> : undefined,
          },
        ]}
      />
    </Panel>
  );
}

function InUseSince({ trainedAt }: { trainedAt: string | null }) {
  if (trainedAt === null) return t('basis.beginning');
  return (
    <>
      <AbsoluteTime at={trainedAt} />{' '}
      <span className="ll-muted">
        (<RelativeTime at={trainedAt} />)
      </span>
    </>
  );
}

/** The first and last day on which the leads were received. */
export function Period({ from, to }: { from: string | null; to: string | null }) {
  return (
    <>
      <AbsoluteTime at={from} dayOnly /> – <AbsoluteTime at={to} dayOnly />
    </>
  );
}

function Endings({ endings }: { endings: Readonly<Record<string, number>> }) {
  const { locale } = useLocale();
  return (
    <ul className={`ll-list ${classes.endings}`}>
      {Object.entries(endings)
        .filter(([, leads]) => leads > 0)
        .sort((a, b) => b[1] - a[1])
        .map(([ending, leads]) => (
          <li key={ending}>
            {wordEnding(ending)} <span className="ll-numbers">{formatNumber(leads, locale)}</span>
          </li>
        ))}
    </ul>
  );
}
