import { Button, Select, TextInput } from '@mantine/core';
import { IconCircleCheck, IconMailForward } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { looksLikeAddress } from '../../../ui/forms/looks-like-address.ts';
import { Mark } from '../../../ui/index.ts';
import { t } from '../catalogue.ts';
import { ConflictChoice } from '../conflict-choice.tsx';
import type { ShownLocation } from '../editing/draft-fields.ts';
import { useEditing } from '../editing/use-editing.ts';
import { nameLocation, partWords } from '../profile-words.ts';
import { useConfirmation } from '../use-deeds.ts';
import classes from './steps.module.css';
import { useLocation } from './use-location.ts';

/** Who gets the leads of the page of a location: a member, or somebody who confirms the address. */
export function ContactCard({ location }: { location: ShownLocation }) {
  const titleId = useId();
  const { key, contact, isUnsaved, rejected } = useLocation(location);
  const waits = isKnown(location, isUnsaved) && !location.contactConfirmed;
  return (
    <section className={classes.location} aria-labelledby={titleId} data-field={key}>
      <h3 className={classes.locationTitle} id={titleId}>
        <bdi>{nameLocation(location)}</bdi>
      </h3>
      <ConflictChoice at={key} />
      {rejected !== undefined && (
        <p role="alert" className={classes.refused}>
          {rejected}
        </p>
      )}
      <MemberSelect location={location} />
      <div className={classes.pair}>
        <div data-field={`${key}.contact.name`}>
          <TextInput label={partWords['contact.name']} autoComplete="off" {...contact('name')} />
        </div>
        <div data-field={`${key}.contact.email`}>
          <TextInput
            label={partWords['contact.email']}
            type="email"
            dir="ltr"
            autoComplete="off"
            {...contact('email')}
            // The remark below says what is to do.
            error={waits ? contact('email').error !== undefined : contact('email').error}
          />
        </div>
        <div data-field={`${key}.contact.phone`}>
          <TextInput label={partWords['contact.phone']} type="tel" autoComplete="off" {...contact('phone')} />
        </div>
      </div>
      <Confirmation location={location} />
    </section>
  );
}

const isSameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

function MemberSelect({ location }: { location: ShownLocation }) {
  // Whoever is chosen needs no confirmation.
  const { members } = useEditing().profile;
  const { change } = useLocation(location);
  const chosen = members.find(({ email }) => isSameAddress(email, location.contact.email));
  return (
    <Select
      className={classes.line ?? ''}
      label={t('contact.member')}
      description={t('contact.memberHint')}
      placeholder={t('contact.choose')}
      searchable
      clearable={false}
      allowDeselect={false}
      data={members.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
      nothingFoundMessage={t('contact.nobody')}
      value={chosen?.id ?? null}
      onChange={(id) => {
        const member = members.find((one) => one.id === id);
        if (!member) return;
        const { name, email } = member;
        change({ contact: { ...location.contact, name, email } }, 'contact.email');
      }}
    />
  );
}

/** Whether what the server says of the address is about the one that is there now. */
const isKnown = ({ known, contact }: ShownLocation, isUnsaved: boolean) =>
  known && !isUnsaved && looksLikeAddress(contact.email.trim());

function Confirmation({ location }: { location: ShownLocation }) {
  const { isUnsaved } = useLocation(location);
  const confirmation = useConfirmation();
  const [asked, setAsked] = useState<string>();
  const email = location.contact.email.trim();
  if (!isKnown(location, isUnsaved)) return null;
  if (location.contactConfirmed)
    return <Mark icon={IconCircleCheck} tone="good" label={t('contact.confirmed')} />;
  return (
    <div className={classes.place}>
      <p role="status" className={classes.placeText}>
        <IconMailForward size={17} stroke={1.8} aria-hidden />
        {asked === email ? t('contact.waiting', { email }) : t('contact.foreign')}
      </p>
      <Button
        size="compact-sm"
        variant={asked === email ? 'default' : 'filled'}
        loading={confirmation.isPending}
        onClick={() => confirmation.mutate(location.id, { onSuccess: () => setAsked(email) })}
      >
        {asked === email ? t('contact.again') : t('contact.send')}
      </Button>
    </div>
  );
}
