import { addressOfFile } from '../../../api/client.ts';
import { initials } from '../../leads/index.ts';
import { t } from '../catalogue.ts';
import { useEditing } from '../editing/use-editing.ts';
import classes from './logo.module.css';

/** The logo of the draft, or the initials that cards show without one. */
export function LogoPicture({ size }: { size: 'card' | 'large' }) {
  const { profile, draft } = useEditing();
  const { id, companyName } = profile;
  if (draft.logo === null)
    return (
      <span className={classes.logoInitials} data-size={size} aria-hidden>
        {initials(companyName)}
      </span>
    );
  const params = { id, logoId: draft.logo, side: '216' };
  return (
    <img
      className={classes.logoPicture}
      data-size={size}
      src={addressOfFile('GET /api/v1/business-profiles/:id/logos/:logoId/:side', params)}
      alt={t('logo.alt', { name: companyName })}
    />
  );
}
