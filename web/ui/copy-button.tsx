import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

/** Copies a value and says so. `what` names it: "e-mail address". */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy() {
    const copied = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    );
    setState(copied ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), 2000);
  }

  const label = {
    idle: `Copy ${what}`,
    copied: 'Copied',
    failed: 'Could not copy: select and copy it yourself',
  }[state];
  return (
    <Tooltip label={label} opened={state === 'idle' ? undefined : true}>
      <ActionIcon size="sm" aria-label={`Copy ${what}`} onClick={copy}>
        {state === 'copied' ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
        <span className="ll-visually-hidden" role="status">
          {state === 'idle' ? '' : label}
        </span>
      </ActionIcon>
    </Tooltip>
  );
}
