export * from './test-database.js';
export { freePort, startTestServer, testFolder } from './test-server.js';
