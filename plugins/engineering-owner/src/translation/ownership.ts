export const ownershipMessages = { title: 'ownership' } as const;
