export * from './gateway-parts.js';
export * from './start-gateway.js';
export * from './open-gateway.js';
export * from './graph.js';
export * from './printed.js';
export * from './health.js';
