/**
 * What other backend plugins use of the Entra MFA plugin.
 *
 * @packageDocumentation
 */
export * from './clock';
export * from './compliance';
export * from './dataSets';
export * from './events';
export * from './keys';
export * from './notifiers';
export * from './signer';
export * from './retryAfter';
export * from './sendToSink';
export * from './sinks';
export * from './start';
export * from './permissions';
export * from './service';
