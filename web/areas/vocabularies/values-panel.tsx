import { ActionIcon, Button, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { appLanguage, ownNameOf } from '../../../contract/languages/languages.ts';
import { languages } from '../../../contract/languages/lists.ts';
import { type VocabularyName, vocabularyNames } from '../../../contract/vocabularies/lists.ts';
import type { Vocabulary, VocabularyValue } from '../../../contract/vocabularies/vocabularies.ts';
import { List, ListRow, Tag } from '../../ui/content/index.ts';
import { Buttons, EmptyState, Panel } from '../../ui/index.ts';
import { moved } from '../../ui/moved.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { RetireDialog } from './retire-dialog.tsx';
import { RetiredValues } from './retired-values.tsx';
import { useVocabulary } from './use-vocabulary.ts';
import { ValueDialog } from './value-dialog.tsx';
import classes from './vocabularies.module.css';
import { labelOf, listInUse } from './vocabularies-data.ts';

const names = vocabularyNames.map((name) => ({ value: name, label: t(`name.${name}`) }));

type Opened =
  | { readonly dialog: 'value'; readonly value: VocabularyValue | null }
  | { readonly dialog: 'retire'; readonly value: VocabularyValue };

/** The values of one vocabulary in their order, which of them are retired, and what can be done about them (VO-1). */
export function ValuesPanel({ vocabularies }: { vocabularies: readonly Vocabulary[] }) {
  const [name, setName] = useState<VocabularyName>('industries');
  const [opened, setOpened] = useState<Opened | null>(null);
  const vocabulary = vocabularies.find((one) => one.name === name);
  if (!vocabulary) return null;
  const parents =
    name === 'storeVerticals' ? vocabularies.find((one) => one.name === 'storeIndustries') : undefined;
  const close = () => setOpened(null);
  return (
    <Panel
      title={shared('section.vocabularies')}
      flush
      actions={
        <Button
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setOpened({ dialog: 'value', value: null })}
        >
          {t('add')}
        </Button>
      }
    >
      <div className={classes.tools}>
        <p className="ll-note">{t('hint')}</p>
        <Select
          className={classes.choice ?? ''}
          label={t('list')}
          data={names}
          allowDeselect={false}
          maxDropdownHeight={400}
          value={name}
          onChange={(value) => setName(value as VocabularyName)}
        />
      </div>
      <ValuesInUse key={name} vocabulary={vocabulary} parents={parents} onOpen={setOpened} />
      <RetiredValues vocabulary={vocabulary} />
      {opened?.dialog === 'value' && (
        <ValueDialog vocabulary={vocabulary} parents={parents} value={opened.value} onClose={close} />
      )}
      {opened?.dialog === 'retire' && (
        <RetireDialog vocabulary={vocabulary} value={opened.value} onClose={close} />
      )}
    </Panel>
  );
}

interface ValuesInUseProps {
  vocabulary: Vocabulary;
  parents: Vocabulary | undefined;
  onOpen: (opened: Opened) => void;
}

function ValuesInUse({ vocabulary, parents, onOpen }: ValuesInUseProps) {
  const { order, now } = useVocabulary();
  const [isMoving, setMoving] = useState(false);
  const inUse = listInUse(vocabulary);

  async function move(place: number, by: 1 | -1) {
    const codes = inUse.map(({ code }) => code);
    const wanted = moved(codes, place, by);
    if (isMoving || wanted[place] === codes[place]) return;
    setMoving(true);
    await now(
      t('told.moved'),
      () => order(vocabulary, wanted, vocabulary.revision),
      (revision) => order(vocabulary, codes, revision),
    );
    setMoving(false);
  }

  if (inUse.length === 0)
    return (
      <EmptyState icon={<IconTags size={26} stroke={1.7} />} title={t('none')}>
        {t('noneHint')}
      </EmptyState>
    );
  return (
    <List aria-label={t(`name.${vocabulary.name}`)}>
      {inUse.map((value, place) => (
        <ListRow
          key={value.code}
          wraps
          title={
            <>
              {value.label}
              {value.state === 'accepted' && <Tag tone="attention">{t('accepted')}</Tag>}
            </>
          }
          details={<Facts value={value} parents={parents} />}
          actions={
            <Buttons place="after">
              <Button
                size="compact-sm"
                variant="default"
                aria-label={shared('action.editNamed', { name: value.label })}
                onClick={() => onOpen({ dialog: 'value', value })}
              >
                {shared('action.edit')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('retireNamed', { label: value.label })}
                onClick={() => onOpen({ dialog: 'retire', value })}
              >
                {t('retire')}
              </Button>
              <MoveButton value={value} by={-1} isLast={place === 0} onMove={() => void move(place, -1)} />
              <MoveButton
                value={value}
                by={1}
                isLast={place === inUse.length - 1}
                onMove={() => void move(place, 1)}
              />
            </Buttons>
          }
        />
      ))}
    </List>
  );
}

interface MoveButtonProps {
  value: VocabularyValue;
  by: 1 | -1;
  /** Whether it is at that end already. */
  isLast: boolean;
  onMove: () => void;
}

function MoveButton({ value: { label }, by, isLast, onMove }: MoveButtonProps) {
  const Arrow = by === 1 ? IconArrowDown : IconArrowUp;
  return (
    <ActionIcon
      variant="default"
      aria-label={by === 1 ? t('down', { label }) : t('up', { label })}
      aria-disabled={isLast}
      data-disabled={isLast || undefined}
      onClick={onMove}
    >
      <Arrow size={15} aria-hidden />
    </ActionIcon>
  );
}

/** The code of a value, and its labels in the other languages. */
function Facts({ value, parents }: { value: VocabularyValue; parents: Vocabulary | undefined }) {
  const others = languages.filter((language) => language !== appLanguage);
  return (
    <>
      <span>{t.rich('code', { code: value.code, mono: (code) => <code>{code}</code> })}</span>
      {others.map((one) => {
        const [language, label] = [ownNameOf(one), value.labels?.[one]];
        return (
          <span key={one}>
            {label === undefined ? t('noLabel', { language }) : t('inLanguage', { language, label })}
          </span>
        );
      })}
      {parents && value.parent !== null && (
        <span>{t('ofIndustry', { industry: labelOf(parents, value.parent) })}</span>
      )}
    </>
  );
}
