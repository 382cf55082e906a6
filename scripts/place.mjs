import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);

/** What the scripts and the demo keep between runs; ignored by git. */
export const keep = path.join(root, '.demo');

/** An executable of an installed dependency. */
export const binary = name => path.join(root, 'node_modules', '.bin', name);
