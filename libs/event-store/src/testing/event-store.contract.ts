import { afterAll, beforeAll, describe } from '@jest/globals';
import type { EventStore } from '../port.js';
import { appending } from './contract/appending.cases.js';
import { fidelity } from './contract/fidelity.cases.js';
import { housekeeping } from './contract/housekeeping.cases.js';
import { limits } from './contract/limits.cases.js';
import { markers } from './contract/markers.cases.js';
import { model } from './contract/model.cases.js';
import type { OpenedStore, OpenStore, Subject } from './contract/opened.js';
import { reading } from './contract/reading.cases.js';
import { subscribing } from './contract/subscribing.cases.js';
import { together } from './contract/together.cases.js';

/**
 * The contract of the port, as cases that every engine must pass. `open` answers a store on a log that nothing else
 * writes to meanwhile; it is called once for the suite and once more for each case that closes its store.
 */
export const describeEventStore = (name: string, open: OpenStore): void => {
  describe(`the event store on ${name}`, () => {
    let opened: OpenedStore | undefined;
    let second: EventStore | undefined;
    const subject: Subject = {
      store: () => opened!.store,
      other: async () => (second ??= await (opened!.second?.() ?? opened!.store)),
      fresh: open,
    };

    beforeAll(async () => {
      opened = await open();
    }, 60_000);
    afterAll(async () => {
      if (second !== opened?.store) await second?.close();
      await opened?.close();
    }, 60_000);

    for (const cases of [
      appending,
      reading,
      fidelity,
      limits,
      subscribing,
      markers,
      housekeeping,
      together,
      model,
    ])
      cases(subject);
  });
};
