import { t } from '../catalogue.ts';
import { useEditing } from '../editing/use-editing.ts';
import classes from './steps.module.css';

/** The name of the organization, which is not changed here. */
export function CompanyName() {
  const { companyName } = useEditing().profile;
  return (
    <dl className={classes.company}>
      <dt>{t('partner.company')}</dt>
      <dd>
        <bdi className={classes.companyName}>{companyName}</bdi>
        <p className="ll-note ll-small">{t('partner.companyHint')}</p>
      </dd>
    </dl>
  );
}
