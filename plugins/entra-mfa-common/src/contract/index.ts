export * from './consent';
export * from './shared';
export * from './overview';
export * from './teams';
export * from './people';
export * from './runs';
export * from './routes';
export type { Names } from './enumOf';
