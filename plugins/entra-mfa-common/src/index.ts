/**
 * The contract, client, permissions, states and tiers that both sides of the Entra MFA plugin share.
 *
 * @packageDocumentation
 */
export * from './states';
export * from './tiers';
export * from './phoneDelivery';
export * from './problemCodes';
export * from './securityInfo';
export * from './arithmetic';
export * from './permissions';
export * from './client';
export * from './contract';
