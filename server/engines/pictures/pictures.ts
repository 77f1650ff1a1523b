import type { Metadata } from 'sharp';

type Library = typeof import('sharp').default;
let library: Promise<Library> | undefined;

/** The library is native and large: it is loaded when the first picture comes. */
function loadLibrary(): Promise<Library> {
  library ??= import('sharp').then(({ default: sharp }) => {
    // A picture is decoded once and never again: a cache would only keep memory.
    sharp.cache(false);
    // One core stays free for requests, whatever somebody uploads.
    sharp.concurrency(1);
    return sharp;
  });
  return library;
}

/** What a picture may be, by its content; its name and declared type say nothing. */
export const pictureFormats = ['gif', 'jpeg', 'png'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What is wrong with a picture. */
export type PictureFault = 'notAPicture' | 'otherFormat' | 'damaged' | 'tooManyPixels' | 'tooWide';

/** Bytes that are not the picture that is asked for. */
export class PictureError extends Error {
  readonly fault: PictureFault;
  readonly found: { readonly width?: number; readonly height?: number };

  constructor(fault: PictureFault, found: PictureError['found'] = {}) {
    super(`picture refused: ${fault}`);
    this.name = 'PictureError';
    this.fault = fault;
    this.found = found;
  }
}

/** What the content of a picture says of itself. */
export interface Picture {
  readonly format: PictureFormat;
  /** In pixels, of the first frame, turned as its camera says. */
  readonly width: number;
  readonly height: number;
}

export interface PictureLimits {
  readonly formats: readonly PictureFormat[];
  /** In pixels; undefined: as many as `mostPixels` allows. */
  readonly mostWidth?: number;
  /** Width times height. Looked at before anything is decoded. */
  readonly mostPixels: number;
}

/** A redrawn picture: nothing of the original file is left in it but its pixels. */
export interface RedrawnPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The first bytes of each format: what is not one of these never reaches the library (SVG, PDF, camera files). */
function formatOf(bytes: Buffer): PictureFormat | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png';
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (['GIF87a', 'GIF89a'].includes(bytes.subarray(0, 6).toString('latin1'))) return 'gif';
  return undefined;
}

const looksLikeText = (bytes: Buffer) =>
  /^\s*<(?:\?xml|!doctype|svg|html)/i.test(bytes.subarray(0, 200).toString('latin1'));

/** Reads the head of a picture, without decoding it. @throws PictureError */
export async function inspectPicture(bytes: Buffer, limits: PictureLimits): Promise<Picture> {
  const format = formatOf(bytes);
  if (!format) throw new PictureError(looksLikeText(bytes) ? 'otherFormat' : 'notAPicture');
  if (!limits.formats.includes(format)) throw new PictureError('otherFormat');
  const { width, height } = await readHead(bytes);
  if (width * height > limits.mostPixels) throw new PictureError('tooManyPixels', { width, height });
  if (limits.mostWidth !== undefined && width > limits.mostWidth)
    throw new PictureError('tooWide', { width, height });
  return { format, width, height };
}

async function readHead(bytes: Buffer): Promise<{ width: number; height: number }> {
  const sharp = await loadLibrary();
  let head: Metadata;
  try {
    // The limit of pixels is ours: the library's own would say nothing that a person understands.
    head = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
  } catch {
    throw new PictureError('damaged');
  }
  const { autoOrient } = head;
  return { width: autoOrient.width, height: autoOrient.height };
}

/** How a picture is redrawn. */
export interface Redrawing {
  readonly format: 'png' | 'webp';
  /** The picture fits into this box, and is never enlarged. In pixels. */
  readonly box: { readonly width: number; readonly height: number };
}

/**
 * Redraws the first frame of a picture, in another thread than requests are answered in, and drops everything else
 * of the file: metadata, profiles, further frames, what follows its end.
 * @throws PictureError
 */
export async function redrawPicture(
  bytes: Buffer,
  limits: PictureLimits,
  redrawing: readonly Redrawing[],
): Promise<RedrawnPicture[]> {
  await inspectPicture(bytes, limits);
  const drawn: RedrawnPicture[] = [];
  // One after another: each holds the decoded picture in memory.
  for (const { format, box } of redrawing)
    drawn.push(await redraw(bytes, limits.mostPixels, { format, box }));
  return drawn;
}

async function redraw(
  bytes: Buffer,
  mostPixels: number,
  { format, box }: Redrawing,
): Promise<RedrawnPicture> {
  const sharp = await loadLibrary();
  const pipeline = sharp(bytes, { limitInputPixels: mostPixels, pages: 1, sequentialRead: true })
    .autoOrient()
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .toColorspace('srgb');
  try {
    const written = format === 'png' ? pipeline.png({ compressionLevel: 9 }) : pipeline.webp({ quality: 85 });
    const { data, info } = await written.toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    throw new PictureError('damaged');
  }
}
