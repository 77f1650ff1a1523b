import { Link } from '@tanstack/react-router';
import type { HomeDesk, HomeStep } from '../../../contract/home/home.ts';
import type { AddressParams } from '../../lead-query/list-state.ts';
import { List, Tag } from '../../ui/content/index.ts';
import { AbsoluteTime } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './home.module.css';
import { HomeCard, NoEntries } from './home-card.tsx';

const planned: AddressParams = { nextStepTo: 'today' };

/** What the person planned for today, and before. */
export function StepsCard({ steps }: { steps: HomeDesk['nextSteps'] | undefined }) {
  return (
    <HomeCard
      title={t('steps.title')}
      data={steps}
      count={({ count }) => count}
      link={
        <Link to="/leads" search={planned} className={`ll-link ${classes.all}`}>
          {t('steps.all')}
        </Link>
      }
    >
      {({ items }) =>
        items.length === 0 ? (
          <NoEntries>{t('steps.none')}</NoEntries>
        ) : (
          <List>
            {items.map((step) => (
              <StepLine key={step.id} step={step} />
            ))}
          </List>
        )
      }
    </HomeCard>
  );
}

function StepLine({ step: { id, customer, what, dueAt, overdue } }: { step: HomeStep }) {
  return (
    <li>
      <Link to="/leads/$leadId" params={{ leadId: id }} search={planned}>
        <span className={classes.name}>
          <bdi className="ll-truncate">{what}</bdi>
        </span>
        <span className="ll-small">
          {t.rich('steps.due', { when: () => <AbsoluteTime at={dueAt} dayOnly /> })}
        </span>
        <span className={`${classes.below} ll-small`}>
          <bdi className="ll-truncate">{customer ?? shared('unnamedCustomer')}</bdi>
          {overdue && <Tag tone="attention">{shared('overdue')}</Tag>}
        </span>
      </Link>
    </li>
  );
}
