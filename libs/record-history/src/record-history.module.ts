import { Module } from '@nestjs/common';
import { HistoryReader } from './history.reader.js';
import { HistoryResolver } from './history.resolver.js';

/** The history of records in the graph. */
@Module({ providers: [HistoryReader, HistoryResolver] })
export class RecordHistoryModule {}
