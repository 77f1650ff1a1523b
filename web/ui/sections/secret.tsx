import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Stack } from '../content/index.ts';
import { Buttons, CopyButton, Dialog } from '../index.ts';
import classes from './sections.module.css';

interface SecretDialogProps {
  title: string;
  /** What it is: "token", "address". */
  what: string;
  value: string;
  onClose: () => void;
  children?: ReactNode;
}

/** Shows something that will never be shown again. Closes only by its button, so that it is not lost by a slip. */
export function SecretDialog({ title, what, value, onClose, children }: SecretDialogProps) {
  return (
    <Dialog
      onClose={onClose}
      title={title}
      size="42rem"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <p style={{ margin: 0 }}>
          <IconKey size={16} stroke={1.8} aria-hidden style={{ verticalAlign: '-0.2em' }} /> Copy the {what}{' '}
          now: <strong>it is shown only once</strong>. We keep only a fingerprint of it.
        </p>
        <SecretValue what={what} value={value} />
        {children}
        <Buttons place="end">
          <Button onClick={onClose}>I have copied it</Button>
        </Buttons>
      </Stack>
    </Dialog>
  );
}

/** The secret itself, to be copied; the focus begins there. */
export function SecretValue({ what, value }: Pick<SecretDialogProps, 'what' | 'value'>) {
  return (
    <div className={classes.secret}>
      <code data-autofocus tabIndex={-1}>
        {value}
      </code>
      <CopyButton value={value} what={`the ${what}`} />
    </div>
  );
}

interface LostSecretDialogProps {
  what: string;
  name: string;
  /** How it is ended: "Delete", "Revoke". */
  end: string;
  onClose: () => void;
}

/** Says what to do about a secret that was made by a try whose answer got lost: it is not shown a second time. */
export function LostSecretDialog({ what, name, end, onClose }: LostSecretDialogProps) {
  return (
    <Dialog onClose={onClose} title={`“${name}” was created by your first attempt`}>
      <Stack>
        <p style={{ margin: 0 }}>
          The {what} is shown only once, and the answer that held it got lost on its way. {end} “{name}” and
          create another.
        </p>
        <Buttons place="end">
          <Button data-autofocus onClick={onClose}>
            OK
          </Button>
        </Buttons>
      </Stack>
    </Dialog>
  );
}

/** An example for the command line. */
export function CodeExample({ title, code }: { title: string; code: string }) {
  return (
    <div>
      <div className={classes.codeHead}>
        {title} <CopyButton value={code} what="the example" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <pre className={classes.code} tabIndex={0}>
        {code}
      </pre>
    </div>
  );
}
