import { Link } from '@tanstack/react-router';
import type { Home, HomeSetUp } from '../../../contract/home/home.ts';
import { Columns, List } from '../../ui/content/index.ts';
import { formatNumber, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './home.module.css';
import { HomeCard } from './home-card.tsx';
import { SetUpCard, useChecklist } from './set-up-card.tsx';

interface AdminCardsProps {
  setUp: HomeSetUp | undefined;
  outbox: NonNullable<Home['outbox']> | undefined;
}

/** The organization as its Account admin looks after it, and what is left to set up. */
export function AdminCards({ setUp, outbox }: AdminCardsProps) {
  const checklist = useChecklist(setUp);
  return (
    <Columns>
      <OrganizationCard setUp={setUp} outbox={outbox} />
      {/* Second, so that nothing moves when it turns out to be there. */}
      {checklist && <SetUpCard checklist={checklist} />}
    </Columns>
  );
}

function OrganizationCard({ setUp, outbox }: AdminCardsProps) {
  const { locale } = useLocale();
  return (
    <HomeCard title={t('organization.title')} data={setUp}>
      {({ people, invitations }) => (
        <List>
          <li>
            <Link to="/settings/$section" params={{ section: 'people' }}>
              <span>{shared('section.people')}</span>
              <span className="ll-numbers">{formatNumber(people, locale)}</span>
              {invitations > 0 && (
                <span className={`${classes.below} ll-small`}>
                  {t('organization.invitations', {
                    count: invitations,
                    shown: formatNumber(invitations, locale),
                  })}
                </span>
              )}
            </Link>
          </li>
          {outbox && (
            <li>
              <Link to="/outbox" search={{ state: 'failed' }}>
                <span>{t('organization.failed')}</span>
                <span className="ll-numbers">{formatNumber(outbox.failed, locale)}</span>
                <span className={`${classes.below} ll-small`}>
                  {t('organization.failedHint', { days: String(outbox.days) })}
                </span>
              </Link>
            </li>
          )}
          <li>
            <Link to="/settings/$section" params={{ section: 'access-log' }}>
              <span>{shared('section.access-log')}</span>
              <span />
              <span className={`${classes.below} ll-small`}>{t('organization.accessLogHint')}</span>
            </Link>
          </li>
        </List>
      )}
    </HomeCard>
  );
}
