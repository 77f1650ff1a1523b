import type { FileName } from '../../contract/endpoints.ts';
import { type Asked, fetchAnswer } from './client.ts';

/**
 * Asks for a file and gives it to the browser to keep.
 * @throws ApiError for every answer of 400 and above, and when no answer came
 */
export function saveFile<Name extends FileName>(name: Name, ...asked: Asked<Name>): Promise<void> {
  return saveFileWatched(name, undefined, ...asked);
}

/**
 * The same, telling how much has come; the signal among the options ends it. A file that breaks off is not kept.
 * @param onBytes hears how many bytes were received so far
 */
export async function saveFileWatched<Name extends FileName>(
  name: Name,
  onBytes: ((bytes: number) => void) | undefined,
  ...[options]: Asked<Name>
): Promise<void> {
  const response = await fetchAnswer(name, { ...options, headers: { accept: '*/*' }, takesTime: true });
  const file = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await readBlob(response, onBytes));
  const link = document.createElement('a');
  link.href = address;
  link.download = file ?? '';
  link.click();
  URL.revokeObjectURL(address);
}

async function readBlob(response: Response, onBytes: ((bytes: number) => void) | undefined): Promise<Blob> {
  if (!response.body || !onBytes) return response.blob();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    bytes += next.value.length;
    onBytes(bytes);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}
