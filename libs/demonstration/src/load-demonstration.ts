import type { Writing } from '@alongside/event-store';
import type { Commanding } from '@alongside/application';
import type { ProcessManager } from '@alongside/projections';
import { coursesOfStory } from './courses.js';
import { adoptionsOfStory, frameworksOfStory } from './chapters/framework.chapter.js';
import {
  localitiesOfStory,
  mergerOfStory,
  organisationsOfStory,
  staffOfStory,
} from './chapters/partners.chapter.js';
import { readyTeamsOfStory, teamsOfStory } from './chapters/teams.chapter.js';
import { sharingOfStory } from './chapters/sharing.chapter.js';
import { workforceOfStory } from './chapters/workforce.chapter.js';
import type { LoginOf } from './people.js';
import { storyName, storyOf, type Story, type StoryPlan } from './story.js';
import { commandIdOf, tell, type Thread } from './telling.js';

/** `partners`: localities, organisations and the people with a part in them. `everything`: three years of work too. */
export type Extent = 'partners' | 'everything';

export interface DemonstrationOptions extends Pick<Writing, 'store' | 'codec'> {
  readonly plan: StoryPlan;
  readonly extent: Extent;
  readonly loginOf: LoginOf;
  readonly managersOf: (commanding: Commanding) => readonly ProcessManager[];
  /** Threads told, of how many. */
  readonly onProgress?: (told: number, of: number) => void;
  readonly signal?: AbortSignal;
}

const chaptersOf = (story: Story, extent: Extent): readonly (readonly Thread[])[] => [
  organisationsOfStory(story),
  localitiesOfStory(story),
  staffOfStory(story),
  teamsOfStory(story),
  ...(extent === 'everything'
    ? [
        [...frameworksOfStory(story), ...coursesOfStory(story)],
        [...adoptionsOfStory(story), ...readyTeamsOfStory(story)],
        workforceOfStory(story),
        sharingOfStory(story),
      ]
    : []),
  mergerOfStory(story),
];

/** Threads that are told side by side. */
const SIDE_BY_SIDE = 32;

/**
 * Tells the story through the real rules, each command at its own time. Told again after an interruption it goes on
 * from what the record holds. Answers how many commands were given.
 * @throws StoryRefused where the rules refuse a command
 */
export const loadDemonstration = async (options: DemonstrationOptions): Promise<number> => {
  const { plan, extent, loginOf, managersOf, onProgress, signal } = options;
  const name = storyName(plan);
  const chapters = chaptersOf(storyOf(plan, loginOf), extent);
  const all = chapters.reduce((sum, threads) => sum + threads.length, 0);
  let told = 0;
  let commands = 0;
  const tellThread = async (thread: Thread): Promise<void> => {
    let index = 0;
    for (const telling of thread.tellings) {
      signal?.throwIfAborted();
      await tell(options, managersOf, telling, commandIdOf(name, thread.name, index));
      index += 1;
    }
    commands += index;
    told += 1;
    onProgress?.(told, all);
  };
  for (const threads of chapters) {
    const waiting = [...threads];
    const teller = async (): Promise<void> => {
      for (let thread = waiting.shift(); thread; thread = waiting.shift()) await tellThread(thread);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, teller));
  }
  return commands;
};
