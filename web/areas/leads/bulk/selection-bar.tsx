import { Button, CloseButton, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { BulkActionName } from '../../../../contract/leads/lists.ts';
import { mostNamedLeads } from '../../../../contract/leads/lists.ts';
import { Buttons, formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './bulk.module.css';
import { numberIn } from './bulk-words.ts';
import { t } from './catalogue.ts';
import type { Target } from './target.ts';
import type { TickedLeads } from './use-selection.ts';
import { selectionBarId } from './use-selection-keys.ts';

interface Props {
  ticked: TickedLeads;
  /** What an action would be done to; undefined when no ticked lead allows it. */
  targetOf: (action: BulkActionName) => Target | undefined;
  heart: 'favorite' | 'unfavorite';
  onAction: (action: BulkActionName, target: Target) => void;
  /** Without it, the person may not export. */
  onExport: (() => void) | undefined;
  onClear: () => void;
  isNarrow: boolean;
}

/** How many leads are ticked, and what can be done to all of them. */
export function SelectionBar(props: Props) {
  const { ticked, heart, isNarrow, onClear } = props;
  const { locale } = useLocale();
  const inMenu = ['report-spam', 'close-as-error'] as const;
  const inBar = ['accept', 'decline'] as const;
  const either = ['assign', heart] as const;
  const tooMany = ticked.selection.all === null && ticked.count > mostNamedLeads;
  return (
    <section id={selectionBarId} className={classes.bar} aria-label={t('bar.label')} tabIndex={-1}>
      <span className={`${classes.count} ll-numbers`}>{wordSelected(ticked, locale)}</span>
      <CloseButton aria-label={t('bar.clear')} title={t('bar.clear')} onClick={onClear} />
      {ticked.offered && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => ticked.offered && ticked.tickAll(ticked.offered)}
        >
          {t('bar.selectAll', numberIn(ticked.offered.expectedCount, locale))}
        </Button>
      )}
      {tooMany && (
        <span role="alert">{t('bar.tooMany', { most: formatNumber(mostNamedLeads, locale) })}</span>
      )}
      <Buttons place="after">
        {!tooMany && (
          <Actions
            {...props}
            inBar={isNarrow ? inBar : [...inBar, ...either]}
            inMenu={isNarrow ? [...either, ...inMenu] : inMenu}
          />
        )}
      </Buttons>
    </section>
  );
}

/** "12 selected". */
export function wordSelected({ selection, count }: TickedLeads, locale: string | undefined): string {
  return t(selection.all ? 'bar.allSelected' : 'bar.selected', numberIn(count, locale));
}

interface ActionsProps extends Props {
  inBar: readonly BulkActionName[];
  inMenu: readonly BulkActionName[];
}

function Actions({ targetOf, onAction, onExport, inBar, inMenu }: ActionsProps) {
  const { locale } = useLocale();
  const possible = (actions: readonly BulkActionName[]) =>
    actions.flatMap((action) => {
      const target = targetOf(action);
      return target ? [{ action, target, label: labelOf(action, target, locale) }] : [];
    });
  const more = possible(inMenu);
  return (
    <>
      {possible(inBar).map(({ action, target, label }) => (
        <Button key={action} size="compact-md" variant="default" onClick={() => onAction(action, target)}>
          {label}
        </Button>
      ))}
      {(more.length > 0 || onExport) && (
        <Menu position="top-end" width={260}>
          <Menu.Target>
            <Button
              size="compact-md"
              variant="default"
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t('bar.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map(({ action, target, label }) => (
              <Menu.Item key={action} onClick={() => onAction(action, target)}>
                {label}
              </Menu.Item>
            ))}
            {onExport && (
              <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={onExport}>
                {t('button.export')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function labelsOf(action: BulkActionName): string {
  if (action === 'favorite') return shared('favorite.label');
  return action === 'unfavorite' ? shared('favorite.remove') : t(`button.${action}`);
}

/** Says the number where it is not that of the selection. */
function labelOf(action: BulkActionName, { count, of }: Target, locale: string | undefined): string {
  const label = labelsOf(action);
  return count === of ? label : t('bar.part', { label, shown: formatNumber(count, locale) });
}
