export const onCallMessages = { title: 'onCall' } as const;
