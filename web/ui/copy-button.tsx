import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { t } from './catalogue.ts';
import { copyText } from './copy-text.ts';
import { shared } from './words/catalogue.ts';

interface CopyButtonProps {
  value: string;
  /** Says what it copies: "Copy email address". */
  label: string;
  /** Only for the pointer, where the keyboard has another way and there would be too many tab stops. */
  pointerOnly?: boolean;
}

/** Copies a value and says so. */
export function CopyButton({ value, label, pointerOnly = false }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy() {
    const copied = await copyText(value);
    setState(copied ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), 2000);
  }

  const message = {
    idle: label,
    copied: shared('copy.done'),
    failed: t('copy.failed'),
  }[state];
  return (
    <Tooltip label={message} opened={state === 'idle' ? undefined : true}>
      <ActionIcon
        size={24}
        // It must not shrink next to a long value: 24 pixels is the minimum target size (WCAG 2.5.8).
        style={{ flex: 'none' }}
        tabIndex={pointerOnly ? -1 : undefined}
        aria-label={label}
        onClick={copy}
      >
        {state === 'copied' ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
        <span className="ll-visually-hidden" role="status">
          {state === 'idle' ? '' : message}
        </span>
      </ActionIcon>
    </Tooltip>
  );
}
