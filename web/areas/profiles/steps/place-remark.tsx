import { Button, Checkbox } from '@mantine/core';
import { IconMapPin, IconMapPinOff } from '@tabler/icons-react';
import { formatCountry } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/index.ts';
import { t } from '../catalogue.ts';
import type { ShownLocation } from '../editing/draft-fields.ts';
import classes from './steps.module.css';
import { useLocation } from './use-location.ts';

/** Whether the map has no such place for sure. What the server says is about what it has. */
export function isOffTheMap({ known, city, place }: ShownLocation): boolean {
  return known && city.trim() !== '' && place.match !== 'match';
}

/** Whether the address is on the map: a place that may be meant, or that it can be kept as it is. */
export function PlaceRemark({ location }: { location: ShownLocation }) {
  const { isUnsaved } = useLocation(location);
  const { place, keepAddress } = location;
  if (!isOffTheMap(location) || (place.match === 'near' && keepAddress)) return null;
  return (
    <div className={classes.place} data-stale-answer={isUnsaved || undefined}>
      {place.match === 'near' && place.proposed ? (
        <Proposal location={location} proposed={place.proposed} />
      ) : (
        <OffTheMap location={location} />
      )}
    </div>
  );
}

interface ProposalProps {
  location: ShownLocation;
  proposed: NonNullable<ShownLocation['place']['proposed']>;
}

function Proposal({ location, proposed }: ProposalProps) {
  const { locale } = useLocale();
  const { change } = useLocation(location);
  const { city, region, country } = proposed;
  const parts = [city, region, country === location.country ? null : formatCountry(country, locale)];
  const name = [...new Set(parts)].filter(Boolean).join(', ');
  // The address of a published page does not change any more.
  const isFixed = location.address !== null;
  return (
    <>
      <p role="status" className={classes.placeText}>
        <IconMapPin size={17} stroke={1.8} aria-hidden />
        {t(isFixed ? 'place.maybe' : 'place.meant', { place: name })}
      </p>
      {!isFixed && (
        <Button
          size="compact-sm"
          onClick={() =>
            change({ city, state: region ?? location.state, country, keepAddress: true }, 'city')
          }
        >
          {t('place.take', { place: name })}
        </Button>
      )}
      <Keep location={location} label={t('place.keep')} />
    </>
  );
}

function OffTheMap({ location }: { location: ShownLocation }) {
  return (
    <>
      <p role="status" className={classes.placeText}>
        <IconMapPinOff size={17} stroke={1.8} aria-hidden />
        {t('place.none')}
      </p>
      <Keep location={location} label={t('place.keepAnyway')} />
    </>
  );
}

function Keep({ location, label }: { location: ShownLocation; label: string }) {
  const { change } = useLocation(location);
  return (
    <Checkbox
      label={label}
      checked={location.keepAddress}
      onChange={(event) => change({ keepAddress: event.currentTarget.checked }, 'city')}
    />
  );
}
