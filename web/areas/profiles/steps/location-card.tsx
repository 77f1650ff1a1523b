import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconExternalLink, IconTrash } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { formatCountry } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/index.ts';
import { useCountryOptions } from '../../../ui/use-country-options.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from '../catalogue.ts';
import { ConflictChoice } from '../conflict-choice.tsx';
import type { ShownLocation } from '../editing/draft-fields.ts';
import { useEditing } from '../editing/use-editing.ts';
import { nameLocation, partWords } from '../profile-words.ts';
import pageClasses from '../profiles.module.css';
import { LeadsToField } from './leads-to-field.tsx';
import { isOffTheMap, PlaceRemark } from './place-remark.tsx';
import classes from './steps.module.css';
import { useLocation } from './use-location.ts';

interface LocationCardProps {
  location: ShownLocation;
  /** It was just added: the cursor goes into it. */
  isNew: boolean;
  onRemove: () => void;
}

/** One location with its address; the address of a page that customers know stays as it is. */
export function LocationCard({ location, isNew, onRemove }: LocationCardProps) {
  const titleId = useId();
  const { key, text, rejected } = useLocation(location);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) name.current?.focus();
  }, [isNew]);
  return (
    <section className={classes.location} aria-labelledby={titleId} data-field={key}>
      <div className="ll-apart">
        <h3 className={classes.locationTitle} id={titleId}>
          <bdi>{nameLocation(location)}</bdi>
        </h3>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={15} aria-hidden />}
          aria-label={t('location.removeNamed', { name: nameLocation(location) })}
          onClick={onRemove}
        >
          {shared('action.remove')}
        </Button>
      </div>
      <ConflictChoice at={key} />
      {rejected !== undefined && (
        <p role="alert" className={classes.refused}>
          {rejected}
        </p>
      )}
      <div data-field={`${key}.name`}>
        <TextInput
          ref={name}
          label={t('location.name')}
          description={t('location.nameHint')}
          autoComplete="off"
          {...text('name')}
        />
      </div>
      {location.addressFixed ? <FixedAddress location={location} /> : <Address location={location} />}
      <PlaceRemark location={location} />
      <div className={classes.pair}>
        <div data-field={`${key}.phone`}>
          <TextInput label={partWords.phone} type="tel" autoComplete="off" {...text('phone')} />
        </div>
        <LeadsToField location={location} />
      </div>
    </section>
  );
}

function Address({ location }: { location: ShownLocation }) {
  const { key, text, change, inputAt } = useLocation(location);
  const countries = useCountryOptions();
  const isWrong = text('city').error !== undefined && !location.keepAddress;
  return (
    <>
      <div data-field={`${key}.street`}>
        <Textarea
          label={partWords.street}
          description={t('location.streetHint')}
          autosize
          minRows={1}
          maxRows={4}
          autoComplete="off"
          {...text('street')}
        />
      </div>
      <div className={classes.address}>
        <div data-field={`${key}.postalCode`}>
          <TextInput label={partWords.postalCode} autoComplete="off" {...text('postalCode')} />
        </div>
        <div data-field={`${key}.city`}>
          <TextInput
            label={partWords.city}
            autoComplete="off"
            {...text('city')}
            // The remark below says what is the matter with the place.
            error={isOffTheMap(location) ? isWrong : text('city').error}
          />
        </div>
        <div data-field={`${key}.state`}>
          <TextInput label={partWords.state} autoComplete="off" {...text('state')} />
        </div>
        <div data-field={`${key}.country`}>
          <Select
            label={partWords.country}
            searchable
            allowDeselect={false}
            data={countries}
            nothingFoundMessage={t('picker.none')}
            {...inputAt('country')}
            value={location.country || null}
            onChange={(country) => change({ country: country ?? '' }, 'country')}
          />
        </div>
      </div>
    </>
  );
}

function FixedAddress({ location }: { location: ShownLocation }) {
  const { locale } = useLocale();
  const { state } = useEditing().profile;
  const { address, street, postalCode, city, state: region, country } = location;
  const lines = [
    ...street.split('\n'),
    [postalCode, city, region].filter(Boolean).join(' '),
    formatCountry(country, locale),
  ].filter(Boolean);
  return (
    <div>
      <h4 className="ll-subtitle">{t('location.address')}</h4>
      <address className={classes.fixedAddress}>{lines.join('\n')}</address>
      <p className="ll-note ll-small">{t('location.fixed')}</p>
      {address !== null && state === 'published' && (
        <a className={`ll-link ${pageClasses.pageLink}`} href={address} target="_blank" rel="noopener">
          <IconExternalLink size={15} stroke={1.8} aria-hidden />
          {t('location.page')}
          <span className="ll-visually-hidden">{t('list.newTab')}</span>
        </a>
      )}
    </div>
  );
}
