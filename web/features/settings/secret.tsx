import { Button, Modal } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/index.ts';
import classes from './settings.module.css';

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
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="42rem"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      transitionProps={{ duration: 120 }}
    >
      <div className={classes.content}>
        <p style={{ margin: 0 }}>
          <IconKey size={16} stroke={1.8} aria-hidden style={{ verticalAlign: '-0.2em' }} /> Copy the {what}{' '}
          now: <strong>it is shown this once</strong> and kept only as a fingerprint.
        </p>
        <div className={classes.secret}>
          <code data-autofocus tabIndex={-1}>
            {value}
          </code>
          <CopyButton value={value} what={`the ${what}`} />
        </div>
        {children}
        <div className={classes.buttons} style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>I have copied it</Button>
        </div>
      </div>
    </Modal>
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
