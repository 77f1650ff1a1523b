import { Button, SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { forward, stepOf } from '../../../ui/direction.ts';
import { formatNumber } from '../../../ui/format.ts';
import { Buttons, useLocale } from '../../../ui/index.ts';
import { onPhone, useRoomIs } from '../../../ui/room.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from '../catalogue.ts';
import classes from '../steps/steps.module.css';
import { type Box, firstBox, logoSize, moveBox, resizeBox, type Shape } from './crop.ts';
import logoClasses from './logo.module.css';
import type { OpenedPicture } from './pictures.ts';

interface CropDialogProps {
  picture: OpenedPicture;
  isSending: boolean;
  /** Why the logo was not taken. */
  problem: string | undefined;
  onTake: (box: Box) => void;
  onClose: () => void;
}

/** Chooses the part of a picture that becomes the logo, by mouse, touch or keyboard. */
export function CropDialog({ picture, isSending, problem, onTake, onClose }: CropDialogProps) {
  const { naturalWidth: width, naturalHeight: height } = picture.element;
  const isSmall = useRoomIs(onPhone);
  const { locale } = useLocale();
  const [shape, setShape] = useState<Shape>('square');
  const [box, setBox] = useState(() => firstBox({ width, height }, 'square'));
  const choose = (next: Shape) => {
    setShape(next);
    setBox(firstBox({ width, height }, next));
  };
  const made = logoSize(box);
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Dialog title={t('crop.title')} onClose={onClose} size="lg" fullScreen={isSmall}>
      <div className={logoClasses.crop}>
        <p className="ll-note">{t('crop.hint')}</p>
        <SegmentedControl
          aria-label={t('crop.shape')}
          value={shape}
          data={[
            { value: 'square', label: t('crop.square') },
            { value: 'free', label: t('crop.free') },
          ]}
          onChange={(next) => choose(next as Shape)}
        />
        <Selection picture={picture} shape={shape} box={box} onChange={setBox} />
        <p role="status" className="ll-note ll-small">
          {t('crop.result', {
            width: number(made.width),
            height: number(made.height),
            x: number(box.x),
            y: number(box.y),
          })}
        </p>
        {problem !== undefined && (
          <p role="alert" className={classes.refused}>
            {problem}
          </p>
        )}
        <Buttons place="end">
          <Button variant="default" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
          <Button loading={isSending} onClick={() => onTake(box)}>
            {t('crop.take')}
          </Button>
        </Buttons>
      </div>
    </Dialog>
  );
}

interface SelectionProps {
  picture: OpenedPicture;
  shape: Shape;
  box: Box;
  onChange: (box: Box) => void;
}

/** The picture with a frame that is moved and resized, by its two handles or with their arrow keys. */
function Selection({ picture, shape, box, onChange }: SelectionProps) {
  const { naturalWidth: width, naturalHeight: height } = picture.element;
  const stage = useRef<HTMLDivElement>(null);
  const size = { width, height };
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  const step = Math.max(1, Math.round(Math.max(width, height) / 50));
  const scale = () => width / (stage.current?.clientWidth || width);
  const move = useHandle(step, scale, box, (start, by) => onChange(moveBox(start, size, by)));
  const resize = useHandle(step, scale, box, (start, by) => onChange(resizeBox(start, size, by, shape)));
  return (
    // The picture has no beginning and end of line: its left is left in every language.
    <div ref={stage} className={logoClasses.stage} dir="ltr">
      <img
        src={picture.element.src}
        alt={t('crop.picture')}
        className={logoClasses.stagePicture}
        draggable={false}
      />
      <div
        className={logoClasses.selection}
        style={{
          insetInlineStart: percent(box.x, width),
          insetBlockStart: percent(box.y, height),
          width: percent(box.width, width),
          height: percent(box.height, height),
        }}
      >
        <button type="button" className={logoClasses.move} aria-label={t('crop.move')} {...move} />
        <button type="button" className={logoClasses.corner} aria-label={t('crop.resize')} {...resize} />
      </div>
    </div>
  );
}

type By = readonly [along: number, down: number];

const upAndDown: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** Where an arrow key leads on the screen, in every language. */
function readArrow(key: string): By | undefined {
  const along = stepOf(key);
  const down = upAndDown[key];
  if (along === undefined && down === undefined) return undefined;
  return [(along ?? 0) * forward(), down ?? 0];
}

/** Something that is dragged, or moved with the arrow keys; distances are in pixels of the picture. */
function useHandle(step: number, scale: () => number, box: Box, act: (start: Box, by: By) => void) {
  const drag = useRef<{ x: number; y: number; box: Box }>(undefined);
  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, y: event.clientY, box };
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      if (!drag.current) return;
      const { x, y, box: start } = drag.current;
      act(start, [(event.clientX - x) * scale(), (event.clientY - y) * scale()]);
    },
    onPointerUp: () => {
      drag.current = undefined;
    },
    onPointerCancel: () => {
      drag.current = undefined;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = readArrow(event.key);
      if (!by) return;
      event.preventDefault();
      act(box, [by[0] * step, by[1] * step]);
    },
  };
}
