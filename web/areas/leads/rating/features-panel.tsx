import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RatingBasis } from '../../../../contract/enums.ts';
import type { ModelCard } from '../../../../contract/quality.ts';
import { storefrontsQuery } from '../../../api/queries.ts';
import { NoValue, Panel, useLocale } from '../../../ui/index.ts';
import { wordFeature, wordValue } from './feature-words.ts';
import { wordFactor } from './figures.ts';
import classes from './quality.module.css';

type Strength = ModelCard['strongest'][number];

interface FeaturesPanelProps {
  strongest: readonly Strength[];
  basis: RatingBasis;
}

/** What moves ratings the most, and the values that raise and lower them. */
export function FeaturesPanel({ strongest, basis }: FeaturesPanelProps) {
  const most = Math.max(...strongest.map(({ effect }) => effect), Number.EPSILON);
  if (strongest.length === 0) return null;
  return (
    <Panel title="What moves ratings the most" flush>
      <table className={classes.table} data-stacked>
        <thead>
          <tr>
            <th scope="col">About the lead</th>
            <th scope="col">Moves the odds by</th>
            <th scope="col">Raises</th>
            <th scope="col">Lowers</th>
          </tr>
        </thead>
        <tbody>
          {strongest.map((strength) => (
            <FeatureRow key={strength.feature} strength={strength} most={most} />
          ))}
        </tbody>
      </table>
      <p className={classes.note}>
        {basis === 'prior' ? 'These are assumptions, not learned from leads. ' : ''}
        The factor shows how much each detail typically moves the odds of a deal, up or down. It shows what
        goes together, not what causes a deal.
      </p>
    </Panel>
  );
}

function FeatureRow({ strength, most }: { strength: Strength; most: number }) {
  const { locale } = useLocale();
  return (
    <tr>
      <th scope="row">{wordFeature(strength.feature)}</th>
      <td>
        <div className={classes.effect}>
          <div className={classes.bar} aria-hidden>
            <div style={{ width: `${(strength.effect / most) * 100}%` }} />
          </div>
          <span className="ll-numbers">{wordFactor(strength.effect, locale)}</span>
        </div>
      </td>
      <td>
        <Direction strength={strength} side="raises" />
      </td>
      <td>
        <Direction strength={strength} side="lowers" />
      </td>
    </tr>
  );
}

function Direction({ strength, side }: { strength: Strength; side: 'raises' | 'lowers' }) {
  const { locale } = useLocale();
  const storefronts = useQuery(storefrontsQuery).data;
  const value = strength[side];
  const Icon = side === 'raises' ? IconArrowUp : IconArrowDown;
  // With a single named value there is nothing that it is more or less than.
  const stands = value !== null && strength.raises !== strength.lowers;
  return (
    <span className={classes.direction} data-side={side}>
      {stands && <Icon size={14} stroke={2.2} aria-hidden />}
      <span className={classes.stackedLabel}>{side === 'raises' ? 'Raises: ' : 'Lowers: '}</span>
      {stands ? (
        <span>{wordValue(strength.feature, value, { locale, storefronts })}</span>
      ) : (
        <NoValue label="None stands out" />
      )}
    </span>
  );
}
