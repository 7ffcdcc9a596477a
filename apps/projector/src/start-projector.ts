import { Commanding } from '@alongside/application';
import { processManagers, projections, type Foundation } from '@alongside/deployment';
import {
  runProcessManagers,
  runProjections,
  type Logger,
  type ProcessManagersRunner,
  type ProjectionsRunner,
} from '@alongside/projections';

export interface RunningProjector {
  readonly projections: ProjectionsRunner;
  /** Begins to answer events with commands. What was recorded until then is answered too. */
  readonly startProcessManagers: () => ProcessManagersRunner;
  /** Finishes what is on its way, and stops. */
  readonly close: () => Promise<void>;
}

type Parts = Pick<Foundation, 'store' | 'codec' | 'writing' | 'urls'>;

/** Turns the log into read models, and answers events by process managers. Of all that run, one works at a time. */
export const startProjector = ({ store, codec, writing, urls }: Parts, logger: Logger): RunningProjector => {
  const stopping = new AbortController();
  const common = { store, codec, databaseUrl: urls.projectorUrl, signal: stopping.signal, logger };
  const running = runProjections({ ...common, projections });
  const finishing: Promise<void>[] = [running.finished];
  return {
    projections: running,
    startProcessManagers: () => {
      const managers = runProcessManagers({ ...common, managers: processManagers(new Commanding(writing)) });
      finishing.push(managers.finished);
      return managers;
    },
    close: async () => {
      stopping.abort();
      await Promise.all(finishing);
    },
  };
};
