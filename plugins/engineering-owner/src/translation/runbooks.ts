export const runbookMessages = { title: 'runbooks' } as const;
