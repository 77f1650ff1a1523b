import { useQueries } from '@tanstack/react-query';
import { useLocale } from '../../../ui/index.ts';
import { customerNewsQuery } from '../lead/dialogs/customer-news-data.ts';
import classes from './bulk.module.css';
import { numberIn } from './bulk-words.ts';
import { t } from './catalogue.ts';
import type { Target } from './target.ts';

/** Each lead is asked about by itself; of more, the dialog says who will be told, but not how many. */
const mostAsked = 25;

/** How many customers will be told when the leads are declined (LC-3). */
export function CustomersToldNote({ target: { leads, isQuery } }: { target: Target }) {
  const { locale } = useLocale();
  const isCounted = !isQuery && leads.length <= mostAsked;
  const answers = useQueries({ queries: isCounted ? leads.map(({ id }) => customerNewsQuery(id)) : [] });
  const isUnknown = !isCounted || answers.some(({ isError }) => isError);
  const told = answers.filter(({ data }) => data?.told).length;
  const words = isUnknown
    ? t('decline.toldMany')
    : answers.some(({ data }) => !data)
      ? t('decline.toldLoading')
      : t('decline.told', numberIn(told, locale));
  return (
    <p className={classes.plain} role="status">
      {words}
    </p>
  );
}
