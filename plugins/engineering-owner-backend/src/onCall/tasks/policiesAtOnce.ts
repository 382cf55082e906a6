/**
 * So many policies' shifts are read, then kept, before the next ones are read:
 * some 45 pages where turns change daily at three levels.
 */
export const policiesAtOnce = 50;
