import { Inject, Injectable } from '@nestjs/common';
import { WRITING, type Act } from '@alongside/application';
import { factsOf, type Writing } from '@alongside/event-store';
import { fold } from '@alongside/kernel';
import { EngagementLookup } from '../application/looking-up/engagement.lookup.js';
import { FrameworkLookup } from '../application/looking-up/framework.lookup.js';
import { boundaryStream, type BoundaryEvent } from '../contracts.js';
import { boundary, judgementInWords, mayPerform } from '../domain/index.js';
import { conditionShown } from './condition.js';
import { PerformanceFactsReader } from './performance-facts.reader.js';
import type { MayPerform, MayPerformArgs } from './verdict.types.js';

/** Answers whether a worker may perform a task, from the boundary's own stream and from what may be read. */
@Injectable()
export class MayPerformReader {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly engagements: EngagementLookup,
    private readonly frameworks: FrameworkLookup,
    private readonly facts: PerformanceFactsReader,
  ) {}

  /** Null where there is no such engagement that the actor may see. */
  async answer(act: Act, args: MayPerformArgs): Promise<MayPerform | null> {
    const found = await this.engagements.find(act, args.engagementId);
    if (!found) return null;
    const { engagementId, task } = args;
    const on = args.on ?? act.actor.today;
    const situation = {
      setting: args.setting ?? null,
      secondPersonPresent: args.secondPersonPresent ?? null,
    };
    const [recorded, framework, facts] = await Promise.all([
      factsOf<BoundaryEvent>(this.writing, boundaryStream(found.of.boundaryId)),
      this.frameworks.on(on, found.of),
      this.facts.facts(act, found, on, situation),
    ]);
    const judgement = mayPerform({
      task,
      on,
      boundary: fold(boundary, recorded),
      framework: framework.stances.find((stance) => stance.task === task) ?? null,
      facts,
    });
    const { proposalId, conditions, ...rest } = judgement;
    return {
      engagementId,
      task,
      on,
      sentence: judgementInWords(task, judgement),
      ...rest,
      agreementId: proposalId,
      conditions: conditions.map(({ condition, ...judged }) => ({
        ...judged,
        condition: conditionShown(condition),
      })),
    };
  }
}
