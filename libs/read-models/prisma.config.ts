import { join } from 'node:path';
import { defineConfig } from 'prisma/config';

/** Models stand beside the contexts whose read tables they describe; all of them make one client. */
export default defineConfig({
  schema: join(import.meta.dirname, '..'),
  migrations: { path: join(import.meta.dirname, 'prisma/migrations') },
  datasource: {
    url: process.env['DATABASE_OWNER_URL'] ?? 'postgres://alongside_owner@127.0.0.1:4032/alongside',
  },
});
