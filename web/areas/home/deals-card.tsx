import { Link } from '@tanstack/react-router';
import type { HomeDeal, HomeDesk } from '../../../contract/home/home.ts';
import { List, Tag } from '../../ui/content/index.ts';
import { CalendarDay, formatNumber, Money, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './home.module.css';
import { HomeCard, NoEntries } from './home-card.tsx';

const accepted = { status: ['Accepted'] };
/** More currencies than this would be a table, not a line. */
const mostSums = 4;

/** Accepted leads that the person owns or has in their team: what they are worth, and whose purchase date is over. */
export function DealsCard({ deals }: { deals: HomeDesk['deals'] | undefined }) {
  return (
    <HomeCard
      title={t('deals.title')}
      data={deals}
      count={({ count }) => count}
      link={
        <Link to="/deals" search={{}} className={`ll-link ${classes.all}`}>
          {t('deals.all')}
        </Link>
      }
    >
      {(data) => (data.count === 0 ? <NoDeals visible={data.visible} /> : <Deals {...data} />)}
    </HomeCard>
  );
}

function NoDeals({ visible }: { visible: number }) {
  const { locale } = useLocale();
  if (visible === 0) return <NoEntries>{t('deals.none')}</NoEntries>;
  return (
    <NoEntries>{t('deals.noneOfYours', { count: visible, shown: formatNumber(visible, locale) })}</NoEntries>
  );
}

function Deals({ count, overdue, sums, items }: HomeDesk['deals']) {
  const { locale } = useLocale();
  const unvalued = count - sums.reduce((all, { deals }) => all + deals, 0);
  return (
    <>
      <div className={classes.sums}>
        {sums.slice(0, mostSums).map(({ currency, amountMinor }) => (
          <strong key={currency}>
            <Money value={{ currency, amountMinor }} />
          </strong>
        ))}
        {sums.length > mostSums && (
          <span className="ll-small">
            {t('deals.moreCurrencies', {
              count: sums.length - mostSums,
              shown: formatNumber(sums.length - mostSums, locale),
            })}
          </span>
        )}
        {unvalued > 0 && (
          <span className="ll-small">
            {t('deals.unvalued', { count: unvalued, shown: formatNumber(unvalued, locale) })}
          </span>
        )}
        {overdue > 0 && (
          <Tag tone="attention">{t('deals.overdue', { shown: formatNumber(overdue, locale) })}</Tag>
        )}
      </div>
      <List>
        {items.map((deal) => (
          <DealLine key={deal.id} deal={deal} />
        ))}
      </List>
    </>
  );
}

function DealLine({
  deal: { id, name, customer, value, estimatedPurchaseDate: day, overdue },
}: {
  deal: HomeDeal;
}) {
  const who = customer ?? shared('unnamedCustomer');
  return (
    <li>
      <Link to="/leads/$leadId" params={{ leadId: id }} search={accepted}>
        <span className={classes.name}>
          <bdi className="ll-truncate">{name ?? who}</bdi>
        </span>
        <span>
          {value ? <Money value={value} /> : <span className="ll-small">{t('deals.noValue')}</span>}
        </span>
        <span className={`${classes.below} ll-small`}>
          {name !== null && name !== who && <bdi className="ll-truncate">{who}</bdi>}
          <span className={classes.fixed}>
            {day === null
              ? t('deals.noDate')
              : t.rich('deals.purchase', { day: () => <CalendarDay day={day} /> })}
          </span>
          {overdue && <Tag tone="attention">{shared('overdue')}</Tag>}
        </span>
      </Link>
    </li>
  );
}
