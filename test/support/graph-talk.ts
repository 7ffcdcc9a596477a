import type { CalendarDate, Uuid } from '@alongside/kernel';
import { accepted, codeOf, commanding } from './commanding.js';
import type { Program } from './program.js';

/** A conversation with the graph in which every command comes through, and is read back by what follows. */
export interface Talk {
  /** Gives a command, and waits until read models show it. @throws where it is not accepted. Answers the id. */
  readonly give: (who: Uuid, name: string, input: object) => Promise<Uuid>;
  /** Gives a command that may be refused: the code of the refusal, or `accepted`. */
  readonly tried: (who: Uuid, name: string, input: object) => Promise<string>;
  /** Asks for a selection; `$id`, `$on`, `$other` and `$after` may stand in it. @throws where there is an error */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as JSON
  readonly ask: (who: Uuid, selection: string, variables?: object) => Promise<any>;
  /** Every id in a list of the thing `$id`, page after page. The list is open: `things(…) { nodes { id }`. */
  readonly listed: (who: Uuid, list: string, id: Uuid, on?: CalendarDate) => Promise<readonly Uuid[]>;
}

const variables = ['$id: UUID!', '$on: CalendarDate', '$after: String', '$other: UUID!'];

interface ListPage {
  readonly nodes: readonly { readonly id: Uuid }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** `name` makes the command ids of this conversation its own. */
export const talkWith = (program: Program, name: string): Talk => {
  const give = commanding(() => program, name);
  const command = async (who: Uuid, mutation: string, input: object) => {
    const answer = await give(who, mutation, input);
    await program.caughtUp();
    return answer;
  };
  const ask: Talk['ask'] = async (who, selection, given = {}) => {
    const declared = variables.filter((one) => selection.includes(one.slice(0, one.indexOf(':'))));
    const { body } = await program.as(who)(
      `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${selection} }`,
      given,
    );
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
  return {
    ask,
    give: async (who, mutation, input) => (await accepted(command(who, mutation, input))).id,
    tried: (who, mutation, input) => codeOf(command(who, mutation, input)),
    listed: async (who, list, id, on) => {
      const found: Uuid[] = [];
      for (let after: string | null = null; ;) {
        const data = await ask(who, `${list} pageInfo { hasNextPage endCursor } }`, {
          id,
          after,
          ...(on ? { on } : {}),
        });
        const { nodes, pageInfo }: ListPage = Object.values<ListPage>(data)[0]!;
        found.push(...nodes.map((node) => node.id));
        if (!pageInfo.hasNextPage) return found;
        after = pageInfo.endCursor;
      }
    },
  };
};
