import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RatingBasis } from '../../../../contract/leads/lists.ts';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { storefrontsQuery } from '../../../api/queries.ts';
import { type Column, DataTable } from '../../../ui/content/index.ts';
import { NoValue, Panel, useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { wordFeature, wordValue } from './feature-words.ts';
import { wordFactor } from './figures.ts';
import classes from './rating.module.css';

type Strength = ModelCard['strongest'][number];

interface FeaturesPanelProps {
  strongest: readonly Strength[];
  basis: RatingBasis;
}

/** The features that affect ratings the most, and the values that raise and lower them. */
export function FeaturesPanel({ strongest, basis }: FeaturesPanelProps) {
  const most = Math.max(...strongest.map(({ effect }) => effect), Number.EPSILON);
  if (strongest.length === 0) return null;
  const columns: readonly Column<Strength>[] = [
    { title: t('features.feature'), names: true, show: ({ feature }) => wordFeature(feature) },
    { title: t('features.effect'), show: ({ effect }) => <Effect effect={effect} most={most} /> },
    { title: t('features.raises'), show: (strength) => <Direction strength={strength} side="raises" /> },
    { title: t('features.lowers'), show: (strength) => <Direction strength={strength} side="lowers" /> },
  ];
  return (
    <Panel title={t('features.title')} flush>
      <DataTable columns={columns} rows={strongest} keyOf={({ feature }) => feature} />
      <p className={classes.note}>
        {basis === 'prior' && `${t('features.assumed')} `}
        {t('features.note')}
      </p>
    </Panel>
  );
}

function Effect({ effect, most }: { effect: number; most: number }) {
  const { locale } = useLocale();
  return (
    <div className={classes.effect}>
      <div className={classes.bar} aria-hidden>
        <div style={{ width: `${(effect / most) * 100}%` }} />
      </div>
      <span className="ll-numbers">{wordFactor(effect, locale)}</span>
    </div>
  );
}

function Direction({ strength, side }: { strength: Strength; side: 'raises' | 'lowers' }) {
  const { locale } = useLocale();
  const storefronts = useQuery(storefrontsQuery).data;
  const value = strength[side];
  const Icon = side === 'raises' ? IconArrowUp : IconArrowDown;
  // A single named value has nothing to be compared with.
  const stands = value !== null && strength.raises !== strength.lowers;
  return (
    <span className={classes.direction} data-side={side}>
      {stands && <Icon size={14} stroke={2.2} aria-hidden />}
      {stands ? (
        <span>{wordValue(strength.feature, value, { locale, storefronts })}</span>
      ) : (
        <NoValue label={t('features.noneStandsOut')} />
      )}
    </span>
  );
}
