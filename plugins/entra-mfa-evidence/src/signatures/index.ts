export {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint';
export type { Checkpoint } from './checkpoint';
export { openEnvelope, signEnvelope } from './envelope';
export type { Envelope } from './envelope';
export { formatVerifierKey, parseVerifierKey } from './keys';
export type { Signer } from './keys';
export { openTimestamp, timestampRequest } from './timestamp';
