import { Module } from '@nestjs/common';
import { AccessLogReader } from './graphql/access-log.reader.js';
import { AccessLogResolver } from './graphql/access-log.resolver.js';

/** The access log in the graph. */
@Module({ providers: [AccessLogReader, AccessLogResolver] })
export class AccessLogModule {}
