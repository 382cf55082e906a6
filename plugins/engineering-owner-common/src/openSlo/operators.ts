/** How a value is compared with a threshold. */
export const operators = ['lte', 'gte', 'lt', 'gt'] as const;
