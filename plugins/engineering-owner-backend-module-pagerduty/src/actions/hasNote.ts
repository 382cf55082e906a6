import { ReadOptions } from '@engineering-owner/backstage-plugin-node';
import { z } from 'zod';
import { time } from '../answers/fields';
import { Reader } from '../client/listing';

const notes = z.object({
  notes: z.array(z.object({ content: z.string(), created_at: time })),
});

/** Whether an incident has a note with this text, added since. */
export async function hasNote(
  reader: Reader,
  {
    incidentId,
    content,
    since,
  }: { incidentId: string; content: string; since: Date },
  { signal }: ReadOptions,
): Promise<boolean> {
  const path = `/incidents/${encodeURIComponent(incidentId)}/notes`;
  const answer = notes.parse(await reader.get(path, {}, signal));
  return answer.notes.some(
    note =>
      note.content.trim() === content.trim() &&
      note.created_at >= since.toISOString(),
  );
}
