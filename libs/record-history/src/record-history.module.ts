import { Module } from '@nestjs/common';
import { HistoryReader } from './history.reader.js';
import { HistoryResolver } from './history.resolver.js';
import { RecordChangesReader } from './record-changes.reader.js';
import { RecordChangesResolver } from './record-changes.resolver.js';

/** The history of records in the graph. */
@Module({ providers: [HistoryReader, HistoryResolver, RecordChangesReader, RecordChangesResolver] })
export class RecordHistoryModule {}
