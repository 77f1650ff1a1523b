import { Skeleton, Switch } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MailPreferences, PreferenceCategory } from '../../../../contract/messages/action-center.ts';
import { words } from '../../../../contract/words.ts';
import { adoptAnswer } from '../../../api/adopt-answer.ts';
import { request } from '../../../api/client.ts';
import { List, ListRow, Remark } from '../../../ui/content/index.ts';
import { announce, announceFailure } from '../../../ui/forms/index.ts';
import {
  AbsoluteTime,
  ErrorState,
  FieldList,
  formatLanguage,
  formatNumber,
  Panel,
  useLocale,
  wordZone,
} from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './notifications-section.module.css';
import { preferencesQuery } from './preferences-data.ts';
import { QuietHoursPanel } from './quiet-hours-panel.tsx';

/** What the person is notified of, by email and in the app, and whether email reaches them (NT-5). */
export function NotificationsSection() {
  const query = useQuery(preferencesQuery);
  if (query.isPending) return <PreferencesSkeleton />;
  if (!query.data) {
    return (
      <Panel title={shared('section.notifications')}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Panel>
    );
  }
  return (
    <>
      <DeliveryPanel preferences={query.data} />
      <QuietHoursPanel preferences={query.data} />
      <CategoriesPanel preferences={query.data} />
    </>
  );
}

function DeliveryPanel({ preferences }: { preferences: MailPreferences }) {
  const { address, language, timeZone, mailsPerDay, digestHour, mailsAreSent } = preferences;
  const { locale } = useLocale();
  return (
    <Panel title={t('delivery.title')}>
      {!mailsAreSent && <Remark tone="attention">{t('delivery.noMailServer')}</Remark>}
      <FieldList
        fields={[
          { label: words.field.email, value: address },
          { label: words.field.status, value: <AddressStateWords preferences={preferences} /> },
          { label: t('delivery.language'), value: formatLanguage(language) },
          { label: shared('title.timeZone'), value: wordZone(timeZone) },
          {
            label: t('delivery.busyDays'),
            value: t('delivery.busyDaysText', {
              count: mailsPerDay,
              shown: formatNumber(mailsPerDay, locale),
              time: toClock(digestHour),
            }),
          },
        ]}
      />
      <p className={`ll-note ${classes.hint}`}>
        {t.rich('delivery.changeInProfile', {
          link: (part) => (
            <Link to="/settings/$section" params={{ section: 'profile' }}>
              {part}
            </Link>
          ),
        })}
      </p>
    </Panel>
  );
}

function AddressStateWords({ preferences }: { preferences: MailPreferences }) {
  const { addressState, addressStateAt, refusedReason } = preferences;
  return (
    <span className={classes.state} data-state={addressState}>
      {t(`delivery.states.${addressState}`)}
      {addressStateAt && (
        <>
          , <AbsoluteTime at={addressStateAt} dayOnly />
        </>
      )}
      {refusedReason && (
        <span className={classes.said}>{t('delivery.serverSaid', { reason: refusedReason })}</span>
      )}
    </span>
  );
}

function CategoriesPanel({ preferences: { categories } }: { preferences: MailPreferences }) {
  return (
    <Panel title={t('categories.title')} flush>
      <List>
        {categories.map((category) => (
          <CategoryRow key={category.key} category={category} />
        ))}
      </List>
    </Panel>
  );
}

function CategoryRow({ category }: { category: PreferenceCategory }) {
  // A choice shows immediately; a refusal reverts it.
  const [chosen, setChosen] = useState<{ wanted: boolean } | undefined>();
  const save = useSave(category, (settled) => setChosen((now) => (now === settled ? undefined : now)));
  const { title, explanation, requiredReason, required, channel } = category;
  return (
    <ListRow
      title={
        <span id={`category-${category.key}`}>
          {title} <span className={classes.channel}>{t(`categories.channels.${channel}`)}</span>
        </span>
      }
      details={
        <span id={`category-${category.key}-more`}>
          {explanation}
          {requiredReason && <span className={classes.reason}>{requiredReason}</span>}
        </span>
      }
      actions={
        required ? (
          <span className={`ll-small ${classes.always}`}>
            <IconLock size={14} stroke={1.8} aria-hidden /> {t('categories.always')}
          </span>
        ) : (
          <Switch
            checked={(chosen ?? category).wanted}
            aria-labelledby={`category-${category.key}`}
            aria-describedby={`category-${category.key}-more`}
            onChange={(event) => {
              const choice = { wanted: event.currentTarget.checked };
              setChosen(choice);
              save.mutate(choice);
            }}
          />
        )
      }
    />
  );
}

/** @param onSettled called with each choice when it is saved or refused */
function useSave({ key, title }: PreferenceCategory, onSettled: (choice: { wanted: boolean }) => void) {
  const client = useQueryClient();
  return useMutation({
    // In sequence: the last click counts.
    scope: { id: 'mail-preferences' },
    mutationFn: ({ wanted }: { wanted: boolean }) =>
      request('PATCH /api/v1/me/mail-preferences', { body: { categories: { [key]: wanted } } }),
    onSuccess: async (preferences, { wanted }) => {
      await adoptAnswer(client, preferencesQuery.queryKey, preferences);
      announce(t('categories.turned', { title, wanted: wanted ? 'yes' : 'no' }));
    },
    onError: (error) => announceFailure(shared('changeFailed'), error),
    onSettled: (_answer, _error, choice) => onSettled(choice),
  });
}

function toClock(hour: number): string {
  return `${hour.toString().padStart(2, '0')}:00`;
}

function PreferencesSkeleton() {
  return (
    <Panel title={t('delivery.title')}>
      <div aria-busy>
        <Skeleton height={120} radius="sm" />
      </div>
    </Panel>
  );
}
