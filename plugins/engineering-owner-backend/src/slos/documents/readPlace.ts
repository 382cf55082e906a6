import { UrlReaderService } from '@backstage/backend-plugin-api';
import { LONGEST_OPENSLO_TEXT } from '@engineering-owner/backstage-plugin-common';
import { findTexts } from '../../documents/findTexts';
import { readText } from '../../documents/readText';
import { DocumentPlace } from './findPlaces';
import { PlaceStatus, PlaceStore } from './PlaceStore';

/** Files of one place. */
const mostFiles = 50;

/** Reads a place and writes down what came of it. Throws only when aborted. */
export async function readPlace(
  { id, url, isPattern }: DocumentPlace,
  known: PlaceStatus | undefined,
  options: {
    at: Date;
    places: PlaceStore;
    urlReader: UrlReaderService;
    signal: AbortSignal;
  },
): Promise<void> {
  const { at, places, urlReader, signal } = options;
  const place = { id, url, at };
  const common = {
    signal,
    // A text may have up to four bytes a character.
    mostBytes: 4 * LONGEST_OPENSLO_TEXT,
    ...(known?.etag !== undefined && { etag: known.etag }),
  };
  const read = isPattern
    ? await findTexts(urlReader, { ...common, pattern: url, mostFiles })
    : await readText(urlReader, { ...common, url });
  switch (read.kind) {
    case 'text':
      return places.recordRead({ ...place, etag: read.etag }, 'read', [
        { url, text: read.text },
      ]);
    case 'files':
      return places.recordRead(
        { ...place, etag: read.etag },
        read.more ? 'truncated' : 'read',
        read.files,
      );
    case 'too_large':
      return places.recordRead(place, 'read', [{ url }]);
    case 'not_modified':
      return places.recordUnchanged(place);
    case 'unreadable':
      return places.recordFailure(place, read.error);
    default:
      return places.recordRead(place, read.kind, []);
  }
}
