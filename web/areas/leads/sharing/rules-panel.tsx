import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowsSplit2, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Holder, SharingPerson, SharingRule, SharingRules } from '../../../../contract/leads/sharing.ts';
import { List, ListRow, Tag } from '../../../ui/content/index.ts';
import { announce } from '../../../ui/forms/index.ts';
import { Buttons, EmptyState, formatCountry, formatNumber, Panel, useLocale } from '../../../ui/index.ts';
import { moved } from '../../../ui/moved.ts';
import { relative } from '../../../ui/rich-moments.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { AbsenceSpan } from '../../working-time/index.ts';
import { t } from './catalogue.ts';
import { RuleDialog } from './rule-dialog.tsx';
import classes from './sharing.module.css';
import { toChanges } from './sharing-data.ts';
import { useRules } from './use-rules.ts';

interface RulesPanelProps {
  rules: SharingRules;
  people: readonly Holder[];
}

/** The rules in their order, each with what it has given (WT-1). */
export function RulesPanel({ rules, people }: RulesPanelProps) {
  const [edited, setEdited] = useState<{ ruleId: string | null } | null>(null);
  return (
    <Panel
      title={t('rules.title')}
      flush
      actions={
        <Button
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setEdited({ ruleId: null })}
        >
          {t('rules.add')}
        </Button>
      }
    >
      <div className={classes.intro}>
        <p className="ll-note">{t('rules.hint')}</p>
        {rules.updatedAt && rules.updatedBy !== null && (
          <p className="ll-note">
            {t.rich('rules.changed', { name: rules.updatedBy, when: relative(rules.updatedAt) })}
          </p>
        )}
      </div>
      {rules.rules.length === 0 ? (
        <EmptyState icon={<IconArrowsSplit2 size={26} stroke={1.7} />} title={t('rules.none')}>
          {t('rules.noneHint')}
        </EmptyState>
      ) : (
        <List>
          {rules.rules.map((rule, place) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              place={place}
              rules={rules}
              onEdit={() => setEdited({ ruleId: rule.id })}
            />
          ))}
        </List>
      )}
      {edited && (
        <RuleDialog
          rules={rules}
          ruleId={edited.ruleId}
          people={people}
          onSaved={() => announce(t('rules.saved'))}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

interface RuleRowProps {
  rule: SharingRule;
  place: number;
  rules: SharingRules;
  onEdit: () => void;
}

function RuleRow({ rule, place, rules, onEdit }: RuleRowProps) {
  const { locale } = useLocale();
  const { name } = rule;
  return (
    <ListRow
      wraps
      title={
        <>
          {name}
          {rule.paused && <Tag tone="attention">{t('rules.paused')}</Tag>}
        </>
      }
      details={
        <>
          {wordAbout(rule, rules, locale).map((part) => (
            <span key={part}>{part}</span>
          ))}
          <span>{t('rules.method', { method: rule.method === 'in-turn' ? 'inTurn' : 'fewestOpen' })}</span>
          {rule.waiting > 0 && (
            <span className={classes.waiting}>
              {t('rules.waiting', { count: rule.waiting, shown: formatNumber(rule.waiting, locale) })}
            </span>
          )}
        </>
      }
      actions={<RuleButtons rule={rule} place={place} rules={rules} onEdit={onEdit} />}
    >
      <ul className={`ll-list ${classes.people}`} aria-label={t('rules.people', { name })}>
        {rule.people.map((person) => (
          <li key={person.id} className={classes.person}>
            <PersonInRule person={person} />
          </li>
        ))}
      </ul>
    </ListRow>
  );
}

function PersonInRule({ person }: { person: SharingPerson }) {
  const { locale } = useLocale();
  const { name, perWeek, givenThisWeek, worksLeads, absence } = person;
  const given = formatNumber(givenThisWeek, locale);
  return (
    <>
      <bdi>{name}</bdi>
      <span className="ll-muted ll-numbers">
        {perWeek === null
          ? t('rules.given', { given })
          : t('rules.givenOf', { given, most: formatNumber(perWeek, locale) })}
      </span>
      {!worksLeads && <span className={classes.waiting}>{t('rules.gone')}</span>}
      {worksLeads && absence && (
        <span className="ll-muted">
          <AbsenceSpan absence={absence} />
        </span>
      )}
    </>
  );
}

function RuleButtons({ rule, place, rules, onEdit }: RuleRowProps) {
  const { saveNow } = useRules();
  const all = toChanges(rules);
  const { id, name, paused } = rule;
  const move = (by: 1 | -1) => void saveNow(moved(all, place, by), rules, t('rules.moved'));
  const setPaused = () =>
    void saveNow(
      all.map((one) => (one.id === id ? { ...one, paused: !paused } : one)),
      rules,
      paused ? t('rules.isResumed') : t('rules.isPaused'),
    );
  return (
    <Buttons place="after">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={shared('action.editNamed', { name })}
        onClick={onEdit}
      >
        {shared('action.edit')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={paused ? t('rules.resumeLabel', { name }) : t('rules.pauseLabel', { name })}
        onClick={setPaused}
      >
        {paused ? t('rules.resume') : t('rules.pause')}
      </Button>
      <ActionIcon
        variant="default"
        aria-label={t('rules.up', { name })}
        aria-disabled={place === 0}
        data-disabled={place === 0 || undefined}
        onClick={() => place > 0 && move(-1)}
      >
        <IconArrowUp size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('rules.down', { name })}
        aria-disabled={place === all.length - 1}
        data-disabled={place === all.length - 1 || undefined}
        onClick={() => place < all.length - 1 && move(1)}
      >
        <IconArrowDown size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={shared('action.deleteNamed', { name })}
        onClick={() =>
          void saveNow(
            all.filter((one) => one.id !== id),
            rules,
            t('rules.removed'),
          )
        }
      >
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
    </Buttons>
  );
}

/** What the rule is for, each part in words of its own: all of them have to fit. */
function wordAbout(rule: SharingRule, { locations, offers }: SharingRules, locale: string): string[] {
  const about = { tab: rule.tab ?? 'all' };
  const places = locations.filter(({ id }) => rule.locationIds.includes(id)).map(({ name }) => name);
  const countries = rule.countries.map((code) => formatCountry(code, locale));
  const titles = rule.offers.map((name) => offers.find((one) => one.name === name)?.title ?? name);
  return [
    places.length === 0 ? t('rules.about', about) : t('rules.at', { ...about, places: places.join(', ') }),
    ...(countries.length > 0 ? [t('rules.from', { countries: countries.join(', ') })] : []),
    ...(titles.length > 0 ? [t('rules.of', { offers: titles.join(', ') })] : []),
  ];
}
