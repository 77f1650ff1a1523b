import type { FileName } from '../../contract/endpoints.ts';
import { type Asked, fetchAnswer } from './client.ts';

/**
 * Asks for a file and gives it to the browser to keep.
 * @throws ApiError for every answer of 400 and above, and when no answer came
 */
export async function saveFile<Name extends FileName>(name: Name, ...[options]: Asked<Name>): Promise<void> {
  const response = await fetchAnswer(name, { ...options, headers: { accept: '*/*' }, takesTime: true });
  const file = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = file ?? '';
  link.click();
  URL.revokeObjectURL(address);
}
