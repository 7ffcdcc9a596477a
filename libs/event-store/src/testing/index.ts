export type { OpenedStore, OpenStore } from './contract/opened.js';
export { describeEventStore } from './event-store.contract.js';
export { identityCodec } from './identity.codec.js';
