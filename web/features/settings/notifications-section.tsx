import { Skeleton, Switch } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MailPreferences, PreferenceCategory } from '../../../contract/action-center.ts';
import type { AddressState } from '../../../contract/enums.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { AbsoluteTime, countWords, ErrorState, FieldList, Panel } from '../../ui/index.ts';
import { announce, announceFailure } from '../lead-details/index.ts';
import classes from './notifications-section.module.css';

const url = '/api/v1/me/mail-preferences';
const preferencesQuery = queryOptions({
  queryKey: ['mail-preferences'],
  queryFn: ({ signal }) => request<MailPreferences>('GET', url, { signal }),
});

/** What the person is told, by mail and in the app, and whether mail reaches them (NT-5). */
export function NotificationsSection() {
  const query = useQuery(preferencesQuery);
  if (query.isPending) return <PreferencesSkeleton />;
  if (query.isError) {
    return (
      <Panel title="Notifications">
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Panel>
    );
  }
  return (
    <>
      <DeliveryPanel preferences={query.data} />
      <CategoriesPanel preferences={query.data} />
    </>
  );
}

const stateWords: Record<AddressState, string> = {
  confirmed: 'Confirmed',
  unconfirmed: 'Not confirmed yet',
  refused: 'Does not work: mail came back',
};

function DeliveryPanel({ preferences }: { preferences: MailPreferences }) {
  const { address, language, timeZone, mailsPerDay, digestHour, mailsAreSent } = preferences;
  return (
    <Panel title="How mail reaches you">
      {!mailsAreSent && (
        <p className={classes.notice}>
          This installation has no mail server: mails are written and kept in the outbox, and nobody gets
          them.
        </p>
      )}
      <FieldList
        fields={[
          { label: 'E-mail address', value: address },
          { label: 'It is', value: <AddressStateWords preferences={preferences} /> },
          { label: 'Language of mails', value: words.mailLanguage[language] },
          { label: 'Time zone', value: timeZone?.replaceAll('_', ' ') ?? 'UTC, as you have chosen none' },
          {
            label: 'Busy days',
            value: `After ${countWords(mailsPerDay, 'lead', 'leads')} a day, further ones come together in one mail at ${toClock(digestHour)}. Hot leads are always mailed at once.`,
          },
        ]}
      />
      <p className={classes.hint}>
        Address, language and time zone are changed in{' '}
        <Link to="/settings/$section" params={{ section: 'profile' }}>
          your profile
        </Link>
        .
      </p>
    </Panel>
  );
}

function AddressStateWords({ preferences }: { preferences: MailPreferences }) {
  const { addressState, addressStateAt, refusedReason } = preferences;
  return (
    <span className={classes.state} data-state={addressState}>
      {stateWords[addressState]}
      {addressStateAt && (
        <>
          , <AbsoluteTime at={addressStateAt} dayOnly />
        </>
      )}
      {refusedReason && <span className={classes.said}>The mail server said: {refusedReason}</span>}
    </span>
  );
}

function CategoriesPanel({ preferences: { categories } }: { preferences: MailPreferences }) {
  return (
    <Panel title="What you are told" flush>
      <ul className={classes.list}>
        {categories.map((category) => (
          <li key={category.key} className={classes.row}>
            <CategorySwitch category={category} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const channels: Record<PreferenceCategory['channel'], string> = { mail: 'By mail', app: 'In the app' };

function CategorySwitch({ category }: { category: PreferenceCategory }) {
  // What was chosen shows at once; a refusal takes it back.
  const [chosen, setChosen] = useState<boolean | undefined>();
  const save = useSave(category, () => setChosen(undefined));
  const { title, explanation, requiredReason, required, channel } = category;
  return (
    <>
      <div className={classes.text}>
        <span className={classes.title} id={`category-${category.key}`}>
          {title} <span className={classes.channel}>{channels[channel]}</span>
        </span>
        <span className={classes.explanation} id={`category-${category.key}-more`}>
          {explanation}
          {requiredReason && <span className={classes.reason}>{requiredReason}</span>}
        </span>
      </div>
      {required ? (
        <span className={classes.always}>
          <IconLock size={14} stroke={1.8} aria-hidden /> Always
        </span>
      ) : (
        <Switch
          checked={chosen ?? category.wanted}
          aria-labelledby={`category-${category.key}`}
          aria-describedby={`category-${category.key}-more`}
          onChange={(event) => {
            setChosen(event.currentTarget.checked);
            save.mutate(event.currentTarget.checked);
          }}
        />
      )}
    </>
  );
}

function useSave({ key, title }: PreferenceCategory, onSettled: () => void) {
  const client = useQueryClient();
  return useMutation({
    // One after the other: the last click counts.
    scope: { id: 'mail-preferences' },
    mutationFn: (wanted: boolean) =>
      request<MailPreferences>('PATCH', url, { body: { categories: { [key]: wanted } } }),
    onSuccess: (preferences, wanted) => {
      client.setQueryData(preferencesQuery.queryKey, preferences);
      announce(`${title}: switched ${wanted ? 'on' : 'off'}.`);
    },
    onError: (error) => announceFailure('Nothing was changed', error),
    onSettled,
  });
}

function toClock(hour: number): string {
  return `${hour.toString().padStart(2, '0')}:00`;
}

function PreferencesSkeleton() {
  return (
    <Panel title="How mail reaches you">
      <div aria-busy>
        <Skeleton height={120} radius="sm" />
      </div>
    </Panel>
  );
}
