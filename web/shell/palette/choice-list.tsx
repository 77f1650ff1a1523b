import { Kbd } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useEffect, useId } from 'react';
import type { LeadSummary } from '../../../contract/leads/leads.ts';
import { contactName } from '../../ui/format.ts';
import { FoundText } from '../../ui/found/found-text.tsx';
import { StatusBadge, WithheldMark } from '../../ui/marks/marks.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import type { Choice, ChoiceGroup } from './choices.ts';
import classes from './palette.module.css';

/** The id of the element that shows a choice. */
export const optionId = ({ id }: Choice) => `choice-${id.replaceAll(/[^\w-]/g, '_')}`;

interface Props {
  /** In groups that follow each other. */
  choices: readonly Choice[];
  active: Choice | undefined;
  isLate: (choice: Choice) => boolean;
  onPoint: (choice: Choice) => void;
  onChoose: (choice: Choice) => void;
}

/** The choices in their groups; the one that Enter takes is marked, and always in view. */
export function ChoiceList({ choices, active, ...rest }: Props) {
  const activeId = active && optionId(active);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <div id="palette-choices" role="listbox" aria-label={t('results')} className={classes.list}>
      {groups.map((group) => (
        <Group
          key={group}
          group={group}
          choices={choices.filter((one) => one.group === group)}
          active={active}
          {...rest}
        />
      ))}
    </div>
  );
}

function Group({ group, choices, active, isLate, onPoint, onChoose }: Props & { group: ChoiceGroup }) {
  const heading = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
    <div role="group" aria-labelledby={heading} className={classes.group}>
      <div id={heading} className={classes.heading} role="presentation">
        {nameGroup(group)}
      </div>
      {choices.map((choice) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
        <div
          key={choice.id}
          id={optionId(choice)}
          role="option"
          tabIndex={-1}
          aria-selected={choice === active}
          className={classes.option}
          data-late={isLate(choice) || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onPointerMove={() => choice !== active && onPoint(choice)}
          onClick={() => onChoose(choice)}
        >
          {choice.lead ? <LeadLine lead={choice.lead} choice={choice} /> : <Line choice={choice} />}
        </div>
      ))}
    </div>
  );
}

function nameGroup(group: ChoiceGroup): string {
  if (group === 'settings') return shared('title.settings');
  return group === 'app' ? shared('title.product') : t(`group.${group}`);
}

function Line({ choice: { label, detail, icon: ChoiceIcon, keys } }: { choice: Choice }) {
  return (
    <>
      <span className={classes.icon} aria-hidden>
        {ChoiceIcon && <ChoiceIcon size={18} stroke={1.7} />}
      </span>
      <span className={`${classes.label} ll-truncate`}>
        <bdi>
          <FoundText>{label}</FoundText>
        </bdi>
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
      {keys && (
        <Kbd size="xs" aria-hidden>
          {keys}
        </Kbd>
      )}
    </>
  );
}

function LeadLine({ lead, choice }: { lead: LeadSummary; choice: Choice }) {
  const second = secondLine(lead, choice.group);
  return (
    <>
      <span className={classes.icon} aria-hidden>
        <IconUser size={18} stroke={1.7} />
      </span>
      <span className={classes.lead}>
        <span className="ll-truncate">
          <bdi>
            <FoundText>{choice.label}</FoundText>
          </bdi>
        </span>
        <span className={`${classes.second} ll-truncate`}>
          {lead.contactWithheld && second === null ? (
            <WithheldMark reason={lead.contactWithheld} short />
          ) : (
            <bdi>
              <FoundText>{second ?? ''}</FoundText>
            </bdi>
          )}
        </span>
      </span>
      <StatusBadge lead={lead} />
    </>
  );
}

/** The text in which the lead was found; otherwise the contact. */
function secondLine(lead: LeadSummary, group: ChoiceGroup): string | null {
  const found: Partial<Record<ChoiceGroup, string | null | undefined>> = {
    email: lead.contact?.email,
    phone: lead.contact?.phone,
    deal: lead.dealName,
    offer: lead.offer?.title,
  };
  const name = lead.customerName ? contactName(lead.contact) : null;
  return found[group] ?? name ?? lead.contact?.email ?? lead.contact?.phone ?? null;
}
