import { escapeIdentifier, escapeLiteral } from 'pg';

/** Raised with every change of the tables. A log of another layout is refused, never guessed at. */
export const LAYOUT_VERSION = 1;

/** The channel on which a flight announces the position it has reached. */
export const channelOf = (schema: string): string => `${schema}_appended`;

const lockOf = (schema: string): string =>
  `pg_advisory_xact_lock(hashtextextended(${escapeLiteral(`alongside log ${schema}`)}, 0))`;

/**
 * `event` is written by `append_many` alone, whose callers hold no right on the table. Positions are without gaps.
 * `housekeeping` has a row only for streams that were truncated, deleted (`d`) or closed for ever (`t`).
 */
const tables = (log: string): string => `
create table if not exists ${log}.layout (
  only_row boolean primary key default true check (only_row),
  version integer not null
);
create table if not exists ${log}.event (
  position bigint primary key,
  recorded timestamptz not null default now(),
  id uuid not null,
  revision integer not null,
  stream text collate "C" not null,
  type text collate "C" not null,
  data json not null,
  metadata json not null,
  constraint event_stands_once_in_its_stream unique (stream, revision),
  constraint event_stands_once_in_the_log unique (id)
);
create table if not exists ${log}.housekeeping (
  stream text collate "C" primary key,
  state text not null check (state in ('o', 'd', 't')),
  hidden_before integer not null
);`;

/**
 * One flight: any number of appends (items), each of one or more events. Arrays run over streams, items or events as
 * their names say; indices count from 1; NoStream is -1. Answers a row for each item in order: outcome 0 appended
 * (now or before), 1 wrong revision, 2 closed for ever; revision of the item's last event, or the stream's on conflict.
 *
 * The lock is held until commit, so positions become visible in their order. Each statement below sees what the flight
 * before has committed, because the function is volatile and the isolation level is read committed. The planner's
 * settings keep to the indexes however small the table was when the plan was made.
 */
const appendMany = (schema: string, log: string): string => `
create or replace function ${log}.append_many(
  p_streams text[], p_item_stream integer[], p_item_expected integer[], p_item_count integer[],
  p_item_first integer[], p_event_item integer[], p_ids uuid[], p_types text[], p_data json[], p_metadata json[]
) returns table (o_outcome integer, o_revision integer, o_position text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set enable_bitmapscan = off
set plan_cache_mode = force_generic_plan
as $function$
declare
  v_items constant integer := cardinality(p_item_stream);
  v_last integer[];
  v_state text[];
  v_head bigint;
  v_next bigint;
  v_at integer;
  v_fits boolean;
  v_appended integer := 0;
  v_base integer[] := array_fill(-1, array[v_items]);
  v_place bigint[] := array_fill(-1::bigint, array[v_items]);
begin
  perform ${lockOf(schema)};
  select array_agg(coalesce(newest.revision, -1) order by asked.n), array_agg(coalesce(h.state, 'o') order by asked.n)
  into v_last, v_state
  from unnest(p_streams) with ordinality asked(stream, n)
  left join lateral (
    select e.revision from ${log}.event e where e.stream = asked.stream order by e.revision desc limit 1
  ) newest on true
  left join ${log}.housekeeping h on h.stream = asked.stream;
  select coalesce((select e.position from ${log}.event e order by e.position desc limit 1), 0) into v_head;
  v_next := v_head + 1;

  for i in 1 .. v_items loop
    v_at := p_item_stream[i];
    v_fits := p_item_expected[i] = v_last[v_at];
    if not v_fits and p_item_expected[i] = -1 and v_state[v_at] = 'd' then
      -- A deleted stream may begin anew, unless this is the very append with which it once began.
      v_fits := not exists (
        select from ${log}.event e
        where e.stream = p_streams[v_at] and e.revision = 0 and e.id = p_ids[p_item_first[i]]
      );
    end if;
    if v_fits and v_state[v_at] <> 't' then
      v_base[i] := v_last[v_at] + 1;
      v_place[i] := v_next;
      v_next := v_next + p_item_count[i];
      v_last[v_at] := v_last[v_at] + p_item_count[i];
      v_appended := v_appended + 1;
      if v_state[v_at] = 'd' then
        update ${log}.housekeeping h set state = 'o', hidden_before = v_base[i] where h.stream = p_streams[v_at];
        v_state[v_at] := 'o';
      end if;
    end if;
  end loop;

  if v_appended > 0 then
    insert into ${log}.event (position, id, revision, stream, type, data, metadata)
    select v_place[e.item] + e.n - p_item_first[e.item], e.id,
      v_base[e.item] + e.n::integer - p_item_first[e.item], p_streams[p_item_stream[e.item]],
      e.type, e.data, e.metadata
    from unnest(p_event_item, p_ids, p_types, p_data, p_metadata)
      with ordinality e(item, id, type, data, metadata, n)
    where v_base[e.item] >= 0;
    perform pg_notify(${escapeLiteral(channelOf(schema))}, (v_next - 1)::text);
  end if;

  if v_appended = v_items then
    return query
    select 0, v_base[n] + p_item_count[n] - 1, (v_place[n] + p_item_count[n] - 1)::text
    from generate_series(1, v_items) n;
    return;
  end if;
  return query
  select
    case when v_base[n] >= 0 then 0 when v_state[p_item_stream[n]] = 't' then 2
      when same.events = p_item_count[n] then 0 else 1 end,
    case when v_base[n] >= 0 then v_base[n] + p_item_count[n] - 1
      when same.events = p_item_count[n] then p_item_expected[n] + p_item_count[n]
      else v_last[p_item_stream[n]] end,
    case when v_base[n] >= 0 then v_place[n] + p_item_count[n] - 1 else same.newest end::text
  from generate_series(1, v_items) n
  cross join lateral (
    select count(e.id) as events, max(e.position) as newest
    from unnest(p_ids[p_item_first[n] : p_item_first[n] + p_item_count[n] - 1]) with ordinality given(id, k)
    join ${log}.event e
      on e.stream = p_streams[p_item_stream[n]] and e.revision = p_item_expected[n] + given.k::integer
      and e.id = given.id
    where v_base[n] < 0
  ) same
  order by n;
end
$function$;`;

/** Answers false for a stream that has been closed for ever. What was once hidden stays so. */
const keepHouse = (schema: string, log: string): string => `
create or replace function ${log}.keep_house(p_stream text, p_state text, p_before integer) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $function$
begin
  perform ${lockOf(schema)};
  if exists (select from ${log}.housekeeping h where h.stream = p_stream and h.state = 't') then
    return false;
  end if;
  insert into ${log}.housekeeping as h (stream, state, hidden_before) values (p_stream, p_state, p_before)
  on conflict (stream) do update set
    state = case when h.state = 'd' and excluded.state = 'o' then 'd' else excluded.state end,
    hidden_before = greatest(h.hidden_before, excluded.hidden_before);
  return true;
end
$function$;`;

const APPEND_MANY =
  'append_many(text[], integer[], integer[], integer[], integer[], integer[], uuid[], text[], json[], json[])';
const KEEP_HOUSE = 'keep_house(text, text, integer)';

const rights = (log: string, writers: readonly string[], readers: readonly string[]): string => {
  const quoted = (roles: readonly string[]): string => [...new Set(roles)].map(escapeIdentifier).join(', ');
  const all = quoted([...writers, ...readers]);
  return [
    `revoke all on function ${log}.${APPEND_MANY}, ${log}.${KEEP_HOUSE} from public;`,
    all && `grant usage on schema ${log} to ${all};`,
    all && `grant select on ${log}.layout, ${log}.event, ${log}.housekeeping to ${all};`,
    writers.length > 0 &&
      `grant execute on function ${log}.${APPEND_MANY}, ${log}.${KEEP_HOUSE} to ${quoted(writers)};`,
  ]
    .filter(Boolean)
    .join('\n');
};

/** Everything of the log but its events, in statements that may be run again. */
export const layoutSql = (schema: string, writers: readonly string[], readers: readonly string[]): string => {
  const log = escapeIdentifier(schema);
  return [
    tables(log),
    `insert into ${log}.layout (version) values (${LAYOUT_VERSION}) on conflict do nothing;`,
    appendMany(schema, log),
    keepHouse(schema, log),
    rights(log, writers, readers),
  ].join('\n');
};
