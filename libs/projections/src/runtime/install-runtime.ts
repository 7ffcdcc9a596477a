import { GATEWAY, PROJECTOR } from '@alongside/postgres';
import type { ClientBase } from 'pg';

/** Where notifications of the projections' progress go; the payload is the position. */
export const CHANNEL = 'alongside_projections';

/** SQLSTATE of a batch whose sender no longer owns the projections, or did not know of a rebuild. */
export const SUPERSEDED = 'AL001';

const layout = `
CREATE SCHEMA IF NOT EXISTS runtime;

CREATE TABLE IF NOT EXISTS runtime.feed (
  name text PRIMARY KEY,
  position text COLLATE "C" NOT NULL,
  recorded_at timestamptz(3),
  epoch bigint NOT NULL DEFAULT 0,
  generation bigint NOT NULL DEFAULT 0,
  owner text,
  moved_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE runtime.feed IS
  'How far the projections have got in the log, all of them together. The epoch tells apart those who move it; the generation counts rebuilds.';
INSERT INTO runtime.feed (name, position) VALUES ('projections', repeat('0', 20)) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS runtime.projection (
  name text PRIMARY KEY,
  version integer NOT NULL,
  table_name text NOT NULL,
  built_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE runtime.projection IS 'The projections that stand in step with the feed, and in which version.';

CREATE TABLE IF NOT EXISTS runtime.parked (
  projection text NOT NULL,
  stream text NOT NULL,
  event_id uuid NOT NULL,
  event_type text NOT NULL,
  position text COLLATE "C" NOT NULL,
  error text NOT NULL,
  parked_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (projection, stream)
);
COMMENT ON TABLE runtime.parked IS 'Streams that a projection waits with, from the event on that it could not apply.';

CREATE TABLE IF NOT EXISTS runtime.process_manager_checkpoint (
  manager text PRIMARY KEY,
  position text COLLATE "C" NOT NULL,
  moved_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS runtime.process_manager_refusal (
  manager text NOT NULL,
  event_id uuid NOT NULL,
  stream text NOT NULL,
  position text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  details jsonb,
  refused_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (manager, event_id, reason)
);

CREATE TABLE IF NOT EXISTS runtime.process_manager_parked (
  manager text NOT NULL,
  stream text NOT NULL,
  event_id uuid NOT NULL,
  event_type text NOT NULL,
  revision integer NOT NULL,
  position text COLLATE "C" NOT NULL,
  attempts integer NOT NULL,
  next_attempt_at timestamptz(3),
  error text NOT NULL,
  parked_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (manager, stream)
);
COMMENT ON COLUMN runtime.process_manager_parked.next_attempt_at IS 'Null once it is not tried again by itself.';

CREATE OR REPLACE FUNCTION runtime.advance(
  _epoch bigint, _generation bigint, _from text, _to text, _recorded_at timestamptz
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  UPDATE runtime.feed SET position = _to, recorded_at = _recorded_at, moved_at = clock_timestamp()
    WHERE name = 'projections' AND epoch = _epoch AND generation = _generation AND position = _from;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the projections were taken over or rebuilt' USING ERRCODE = '${SUPERSEDED}';
  END IF;
  PERFORM pg_notify('${CHANNEL}', _to);
END $$;

GRANT USAGE ON SCHEMA runtime TO ${PROJECTOR}, ${GATEWAY};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA runtime TO ${PROJECTOR};
GRANT SELECT ON runtime.feed, runtime.projection, runtime.parked, runtime.process_manager_checkpoint,
  runtime.process_manager_refusal, runtime.process_manager_parked TO ${GATEWAY};
`;

/** Any number that nothing else in the database uses as an advisory lock. */
const INSTALLING = 4_032_010;

/** Makes what the runners keep beside the read models. Idempotent; any number of processes may do so at once. */
export const installRuntime = async (owner: ClientBase): Promise<void> => {
  await owner.query(`BEGIN; SELECT pg_advisory_xact_lock(${INSTALLING}); ${layout}; COMMIT`);
};
