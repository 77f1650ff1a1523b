import { IconHeart, IconHeartFilled } from '@tabler/icons-react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { customerLabel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './grid.module.css';

/** The heart button of a lead. */
export function FavoriteButton({
  lead,
  onToggle,
  isTabStop = true,
}: {
  lead: LeadSummary;
  onToggle: (lead: LeadSummary) => void;
  isTabStop?: boolean;
}) {
  return (
    <button
      type="button"
      className={classes.heart}
      tabIndex={isTabStop ? undefined : -1}
      aria-pressed={lead.favorite}
      aria-label={t('lead.favorite', { customer: customerLabel(lead) })}
      title={lead.favorite ? shared('favorite.remove') : shared('favorite.add')}
      onClick={() => onToggle(lead)}
    >
      {lead.favorite ? (
        <IconHeartFilled size={17} aria-hidden />
      ) : (
        <IconHeart size={17} stroke={1.6} aria-hidden />
      )}
    </button>
  );
}
