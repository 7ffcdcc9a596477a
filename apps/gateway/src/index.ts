export * from './gateway-parts.js';
export * from './start-gateway.js';
