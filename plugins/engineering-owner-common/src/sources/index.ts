export * from './model';
export * from './webhookSilence';
