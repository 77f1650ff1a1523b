import { Select } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatInstant, presentZoneName, useNow, wordZone } from '../index.ts';
import { shared } from '../words/catalogue.ts';
import { t } from './catalogue.ts';
import type { ZoneChoice } from './time-zones.ts';

interface TimeZoneFieldProps {
  input: ReturnType<ReturnType<typeof useForm>['getInputProps']>;
  /** The chosen zone; empty if none was ever chosen. */
  chosen: string;
  locale: string | undefined;
  /** Says the time there, and what the zone is used for. */
  hint: (now: string) => string;
}

const mostShown = 100;

/** Chooses a time zone by its name, a city, a country or a former name. */
export function TimeZoneField({ input, chosen, locale, hint }: TimeZoneFieldProps) {
  // The names and cities are loaded with this field, not with the app.
  const module = useQuery({ queryKey: ['time-zones'], staleTime: Infinity, queryFn: loadZones }).data;
  const now = new Date(useNow()).toISOString();
  const present = presentZoneName(chosen);
  const zones = useMemo(() => new Map(module?.zones.map((zone) => [zone.value, zone])), [module]);
  const options = useMemo(() => {
    const known = module?.zones.map(({ value, label }) => ({ value, label })) ?? [];
    const isThere = present === '' || known.some(({ value }) => value === present);
    return isThere ? known : [{ value: present, label: wordZone(present) }, ...known];
  }, [module, present]);
  return (
    <Select
      label={shared('title.timeZone')}
      description={hint(formatInstant(now, locale, chosen || undefined))}
      placeholder={t('placeholder')}
      searchable
      allowDeselect={false}
      data={options}
      limit={mostShown}
      filter={({ search }) => module?.find(options, zones, search) ?? options}
      nothingFoundMessage={t('none')}
      renderOption={({ option }) => (
        <span>
          {option.label} <span className="ll-muted">{zones.get(option.value)?.places}</span>
        </span>
      )}
      {...input}
      value={present || null}
      onChange={(value) => input.onChange(value ?? '')}
    />
  );
}

async function loadZones(): Promise<{
  zones: ZoneChoice[];
  find: typeof import('./time-zones.ts').findZones;
}> {
  const { listTimeZones, findZones } = await import('./time-zones.ts');
  return { zones: listTimeZones(), find: findZones };
}
